import type { Told } from '../engine/outcome.ts';
import type { Samples } from '../scenario/samples.ts';
import { useLab } from './lab.ts';
import { NOTHING } from './running.ts';
import { dataOf, samplesOf } from './samples.ts';

/** Changes the samples of the run, one after the other, faster than the run may answer. */
export interface SampleHand {
  /** Samples as they were sent last, until the run has them; then the run's. Null without a run. */
  now(): Samples | null;
  /** @param apart  it is a change of its own, whatever was changed just before */
  change(samples: Samples, apart: boolean): Told;
}

export function createSampleHand(): SampleHand {
  let sent: Samples | null = null;
  return {
    now() {
      const { info, settled } = useLab.getState();
      if (settled) sent = null;
      return sent ?? (info === null ? null : samplesOf(info.data));
    },
    change(samples, apart) {
      const { info, grab, setParameter } = useLab.getState();
      const section = info === null ? null : dataOf(info, samples);
      if (section === null) return NOTHING;
      if (apart) grab();
      sent = samples;
      return setParameter('data', section);
    },
  };
}
