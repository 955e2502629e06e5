import type { RowLoops } from './networkTypes.ts';

export type * from './networkTypes.ts';

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
