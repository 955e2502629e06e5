import type { Force, KernelActivation, Kernels, Reals } from '../kernels/types.ts';
import type { Sampling } from './continuum/sampling.ts';
import type { Formula } from './formula.ts';
import type { Declarations, Values } from './parameters.ts';
import type { WideNetwork } from './wide/meanField.ts';

/** Training data of a run. Rows are samples. */
export interface TrainingData {
  readonly sampleCount: number;
  /** X [L × inputs], row-major. */
  readonly inputs: Float64Array;
  /** Y [L × outputs], row-major. */
  readonly targets: Float64Array;
  /** Ẋ [L × inputs], row-major: how the inputs move at the instants that are looked at; left out: they rest. */
  readonly inputRates?: Float64Array;
  /** Test samples: they make no force. */
  readonly test?: {
    readonly sampleCount: number;
    readonly inputs: Float64Array;
    readonly targets: Float64Array;
  };
  /** [inputs + outputs] names of the inputs, then of the targets; left out: they have none. */
  readonly names?: readonly string[];
  /** What samples stand for, where they can be asked and answered in words. */
  readonly questions?: Questions;
}

/** Samples as questions: 'what is 5 + 4?' */
export interface Questions {
  /** [samples], [test samples]: '5 + 4' */
  readonly taught: readonly string[];
  readonly asked: readonly string[];
  /** An answer is Z times this. */
  readonly unit: number;
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
  /** Sites round a ring of neurons; left out: those of the first sheet, whose sites stand round the same ring. */
  readonly period?: number;
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
  /** ∂C/∂Z of the samples at work (null: all), out [L × outputs]: 0 for the others, twice where one works twice. */
  slopes(weights: Reals, batch: Int32Array | null, out: Float64Array): void;
  /**
   * Θ = J Jᵀ of some samples (null: all), out [S × S], S = samples · outputs, row l·outputs + o; symmetric to the last
   * bit. O(S² neurons) for dense networks, with a few arrays of S × neurons; J is never made.
   */
  tangentKernel(weights: Reals, samples: Int32Array | null, out: Float64Array): void;
}

/** What one layer does with what it hears: z⁺ = weightScale W h + biasScale b, h⁺ = σ(z⁺) [+ h]. */
export interface LayerLaw {
  readonly activation: KernelActivation;
  readonly weightScale: number;
  readonly biasScale: number;
  /** h⁺ has h added, neuron by neuron. */
  readonly residual: boolean;
}

/** A network as its layers, for what is asked of single ones; its wires are those of the layout. **exact** */
export interface NetworkLayers {
  /** [M] from the inputs to the outputs. */
  readonly laws: readonly LayerLaw[];
  readonly data: TrainingData;
  /** ∂C/∂Z of one sample, out [outputs]. */
  outputSlope(Z: Float64Array, sample: number, out: Float64Array): void;
}

/** Where an activation stops being analytic. */
export interface Singularity {
  /** Distance of the nearest one from the real axis. */
  readonly distance: number;
  /** Slope of the odd part at 0: small weighted sums are told by what comes out. */
  readonly slope: number;
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
  /**
   * Value of every neuron of the layout for one sample, out [neurons.count].
   * @param inputs  [samples × inputs], those of the data unless given
   */
  activations(weights: Reals, sample: number, out: Float64Array, inputs?: Float64Array): void;
  /**
   * Value of every neuron of the layout at every point of a list of inputs, by the forward pass of `evaluate`; left out by
   * systems that are not seen as functions of their inputs.
   * @param inputs  [points × inputs]
   * @param out     [neurons.count × points], neuron by neuron
   */
  responses?(weights: Reals, inputs: Float64Array, out: Float64Array): void;
  /** Its neurons are its sites, one layer, and their values the weights; left out: they are not. */
  readonly showsWeights?: true;
  /** H v of the full batch's cost, exact (no finite differences). out [P]. */
  hessianVector(weights: Reals, vector: Float64Array, stiffness: number, out: Float64Array): void;
  /** An upper bound of the Hessian's largest |eigenvalue| that holds everywhere (Gershgorin), or null. */
  curvatureBound(stiffness: number): number | null;
  /**
   * K per bond, J per site, shift, constant of a batch; null where the cost is not quadratic.
   * @param stiffness  factor on K, 1 unless given; networks ignore it
   */
  couplings(batch: Int32Array | null, stiffness?: number): Couplings | null;
  /** Standard deviation of each weight of a random start of scale 1 [P]; left out: 1 for all. */
  randomSpread?(): Float64Array;
  /**
   * Σ_b K_b (w_i − w_j)²/2 at stiffness 1; only where space stretches the waves (physical redshift), so that
   * K is multiplied by a(t)⁻².
   */
  gradientEnergy?(weights: Reals): number;
  /** Of the first layer, whose weighted sums are linear in the weights; left out where everything is a polynomial. */
  readonly singularities?: { readonly hidden: Singularity; readonly output: Singularity };
  /** Derivatives of the outputs; left out by fields. */
  readonly derivatives?: OutputDerivatives;
  /** Left out by fields, and by networks that are not seen layer by layer. */
  readonly layers?: NetworkLayers;
  /** Table II of the full batch; left out by systems that Eq. 19 does not describe. */
  tableII?(): TableII;
  /** What its declaration says of its random start (`SystemDeclaration.wide`). */
  readonly wide?: WideNetwork;
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

/** Precision of a run's numbers. */
export type Precision = 'f64' | 'f32';

/** What a system of some parameters takes: what is too large is refused before it is made. **estimates** */
export interface Estimate {
  /** Multiplications of one gradient, for each sample. */
  readonly work: number;
  /** Numbers that are held for every number of a sample; left out: 1. */
  readonly copies?: number;
  /** Multiplications that are made once for each sample, before the first step. */
  readonly setup?: number;
  /** What there is one of for every site or wire of the pictures, where no single parameter bounds it. */
  readonly extent?: {
    readonly count: number;
    readonly most: number;
    /** The parameter to be told of, and what was expected of it. */
    readonly parameter: string;
    readonly expected: string;
  };
}

/** Couplings of a scalar field as its parameters give them. */
export interface ScalarSources {
  /** Lattice stiffness K/a² of every bond, J and force of every site. */
  readonly K: Float64Array;
  readonly J: Float64Array;
  readonly force: Float64Array;
  readonly dimension: 1 | 2;
  /** Its torus, one row for a ring: site r·columns + c; every bond [2·bonds] goes to the next row or column. */
  readonly rows: number;
  readonly columns: number;
  readonly bonds: ArrayLike<number>;
}

/** A validity limit of a theory: a message (`limit.…`) with its values, and whether it is kept. */
export interface Note {
  readonly message: string;
  readonly values?: Readonly<Record<string, number>>;
  readonly kept: boolean;
}

/** What a word of the network is in the field: messages (`dictionary.…`), and the quantity whose colour they have. */
export interface DictionaryLine {
  readonly network: string;
  readonly field: string;
  readonly hue: '' | 'second' | 'J' | 'K';
}

/** Table I for one family of systems. */
export interface Dictionary {
  readonly lines: readonly DictionaryLine[];
  /** What kind of likeness it is, a message of the same group. */
  readonly claim: string;
}

/** Where a synapse stands: coordinates of its site, each with the message (`axis.…`) that names the axis. */
export type Place = readonly { readonly axis: string; readonly value: number }[];

/** A source of a site, or a coupling of a bond. */
export interface SourceTarget {
  readonly kind: 'source' | 'coupling';
  readonly index: number;
}

/** How a part of a run goes on to a lattice of another spacing round a ring of the same length. */
export interface Refinement {
  /** Parameters that grow with the number of sites, with their power of its ratio. */
  readonly powers: Readonly<Record<string, number>>;
}

/** Orders of the continuum theory of Example 2. physics.md 2 */
export type ContinuumOrder = 'quadratic' | 'cell' | 'four-field';

/** The continuum theory of the main run's network: its system and its start are made from the network's. */
export interface ContinuumPartner {
  /** Points of its mesh for each site of the network's lattice; "auto" takes what is fine enough. */
  readonly mesh: number | 'auto';
  /** Used where there are several. */
  readonly order: ContinuumOrder;
}

/** A part as a scenario names it. */
export interface Named {
  readonly kind: string;
  readonly [parameter: string]: unknown;
}

/** A network as its continuum theory needs it. */
export interface Network {
  readonly scenario: { readonly system: Named };
  readonly system: System;
  readonly data: TrainingData;
  readonly weights: Reals;
  readonly velocity: Reals;
}

/** The continuum theory of a network, as sections of a scenario, and how the network is read from it. */
export interface Continuum {
  readonly sections: Readonly<Record<'system' | 'data' | 'batch' | 'initial', Named>>;
  readonly sampling: Sampling;
  /** Energies of the network are scale times those of the theory, plus the constant that no force feels. */
  readonly energyScale: number;
  readonly energyShift: number;
  /** What must stay as it is while a run goes on. */
  readonly choices: { readonly mesh: number; readonly staggered: boolean };
}

/** What the continuum of a lattice is, and how it is made. */
export interface ContinuumTheory {
  /** The lattice tends to it as its spacing squared; never does; or there are several, of which none is its limit. */
  readonly limit: 'exact' | 'never' | 'several';
  /** What there is to choose from; empty where there is one. */
  readonly orders: readonly ContinuumOrder[];
  /** What it is worth, a message (`continuum.…`). */
  claim(order: ContinuumOrder): string;
  /**
   * @param choices  those of the theory that it takes the place of, within a run
   * @throws ParameterError at `continuum.mesh`
   */
  create(network: Network, partner: ContinuumPartner, choices?: Continuum['choices']): Continuum;
}

/** What is known of a system without making it: enough for controls, and to check a scenario on the page. */
export interface SystemDeclaration<D extends Declarations = Declarations> extends Part<D> {
  /** Inputs and outputs for these parameters; null: takes no data. */
  shape(values: Values<D>): DataShape | null;
  /** P. */
  weightCount(values: Values<D>): number;
  /** Whether the cost is quadratic in the weights, whatever the data: the system has couplings. */
  quadratic(values: Values<D>): boolean;
  readonly precisions: readonly Precision[];
  estimate(values: Values<D>): Estimate;
  /** Kinds of data that fit; the first is the default. */
  readonly data: readonly string[];
  /** Kinds of initial state that fit; the first is the default. */
  readonly initial: readonly string[];
  /** What of its parameters is another where it takes samples of this width; null: it cannot. Left out: never. */
  taking?(shape: DataShape, values: Values<D>): Partial<Values<D>> | null;
  /** Refuses combinations of parameters. @throws ParameterError */
  check?(values: Values<D>): void;
  /** Refuses data whose numbers do not suit the parameters. @throws ParameterError */
  checkData?(values: Values<D>, data: TrainingData): void;
  /** Outputs at weights of 0: targets that put the vacuum there. Left out: 0. */
  restOutput?(values: Values<D>): number;
  /** Amplitudes, in units of 1/p, of a smooth and an alternating sample that make K and J the same everywhere. */
  uniform?(K: number, J: number): { readonly smooth: number; readonly alternating: number };
  /** Bonds that are a choice [2B]: data can be made to couple just these. */
  bonds?(values: Values<D>): Int32Array;
  /** Left out where another number of sites is another theory. */
  readonly refinement?: Refinement;
  readonly continuum?: ContinuumTheory;
  /** Distance of neighbouring sites of a row at a = 1; left out: 1. **exact** */
  siteSpacing?(values: Values<D>): number;
  /** Couplings that its parameters give; left out where the data make them. */
  sources?(values: Values<D>): ScalarSources;
  /** What the sample with these inputs, closed on themselves, adds to a J or K of the field. **exact** */
  sampleShare?(values: Values<D>, target: SourceTarget, input: (i: number) => number): number;
  /** Parameters that leave the motion of the field as it is. */
  readonly idle?: readonly string[];
  /**
   * A family of such systems, for how locality goes with size: what of its parameters is another at a width, and
   * d ln(⟨r⟩/chance)/d ln width as it grows. One with an id is shown beside every other run's, as it is without values.
   */
  readonly family?: {
    readonly id?: string;
    readonly slope: number;
    at(width: number, values: Values<D> | null): Readonly<Record<string, unknown>>;
  };
  /** Its random start as its hidden layers widen; left out where there is no such limit. */
  wide?(values: Values<D>): WideNetwork;
  /**
   * What of its parameters is another where its hidden layers are that wide, with weights N(0, 1) and sums as outputs:
   * networks whose tangent kernel has a limit. With `wide`.
   */
  drawn?(values: Values<D>, width: number): Partial<Values<D>>;
  readonly dictionary: Dictionary;
  /** Left out where the pictures say it. */
  place?(values: Values<D>, weight: number): Place;
  /** Cost, where it has a form of its own. */
  costFormula?(values: Values<D>): Formula;
  /** What one layer does. */
  layerFormula?(values: Values<D>): Formula;
  /** What the network puts out, where no formula of a layer says it. */
  outputFormula?(values: Values<D>): Formula;
  /** Errata of the paper that it touches. */
  errata?(values: Values<D>): readonly string[];
  /** Validity limits of a continuum theory. */
  notes?(values: Values<D>): readonly Note[];
}
export interface SystemPart<D extends Declarations = Declarations> extends SystemDeclaration<D> {
  create(values: Values<D>, data: TrainingData, kernels: Kernels): System;
}
