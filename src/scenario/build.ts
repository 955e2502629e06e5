import { typescriptKernels } from '../kernels/index.ts';
import { attachTest } from '../physics/data/index.ts';
import { createRandom } from '../physics/math/random.ts';
import { ParameterError } from '../physics/parameters.ts';
import type { DataShape, System, TrainingData } from '../physics/types.ts';
import { joinPath } from './path.ts';
import { partOf } from './sections.ts';
import { checkSize } from './size.ts';
import { ScenarioError, sectionNames, type Scenario, type Section, type SectionName } from './types.ts';

/** A part's section as the part takes it: its declarations have been checked against it. */
export const valuesOf = (section: Section): never => section as never;

/** Runs what makes a part; what it refuses is reported under its section. @throws ScenarioError */
export function inSection<T>(section: SectionName, prefix: string, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    const { path, value, expected } = error;
    const whole = sectionNames.some((name) => path === name || path.startsWith(`${name}.`));
    throw new ScenarioError(joinPath(prefix, whole ? path : joinPath(section, path)), value, expected);
  }
}

/** Inputs and outputs of a scenario's system; null for fields. */
export function shapeOf({ system }: Scenario): DataShape | null {
  return partOf('system', system.kind).shape(valuesOf(system));
}

/**
 * Makes the training data of a scenario from its seed, with its test samples.
 * @param prefix  path of the scenario in its document
 * @throws ScenarioError when they do not fit the system, or are too many
 */
export function makeData(scenario: Scenario, prefix: string): TrainingData {
  const { system, data, seed } = scenario;
  const shape = shapeOf(scenario);
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

/** Curvatures beyond this leave no room to step in: their squares overflow. */
export const maxCurvature = 1e100;

/**
 * Makes the system of a scenario.
 * @throws ScenarioError when it does not fit its data, or its couplings overflow
 */
export function makeSystem({ system }: Scenario, data: TrainingData, prefix: string): System {
  const made = inSection('system', prefix, () =>
    partOf('system', system.kind).create(valuesOf(system), data, typescriptKernels),
  );
  const { curvatureBound } = made;
  if (curvatureBound !== null && !(curvatureBound <= maxCurvature)) {
    const expected = `parameters and data whose curvature is at most ${maxCurvature} (here ${curvatureBound})`;
    throw new ScenarioError(joinPath(prefix, 'system'), system.kind, expected);
  }
  return made;
}
