import { typescriptKernels } from '../../src/kernels/index.ts';
import { datasets } from '../../src/physics/data/index.ts';
import { createRandom, type Random } from '../../src/physics/math/random.ts';
import type { Declarations, Values } from '../../src/physics/parameters.ts';
import { systems, type SystemKind } from '../../src/physics/systems.ts';
import { neuronRoles } from '../../src/physics/types.ts';
import type {
  DataContext,
  DataPart,
  Part,
  System,
  SystemPart,
  TrainingData,
} from '../../src/physics/types.ts';

export type Settings = Readonly<Record<string, unknown>>;
export type Rows = readonly (readonly number[])[];

/** Defaults of a part with some of them replaced. */
export function valuesOf(part: Part, settings: Settings = {}): Values<Declarations> {
  const defaults = Object.fromEntries(Object.entries(part.parameters).map(([name, p]) => [name, p.default]));
  return { ...defaults, ...settings } as Values<Declarations>;
}

export function samplesOf(X: Rows, Y: Rows): TrainingData {
  return { sampleCount: X.length, inputs: Float64Array.from(X.flat()), targets: Float64Array.from(Y.flat()) };
}

export function buildSystem(kind: SystemKind, settings: Settings, data: TrainingData): System {
  const part: SystemPart = systems[kind];
  const values = valuesOf(part, settings);
  part.check?.(values);
  return part.create(values, data, typescriptKernels);
}

/** What a data generator is told about a system. */
export function contextOf(kind: SystemKind, settings: Settings = {}, seed = 1): DataContext {
  const part: SystemPart = systems[kind];
  const values = valuesOf(part, settings);
  return {
    system: { kind, ...values },
    declaration: part,
    shape: part.shape(values),
    random: createRandom(seed, 'data'),
    createNetwork: (data) => buildSystem(kind, { ...settings, cost: 'squared' }, data),
  };
}

export function generate(
  name: keyof typeof datasets,
  settings: Settings,
  context: DataContext,
): TrainingData {
  const part: DataPart = datasets[name];
  return part.create(valuesOf(part, settings), context);
}

export const normals = (random: Random, count: number): Float64Array =>
  Float64Array.from({ length: count }, () => random.normal());

/** A system with normal random data; targets are uniform in [0, 1] where they must be probabilities. */
export function randomSystem(
  kind: SystemKind,
  settings: Settings,
  sampleCount: number,
  random: Random,
): System {
  const part: SystemPart = systems[kind];
  const shape = part.shape(valuesOf(part, settings));
  if (shape === null) return buildSystem(kind, settings, samplesOf([], []));
  const inputs = normals(random, sampleCount * shape.inputs);
  const targets = normals(random, sampleCount * shape.outputs);
  if (settings.cost === 'cross-entropy') targets.forEach((_, n) => (targets[n] = random.uniform()));
  return buildSystem(kind, settings, { sampleCount, inputs, targets });
}

/** Whether a system is a field by itself: its neurons are its sites, and no wires join them. */
export const isField = ({ layout }: System): boolean => neuronRoles[layout.neurons.role[0]] === 'site';

export function gradientOf(
  system: System,
  weights: Float64Array,
  batch: Int32Array | null = null,
): Float64Array {
  const out = new Float64Array(system.weightCount);
  system.force.gradient(weights, batch, 1, out);
  return out;
}

export function hessianTimes(system: System, weights: Float64Array, vector: Float64Array): Float64Array {
  const out = new Float64Array(system.weightCount);
  system.hessianVector(weights, vector, 1, out);
  return out;
}

export const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number => {
  let sum = 0;
  for (let n = 0; n < a.length; n++) sum += a[n] * b[n];
  return sum;
};

/** Deep rings: reach 0, 1, 2 and the widest there is, with and without residual and biases, every cost. */
const deepRingCases = (
  [
    ['one layer, reach 1', { N: 5, depth: 1, residual: true }, 3],
    ['reach 0, biases', { N: 4, depth: 3, reach: 0, residual: false, biases: true }, 4],
    ['residual, reach 1', { N: 6, depth: 4, reach: 1, residual: true }, 5],
    ['residual, reach 2, biases', { N: 7, depth: 3, reach: 2, residual: true, biases: true }, 3],
    ['reach 2 all round, sigmoid', { N: 5, depth: 3, reach: 2, residual: false, activation: 'sigmoid' }, 4],
    ['reach 3, sin', { N: 8, depth: 2, reach: 3, residual: true, activation: 'sin' }, 3],
    [
      'quadratic and affine',
      {
        N: 5,
        depth: 2,
        residual: false,
        activation: { kind: 'quadratic', p: 0.2, q: 0.8, r: 0.1 },
        outputActivation: { kind: 'affine', p: 1.3, q: -0.2 },
      },
      4,
    ],
    ['70 samples in two tiles', { N: 4, depth: 2, residual: true, outputActivation: 'tanh' }, 70],
    ['absolute', { N: 5, depth: 2, cost: 'absolute', biases: true }, 4],
    ['cross-entropy of sigmoids', { N: 4, depth: 3, cost: 'cross-entropy', outputActivation: 'sigmoid' }, 4],
  ] as const
).map(([title, settings, samples]) => ({
  title: `deep-ring, ${title}`,
  kind: 'deep-ring' as const,
  settings: settings as Settings,
  samples,
}));

/** One of every system, and of every choice that changes what it computes. */
export const systemCases: readonly {
  title: string;
  kind: SystemKind;
  settings: Settings;
  samples: number;
}[] = [
  { title: 'ring-perceptron', kind: 'ring-perceptron', settings: { N: 7, p: 0.8, q: 0.1 }, samples: 3 },
  { title: 'ring-shared', kind: 'ring-shared', settings: { N: 8, p: 0.9, q: 0.2 }, samples: 4 },
  { title: 'ring-shared of three', kind: 'ring-shared', settings: { N: 3, p: -1.1, q: 0.2 }, samples: 2 },
  {
    title: 'torus-shared',
    kind: 'torus-shared',
    settings: { rows: 3, columns: 4, p: 0.7, q: 0.3 },
    samples: 3,
  },
  { title: 'torus-shared of two rows', kind: 'torus-shared', settings: { rows: 2, columns: 3 }, samples: 3 },
  { title: 'linear-neuron', kind: 'linear-neuron', settings: { N: 6, p: 0.7, q: -0.4 }, samples: 5 },
  {
    title: 'linear-neuron, many samples',
    kind: 'linear-neuron',
    settings: { N: 6, shape: [2, 3] },
    samples: 40,
  },
  {
    title: 'ring-two-layer',
    kind: 'ring-two-layer',
    settings: { N: 5, p: 0.4, q: 0.9, r: 0.3 },
    samples: 4,
  },
  ...deepRingCases,
  ...(['linear', 'tanh', 'sigmoid', 'relu', 'softplus', 'sin'] as const).map((activation) => ({
    title: `dense, ${activation}`,
    kind: 'dense' as const,
    settings: { sizes: [3, 5, 4, 2], activation, outputActivation: 'linear' },
    samples: 6,
  })),
  {
    title: 'dense, quadratic and affine, ntk',
    kind: 'dense',
    settings: {
      sizes: [2, 6, 3],
      activation: { kind: 'quadratic', p: 0.2, q: 0.8, r: 0.1 },
      outputActivation: { kind: 'affine', p: 1.3, q: -0.2 },
      parameterization: 'ntk',
      sigmaW: 1.4,
      sigmaB: 0.3,
    },
    samples: 4,
  },
  {
    title: 'dense, 70 samples in two tiles',
    kind: 'dense',
    settings: { sizes: [2, 4, 1], outputActivation: 'tanh' },
    samples: 70,
  },
  {
    title: 'dense, absolute',
    kind: 'dense',
    settings: { sizes: [2, 4, 2], cost: 'absolute', outputActivation: 'tanh' },
    samples: 5,
  },
  {
    title: 'dense, cross-entropy of one output',
    kind: 'dense',
    settings: { sizes: [2, 4, 1], cost: 'cross-entropy' },
    samples: 5,
  },
  {
    title: 'dense, cross-entropy of three outputs',
    kind: 'dense',
    settings: { sizes: [2, 4, 3], cost: 'cross-entropy', outputActivation: 'sin' },
    samples: 5,
  },
  {
    title: 'scalar-field-1d',
    kind: 'scalar-field-1d',
    settings: { N: 9, spacing: 0.7, K: 'cosine', J: 'step', force: 'bump' },
    samples: 0,
  },
  {
    title: 'scalar-field-1d with K < 0',
    kind: 'scalar-field-1d',
    settings: { N: 5, K: [1, -0.5, 2, 0, 1], J: 0.3, force: 0.1 },
    samples: 0,
  },
  {
    title: 'scalar-field-2d',
    kind: 'scalar-field-2d',
    settings: { rows: 3, columns: 5, spacing: 0.7, K: 'noise', J: 'step', force: 'bump' },
    samples: 0,
  },
  {
    title: 'scalar-field-2d with redshift and K < 0',
    kind: 'scalar-field-2d',
    settings: { rows: 2, columns: 4, K: -0.4, J: 0.9, force: 0.1, redshift: 'physical' },
    samples: 0,
  },
  ...(['quadratic', 'cell', 'four-field'] as const).flatMap((order) =>
    [1, 3].map((mesh) => ({
      title: `two-field-1d, ${order}, mesh ${mesh}`,
      kind: 'two-field-1d' as const,
      settings: { N: 4, mesh, order, spacing: 0.7, p: 0.4, q: 0.9, r: 0.3 },
      samples: 3,
    })),
  ),
];
