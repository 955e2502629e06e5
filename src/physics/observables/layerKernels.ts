import type { Reals, System } from '../types.ts';
import { neuronRoles } from '../types.ts';

/** Lengths and correlation of two inputs in the weighted sums of every layer, given all layers before it. */
export interface LayerKernels {
  /** q of the first input, [layers]. */
  readonly q1: Float64Array;
  readonly q2: Float64Array;
  /** c = q₁₂/√q₁q₂, [layers]; 1 where a length is 0. */
  readonly c: Float64Array;
}

/**
 * The kernel of every layer of a network as it stands, of two of its samples:
 *    q_ab = σ_w² Σ_i h_a,i h_b,i/n + σ_b²,  h of the layer before
 *  At a random start it is the covariance of the layer's weighted sums given the layers before it; in training it is not,
 *  and says only how alike two inputs look to the layer. **exact** as defined; its mean field is for n → ∞.
 *  @returns null for systems without a wide limit
 */
export function layerKernels(
  system: System,
  weights: Reals,
  first: number,
  second: number,
): LayerKernels | null {
  const { wide, layout } = system;
  if (wide === undefined) return null;
  const { neurons } = layout;
  const bias = neuronRoles.indexOf('bias');
  const rows = [first, second].map((sample) => {
    const out = new Float64Array(neurons.count);
    system.activations(weights, sample, out);
    return out;
  });
  const depth = wide.sizes.length - 1;
  const kernel = (a: Float64Array, b: Float64Array): Float64Array => {
    const sums = new Float64Array(depth);
    for (let n = 0; n < neurons.count; n++) {
      const layer = neurons.layer[n];
      if (neurons.role[n] !== bias && layer < depth) sums[layer] += a[n] * b[n];
    }
    return sums.map(
      (sum, layer) => (wide.sigmaW * wide.sigmaW * sum) / wide.sizes[layer] + wide.sigmaB * wide.sigmaB,
    );
  };
  const [q1, q2, both] = [kernel(rows[0], rows[0]), kernel(rows[1], rows[1]), kernel(rows[0], rows[1])];
  const c = both.map((product, layer) => {
    const size = Math.sqrt(q1[layer] * q2[layer]);
    return size > 0 ? product / size : 1;
  });
  return { q1, q2, c };
}
