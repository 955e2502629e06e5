import type { Kernels, NetworkKernel, Reals } from '../../../kernels/types.ts';
import { addBlock, closeRing, identity, placeSamples, stretches, tangentOf, type Tiled } from '../tangent.ts';

/** One layer's place in the flat weights: [to × from × taps] from `weights`. */
interface Layer {
  readonly from: number;
  readonly to: number;
  readonly weights: number;
}

/** What the tangent kernel needs of the ring: its rows after `forward`. */
interface Forward extends Tiled {
  readonly N: number;
  readonly reach: number;
  readonly biases: boolean;
  readonly layers: readonly Layer[];
  /** [layer][channel] h, [site][sample] with the ring's ends. */
  readonly values: readonly (readonly Float64Array[])[];
  /** [layer][channel] σ′, [site][sample]. */
  readonly slopes: readonly (readonly Float64Array[])[];
}

function createRoom({ N, reach, layers, tile }: Forward, kernels: Kernels, count: number) {
  const span = N + 2 * reach;
  const taps = 2 * reach + 1;
  const channels = layers.reduce((sum, { to }) => sum + to, 0);
  const widest = layers.reduce((most, { from }) => Math.max(most, from), 0);
  const rows = widest * taps + 1;
  const loops = kernels.rows(
    layers.reduce((most, { from, to }) => Math.max(most, from * to * taps), 0),
    channels * count * (span * N + span) + count * rows * N + (widest + 3) * N * N + N,
  );
  const each = <T>(length: number, make: (n: number) => T): T[] => Array.from({ length }, (_, n) => make(n));
  const slopes = each(count, () => loops.room(rows * N));
  return {
    loops,
    samples: stretches(count, tile),
    /** [layer][channel][sample] h, [closed site]. */
    values: layers.map(({ from }) => each(from, () => each(count, () => loops.room(span)))),
    /** [layer][channel] σ′, [site][sample]. */
    slopes: layers.map(({ to }) => each(to, () => new Float64Array(N * count))),
    /** [layer][sample][channel] ∂Z/∂z, [closed site][output]; and without the ring's ends. */
    deltas: layers.map(({ to }) =>
      each(count, () =>
        each(to, () => {
          const closed = loops.room(span * N);
          return { closed, open: closed.subarray(reach * N, (reach + N) * N) };
        }),
      ),
    ),
    backs: each(widest, () => loops.room(N * N)),
    /** [sample] ∂Z/∂W of what ends in one output channel, [weight][output]; and each input channel's part of it. */
    columns: slopes,
    parts: slopes.map((column) => each(widest + 1, (d) => column.subarray(d * taps * N))),
    ones: loops.room(N).fill(1),
    products: loops.room(N * N),
  };
}
type Room = ReturnType<typeof createRoom>;

/**
 * Tangent kernel of a convolutional ring, **exact**. A weight is shared by all sites, so that no product of Gram matrices
 * is left: what ends in one output channel is summed over sites,
 *    ∂Z_o/∂W_{c,c′,s} = Σ_i δ_{c,i,o} h_{c′,i+s},
 *  and its Gram matrix added, one output channel after another. O(S P (N + S/2)), with no more of J at a time than a channel.
 */
export function convRingTangent(
  network: Forward,
  kernels: Kernels,
): NonNullable<NetworkKernel['tangentKernel']> {
  const { N, reach, biases, layers } = network;
  const taps = 2 * reach + 1;
  const depth = layers.length;

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
        network.values[m].forEach((value, c) => {
          for (let s = 0; s < width; s++) {
            const out = r.values[m][c][first + s];
            for (let i = 0; i < N + 2 * reach; i++) out[i] = value[i * width + s];
          }
        });
        network.slopes[m + 1].forEach((slope, c) => {
          placeSamples(slope, N, width, first, count, r.slopes[m][c]);
        });
      }
    }
  }

  /** ∂Z/∂z of one sample. */
  function backward(weights: Reals, sample: number, count: number, r: Room): void {
    const { loops, backs } = r;
    identity(N, backs[0]);
    for (let m = depth - 1; m >= 0; m--) {
      const { from, to, weights: at } = layers[m];
      const deltas = r.deltas[m][sample];
      for (let c = 0; c < to; c++) {
        const [open, slopes, back] = [deltas[c].open, r.slopes[m][c], backs[c]];
        for (let i = 0; i < N; i++) {
          const slope = slopes[i * count + sample];
          for (let o = 0; o < N; o++) open[i * N + o] = slope * back[i * N + o];
        }
        closeRing(deltas[c].closed, N, reach, N);
      }
      if (m === 0) return;
      for (let d = 0; d < from; d++) {
        backs[d].fill(0, 0, N * N);
        for (let c = 0; c < to; c++) {
          const last = at + (c * from + d) * taps + taps - 1;
          loops.stencilShared(weights, last, -1, taps, N, deltas[c].closed, N, backs[d]);
        }
      }
    }
  }

  const room = (count: number): Room => createRoom(network, kernels, count);
  return tangentOf(N, room, (r, weights, inputs, batch, count, out) => {
    const { loops, columns, parts, products } = r;
    const size = count * N;
    forward(weights, inputs, batch, count, r);
    for (let l = 0; l < count; l++) backward(weights, l, count, r);
    for (let m = 0; m < depth; m++) {
      const { from, to } = layers[m];
      const rows = from * taps + (biases ? 1 : 0);
      for (let c = 0; c < to; c++) {
        for (let l = 0; l < count; l++) {
          const delta = r.deltas[m][l][c].open;
          columns[l].fill(0, 0, rows * N);
          for (let d = 0; d < from; d++) {
            loops.multiply(r.values[m][d][l], 0, 1, 1, taps, N, 1, delta, N, parts[l][d]);
          }
          if (biases) loops.multiply(r.ones, 0, N, 1, 1, N, 1, delta, N, parts[l][from]);
        }
        for (let l = 0; l < count; l++) {
          for (let k = 0; k <= l; k++) {
            products.fill(0, 0, N * N);
            loops.multiply(columns[l], 0, 1, N, N, rows, 1, columns[k], N, products);
            addBlock(products, N, l, k, size, out);
          }
        }
      }
    }
  });
}
