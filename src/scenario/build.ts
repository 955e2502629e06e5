import { attachTest } from '../physics/data/index.ts';
import { createRandom } from '../physics/math/random.ts';
import { ParameterError } from '../physics/parameters.ts';
import type { DataShape, System, TrainingData } from '../physics/types.ts';
import { madeOnce } from './recall.ts';
import { joinPath } from './path.ts';
import { partOf, valuesOf } from './sections.ts';
import { checkSize } from './size.ts';
import { ScenarioError, sectionNames, type Scenario, type SectionName } from './types.ts';

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
 * @param prefix         path of the scenario in its document
 * @param network  makes the system with other data, at squared cost, with kernels; without it the data serve as a
 *                 check only, for targets that a network would give are NaN
 * @throws ScenarioError when they do not fit the system, or are too many
 */
export function makeData(
  scenario: Scenario,
  prefix: string,
  network?: { readonly kernels: object; readonly create: (data: TrainingData) => System },
): TrainingData {
  const { system, data, seed } = scenario;
  const declaration = partOf('system', system.kind);
  const shape = shapeOf(scenario);
  const test = data.test as { X: number[][]; Y: number[][] } | undefined;
  if (shape === null && test !== undefined) {
    throw new ScenarioError(joinPath(prefix, 'data.test'), test, `nothing: ${system.kind} takes no samples`);
  }
  checkSize(scenario, shape, prefix);
  const made = inSection('data', prefix, () => {
    return madeOnce(scenario, shape, network?.kernels ?? null, (making) => {
      const context = {
        system: making.system,
        declaration,
        shape,
        random: createRandom(seed, 'data'),
        get createNetwork() {
          making.usesNetwork();
          return network?.create;
        },
      };
      const made = partOf('data', data.kind).create(valuesOf(data), context);
      return shape === null || test === undefined ? made : attachTest(made, test.X, test.Y, shape);
    });
  });
  if (data.text !== undefined) checkSize(scenario, shape, prefix, made.sampleCount);
  return made;
}

/**
 * Checks that the data of a scenario can be made, and suit the parameters of its system.
 * @returns the data, as far as they can be made without the system
 * @throws ScenarioError
 */
export function checkData(scenario: Scenario, prefix: string): TrainingData {
  const { system } = scenario;
  const data = makeData(scenario, prefix);
  inSection('system', prefix, () => partOf('system', system.kind).checkData?.(valuesOf(system), data));
  return data;
}
