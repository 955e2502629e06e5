import type { Observable } from './types.ts';

/** Z of every sample, as rows. **exact** */
export const outputs: Observable = {
  id: 'outputs',
  shape: '[samples × outputs]',
  cost: 'O(P·samples)',
  cadence: 'frame',
  compute({ system, weights }) {
    const { sampleCount, outputCount } = system;
    const flat = new Float64Array(sampleCount * outputCount);
    system.outputs(weights, flat);
    return Array.from({ length: sampleCount }, (_, sample) =>
      Array.from(flat.subarray(sample * outputCount, (sample + 1) * outputCount)),
    );
  },
};
