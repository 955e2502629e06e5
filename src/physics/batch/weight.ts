import { choice, ParameterError } from '../parameters.ts';
import type { Batch, Force } from '../types.ts';

/** How much the samples of a step weigh: shared by every batch that is not the full one. */
export const weight = choice({
  symbol: 's',
  label: 'weight',
  help: 'Samples at work: the cost of the samples drawn, as in the talk, so that the mean force is size/L of the full gradient, L all samples. Unbiased: that times L/size, so that the mean force is the full gradient, and each draw kicks harder.',
  source: 'talk on 2511.02003',
  apply: 'restart',
  default: 'sample',
  options: [
    { value: 'sample', label: 'Samples at work' },
    { value: 'unbiased', label: 'Unbiased (× L/size)' },
  ],
});

/**
 * Factor on cost and force of the samples at work.
 *    unbiased: L/size, so that ⟨s Σ_drawn ∂c_l⟩ = Σ_l ∂c_l;  sample: 1. **exact**
 */
export function scaleOf(chosen: 'sample' | 'unbiased', sampleCount: number, size: number): number {
  return chosen === 'unbiased' ? sampleCount / size : 1;
}

/** @throws ParameterError at a batch of no samples: fields, and systems without data */
export function requireSamples(kind: string, sampleCount: number): void {
  if (sampleCount === 0) throw new ParameterError('kind', kind, 'batch full: there are no samples');
}

/**
 * The force of batches that weigh more: the given one times the batch's scale; the full batch's own is left alone.
 * A scale of 1 is the given force itself, bit for bit. Allocates nothing.
 */
export function weighted(force: Force, { scale }: Pick<Batch, 'scale'>): Force {
  if (scale === 1) return force;
  return {
    size: force.size,
    ...(force.reals !== undefined && { reals: force.reals }),
    gradient(weights, batch, stiffness, out) {
      force.gradient(weights, batch, stiffness, out);
      if (batch === null) return;
      for (let i = 0; i < out.length; i++) out[i] *= scale;
    },
  };
}
