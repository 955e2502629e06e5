import type { FlowPolynomial, Force, Kernels, Reals } from '../kernels/types.ts';
import type { SpectrumEnds } from './curvature.ts';
import type { Fluid } from './expansion/fluid.ts';
import type { Formula } from './formula.ts';
import type { Motion, MovedBy } from './integrators/motion.ts';
import type { Declarations, Values } from './parameters.ts';
import type { Random } from './math/random.ts';
import type { DataShape, Part, Refinement, System, SystemDeclaration, TrainingData } from './system.ts';

export type { Force, Kernels, Reals };
export type * from './system.ts';
export { neuronRoles } from './system.ts';

export interface DataContext {
  readonly system: { readonly kind: string } & Readonly<Record<string, unknown>>;
  readonly declaration: SystemDeclaration;
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
  /** Left out where they are not the same curves on any number of sites. */
  readonly refinement?: Refinement & {
    /** They make the couplings what they say, whatever the slope of the outputs. */
    readonly couples?: boolean;
  };
  /** Written out number by number, and not made. */
  readonly given?: boolean;
  /** Somebody's own: never replaced in silence. */
  readonly own?: boolean;
  /** @throws ParameterError when the values do not fit the system */
  create(values: Values<D>, context: DataContext): TrainingData;
}

export interface InitialContext {
  readonly system: System;
  readonly random: Random;
}
export interface InitialPart<D extends Declarations = Declarations> extends Part<D> {
  /** Left out where it is not the same curve on any number of sites. */
  readonly refinement?: Refinement;
  /** It draws: another seed is another start. */
  readonly drawn?: true;
  /** Refuses values that do not fit P weights. @throws ParameterError */
  check?(values: Values<D>, weightCount: number): void;
  /** Writes weights and velocity [P]. @throws ParameterError */
  create(values: Values<D>, context: InitialContext, weights: Float64Array, velocity: Float64Array): void;
}

/** Chooses the samples of each step. */
export interface Batch {
  /** Samples per step; 0 is the full batch. */
  readonly size: number;
  /** Factor on their cost and force: 1, or L/size where the mean force is to be the full gradient. */
  readonly scale: number;
  /** Some samples come more often than others, so that the mean force is no part of the full gradient; left out: none. */
  readonly uneven?: boolean;
  /** Writes the samples of one step, out [size]. Must be called once for each step, in order. */
  next(out: Int32Array): void;
  /** Everything that `next` depends on. */
  save(): readonly number[];
  load(state: readonly number[]): void;
}
export interface BatchPart<D extends Declarations = Declarations> extends Part<D> {
  /** Every step takes all samples, however many there are: they may come and go. Left out: it draws of so many. */
  readonly whole?: true;
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
  /** Greatest lower bound of gamma from time t on; 0 without friction and for power laws. */
  smallestGamma(t: number): number;
  /**
   * Factor f of the acceleration at a singular instant: V' = −f ∂C/∂W (1/(n+1) at t = 0 of γ = n/t);
   * 1 elsewhere.
   */
  initialResponse(t: number): number;
  /** Kicks take γ as constant over each, with an error of third order in E; left out: they are exact. */
  readonly approximateKicks?: boolean;
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
  /** a(t), piece by piece, at rates that are neither constant nor 0 (expansion/scaleFactors.ts has those). **exact** */
  scaleFactor?(values: Values<D>, start: number, dimension: number): readonly Formula[];
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
  /** Ends between which the Hessian's spectrum stays; null where no bound holds everywhere. */
  spectrum(): SpectrumEnds | null;
  /** The modes of a quadratic cost; null where it is not quadratic, or too large to diagonalise. */
  modes(): Modes | null;
  readonly singlePrecision: boolean;
  /** T of the bath, in units of cost; only methods that declare `noise` feel it. */
  readonly temperature: number;
  /** The track's own stream of noise. Its state is saved with the track's. */
  readonly random: Random;
}

export interface Integrator {
  /**
   * Advances (weights, velocity) in place by `count` steps.
   * @param squares  [2·count] or null; written by second-order kinds: Σ V² mid-step and at the end of
   *                 each step. First-order kinds write Σ V² of their velocity at the end of each step
   *                 and, mid-step, of the velocity there as they have it.
   * @param from   steps of them that were done by calls that stayed, whose last one stayed in the one that follows; left
   *               out: it begins
   * @param stays  to stay in the step after the last: weights then stand at its end, velocities in its middle. Bits do
   *               not depend on it. Only where `canStay`, of the full batch; squares are then [2·count + 1]
   * @returns steps done, those before `from` included; less than `count` when the state stopped being finite
   */
  advance(
    weights: Reals,
    velocity: Reals,
    clock: Clock,
    schedule: Schedule,
    count: number,
    squares: Float64Array,
    from?: number | null,
    stays?: boolean,
  ): number;
  /** Whether it may stay in a step of the clock, so that nothing is computed twice; left out: never. */
  canStay?(dt: number): boolean;
  /**
   * Makes `velocity` what it must be at the start of a run or after a change of parameters: first-order
   * kinds write −η ∂C/∂W of the batch; second-order kinds leave it alone.
   */
  settle(weights: Reals, velocity: Reals, t: number, batch: Int32Array | null): void;
  /** Learning rate at time t of first-order kinds, else null. */
  eta(t: number): number | null;
  /** Steps of the method in one step of the clock of length dt; left out: 1. */
  substeps?(dt: number): number;
  /** Runge-Kutta's steps from t to `next`, of a method whose own steps they are; left out: it takes none. */
  classicalSteps?(t: number, next: number): number;
  /** How a step of a flow by polynomials is made, null where it would take too many; left out: it is made otherwise. */
  polynomials?(start: number, middle: number, end: number, dt: number): FlowPlan | null;
  /** Energy that it exchanged with a bath in step k of the last `advance`, in units of cost; left out: it has no bath. */
  readonly bath?: {
    /** Lost to friction, >= 0. **exact** */
    dissipated(k: number): number;
    /** Given by noise. **exact** */
    heat(k: number): number;
  };
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
/** A step of a flow as so many equal polynomials of τH, q(τH) τ∂C being taken off the weights by each. */
export interface FlowPlan {
  readonly parts: number;
  readonly tau: number;
  readonly polynomial: FlowPolynomial;
}

/** Length of a method's own step and the largest stable one. */
export interface StepBound {
  readonly step: number;
  readonly largest: number;
  /** h tanh(γh/2) < 2γ/λ;  h < 2/√λ;  h < 2/(ηλ);  h < 2.785/(ηλ). */
  readonly rule: 'kick-drift-kick' | 'verlet' | 'euler' | 'runge-kutta';
  /** Step up to which its friction is resolved, too: "auto" keeps to it. Left out: friction is exact at any step. */
  readonly resolved?: number;
  /** Whether the step is that of the clock, or a part of it: then a smaller one of the clock is smaller too. */
  readonly follows: boolean;
}
/** What is known of a method without its steps. */
export interface IntegratorDeclaration<D extends Declarations = Declarations> extends Part<D> {
  /** Declared order of accuracy, measured by the contract tests; gradient descent counts as order 1 of gradient flow. */
  readonly order: 1 | 2 | 4 | 'exact';
  readonly firstOrder: boolean;
  /** The part that a run by it plays, and how it is drawn. */
  readonly role: 'second' | 'ghost' | 'descent';
  /**
   * What a run by it obeys.
   *  @param jump  length of a step that is the method itself; null where it flows
   *  @param cost  what moves it
   */
  motion(jump: number | null, cost: MovedBy): Motion;
  /** Parameters of the scenario's `noise` that it takes; left out by methods without a bath. */
  readonly noise?: Declarations;
  /** Its path makes the action of Eq. 8 stationary, as far as its order goes: damped motion, no descent and no noise. */
  readonly hamilton?: true;
  /** Positions of its own steps are those of momentum SGD with the μ and η of `heavyBallAt`, to round-off. **exact** */
  readonly heavyBall?: true;
  /** From a big bang its error falls as h^order ln(1/h), not as h^order; left out: it does not matter where it begins. */
  readonly logarithm?: true;
  /** The bound of its own step h at a friction, to be shown; left out by methods without one. */
  bound?(gamma: number): Formula;
}

export interface IntegratorPart<D extends Declarations = Declarations> extends IntegratorDeclaration<D> {
  create(values: Values<D>, context: IntegratorContext): Integrator;
}
