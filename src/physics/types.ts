import type { Force, Kernels, Reals } from '../kernels/types.ts';
import type { Fluid } from './expansion/fluid.ts';
import type { Formula } from './formula.ts';
import type { Declarations, Values } from './parameters.ts';
import type { Random } from './math/random.ts';

export type { Force, Kernels, Reals };

/** Training data of a run. Rows are samples. */
export interface TrainingData {
  readonly sampleCount: number;
  /** X [L × inputs], row-major. */
  readonly inputs: Float64Array;
  /** Y [L × outputs], row-major. */
  readonly targets: Float64Array;
  /** Test samples: they make no force. */
  readonly test?: {
    readonly sampleCount: number;
    readonly inputs: Float64Array;
    readonly targets: Float64Array;
  };
}

/** Number of inputs and outputs of a network; null for fields, which take no data. */
export interface DataShape {
  readonly inputs: number;
  readonly outputs: number;
}

export type NeuronRole = 'input' | 'hidden' | 'output' | 'bias' | 'site';

/**
 * Where a system's neurons, synapses and sites are, in abstract lattice coordinates: views turn them
 * into pictures. Everything is a flat typed array or plain data, so that it crosses to the page as it is.
 */
export interface Layout {
  /** How views should lay it out. `ring`: periodic in x; `torus`: periodic in x and y; `layers`: dense network. */
  readonly shape: 'ring' | 'torus' | 'layers' | 'graph';
  readonly neurons: {
    readonly count: number;
    /** [count] index into neuronRoles. */
    readonly role: Uint8Array;
    /** [count] layer, 0 is the input. */
    readonly layer: Int32Array;
    /** [count] index in the layer. */
    readonly index: Int32Array;
    /** [count] coordinate along the lattice, in units of sites of the first sheet (rings: period = columns). */
    readonly x: Float32Array;
    /** [count] second lattice coordinate (tori: row); 0 otherwise. */
    readonly y: Float32Array;
  };
  /** One entry per wire; a shared weight has several wires. */
  readonly synapses: {
    readonly count: number;
    readonly weight: Int32Array;
    readonly from: Int32Array;
    readonly to: Int32Array;
    /** The wire carries sign · weight. */
    readonly sign: Int8Array;
  };
  /** Sheets of sites: every weight stands on exactly one site of one sheet. */
  readonly sheets: readonly Sheet[];
  /** [2B] pairs of weights joined by a bond, in the order of `couplings.K`. */
  readonly bonds: Int32Array;
}
export const neuronRoles: readonly NeuronRole[] = ['input', 'hidden', 'output', 'bias', 'site'];

/** One 1D or 2D lattice of weights: rows × columns (rows = 1 in 1D). */
export interface Sheet {
  /** Name of the field on it, e.g. 'w', 'W¹'. */
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly periodicRows: boolean;
  readonly periodicColumns: boolean;
  /** [rows·columns] weight at each site; −1 where there is none. */
  readonly weight: Int32Array;
  /** Meaning of the axes, e.g. 'neuron in', 'neuron out', 'x'. */
  readonly columnLabel: string;
  readonly rowLabel: string;
  /** Position of column 0, in units of sites of the first sheet (staggered sheets of ring-two-layer). */
  readonly offset: number;
  /** Distance of columns, in units of sites of the first sheet. */
  readonly pitch: number;
}

/** Sources of a quadratic cost: C = Σ_b K_b/2 (w_i − w_j)² + Σ J_n w_n²/2 + C0, w = W − W*. **exact** */
export interface Couplings {
  /** Per bond (of `bonds` when given, else of the layout). */
  readonly K: Float64Array;
  /** Per site. */
  readonly J: Float64Array;
  /** W*, least norm where it is not unique. */
  readonly shift: Float64Array;
  /** C0. */
  readonly constant: number;
  /** Number of exactly flat directions of the cost (0 when the shift is unique). */
  readonly flatModes: number;
  /** All pairs with K ≠ 0, where bonds are not nearest-neighbour. */
  readonly bonds?: readonly (readonly [number, number])[];
  /** After w_n → (−1)ⁿ w_n, on even rings. physics.md 1.2. */
  readonly staggered?: { readonly K: Float64Array; readonly J: Float64Array };
}

/** Couplings and external sources of Eq. 19, per cell [N] each; names as in the paper's Table II. */
export type TableII = Readonly<
  Record<'m2' | 'J1' | 'J2' | 'J3' | 'K1' | 'K2' | 'K3' | 'K4' | 'K5' | 'K6' | 'K7', Float64Array>
>;

/** Derivatives of all outputs Z [L × outputs] in the weights, J = ∂Z/∂W. **exact** */
export interface OutputDerivatives {
  /** Z′ = J v and, where asked, Z″ = vᵀ (∂²Z/∂W²) v, [L × outputs] each. */
  alongDirection(weights: Reals, direction: Reals, first: Float64Array, second: Float64Array | null): void;
  /** Jᵀ g, out [P]; g [L × outputs] */
  transposed(weights: Reals, slopes: Float64Array, out: Float64Array): void;
  /** J, out [L·outputs × P] row-major: for small systems. */
  jacobian(weights: Reals, out: Float64Array): void;
}

/** A network or field: its cost, its gradient, and where its parts are. */
export interface System {
  readonly kind: string;
  /** P. */
  readonly weightCount: number;
  /** Lattice dimension d. */
  readonly dimension: number;
  readonly sampleCount: number;
  /** Outputs per sample; 0 for fields. */
  readonly outputCount: number;
  readonly testCount: number;
  readonly layout: Layout;
  /** Gradient of the cost of a batch, in a hot loop. */
  readonly force: Force;
  /** C of a batch (null: all samples), in units of target squared; stiffness as in Force. */
  cost(weights: Reals, batch: Int32Array | null, stiffness: number): number;
  /** C of the test samples; 0 where there are none. */
  testCost(weights: Reals): number;
  /** Z, out [L × outputs]. */
  outputs(weights: Reals, out: Float64Array): void;
  /** Z of the test samples, out [testCount × outputs]. */
  testOutputs(weights: Reals, out: Float64Array): void;
  /** Z at other inputs [points × inputs] than the data's; [points × outputs], new. Empty for fields. */
  evaluate(weights: Reals, inputs: Float64Array): Float64Array;
  /** Value of every neuron of the layout for one sample, out [neurons.count]. */
  activations(weights: Reals, sample: number, out: Float64Array): void;
  /** H v of the full batch's cost, exact (no finite differences). out [P]. */
  hessianVector(weights: Reals, vector: Float64Array, stiffness: number, out: Float64Array): void;
  /** An upper bound of the Hessian's largest |eigenvalue| that holds everywhere (Gershgorin), or null. */
  curvatureBound(stiffness: number): number | null;
  /**
   * K per bond, J per site, shift, constant of a batch; null where the cost is not quadratic.
   * @param stiffness  factor on K, 1 unless given; networks ignore it
   */
  couplings(batch: Int32Array | null, stiffness?: number): Couplings | null;
  /**
   * Σ_b K_b (w_i − w_j)²/2 at stiffness 1; only where space stretches the waves (physical redshift), so that
   * K is multiplied by a(t)⁻².
   */
  gradientEnergy?(weights: Reals): number;
  /** Derivatives of the outputs; left out by fields. */
  readonly derivatives?: OutputDerivatives;
  /** Table II of the full batch; left out by systems that Eq. 19 does not describe. */
  tableII?(): TableII;
}

/** What every part of a scenario declares. */
export interface Part<D extends Declarations = Declarations> {
  readonly kind: string;
  /** Sentence-case name for pickers. */
  readonly label: string;
  /** One sentence. */
  readonly help: string;
  readonly source?: string;
  readonly parameters: D;
}

/** What is known of a system without making it: enough for controls, and to check a scenario on the page. */
export interface SystemDeclaration<D extends Declarations = Declarations> extends Part<D> {
  /** Inputs and outputs for these parameters; null: takes no data. */
  shape(values: Values<D>): DataShape | null;
  /** P. */
  weightCount(values: Values<D>): number;
  /** The cost is quadratic in the weights, whatever the data: the system has couplings. */
  readonly quadratic: boolean;
  /** Kinds of data that fit; the first is the default. */
  readonly data: readonly string[];
  /** Kinds of initial state that fit; the first is the default. */
  readonly initial: readonly string[];
  /** Refuses combinations of parameters. @throws ParameterError */
  check?(values: Values<D>): void;
  /** Refuses data whose numbers do not suit the parameters. @throws ParameterError */
  checkData?(values: Values<D>, data: TrainingData): void;
}
export interface SystemPart<D extends Declarations = Declarations> extends SystemDeclaration<D> {
  create(values: Values<D>, data: TrainingData, kernels: Kernels): System;
}

export interface DataContext {
  readonly system: { readonly kind: string } & Readonly<Record<string, unknown>>;
  readonly shape: DataShape | null;
  readonly random: Random;
  /**
   * Makes the system with other data, at squared cost. Left out where data are made only to be checked:
   * targets that a network would give are not known there, NaN.
   */
  readonly createNetwork?: (data: TrainingData) => System;
}
export interface DataPart<D extends Declarations = Declarations> extends Part<D> {
  /** Its curves jump, so that sources at the jump grow as the lattice is refined; left out: they are smooth. */
  readonly jumps?: boolean;
  /** @throws ParameterError when the values do not fit the system */
  create(values: Values<D>, context: DataContext): TrainingData;
}

export interface InitialContext {
  readonly system: System;
  /** Parameters of the system's section. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly random: Random;
}
export interface InitialPart<D extends Declarations = Declarations> extends Part<D> {
  /** Refuses values that do not fit P weights. @throws ParameterError */
  check?(values: Values<D>, weightCount: number): void;
  /** Writes weights and velocity [P]. @throws ParameterError */
  create(values: Values<D>, context: InitialContext, weights: Float64Array, velocity: Float64Array): void;
}

/** Chooses the samples of each step. */
export interface Batch {
  /** Samples per step; 0 is the full batch. */
  readonly size: number;
  /** Writes the samples of one step, out [size]. Must be called once for each step, in order. */
  next(out: Int32Array): void;
  /** Everything that `next` depends on. */
  save(): readonly number[];
  load(state: readonly number[]): void;
}
export interface BatchPart<D extends Declarations = Declarations> extends Part<D> {
  /** @throws ParameterError */
  create(values: Values<D>, sampleCount: number, random: Random): Batch;
}

/**
 * An expansion history: gamma(t), its integral and its kicks.
 * sqrt(-g) = a^d = exp ∫gamma dt; H = gamma/d.
 */
export interface Expansion {
  readonly dimension: number;
  /** gamma(t); +Infinity where it is singular (t = 0 of a power law). */
  gamma(t: number): number;
  /** ln a(t); −Infinity at the big bang. */
  logScaleFactor(t: number): number;
  /** w_eff = −1 − 2 γ'/γ²; null where gamma = 0. */
  equationOfState(t: number): number | null;
  /**
   * Exact damped kick from t1 to t2: E = exp(−∫γ), c = ∫_{t1}^{t2} exp(−∫_s^{t2} γ) ds.
   * Writes out[at] = E, out[at+1] = c. Regular at t1 = 0 of a power law. physics.md 4.1
   */
  kick(t1: number, t2: number, out: Float64Array, at: number): void;
  /** Greatest lower bound of gamma from time t on; 0 for flat space and power laws. */
  smallestGamma(t: number): number;
  /**
   * Factor f of the acceleration at a singular instant: V' = −f ∂C/∂W (1/(n+1) at t = 0 of γ = n/t);
   * 1 elsewhere.
   */
  initialResponse(t: number): number;
}
/** What the learning rate does in a stretch of time. */
export type SegmentShape = 'constant' | 'rise' | 'fall' | 'steps' | 'jumps' | 'frictionless';

/** A learning rate that is straight between points: w_eff is constant in every stretch. */
export interface Pieces {
  /** Times of the points [k], rising. */
  readonly times: readonly number[];
  /** w_eff before the first point, between neighbours, and after the last [k + 1]. */
  readonly states: Float64Array;
}

export interface ExpansionPart<D extends Declarations = Declarations> extends Part<D> {
  create(values: Values<D>, dimension: number): Expansion;
  /** Whether γ is the same at all times; left out: never. */
  steady?(values: Values<D>): boolean;
  /** Exponent n of γ = n/t, where that is its law for all time. */
  power?(values: Values<D>, dimension: number): number;
  /** The universe that it is called after; left out: the one that its w_eff says. */
  readonly fluid?: Fluid;
  /** What its rate's fall is called; left out: phantom. */
  readonly falls?: Fluid;
  /** Times at which its rate bends or jumps; those outside from..to may be left out. */
  corners?(values: Values<D>, from: number, to: number): readonly number[];
  /** It is all one stretch of this shape, with de Sitter space between its jumps. */
  stretch?(values: Values<D>): SegmentShape;
  pieces?(values: Values<D>): Pieces;
  /** Time from one of its jumps to the next, and the parameter that says it. */
  jumps?(values: Values<D>): { readonly every: number; readonly parameter: string };
  /** a(t), piece by piece, where it is neither constant friction nor a power law. **exact** */
  scaleFactor?(values: Values<D>, start: number): readonly Formula[];
  /** Time at which what it plans has been seen, for a run that starts at `start`. */
  plannedEnd?(values: Values<D>, start: number): number;
  /** Points of η(t) that a hand may move; null where they do not fit each other. */
  points?(values: Values<D>): { readonly t: readonly number[]; readonly eta: readonly number[] } | null;
  /** Errata of the paper that it touches, beside those of all that expand. */
  readonly errata?: readonly string[];
}

/** A stretch of steps on the clock t_k = origin + (offset + k) dt, never accumulated. */
export interface Clock {
  origin: number;
  offset: number;
  dt: number;
}

/** The samples of a stretch of steps. */
export interface Schedule {
  /** [count·size], or null for the full batch. */
  samples: Int32Array | null;
  size: number;
}

/** Normal modes of a quadratic cost: C = C0 + Σ_k λ_k/2 (u_k · (W − W*))². **exact** */
export interface Modes {
  /** λ_k [P], ascending. */
  readonly values: Float64Array;
  /** [P·P], mode k is row k, of unit length. */
  readonly vectors: Float64Array;
  /** W* [P]. */
  readonly shift: Float64Array;
}

export interface IntegratorContext {
  readonly kernels: Kernels;
  readonly force: Force;
  readonly expansion: Expansion;
  /** Factor on K at time t; constant 1 without redshift. */
  stiffness(t: number): number;
  /** Largest curvature |λ| estimated when the system was made; decides substeps. */
  readonly curvature: number;
  /** The modes of a quadratic cost; null where it is not quadratic, or too large to diagonalise. */
  modes(): Modes | null;
  readonly singlePrecision: boolean;
}

export interface Integrator {
  /**
   * Advances (weights, velocity) in place by `count` steps.
   * @param squares  [2·count] or null; written by second-order kinds: Σ V² mid-step and at the end of
   *                 each step. First-order kinds write Σ V² of their velocity at the end of each step
   *                 and, mid-step, of the velocity there as they have it.
   * @returns steps done; less than `count` when the state stopped being finite
   */
  advance(
    weights: Reals,
    velocity: Reals,
    clock: Clock,
    schedule: Schedule,
    count: number,
    squares: Float64Array,
  ): number;
  /**
   * Makes `velocity` what it must be at the start of a run or after a change of parameters: first-order
   * kinds write −η ∂C/∂W of the batch; second-order kinds leave it alone.
   */
  settle(weights: Reals, velocity: Reals, t: number, batch: Int32Array | null): void;
  /** Learning rate at time t of first-order kinds, else null. */
  eta(t: number): number | null;
  /** Steps of the method in one step of the clock of length dt; left out: 1. */
  substeps?(dt: number): number;
  /** Length of a jump that is the method itself and no approximation of a flow; left out: it flows. */
  jump?(dt: number): number;
  /**
   * How long its own step is on a clock of step dt, and how long it may be.
   *  @param gamma      friction for which it has to hold
   *  @param curvature  largest |λ|
   *  @returns null where nothing bounds it: it takes as many sub-steps as it needs, or nothing moves
   *  **exact** for quadratic costs at constant friction; left out by methods without a bound.
   */
  stability?(dt: number, gamma: number, curvature: number): StepBound | null;
}
/** Length of a method's own step and the largest stable one. */
export interface StepBound {
  readonly step: number;
  readonly largest: number;
  /** h tanh(γh/2) < 2γ/λ;  h < 2/(ηλ);  h < 2.785/(ηλ). */
  readonly rule: 'kick-drift-kick' | 'euler' | 'runge-kutta';
  /** Whether the step is that of the clock, or a part of it: then a smaller one of the clock is smaller too. */
  readonly follows: boolean;
}
/** What is known of an integrator without its method. */
export interface IntegratorDeclaration<D extends Declarations = Declarations> extends Part<D> {
  /** Declared order of accuracy, measured by the contract tests; gradient descent counts as order 1 of gradient flow. */
  readonly order: 1 | 2 | 4 | 'exact';
  readonly firstOrder: boolean;
}
export interface IntegratorPart<D extends Declarations = Declarations> extends IntegratorDeclaration<D> {
  create(values: Values<D>, context: IntegratorContext): Integrator;
}
