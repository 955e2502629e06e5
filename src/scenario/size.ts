import type { DataShape } from '../physics/types.ts';
import { joinPath } from './path.ts';
import { partOf, valuesOf } from './sections.ts';
import { ScenarioError, type Scenario, type Section } from './types.ts';

// Documents are untrusted: what they ask for must fit in memory and be made in a second or two.

/** Most numbers in a run's training data (inputs and targets). */
const maxDataNumbers = 10_000_000;
/** Most multiplications before the first step. */
const maxSetup = 200_000_000;
/** Most multiplications of one gradient. */
const maxWork = 500_000_000;
/** Most multiplications of a filter that makes noise smooth. */
const maxFilterWork = 300_000_000;

/**
 * Refuses systems and data too large to build.
 * @param shape  inputs and outputs of the system; null for fields
 * @param rows   of a table, whose number no parameter says: known when it has been read
 * @throws ScenarioError at the parameter that is too large
 */
export function checkSize(scenario: Scenario, shape: DataShape | null, prefix: string, rows?: number): void {
  const { system, data, initial } = scenario;
  const part = partOf('system', system.kind);
  const { work, copies = 1, setup = 0, extent } = part.estimate(valuesOf(system));
  if (extent !== undefined) {
    const { count, most, parameter, expected } = extent;
    refuse(count > most, joinPath(prefix, `system.${parameter}`), system[parameter], expected);
  }
  checkFilter(initial.correlation, 1, siteCount(scenario), system, joinPath(prefix, 'initial'));
  if (shape === null) return;
  const { inputs, outputs } = shape;
  const most = Math.floor(maxDataNumbers / (copies * (inputs + outputs)));
  const weights = part.weightCount(valuesOf(system));
  for (const [name, count] of rows === undefined ? countsOf(data) : ([['text', rows]] as const)) {
    const path = joinPath(prefix, `data.${name}`);
    const workable = Math.floor(maxWork / work);
    refuse(count > workable, path, count, `at most ${workable} samples for ${weights} weights`);
    refuse(count > most, path, count, `at most ${most} samples of this system`);
    const summable = Math.floor(maxSetup / setup);
    refuse(count > summable, path, count, `at most ${summable} samples of ${inputs} inputs`);
    checkFilter(data.correlation, count, inputs + outputs, system, joinPath(prefix, 'data'));
  }
  if (Array.isArray(system.bonds)) {
    // Incidence data have a sample for every bond and every site.
    const bondCount = system.bonds.length;
    const expected = `at most ${most - inputs} bonds of ${inputs} sites`;
    refuse(bondCount + inputs > most, joinPath(prefix, 'system.bonds'), bondCount, expected);
  }
}

/** Numbers of samples that a section of data names, by parameter. */
function countsOf(data: Section): readonly (readonly [string, number])[] {
  const { X, Y, samples, testSamples, test } = data;
  const tested = (test as { X?: unknown } | undefined)?.X;
  const lists = { X, Y, 'test.X': tested };
  return [
    ...Object.entries({ samples, testSamples }).filter(hasCount),
    ...Object.entries(lists).flatMap(([name, rows]) =>
      Array.isArray(rows) ? [[name, rows.length] as const] : [],
    ),
  ];
}

const hasCount = (entry: [string, unknown]): entry is [string, number] => typeof entry[1] === 'number';

function checkFilter(
  correlation: unknown,
  fields: number,
  sites: number,
  { columns }: Scenario['system'],
  path: string,
): void {
  if (typeof correlation !== 'number') return;
  const line = typeof columns === 'number' ? 2 * columns : sites;
  const work = fields * sites * Math.min(12 * correlation + 1, line);
  const expected = 'a shorter correlation length, or a smaller system';
  refuse(work > maxFilterWork, joinPath(path, 'correlation'), correlation, expected);
}

function siteCount({ system }: Scenario): number {
  return partOf('system', system.kind).weightCount(valuesOf(system));
}

function refuse(refused: boolean, path: string, value: unknown, expected: string): void {
  if (refused) throw new ScenarioError(path, value, expected);
}
