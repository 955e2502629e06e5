import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSimulation, type Simulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { parseRunDocument } from '../../src/scenario/document.ts';
import { guessRoles } from '../../src/scenario/table/columns.ts';
import { makeSamples } from '../../src/scenario/table/samples.ts';
import { readTable, type ReadTable } from '../../src/ui/data/readTable.ts';
import { shipped } from '../helpers/shipped.ts';

function tableOf(id: string): ReadTable {
  const text = readFileSync(new URL(`../../public/data/${id}.csv`, import.meta.url), 'utf8');
  const table = readTable(text, { separator: 'auto', decimal: 'auto', header: 'auto' });
  if (!('cells' in table)) throw new Error(id);
  return table;
}

const numbers = ({ cells }: ReadTable): number[][] => cells.rows.map((row) => row.map(Number));
const alone = (id: string): Simulation =>
  createSimulation({ ...parseRunDocument(shipped[id]), tracks: [] }, typescriptKernels);

/** Share of samples whose largest output is that of their class. */
function accuracy({ tracks: [{ system, data, weights }] }: Simulation): number {
  const width = system.outputCount;
  const outputs = new Float64Array(width * data.sampleCount);
  system.outputs(weights, outputs);
  const best = (values: Float64Array, l: number): number => {
    const row = values.subarray(l * width, (l + 1) * width);
    return row.indexOf(row.reduce((most, value) => Math.max(most, value), -Infinity));
  };
  const right = Array.from(
    { length: data.sampleCount },
    (_, l) => best(outputs, l) === best(data.targets, l),
  );
  return right.filter(Boolean).length / data.sampleCount;
}

function runTo(simulation: Simulation, t: number): Simulation {
  simulation.advance(Math.round((t - simulation.time) / simulation.dt));
  return simulation;
}

describe('tables that come along', () => {
  it('iris: 50 flowers of each kind, the means and deviations of Fisher (1936), his own rows 35 and 38', () => {
    const table = tableOf('iris');
    expect(table.columns[4].words).toEqual(['setosa', 'versicolor', 'virginica']);
    expect(table.cells.rows.map(([, , , , kind]) => kind)).toEqual(
      ['setosa', 'versicolor', 'virginica'].flatMap((kind) => Array<string>(50).fill(kind)),
    );
    // Fisher's Table II: means of the four measurements of each kind, in cm.
    const means = [0, 1, 2].map((kind) =>
      [0, 1, 2, 3].map((column) => {
        const rows = numbers(table).slice(50 * kind, 50 * kind + 50);
        return Math.round(rows.reduce((sum, row) => sum + 1000 * row[column], 0) / 50) / 1000;
      }),
    );
    expect(means).toEqual([
      [5.006, 3.428, 1.462, 0.246],
      [5.936, 2.77, 4.26, 1.326],
      [6.588, 2.974, 5.552, 2.026],
    ]);
    expect(table.cells.rows[34].slice(0, 4)).toEqual(['4.9', '3.1', '1.5', '0.2']);
    expect(table.cells.rows[37].slice(0, 4)).toEqual(['4.9', '3.6', '1.4', '0.1']);
  });

  it('digits: 40 of each in turn, 64 whole numbers from 0 to 16', () => {
    const rows = numbers(tableOf('digits'));
    expect(rows.map((row) => row[64])).toEqual(Array.from({ length: 400 }, (_, l) => l % 10));
    expect(
      rows.every((row) => row.every((value) => Number.isInteger(value) && value >= 0 && value <= 16)),
    ).toBe(true);
    expect(new Set(rows.flatMap((row) => row.slice(0, 64))).size).toBe(17);
  });

  it('a table that comes along is read as it is meant: inputs, one target of classes, no problem', () => {
    for (const id of ['iris', 'digits']) {
      const { columns } = tableOf(id);
      const roles = guessRoles(columns, { inputs: 2, outputs: 1 });
      expect(roles.at(-1)).toEqual({ role: 'target', kind: 'classes' });
      expect(roles.slice(0, -1).every(({ role, kind }) => role === 'input' && kind === 'number')).toBe(true);
    }
  });
});

describe('scenarios of these tables', () => {
  it('iris holds the table by its z-scores, 45 rows drawn by seed 1 held out', () => {
    const table = tableOf('iris');
    const made = makeSamples(table.cells, table.columns, {
      decimal: '.',
      columns: guessRoles(table.columns, null),
      inputs: 'z-score',
      targets: 'none',
      coding: 'one-hot',
      holdOut: { by: 'share', share: 0.3, seed: 1 },
      leaveOut: false,
    });
    const short = (rows: readonly (readonly number[])[] = []) =>
      rows.map((row) => row.map((value) => Number(value.toPrecision(6))));
    const { data } = parseRunDocument(shipped.iris).scenario;
    expect(data).toEqual({
      kind: 'explicit',
      X: short(made.X),
      Y: made.Y,
      test: { X: short(made.test?.X), Y: made.test?.Y },
    });
  });

  it('digits hold the first 100 and the next 50 pictures, pixels from −½ to ½', () => {
    const rows = numbers(tableOf('digits'));
    const X = rows.map((row) => row.slice(0, 64).map((value) => value / 16 - 0.5));
    const { data } = parseRunDocument(shipped.digits).scenario;
    expect(data.X).toEqual(X.slice(0, 100));
    expect((data.test as { X: unknown }).X).toEqual(X.slice(100, 150));
    const cleaned = parseRunDocument(shipped['digits-cleaned']).scenario.data;
    expect(cleaned.Y).toEqual(X.slice(0, 12));
  });

  it('what their sentences claim: iris and digits are learnt within seconds, the cost of digits never shown stays', () => {
    const iris = runTo(alone('iris'), 3);
    expect(accuracy(iris)).toBeGreaterThan(0.97);
    const digits = runTo(alone('digits'), 1);
    expect(accuracy(digits)).toBeGreaterThan(0.9);
    const costs = [1, 4, 16].map((t) => {
      const [{ system, weights }] = runTo(digits, t).tracks;
      return { training: digits.tracks[0].cost(), test: system.testCost(weights) };
    });
    // Theirs falls by more than half; that of the others by less than a tenth.
    expect(costs[2].training / costs[1].training).toBeLessThan(0.5);
    expect(costs[2].test / costs[1].test).toBeGreaterThan(0.9);
  });

  it('a convolution takes three quarters of the noise away, of digits never shown too', () => {
    const simulation = alone('digits-cleaned');
    const [{ system, data, weights }] = simulation.tracks;
    const noise = (X: Float64Array, Y: Float64Array): number =>
      X.reduce((sum, x, n) => sum + (x - Y[n]) ** 2, 0);
    const { test } = data;
    if (test === undefined) throw new Error('no test samples');
    runTo(simulation, 8);
    expect(simulation.tracks[0].cost() / noise(data.inputs, data.targets)).toBeLessThan(0.25);
    expect(system.testCost(weights) / noise(test.inputs, test.targets)).toBeLessThan(0.25);
  });
});
