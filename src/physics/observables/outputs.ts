import { observable } from './types.ts';

/** Z of every sample, as rows. **exact** */
export const outputs = observable({
  id: 'outputs',
  shape: '[samples × outputs]',
  cost: 'O(P·samples)',
  cadence: 'frame',
  compute({ system, weights }) {
    const { sampleCount, outputCount } = system;
    const flat = new Float64Array(sampleCount * outputCount);
    system.outputs(weights, flat);
    return Array.from({ length: sampleCount }, (_, sample) =>
      flat.subarray(sample * outputCount, (sample + 1) * outputCount),
    );
  },
});
