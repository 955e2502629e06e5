import type { DataShape } from '../physics/types.ts';
import { joinPath } from './path.ts';
import { partOf } from './sections.ts';
import { ScenarioError, type Scenario, type Section } from './types.ts';

// Documents are untrusted: what they ask for must fit in memory and be made in a second or two.

/** Most numbers in a run's training data (inputs and targets). */
const maxDataNumbers = 10_000_000;
/** Most weights of a network of many layers: every one is also a wire and a site of the pictures. */
const maxLayerWeights = 1_000_000;
/** Most sites of a two-dimensional lattice: 512 by 512. */
const maxSites = 262_144;
/** Most multiplications that add up the couplings of a linear neuron, N² for each sample. */
const maxCouplingWork = 200_000_000;
/** Most multiplications of one gradient of a network of many layers. */
const maxLayerWork = 500_000_000;
/** Most multiplications of a filter that makes noise smooth. */
const maxFilterWork = 300_000_000;

/**
 * Refuses systems and data too large to build.
 * @param shape  inputs and outputs of the system; null for fields
 * @throws ScenarioError at the parameter that is too large
 */
export function checkSize(scenario: Scenario, shape: DataShape | null, prefix: string): void {
  checkLayers(scenario, prefix);
  checkGrid(scenario, prefix);
  checkMesh(scenario, prefix);
  const { system, data, initial } = scenario;
  checkFilter(initial.correlation, 1, siteCount(scenario), system, joinPath(prefix, 'initial'));
  if (shape === null) return;
  const { inputs, outputs } = shape;
  const most = Math.floor(maxDataNumbers / (copiesOf(system) * (inputs + outputs)));
  for (const [name, count] of countsOf(data)) {
    const path = joinPath(prefix, `data.${name}`);
    refuse(count > most, path, count, `at most ${most} samples of this system`);
    if (system.kind === 'linear-neuron') {
      const summable = Math.floor(maxCouplingWork / (inputs * inputs));
      refuse(count > summable, path, count, `at most ${summable} samples of ${inputs} inputs`);
    }
    checkFilter(data.correlation, count, inputs + outputs, system, joinPath(prefix, 'data'));
  }
  if (Array.isArray(system.bonds)) {
    // Incidence data have a sample for every bond and every site.
    const bondCount = system.bonds.length;
    const expected = `at most ${most - inputs} bonds of ${inputs} sites`;
    refuse(bondCount + inputs > most, joinPath(prefix, 'system.bonds'), bondCount, expected);
  }
}

/** Networks of many layers are as large as their sizes, or their depth, make them. */
function checkLayers({ system, data }: Scenario, prefix: string): void {
  const name = ['sizes', 'depth'].find((each) => system[each] !== undefined);
  if (name === undefined) return;
  const weights = partOf('system', system.kind).weightCount(system as never);
  const expected = `layers with at most ${maxLayerWeights} weights in all`;
  refuse(weights > maxLayerWeights, joinPath(prefix, `system.${name}`), system[name], expected);
  const most = Math.floor(maxLayerWork / weights);
  for (const [list, count] of countsOf(data)) {
    refuse(
      count > most,
      joinPath(prefix, `data.${list}`),
      count,
      `at most ${most} samples for ${weights} weights`,
    );
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

function checkGrid({ system }: Scenario, prefix: string): void {
  const { rows, columns } = system;
  if (typeof rows !== 'number' || typeof columns !== 'number') return;
  const expected = `rows times columns of at most ${maxSites}`;
  refuse(rows * columns > maxSites, joinPath(prefix, 'system.rows'), rows, expected);
}

/** Continuum theories hold their data on the points of a mesh, and a few products of them. */
function copiesOf({ mesh }: Scenario['system']): number {
  return typeof mesh === 'number' ? 4 * mesh : 1;
}

function checkMesh({ system: { N, mesh } }: Scenario, prefix: string): void {
  if (typeof N !== 'number' || typeof mesh !== 'number') return;
  const expected = `N times mesh of at most ${maxSites}`;
  refuse(N * mesh > maxSites, joinPath(prefix, 'system.mesh'), mesh, expected);
}

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
  return partOf('system', system.kind).weightCount(system as never);
}

function refuse(refused: boolean, path: string, value: unknown, expected: string): void {
  if (refused) throw new ScenarioError(path, value, expected);
}
