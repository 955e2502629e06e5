import { typescriptKernels as kernels } from '../kernels/index.ts';
import { attachTest } from '../physics/data/index.ts';
import { createRandom } from '../physics/math/random.ts';
import { ParameterError } from '../physics/parameters.ts';
import type { DataShape, Expansion, TrainingData } from '../physics/types.ts';
import { joinPath } from './path.ts';
import { fittingKinds, partOf } from './sections.ts';
import { ScenarioError, sectionNames, type Scenario, type Section, type SectionName } from './types.ts';

/** Most numbers in a run's training data (inputs and targets). */
const maxDataNumbers = 10_000_000;
/** Most weights of a dense network: every one is also a wire and a site of the pictures. */
const maxDenseWeights = 2_000_000;

/** A part's section as the part takes it: its declarations have been checked against it. */
const valuesOf = (section: Section): never => section as never;

/** Runs what makes a part; what it refuses is reported under its section. */
function inSection<T>(section: SectionName, prefix: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    const { path, value, expected } = error;
    const whole = sectionNames.some((name) => path === name || path.startsWith(`${name}.`));
    throw new ScenarioError(joinPath(prefix, whole ? path : joinPath(section, path)), value, expected);
  }
}

/** Refuses kinds of data and initial state that the system does not take. @throws ScenarioError */
export function checkKinds(scenario: Scenario, prefix = ''): void {
  for (const section of ['data', 'initial'] as const) {
    const fitting = fittingKinds(section, scenario.system.kind);
    const { kind } = scenario[section];
    if (fitting.includes(kind)) continue;
    throw new ScenarioError(
      joinPath(prefix, `${section}.kind`),
      kind,
      `a kind that fits ${scenario.system.kind} (${fitting.join(', ')})`,
    );
  }
}

/** Checks what can be checked without building anything large. @throws ScenarioError */
export function checkLightly(scenario: Scenario, prefix = ''): void {
  const { system, dynamics } = scenario;
  const part = partOf('system', system.kind);
  inSection('system', prefix, () => part.check?.(valuesOf(system)));
  const single = system.kind.startsWith('ring-') || system.kind === 'scalar-field-1d';
  if (dynamics.precision === 'f32' && !single) {
    throw new ScenarioError(
      joinPath(prefix, 'dynamics.precision'),
      'f32',
      `"f64": single precision is for rings and scalar fields, not for ${system.kind}`,
    );
  }
  const gamma = expansionOf(scenario, prefix).gamma(scenario.expansion.t0 as number);
  if (Number.isNaN(gamma) || gamma < 0) {
    throw new ScenarioError(
      joinPath(prefix, 'expansion.t0'),
      scenario.expansion.t0,
      `a time at which ${scenario.expansion.kind} has gamma >= 0`,
    );
  }
  if (lacksLearningRate(scenario)) {
    throw new ScenarioError(
      joinPath(prefix, 'dynamics.eta'),
      undefined,
      `a learning rate: ${dynamics.kind} takes eta = 1/gamma, and gamma is 0 here`,
    );
  }
}

/** Whether first-order dynamics would need eta = 1/gamma where gamma is 0. */
export function lacksLearningRate(scenario: Scenario): boolean {
  const { dynamics, expansion } = scenario;
  if (!partOf('dynamics', dynamics.kind).firstOrder || dynamics.eta !== undefined) return false;
  return expansionOf(scenario, '').gamma(expansion.t0 as number) === 0;
}

function expansionOf(scenario: Scenario, prefix: string): Expansion {
  const { expansion } = scenario;
  // The dimension enters H and ln a only; the checks here need gamma alone.
  return inSection('expansion', prefix, () =>
    partOf('expansion', expansion.kind).create(valuesOf(expansion), 1),
  );
}

/** Refuses systems and data too large to build. @throws ScenarioError */
function checkSize({ system, data }: Scenario, shape: DataShape | null, prefix: string): void {
  const { sizes } = system;
  if (Array.isArray(sizes)) {
    const weights = (sizes as number[]).slice(1).reduce((sum, n, m) => sum + n * (1 + sizes[m]), 0);
    if (weights > maxDenseWeights) {
      throw new ScenarioError(
        joinPath(prefix, 'system.sizes'),
        sizes,
        `layers with at most ${maxDenseWeights} weights in all, these have ${weights}`,
      );
    }
  }
  if (shape === null) return;
  const { inputs, outputs } = shape;
  const most = Math.floor(maxDataNumbers / (inputs + outputs));
  const { samples } = data;
  if (typeof samples === 'number' && samples > most) {
    const expected = `at most ${most} samples of this system`;
    throw new ScenarioError(joinPath(prefix, 'data.samples'), samples, expected);
  }
  // Incidence data have a sample for every bond and every site.
  if (Array.isArray(system.bonds) && system.bonds.length + inputs > most) {
    throw new ScenarioError(
      joinPath(prefix, 'system.bonds'),
      system.bonds,
      `at most ${most - inputs} bonds of ${inputs} sites`,
    );
  }
}

/** Makes the training data of a scenario from its seed. @throws ScenarioError when they do not fit its system */
function makeData(scenario: Scenario, prefix: string): TrainingData {
  const { system, data, seed } = scenario;
  const shape = partOf('system', system.kind).shape(valuesOf(system));
  const test = data.test as { X: number[][]; Y: number[][] } | undefined;
  if (shape === null && test !== undefined) {
    throw new ScenarioError(joinPath(prefix, 'data.test'), test, `nothing: ${system.kind} takes no samples`);
  }
  checkSize(scenario, shape, prefix);
  return inSection('data', prefix, () => {
    const context = { system, shape, random: createRandom(seed, 'data') };
    const made = partOf('data', data.kind).create(valuesOf(data), context);
    return shape === null || test === undefined ? made : attachTest(made, test.X, test.Y, shape);
  });
}

/**
 * Checks that the sections of a complete scenario fit each other, by making its parts.
 * @param prefix  path of the scenario in its document
 * @throws ScenarioError at the first section that does not fit
 */
export function checkFit(scenario: Scenario, prefix = ''): void {
  checkKinds(scenario, prefix);
  checkLightly(scenario, prefix);
  const { system, batch, initial, seed, expansion } = scenario;
  const data = makeData(scenario, prefix);
  inSection('batch', prefix, () =>
    partOf('batch', batch.kind).create(valuesOf(batch), data.sampleCount, createRandom(seed, 'batch')),
  );
  const made = inSection('system', prefix, () =>
    partOf('system', system.kind).create(valuesOf(system), data, kernels),
  );
  const weights = new Float64Array(made.weightCount);
  const velocity = new Float64Array(made.weightCount);
  const context = { system: made, values: system, random: createRandom(seed, 'initial') };
  inSection('initial', prefix, () =>
    partOf('initial', initial.kind).create(valuesOf(initial), context, weights, velocity),
  );
  const moving = velocity.find((value) => value !== 0);
  const bang = expansionOf(scenario, prefix).gamma(expansion.t0 as number) === Infinity;
  if (bang && moving !== undefined) {
    const name = initial.velocityScale === undefined ? 'velocity' : 'velocityScale';
    throw new ScenarioError(
      joinPath(prefix, `initial.${name}`),
      initial[name] ?? moving,
      `0: at the big bang t = ${String(expansion.t0)} the velocity vanishes`,
    );
  }
}
