import type { Reals } from './types.ts';

/** Activation as the kernels know it; p, q, r are used by `quadratic` (p u² + q u + r) and `affine` (p u + q). */
export interface KernelActivation {
  kind: 'linear' | 'tanh' | 'sigmoid' | 'relu' | 'softplus' | 'sin' | 'quadratic' | 'affine';
  p: number;
  q: number;
  r: number;
}

export type CostKind = 'squared' | 'absolute' | 'cross-entropy';

/**
 * What networks of layers are made of: loops over rows of samples, [row][sample] with `width` samples each, the batch
 * innermost. Rows are arrays that `room` gave; flat weights and sums over samples may stand anywhere. All sets of
 * kernels do the same operations in the same order, so that they have the same bits. No call allocates.
 */
export interface RowLoops {
  /** An array of zeros where the loops reach it. */
  room(count: number): Float64Array;
  /** Room for a state [P] that the loops reach without a copy; null when none is left. */
  readonly reals: (single: boolean) => Reals | null;
  /** target[j][s] += scale Σ_k M[j,k] source[k][s], M[j,k] = flat[at + j·rowStep + k·columnStep]. */
  multiply(
    flat: Reals,
    at: number,
    rowStep: number,
    columnStep: number,
    rows: number,
    columns: number,
    scale: number,
    source: Float64Array,
    width: number,
    target: Float64Array,
  ): void;
  /** out[at + j·columns + i] += scale Σ_s delta[j][s] value[i][s]. */
  addOuter(
    delta: Float64Array,
    rows: number,
    value: Float64Array,
    columns: number,
    width: number,
    scale: number,
    out: Reals,
    at: number,
  ): void;
  /** out[at + j·step] += scale Σ_s source[from + j·width + s]. */
  addSums(
    source: Float64Array,
    from: number,
    rows: number,
    width: number,
    scale: number,
    out: Reals,
    at: number,
    step: number,
  ): void;
  /** target[j][s] = scale · flat[at + j]. */
  fillRows(flat: Reals, at: number, rows: number, scale: number, width: number, target: Float64Array): void;
  /** out[outAt + n] = a[n] b[n]. */
  product(a: Float64Array, b: Float64Array, count: number, out: Float64Array, outAt: number): void;
  /** out[n] = 2 (a[n] − b[n]). */
  doubleErrors(a: Float64Array, b: Float64Array, count: number, out: Float64Array): void;
  /**
   * Copies samples of a row-major set into rows [entry][sample], from target[at] on.
   * @param source  [L × count]
   * @param batch   indices of samples; null: all, in order
   * @param first   place of the first sample in the batch
   * @param fixed   the set never changes: the loops may keep it beside them
   */
  gather(
    source: Float64Array,
    count: number,
    batch: Int32Array | null,
    first: number,
    width: number,
    target: Float64Array,
    at: number,
    fixed: boolean,
  ): void;
  /** One sample of such a set as a row: where it stands, or copied to `room` where the loops do not reach it. */
  sample(
    source: Float64Array,
    count: number,
    index: number,
    room: Float64Array,
    fixed: boolean,
  ): Float64Array;
  /** target[at + n] = value of the first `count`. */
  fill(value: number, count: number, target: Float64Array, at: number): void;
  /** to[toAt + n] = from[fromAt + n]; not for pieces that overlap. */
  copy(from: Float64Array, fromAt: number, count: number, to: Float64Array, toAt: number): void;
  /** target[at + n] += a[from + n]. */
  accumulate(a: Float64Array, from: number, count: number, target: Float64Array, at: number): void;
  /** h = σ(z), from value[valueAt] on, σ′(z) and, where asked, σ″(z) of the first `count`; value may be z, at 0. */
  activate(
    activation: KernelActivation,
    z: Float64Array,
    count: number,
    value: Float64Array,
    valueAt: number,
    slope: Float64Array,
    bend: Float64Array | null,
  ): void;
  /** target[i][s] = b_i + Σ_k w_ik source[i + k][s]; w and b of site i from flat[at + i·fan] on. */
  stencilSites(
    flat: Reals,
    at: number,
    fan: number,
    taps: number,
    biased: boolean,
    sites: number,
    source: Float64Array,
    width: number,
    target: Float64Array,
  ): void;
  /** Its transpose on a ring: target[j][s] = Σ_k w source[j + k][s], w of site j + k − reach, place taps − 1 − k. */
  stencilBack(
    flat: Reals,
    at: number,
    fan: number,
    taps: number,
    sites: number,
    source: Float64Array,
    width: number,
    target: Float64Array,
  ): void;
  /** target[i][s] += Σ_k w_k source[i + k][s], w_k = flat[at + k·step]. */
  stencilShared(
    flat: Reals,
    at: number,
    step: number,
    taps: number,
    sites: number,
    source: Float64Array,
    width: number,
    target: Float64Array,
  ): void;
  /** out[at + i·fan + k] += Σ_n delta[from + i·length + n] source[(i + k)·width + n], n = 0..length − 1. */
  addStencilSlopes(
    delta: Float64Array,
    from: number,
    sites: number,
    length: number,
    source: Float64Array,
    width: number,
    taps: number,
    out: Reals,
    at: number,
    fan: number,
  ): void;
  /** out[outAt + k] = flat[at + 2k] row[k] + flat[at + 2k + 1] row[k + 1]. */
  pairSums(flat: Reals, at: number, row: Float64Array, count: number, out: Float64Array, outAt: number): void;
  /**
   * Neurons between the sites of a ring: value[k] = (p u + q) u + r, slope[k] = 2 p u + q,
   * u = flat[at + 2k − 1] row[k − 1] + flat[at + 2k] row[k], modulo `count` sites; value[count] = value[0].
   */
  pairNeurons(
    flat: Reals,
    at: number,
    row: Float64Array,
    count: number,
    p: number,
    q: number,
    r: number,
    value: Float64Array,
    slope: Float64Array,
  ): void;
  /**
   * Back through two layers of such pairs, of 2·count weights each, `value` and `slope` as of `pairNeurons`:
   * out[2·count + 2k] += δ[k] value[k], out[2·count + 2k + 1] += δ[k] value[k + 1], then with
   * e = (flat[2·count + 2k − 1] δ[k − 1] + flat[2·count + 2k] δ[k]) slope[k], modulo `count` sites,
   * out[2k − 1] += e row[k − 1], out[2k] += e row[k].
   */
  pairsBack(
    flat: Reals,
    row: Float64Array,
    value: Float64Array,
    slope: Float64Array,
    delta: Float64Array,
    count: number,
    out: Reals,
  ): void;
  /**
   * A sequence of these loops that depends on nothing but the width. Sets of kernels may note it down the first
   * time and take it at one call from then on, so that it must be made of these loops alone; it may hold others.
   * @param sequence  what is done; `out` is what is added to, where there is such
   */
  readonly sequence: (sequence: Sequence) => Sequence;
}

/** Loops of a network in turn. */
export type Sequence = (weights: Reals, width: number, out: Reals | null) => void;

/**
 * A network as its loops: outputs forward, Jᵀg backward, and their derivatives along a direction. Samples go
 * through in tiles; rows are [entry][sample], the batch innermost, packed at the width of the tile. Holds its
 * scratch, so that one system at a time uses it; no call allocates, but the first of `rates`. Cost, gradient,
 * H v, Jacobian and tangent kernel derive from it and are written once.
 */
export interface NetworkKernel {
  /** Number of weights P. */
  readonly size: number;
  /** Room for a state [P] that its loops reach without a copy; null when none is left. */
  readonly reals?: (single: boolean) => Reals | null;
  readonly outputCount: number;
  /** Most samples that go through at once. */
  readonly tile: number;
  /** The loops' own, for what goes through the network as a whole. */
  readonly sequence?: RowLoops['sequence'];
  /** [outputs × tile] Z, written by `forward`; gone after `backward`. */
  readonly outputs: Float64Array;
  /** [outputs × tile] g = ∂C/∂Z, read by `backward` and destroyed. */
  readonly slope: Float64Array;
  /**
   * Takes samples first..first+width−1 of a batch (null: of all).
   * @param inputs  [L × inputs]
   * @param fixed   these inputs never change
   */
  load(inputs: Float64Array, batch: Int32Array | null, first: number, width: number, fixed?: boolean): void;
  /** Z of the samples taken. */
  forward(weights: Reals, width: number): void;
  /**
   * g = 2 (Z − Y) of the samples that went forward, the squared cost's ∂C/∂Z, at once; left out where there are no
   * loops for it. Arguments as of `load`; targets never change.
   */
  squaredSlope?(targets: Float64Array, batch: Int32Array | null, first: number, width: number): void;
  /** out ← out + Σ_l J_lᵀ g_l of the samples that went forward. @param out [P] */
  backward(weights: Reals, width: number, out: Reals): void;
  /** After `forward` of one sample: the value of every neuron in the order of the layout; biases are 1. */
  neurons(out: Float64Array): void;
  /**
   * After `forward` of samples first..first+width−1 of `count`: the value of every neuron, in the same order, for each of
   * them. Left out where nobody asks for more than one sample at a time.
   * @param out  [neurons × count], row by row
   */
  responses?(first: number, width: number, count: number, out: Float64Array): void;
  /** The derivatives along a direction, made when they are first asked for. */
  rates(): NetworkRates;
  /**
   * Θ = J Jᵀ of the first `count` samples of a batch (null: of all), J = ∂Z/∂W: from what each layer holds, J itself is
   * never made. Left out where the kernel has no better way than row by row.
   * @param out  [S × S], S = count · outputs, row l·outputs + o: its lower half is overwritten, column ≤ row
   */
  tangentKernel?(
    weights: Reals,
    inputs: Float64Array,
    batch: Int32Array | null,
    count: number,
    out: Float64Array,
  ): void;
}

/** What of a network changes along a direction v in the space of weights, in rows as its kernel's. */
export interface NetworkRates {
  /** [outputs × tile] Z′ = J v. */
  readonly first: Float64Array;
  /** [outputs × tile] Z″ = vᵀ (∂²Z/∂W²) v. */
  readonly second: Float64Array;
  /** [outputs × tile] g′, read by `backward` beside the kernel's g, and destroyed. */
  readonly slopeRate: Float64Array;
  /** Z and Z′, and Z″ where asked, of the samples taken. */
  forward(weights: Reals, direction: Reals, width: number, second: boolean): void;
  /** out ← out + d/dv Σ_l J_lᵀ g_l, g moving at g′: H v where g = ∂C/∂Z and g′ = (∂²C/∂Z²) J v. */
  backward(weights: Reals, direction: Reals, width: number, out: Reals): void;
}
