import type { Kernels, NetworkKernel, Reals } from '../../../kernels/types.ts';
import {
  addBlock,
  closeRing,
  identity,
  placeSamples,
  stretches,
  tangentOf,
  transpose,
  type Tiled,
} from '../tangent.ts';

/** What the tangent kernel needs of the ring: its rows after `forward`. */
interface Forward extends Tiled {
  readonly N: number;
  readonly depth: number;
  readonly reach: number;
  readonly biases: boolean;
  readonly residual: boolean;
  /** Weights that end in one neuron. */
  readonly fan: number;
  /** h of every layer but the last, [site][sample] with the ring's ends. */
  readonly values: readonly Float64Array[];
  /** σ′ of every layer behind the first, [site][sample]. */
  readonly slopes: readonly Float64Array[];
}

function createRoom({ N, depth, reach, fan, tile }: Forward, kernels: Kernels, count: number) {
  const span = N + 2 * reach;
  const loops = kernels.rows(N * fan, (depth * count + 1) * span * N + 5 * N * N);
  const square = (): Float64Array => loops.room(N * N);
  return {
    loops,
    samples: stretches(count, tile),
    /** [layer] h, [closed site][sample]. */
    values: Array.from({ length: depth }, () => new Float64Array(span * count)),
    /** [layer] σ′, [site][sample]. */
    slopes: Array.from({ length: depth }, () => new Float64Array(N * count)),
    /** [layer][sample] ∂Z/∂z, [closed site][output]. */
    deltas: Array.from({ length: depth }, () => Array.from({ length: count }, () => loops.room(span * N))),
    back: square(),
    signal: square(),
    turned: square(),
    scaled: square(),
    products: square(),
  };
}
type Room = ReturnType<typeof createRoom>;

/**
 * Tangent kernel of a deep ring, whose weights are no two sites' own, **exact**:
 *    Θ_{(l,o),(l′,o′)} = Σ_m Σ_i [Σ_s h_{i+s}(l) h_{i+s}(l′) + 1] δ_{i,o}(l) δ_{i,o′}(l′),  δ_{i,o} = ∂Z_o/∂z_i
 *  (1 where there are biases): for every pair of samples a product of two N × N matrices for each layer, the taps summed
 *  beforehand. O(S² N depth/2) where J Jᵀ takes 2·reach + 1 times as much.
 */
export function deepRingTangent(
  network: Forward,
  kernels: Kernels,
): NonNullable<NetworkKernel['tangentKernel']> {
  const { N, depth, reach, biases, residual, fan } = network;
  const taps = 2 * reach + 1;
  const edge = reach * N;

  function forward(
    weights: Reals,
    inputs: Float64Array,
    batch: Int32Array | null,
    count: number,
    r: Room,
  ): void {
    for (const { first, width } of r.samples) {
      network.forward(weights, inputs, batch, first, width);
      for (let m = 0; m < depth; m++) {
        placeSamples(network.values[m], N + 2 * reach, width, first, count, r.values[m]);
        placeSamples(network.slopes[m], N, width, first, count, r.slopes[m]);
      }
    }
  }

  /** ∂Z/∂z of one sample. */
  function backward(weights: Reals, sample: number, count: number, r: Room): void {
    const { loops, back, signal } = r;
    identity(N, back);
    for (let m = depth - 1; m >= 0; m--) {
      const delta = r.deltas[m][sample];
      for (let i = 0; i < N; i++) {
        const slope = r.slopes[m][i * count + sample];
        for (let o = 0; o < N; o++) delta[edge + i * N + o] = slope * back[i * N + o];
      }
      if (m === 0) return;
      closeRing(delta, N, reach, N);
      // The residual wire of the layer before still holds ∂Z/∂h⁺.
      const kept = residual && m < depth - 1;
      loops.stencilBack(weights, m * N * fan, fan, taps, N, delta, N, kept ? signal : back);
      if (kept) for (let n = 0; n < N * N; n++) back[n] += signal[n];
    }
  }

  const room = (count: number): Room => createRoom(network, kernels, count);
  return tangentOf(N, room, (r, weights, inputs, batch, count, out) => {
    const { loops, turned, scaled, products } = r;
    const size = count * N;
    forward(weights, inputs, batch, count, r);
    for (let l = 0; l < count; l++) backward(weights, l, count, r);
    for (let m = 0; m < depth; m++) {
      const values = r.values[m];
      for (let l = 0; l < count; l++) {
        transpose(r.deltas[m][l].subarray(edge, edge + N * N), N, N, turned);
        for (let k = 0; k <= l; k++) {
          const other = r.deltas[m][k];
          for (let i = 0; i < N; i++) {
            let pair = biases ? 1 : 0;
            for (let s = 0; s < taps; s++) pair += values[(i + s) * count + l] * values[(i + s) * count + k];
            for (let o = 0; o < N; o++) scaled[i * N + o] = pair * other[edge + i * N + o];
          }
          products.fill(0, 0, N * N);
          loops.multiply(turned, 0, N, 1, N, N, 1, scaled, N, products);
          addBlock(products, N, l, k, size, out);
        }
      }
    }
  });
}
