import { integers, ParameterError } from '../parameters.ts';
import type { BatchPart } from '../types.ts';
import { scaleOf, weight } from './weight.ts';

const parameters = {
  indices: integers({
    symbol: 'l',
    label: 'samples in turn',
    help: 'Which sample each step sees; the list starts again at its end.',
    apply: 'restart',
    default: [0],
    min: 0,
    max: 1000000,
    minLength: 1,
    maxLength: 100000,
  }),
  weight,
};

/** One sample per step, from a list, cyclic. */
export const sequence: BatchPart<typeof parameters> = {
  kind: 'sequence',
  label: 'Samples in turn',
  help: 'Every step sees one sample, from a list that repeats. The cost shown is the full sum.',
  parameters,
  create({ indices, weight: chosen }, sampleCount) {
    if (indices.length === 0) throw new ParameterError('indices', indices, 'at least one sample');
    indices.forEach((l, n) => {
      if (Number.isInteger(l) && l >= 0 && l < sampleCount) return;
      const range =
        sampleCount > 0 ? `a sample from 0 to ${sampleCount - 1}` : 'batch full: there are no samples';
      throw new ParameterError(`indices[${n}]`, l, range);
    });
    let cursor = 0;
    const times = new Int32Array(sampleCount);
    for (const l of indices) times[l]++;
    return {
      size: 1,
      scale: scaleOf(chosen, sampleCount, 1),
      uneven: times.some((count) => count !== times[0]),
      next(out) {
        out[0] = indices[cursor];
        cursor = (cursor + 1) % indices.length;
      },
      save: () => [cursor],
      load([saved]) {
        cursor = saved;
      },
    };
  },
};
