import type { CostKind, Force, NetworkKernel, Reals } from '../types.ts';
import { pointSlope } from './costs.ts';

/** Tiles that go through as one sequence. */
const MOST_TILES = 256;

/**
 * Force of any network by back-propagation, C = Σ_l cost(Z_l, Y_l): a tile of samples forward, ∂C/∂Z, and
 * back. O(P·samples) for networks without shared weights, allocates nothing.
 * @param inputs   [L × inputs]
 * @param targets  [L × outputs]
 */
export function networkForce(
  kernel: NetworkKernel,
  cost: CostKind,
  inputs: Float64Array,
  targets: Float64Array,
): Force {
  const { size, reals, tile, outputCount, outputs, slope } = kernel;
  const sampleCount = targets.length / outputCount;

  function add(weights: Reals, batch: Int32Array | null, out: Reals): void {
    const count = batch === null ? sampleCount : batch.length;
    for (let first = 0; first < count; first += tile) {
      const width = Math.min(tile, count - first);
      kernel.load(inputs, batch, first, width, true);
      kernel.forward(weights, width);
      if (cost === 'squared' && kernel.squaredSlope) kernel.squaredSlope(targets, batch, first, width);
      else
        for (let s = 0; s < width; s++) {
          const at = (batch === null ? first + s : batch[first + s]) * outputCount;
          pointSlope(cost, outputs, s, width, targets, at, outputCount, slope);
        }
      kernel.backward(weights, width, out);
    }
  }
  // Squared costs are made of the network's loops alone.
  const short = sampleCount <= MOST_TILES * tile;
  const all =
    cost === 'squared' && kernel.squaredSlope && short
      ? kernel.sequence?.((weights, _width, out) => out && add(weights, null, out))
      : undefined;
  return {
    size,
    ...(reals !== undefined && { reals }),
    gradient(weights, batch, _stiffness, out) {
      out.fill(0);
      if (batch === null && all) all(weights, 0, out);
      else add(weights, batch, out);
    },
  };
}
