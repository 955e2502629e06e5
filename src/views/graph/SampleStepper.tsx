import type { ReactNode } from 'react';
import { text } from '../../messages/index.ts';
import { latestFrame, useLab } from '../../store/index.ts';
import { Tool } from '../Tool.tsx';

/** Samples that are named one by one. */
const MOST_NAMED = 3;

/** The samples of the step in words; empty where all are at work. */
function samplesAtWork(): string {
  const samples = latestFrame()?.samples ?? [];
  if (samples.length === 0) return '';
  if (samples.length === 1) return text('view.sample.atWork', { sample: samples[0] + 1 });
  const named = Array.from(samples.slice(0, MOST_NAMED), (sample) => sample + 1).join(', ');
  const list = samples.length > MOST_NAMED ? `${named}, …` : named;
  return text('view.sample.allAtWork', { list });
}

/** Which training sample the neurons show: chosen by hand, or the one at work while samples come one by one. */
export function SampleStepper(): ReactNode {
  const count = useLab((state) => state.info?.data.sampleCount ?? 0);
  const sample = useLab((state) => state.sample);
  // Readouts are renewed with the frames: the selector is asked again then.
  const atWork = useLab(() => samplesAtWork());
  if (count < 2) return null;
  if (atWork !== '') {
    return (
      <span className="pane-sample">
        <output>{atWork}</output>
      </span>
    );
  }
  const show = (next: number): void => useLab.getState().setSample((next + count) % count);
  return (
    <span className="pane-sample" role="group" aria-label={text('view.sample.name')}>
      <Tool label={text('view.sample.previous')} onPress={() => show(sample - 1)}>
        <path d="M9.5 4L5.5 8l4 4" />
      </Tool>
      <output>{text('view.sample.of', { sample: sample + 1, count })}</output>
      <Tool label={text('view.sample.next')} onPress={() => show(sample + 1)}>
        <path d="M6.5 4l4 4-4 4" />
      </Tool>
    </span>
  );
}
