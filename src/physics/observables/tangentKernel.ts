import type { Reals, System } from '../types.ts';
import { observable } from './types.ts';

/** Most rows of a tangent kernel: 8 MB. */
export const MOST_KERNEL_ROWS = 1024;

/** Rows of the tangent kernel of all samples: samples × outputs. */
export const kernelRows = ({ sampleCount, outputCount }: System): number => sampleCount * outputCount;

/**
 * Samples whose kernel has at most so many rows, evenly spaced; null: all of them.
 *  @returns at least one
 */
export function spacedSamples(system: System, mostRows: number): Int32Array | null {
  const { sampleCount, outputCount } = system;
  const count = Math.max(1, Math.floor(mostRows / outputCount));
  if (count >= sampleCount) return null;
  return Int32Array.from({ length: count }, (_, n) => Math.floor((n * sampleCount) / count));
}

/**
 * The empirical tangent kernel Θ = J Jᵀ, J = ∂Z/∂W. **exact**
 *  @param samples  of which; null: all
 *  @returns        [S × S], row l·outputs + o; null for fields, which have no outputs
 *  Source: Jacot, Gabriel, Hongler, arXiv:1806.07572; physics.md 5.
 */
export function tangentKernel(
  system: System,
  weights: Reals,
  samples: Int32Array | null = null,
): Float64Array | null {
  if (system.derivatives === undefined) return null;
  const rows = (samples?.length ?? system.sampleCount) * system.outputCount;
  const out = new Float64Array(rows * rows);
  system.derivatives.tangentKernel(weights, samples, out);
  return out;
}

/** ‖Θ − Θ₀‖_F/‖Θ₀‖_F; 0 where both vanish. */
export function kernelDrift(kernel: Float64Array, start: Float64Array): number {
  let [moved, whole] = [0, 0];
  for (let n = 0; n < kernel.length; n++) {
    const change = kernel[n] - start[n];
    moved += change * change;
    whole += start[n] * start[n];
  }
  return moved === 0 ? 0 : Math.sqrt(moved / whole);
}

/** {@link tangentKernel} of all samples. */
export const ntk = observable({
  id: 'ntk',
  shape: '[S × S], S = samples·outputs, row (sample l, output i) at l·outputs + i; null for fields',
  cost: 'O(S² neurons + S·P)',
  cadence: 'request',
  refuses(system) {
    const rows = kernelRows(system);
    if (rows <= MOST_KERNEL_ROWS) return null;
    return `at most ${MOST_KERNEL_ROWS} rows (samples × outputs), this run has ${rows}`;
  },
  compute({ system, weights }) {
    const kernel = tangentKernel(system, weights);
    if (kernel === null) return null;
    const size = kernelRows(system);
    return Array.from({ length: size }, (_, row) => kernel.subarray(row * size, (row + 1) * size));
  },
});
