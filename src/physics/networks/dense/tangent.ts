import type { Kernels, NetworkKernel, Reals } from '../../../kernels/types.ts';
import { placeSamples, stretches, tangentOf, transpose, type Tiled } from '../tangent.ts';

/** Columns (sample, output) that go back through the network together. */
const TILE = 64;

/** z = weightScale W h + biasScale b: W row-major from `weights`. */
interface Layer {
  readonly rows: number;
  readonly columns: number;
  readonly weights: number;
  readonly weightScale: number;
  readonly biasScale: number;
}

/** What the tangent kernel needs of the network: its rows after `forward`. */
interface Forward extends Tiled {
  readonly layers: readonly Layer[];
  readonly sizes: readonly number[];
  /** h and σ′ of every layer of neurons, [neuron][sample]. */
  readonly values: readonly Float64Array[];
  readonly slopes: readonly Float64Array[];
}

/** Room for a number of samples. */
function createRoom({ layers, sizes, tile }: Forward, kernels: Kernels, count: number) {
  const outputs = sizes[sizes.length - 1];
  const neurons = sizes.reduce((sum, n) => sum + n, 0);
  const most = sizes.reduce((most, n) => Math.max(most, n), TILE);
  const largest = layers.reduce((most, { rows, columns }) => Math.max(most, rows * columns), 0);
  const [samples, columns] = [stretches(count, tile), stretches(count * outputs, TILE)];
  const block = Math.max(TILE, tile);
  const rows = neurons * (count * outputs + count) + block * (most + block);
  const loops = kernels.rows(largest, rows);
  return {
    loops,
    samples,
    columns,
    /** [layer][tile] h of its samples. */
    values: sizes.map((n) => samples.map(({ width }) => loops.room(n * width))),
    /** [layer] σ′ [neuron][sample]. */
    slopes: sizes.map((n) => new Float64Array(n * count)),
    /** [layer][tile] ∂Z/∂z, [neuron][column]. */
    deltas: sizes.map((n) => columns.map(({ width }) => loops.room(n * width))),
    turned: loops.room(block * most),
    products: loops.room(block * block),
    /** Σ h h of pairs of samples, with what the layer's weights and biases count. */
    pairs: new Float64Array(count * count),
    /** Sample of each column. */
    sampleOf: Int32Array.from({ length: count * outputs }, (_, a) => Math.floor(a / outputs)),
  };
}
type Room = ReturnType<typeof createRoom>;

/**
 * Tangent kernel of a dense network, from Gram matrices of layers, **exact**:
 *    Θ_{(l,o),(l′,o′)} = Σ_m [s_w² h⁽ᵐ⁾_l·h⁽ᵐ⁾_l′ + s_b²] δ⁽ᵐ⁺¹⁾_{lo}·δ⁽ᵐ⁺¹⁾_{l′o′},  δ⁽ᵐ⁾_{lo} = ∂Z_o(l)/∂z⁽ᵐ⁾
 *  Tiles on and below the diagonal only. O(S² neurons/2 + S P/L) where J Jᵀ takes S² P/2.
 *  Source: Novak et al., arXiv:1912.02803, for the factorisation.
 */
export function denseTangent(
  network: Forward,
  kernels: Kernels,
): NonNullable<NetworkKernel['tangentKernel']> {
  const { layers, sizes } = network;
  const depth = layers.length;

  /** h, σ′ of all samples. */
  function forward(
    weights: Reals,
    inputs: Float64Array,
    batch: Int32Array | null,
    count: number,
    r: Room,
  ): void {
    r.samples.forEach(({ first, width }, tile) => {
      network.forward(weights, inputs, batch, first, width);
      for (let m = 0; m <= depth; m++) {
        const length = sizes[m] * width;
        const [value, slope] = [network.values[m], network.slopes[m]];
        for (let n = 0; n < length; n++) r.values[m][tile][n] = value[n];
        if (m === 0) continue;
        placeSamples(slope, sizes[m], width, first, count, r.slopes[m]);
      }
    });
  }

  /** ∂Z/∂z of every column, from the last layer back to the first. */
  function backward(weights: Reals, count: number, r: Room): void {
    const { loops, sampleOf, slopes, deltas } = r;
    r.columns.forEach(({ first, width }, tile) => {
      const last = deltas[depth][tile];
      last.fill(0, 0, sizes[depth] * width);
      for (let c = 0; c < width; c++) {
        const output = (first + c) % sizes[depth];
        last[output * width + c] = slopes[depth][output * count + sampleOf[first + c]];
      }
      for (let m = depth - 1; m > 0; m--) {
        const { rows, columns, weights: at, weightScale } = layers[m];
        const delta = deltas[m][tile];
        delta.fill(0, 0, columns * width);
        loops.multiply(
          weights,
          at,
          1,
          columns,
          columns,
          rows,
          weightScale,
          deltas[m + 1][tile],
          width,
          delta,
        );
        for (let k = 0; k < columns; k++) {
          for (let c = 0; c < width; c++) delta[k * width + c] *= slopes[m][k * count + sampleOf[first + c]];
        }
      }
    });
  }

  /** Hands over Σ_k a_k b_k of every tile on and below the diagonal. */
  function gram(
    r: Room,
    neurons: number,
    rows: readonly Float64Array[],
    tiles: Room['columns'],
    take: (row: Room['columns'][number], column: Room['columns'][number]) => void,
  ): void {
    tiles.forEach((row, p) => {
      transpose(rows[p], neurons, row.width, r.turned);
      for (let q = 0; q <= p; q++) {
        const column = tiles[q];
        r.products.fill(0, 0, row.width * column.width);
        r.loops.multiply(r.turned, 0, neurons, 1, row.width, neurons, 1, rows[q], column.width, r.products);
        take(row, column);
      }
    });
  }

  const room = (count: number): Room => createRoom(network, kernels, count);
  return tangentOf(sizes[depth], room, (r, weights, inputs, batch, count, out) => {
    const { pairs, products, sampleOf } = r;
    const size = count * sizes[depth];
    forward(weights, inputs, batch, count, r);
    backward(weights, count, r);
    for (let m = 0; m < depth; m++) {
      const { weightScale, biasScale } = layers[m];
      gram(r, sizes[m], r.values[m], r.samples, (row, column) => {
        for (let j = 0; j < row.width; j++) {
          for (let c = 0; c < column.width; c++) {
            const product = products[j * column.width + c];
            pairs[(row.first + j) * count + column.first + c] =
              weightScale * weightScale * product + biasScale * biasScale;
          }
        }
      });
      gram(r, sizes[m + 1], r.deltas[m + 1], r.columns, (row, column) => {
        for (let j = 0; j < row.width; j++) {
          const a = row.first + j;
          const pair = sampleOf[a] * count;
          const end = Math.min(column.width, a + 1 - column.first);
          for (let c = 0; c < end; c++) {
            const b = column.first + c;
            out[a * size + b] += pairs[pair + sampleOf[b]] * products[j * column.width + c];
          }
        }
      });
    }
  });
}
