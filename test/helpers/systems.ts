import fc from 'fast-check';
import { normals, takes, valuesOf, type Settings } from '../../src/engine/verify/systems.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { datasets } from '../../src/physics/data/index.ts';
import { createRandom, type Random } from '../../src/physics/math/random.ts';
import { activationNames } from '../../src/physics/parameters.ts';
import type { Parameter } from '../../src/physics/parameters.ts';
import { systems, type SystemKind } from '../../src/physics/systems.ts';
import { neuronRoles } from '../../src/physics/types.ts';
import type { DataContext, DataPart, System, SystemPart, TrainingData } from '../../src/physics/types.ts';

export { dot } from '../../src/engine/verify/errors.ts';
export { gradientOf, hessianTimes } from '../../src/engine/verify/gradients.ts';
export { normals, valuesOf, type Settings } from '../../src/engine/verify/systems.ts';

export type Rows = readonly (readonly number[])[];

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

interface SystemCase {
  readonly title: string;
  readonly kind: SystemKind;
  readonly settings: Settings;
  readonly samples: number;
}

/** Sites and neurons of a small system. */
const SMALL = 6;

/** Values of one parameter that change what is computed; the first is that of a small system. */
function valuesToTry(parameter: Parameter): readonly unknown[] {
  switch (parameter.type) {
    case 'integer': {
      const within = (n: number): number => Math.min(parameter.max, Math.max(parameter.min, n));
      const small = within(Math.min(parameter.default, SMALL));
      return [...new Set([small, within(small - 1), within(small + 1), parameter.min].map(within))];
    }
    case 'real': {
      const other = 0.7 * parameter.default - (parameter.min === undefined ? 0.9 : 0);
      return [parameter.default, other];
    }
    case 'boolean':
      return [parameter.default, !parameter.default];
    case 'choice':
      return [parameter.default, ...parameter.options.map(({ value }) => value)];
    case 'activation':
      return [
        parameter.default,
        ...activationNames,
        { kind: 'quadratic', p: 0.2, q: 0.8, r: 0.1 },
        { kind: 'affine', p: 1.3, q: -0.2 },
      ];
    case 'profile':
      return [parameter.default, 'cosine', 'step', 'noise', -0.4];
    default:
      return [parameter.default];
  }
}

/** A small one of a system, and one for every value of every parameter that changes what it computes. */
function casesOf(kind: SystemKind): SystemCase[] {
  const part: SystemPart = systems[kind];
  const tried = Object.entries(part.parameters).map(
    ([name, parameter]) => [name, valuesToTry(parameter)] as const,
  );
  const small = Object.fromEntries(tried.map(([name, [first]]) => [name, first]));
  const samples = part.shape(valuesOf(part, small)) === null ? 0 : 3;
  const others = tried.flatMap(([name, [first, ...rest]]) =>
    rest
      .filter((value) => value !== first)
      .map((value) => ({
        title: `${kind}, ${name} ${JSON.stringify(value)}`,
        settings: { ...small, [name]: value },
      })),
  );
  const all = [{ title: kind, settings: small }, ...others].filter(({ settings }) => takes(part, settings));
  const made = all.map((each) => ({ ...each, kind, samples }));
  // Networks take their samples through in tiles of 64.
  return samples === 0
    ? made
    : [...made, { title: `${kind}, 70 samples`, kind, settings: small, samples: 70 }];
}

/** What no single parameter says. */
const together: readonly SystemCase[] = [
  { title: 'ring-shared of three', kind: 'ring-shared', settings: { N: 3, p: -1.1, q: 0.2 }, samples: 2 },
  { title: 'torus-shared of two rows', kind: 'torus-shared', settings: { rows: 2, columns: 3 }, samples: 3 },
  {
    title: 'linear-neuron on a torus',
    kind: 'linear-neuron',
    settings: { N: 6, shape: [2, 3] },
    samples: 40,
  },
  {
    title: 'deep-ring, reach 2 all round',
    kind: 'deep-ring',
    settings: { N: 5, depth: 3, reach: 2 },
    samples: 4,
  },
  ...(['linear', 'tanh', 'sigmoid', 'relu', 'softplus', 'sin'] as const).map((activation) => ({
    title: `dense of four layers, ${activation}`,
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
    title: 'dense, cross-entropy of three outputs',
    kind: 'dense',
    settings: { sizes: [2, 4, 3], cost: 'cross-entropy', outputActivation: 'sin' },
    samples: 5,
  },
  {
    title: 'scalar-field-1d with K < 0 on one bond',
    kind: 'scalar-field-1d',
    settings: { N: 5, K: [1, -0.5, 2, 0, 1], J: 0.3, force: 0.1 },
    samples: 0,
  },
  {
    title: 'scalar-field-2d with redshift and K < 0',
    kind: 'scalar-field-2d',
    settings: { rows: 2, columns: 4, K: -0.4, J: 0.9, force: 0.1, redshift: 'physical' },
    samples: 0,
  },
  ...(['quadratic', 'cell', 'four-field'] as const).map((order) => ({
    title: `two-field-1d, ${order}, mesh 3`,
    kind: 'two-field-1d' as const,
    settings: { N: 4, mesh: 3, order, spacing: 0.7, p: 0.4, q: 0.9, r: 0.3 },
    samples: 3,
  })),
];

export const systemKinds = Object.keys(systems) as readonly SystemKind[];

/** One of every system, and of every choice that changes what it computes: made from the declarations. */
export const systemCases: readonly SystemCase[] = [...systemKinds.flatMap(casesOf), ...together];

const real = fc.integer({ min: -150, max: 150 }).map((n) => n / 100);

/** Any value of a parameter that keeps a system small. */
function anyValue(parameter: Parameter): fc.Arbitrary<unknown> {
  switch (parameter.type) {
    case 'integer': {
      const max = Math.min(parameter.max, Math.max(parameter.min, Math.min(parameter.default, 12)));
      return fc.integer({ min: parameter.min, max });
    }
    case 'real':
      return real.map((value) =>
        parameter.min === undefined || value > parameter.min ? value : parameter.default,
      );
    case 'profile':
      return real;
    case 'boolean':
      return fc.boolean();
    case 'choice':
      // Only costs that are smooth have differences.
      return fc
        .constantFrom(...parameter.options.map(({ value }) => value))
        .filter((value) => value !== 'absolute');
    case 'integers':
      return parameter.default.length === 0
        ? fc.constant(parameter.default)
        : fc.array(fc.integer({ min: 1, max: 6 }), {
            minLength: Math.min(2, parameter.minLength),
            maxLength: 4,
          });
    default:
      return fc.constant(parameter.default);
  }
}

/** Any system of any small size, as its declaration lets it be. */
export const anySystem: fc.Arbitrary<{ kind: SystemKind; settings: Settings }> = fc.oneof(
  ...systemKinds.map((kind) => {
    const part: SystemPart = systems[kind];
    const values = Object.fromEntries(
      Object.entries(part.parameters).map(([name, parameter]) => [name, anyValue(parameter)]),
    );
    return fc
      .record(values)
      .filter((settings) => takes(part, settings))
      .map((settings) => ({ kind, settings: settings as Settings }));
  }),
);
