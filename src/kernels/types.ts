/** Real numbers of a run: Float64Array, or Float32Array where a run asks for single precision. */
export type Reals = Float64Array | Float32Array;

/**
 * A force law: the gradient of a cost, ready to be evaluated in a hot loop.
 * Holds its own data and scratch space; evaluation allocates nothing.
 */
export interface Force {
  /** Number of weights P. */
  readonly size: number;
  /** The ring of Eq. 14 that the full batch is, with the sources of the data; left out where it is none. */
  readonly ring?: { readonly K: Float64Array; readonly J: Float64Array; readonly force: Float64Array };
  /** The torus that the full batch is, as `Kernels.torus` takes it; left out where it is none. */
  readonly torus?: {
    readonly rows: number;
    readonly columns: number;
    readonly K: Float64Array;
    readonly J: Float64Array;
    readonly force: Float64Array;
  };
  /**
   * The cost of a lattice whose gradient it is, s the factor on K; null where the weights lie out of its reach. Left out
   * where it has no loops for it.
   */
  readonly energy?: (weights: Reals, stiffness: number) => number | null;
  /** Room for a state [P] that it reaches without a copy; null when none is left. */
  readonly reals?: (single: boolean) => Reals | null;
  /**
   * Writes H v of the full batch, H the Hessian, which is the same everywhere; left out where it is not, or costs more
   * than two gradients.
   */
  readonly hessian?: (vector: Reals, stiffness: number, out: Reals) => void;
  /**
   * Writes ∂C/∂W of a batch.
   * @param weights    [P]; not modified
   * @param batch      indices of the samples at work; null is the full batch
   * @param stiffness  factor on every coupling K (physical redshift: a⁻²); networks ignore it
   * @param out        [P], overwritten
   */
  gradient(weights: Reals, batch: Int32Array | null, stiffness: number, out: Reals): void;
}

/** What the second-order kernel is told from outside about a stretch of steps. */
export interface StepPlan {
  /** Number of steps. */
  count: number;
  /** Time step h. */
  h: number;
  /** The first step stands opened: an earlier call stayed in it. Only of the full batch; left out: no. */
  opened?: boolean;
  /** The step after the last is opened and stayed in: W stands at its end, V in its middle. Only of the full batch. */
  stays?: boolean;
  /**
   * [4·count], 2 more where it stays: for each step E₁, c₁ (first half kick), E₂, c₂ (second half kick);
   * V ← E V − c ∂C/∂W. physics.md 4.1.
   */
  coefficients: Float64Array;
  /** [count+1] factor on K at the full steps; null is 1 throughout. */
  stiffness: Float64Array | null;
  /** [count·batchSize] samples of each step; null is the full batch. */
  samples: Int32Array | null;
  batchSize: number;
  /**
   * [2·count], one more where it stays, written: Σ V² in the middle of each step (after the first kick) and at its end;
   * then in the middle of the step that is stayed in. That of a step that stands opened is left as it is.
   */
  squares: Float64Array;
}

/**
 * Normal numbers of a seed (physics/math/random.ts). Its state is two numbers of xoroshiro128+, each as its upper and lower
 * half, then 1 where the second of a pair of normal numbers waits, and it.
 */
export interface NormalStream {
  normal(): number;
  save(): number[];
  load(state: readonly number[]): void;
}

/**
 * The hot loops: a plain TypeScript twin, which is fallback and oracle, and one of WebAssembly with SIMD for what it
 * has loops of its own for. All state is advanced in place; no call allocates in proportion to its work.
 * Values smaller in size than the amplitude floor (1e-150 in f64, 1e-30 in f32) become 0 in every
 * damped update, so that decayed fields never reach slow denormal numbers.
 */
export interface Kernels {
  readonly name: string;

  /**
   * Couplings on bonds, masses on sites:
   *   C = Σ_b K_b/2 (w_i − w_j)² + Σ_i (J_i w_i²/2 − f_i w_i)
   * on a ring: bond n joins n and n+1 modulo P. K, J and force are the force's own from here on: other ones make another.
   */
  ring(K: Float64Array, J: Float64Array, force: Float64Array | null): Force;

  /**
   * The same on a torus of rows × columns sites; K [2P]: first the bonds down, then those to the right.
   */
  torus(rows: number, columns: number, K: Float64Array, J: Float64Array, force: Float64Array): Force;

  /** ring-perceptron, Eq. 13. inputs [L×N], targets [L×N]; P = 2N. */
  ringPerceptron(p: number, q: number, N: number, inputs: Float64Array, targets: Float64Array): Force;
  /** ring-shared (physics.md 1.4 A). inputs, targets [L×N]; P = N. */
  ringShared(p: number, q: number, N: number, inputs: Float64Array, targets: Float64Array): Force;
  /**
   * One linear output per bond: Z_b = p (w_i X_i − w_j X_j) + q (torus-shared).
   * bonds [2B] site pairs, inputs [L×N], targets [L×B]; P = N.
   * @param sides  of the torus whose bonds they are, in its order: down from every site, then to the right; null: none
   */
  bondDifference(
    p: number,
    q: number,
    N: number,
    bonds: Int32Array,
    inputs: Float64Array,
    targets: Float64Array,
    sides: { readonly rows: number; readonly columns: number } | null,
  ): Force;
  /** One linear neuron: Z = p Σ_i W_i X_i + q. inputs [L×N], targets [L]; P = N. */
  linearNeuron(p: number, q: number, N: number, inputs: Float64Array, targets: Float64Array): Force;
  /** Eq. 19 on a mesh (physics.md 2.2); see TwoFieldMoments. P = 2·points: w₁ then w₂. */
  twoFieldQuadratic(q: number, r: number, mesh: number, points: number, moments: TwoFieldMoments): Force;
  /** Cell potential ½ Σ (Y − 2 w₂ σ(2X w₁))². inputs, targets [L×points]; P = 2·points: w₁ then w₂. */
  twoFieldCell(
    p: number,
    q: number,
    r: number,
    points: number,
    inputs: Float64Array,
    targets: Float64Array,
  ): Force;
  /**
   * Four fields (physics.md 2.5), cost Σ (Y − A h − B h′)², h = σ(P X₋ + Q X).
   * inputs, targets [L×points], a cell is `mesh` points; P = 4·points: A, B, P, Q.
   */
  fourField(
    p: number,
    q: number,
    r: number,
    mesh: number,
    points: number,
    inputs: Float64Array,
    targets: Float64Array,
  ): Force;
  /**
   * Loops for a network of layers.
   * @param size  P
   * @param room  numbers of scratch that it will ask for, at least
   */
  rows(size: number, room: number): RowLoops;

  /**
   * Advances (weights, velocity) by plan.count KDK steps with exact damped kicks, order 2:
   *   V ← E₁V − c₁∇C(W);  W ← W + hV;  V ← E₂V − c₂∇C(W)
   * Evaluates the gradient afresh at its start, so that bits do not depend on how steps are sliced; nor do they on
   * where a call stays in a step and the next one goes on.
   * @param gradient  [P] scratch
   * @returns number of steps done; less than plan.count when the state stopped being finite
   *          (weights and velocity are then those of the failed step)
   */
  kickDriftKick(force: Force, weights: Reals, velocity: Reals, gradient: Reals, plan: StepPlan): number;

  /**
   * V ← V + c g, then values of V below the amplitude floor become 0 where `floors`;  W ← W + h V where weights are given.
   * @returns Σ V²
   */
  push(
    weights: Reals | null,
    velocity: Reals,
    c: number,
    gradient: Reals,
    h: number,
    floors: boolean,
  ): number;
  /**
   * V ← E V + s N, N independent normal numbers of the stream, one per weight in their order, none at s = 0;
   * W ← W + h V, and at s = 0 values of W below the amplitude floor become 0.
   * @returns Σ V²
   */
  stir(weights: Reals, velocity: Reals, E: number, s: number, stream: NormalStream, h: number): number;

  /** Steps of a gradient flow by polynomials of the Hessian. */
  flow(force: Force, single: boolean): FlowSteps;

  /** Room for a state of a force, [P] zeros, where stepping it needs no copies. */
  reals(force: Force, single: boolean): Reals;

  /** Sets values below the amplitude floor to 0, [P]. */
  floorSmall(values: Reals): void;
  /** y ← y + s·x, [P]. */
  addScaled(y: Reals, s: number, x: Reals): void;
  /** out ← x + s·y, [P]. */
  combine(x: Reals, s: number, y: Reals, out: Reals): void;
  /** Largest |x_i| that is finite. */
  largest(x: Reals): number;
  /** Σ x_i², summed in index order. */
  sumOfSquares(x: Reals): number;
}

/**
 * A polynomial q(z) = Σ_k end_k T_k(x), x = (2z − to − from)/(to − from), on from ≤ z ≤ to: where 1 − z q(z) stands for e^{−z},
 * W − q(τH) τ∂C is W after a step τ of the flow.
 */
export interface FlowPolynomial {
  readonly from: number;
  readonly to: number;
  /** Two coefficients at least. */
  readonly end: Float64Array;
}

/** Steps of a gradient flow of one force. Holds the gradient at the weights between steps; allocates nothing in a step. */
export interface FlowSteps {
  /** Takes the gradient at these weights: before the first of some steps. */
  begin(weights: Reals, batch: Int32Array | null, stiffness: number): void;
  /**
   * W ← W − q(τH) τ∂C, with floors, then the gradient there, and V ← −η ∂C, with floors.
   * @param stiffness  factor on K throughout the step
   * @param after      and at its end
   * @returns          Σ (∂C)² in the middle of the step, as ∂C·∂C′ of its ends: **exact** of e^{−τH} where H is symmetric
   */
  step(
    polynomial: FlowPolynomial,
    tau: number,
    weights: Reals,
    velocity: Reals,
    batch: Int32Array | null,
    stiffness: number,
    after: number,
    eta: number,
  ): number;
  /** Σ V² of the last step. */
  squares(): number;
}

/** What Eq. 19 needs of every sample at every point, [L × points] each: products with the target Y. */
export interface TwoFieldMoments {
  readonly Y: Float64Array;
  /** X Y */
  readonly XY: Float64Array;
  /** a X′ Y */
  readonly slopeY: Float64Array;
  /** a² X″ Y */
  readonly bendY: Float64Array;
}

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
