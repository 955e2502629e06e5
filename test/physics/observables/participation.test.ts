import { afterEach, expect, it } from 'vitest';
import { participationOf } from '../../../src/physics/observables/participation.ts';
import { seenAs } from '../../../src/store/index.ts';
import { run } from '../../cli/capture.ts';
import { documentOf } from '../../helpers/run.ts';
import { StoreLab } from '../../store/lab.ts';

const wave = (count: number, index: number): Float64Array =>
  Float64Array.from({ length: count }, (_, n) => Math.cos((2 * Math.PI * index * n) / count));

it('participation: 1 for one weight, P for a uniform field of either sign, m for m equal ones, null for none', () => {
  expect(participationOf([0, 0, -3, 0])).toBe(1);
  expect(participationOf([2, -2, 2, -2, 2])).toBe(5);
  for (const m of [1, 2, 7]) {
    expect(participationOf(Float64Array.from({ length: 12 }, (_, n) => (n < m ? 0.3 : 0)))).toBeCloseTo(
      m,
      13,
    );
  }
  expect(participationOf(new Float64Array(4))).toBeNull();
});

it('participation: 2P/3 for a plane wave; P/2 where it is zero at every second site', () => {
  for (const index of [1, 2, 5, 17]) expect(participationOf(wave(64, index))).toBeCloseTo((2 * 64) / 3, 11);
  expect(participationOf(wave(64, 16))).toBeCloseTo(32, 11);
});

it('participation: the same at any size of the field, 1e-200 to 1e200', () => {
  const values = [0.3, -1.2, 0.7];
  // (0.09 + 1.44 + 0.49)²/(0.0081 + 2.0736 + 0.2401)
  for (const scale of [1e-200, 1, 1e200]) {
    expect(participationOf(values.map((w) => w * scale))).toBeCloseTo(4.0804 / 2.3218, 12);
  }
});

/** A mode of a uniform ring: w_n = A(t) cos kn, so the number stays as friction takes its size. */
const sections = {
  system: { kind: 'ring-shared', N: 20 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  initial: { kind: 'mode', index: 3, amplitude: 1 },
  dynamics: { kind: 'second-order', dt: 0.0625 },
  expansion: { kind: 'de-sitter', gamma: 0.5 },
};

it('participation in the terminal: 40/3 of 20 weights while a mode dies down a thousandfold', async () => {
  const files = { 'a.json': JSON.stringify({ version: 1, ...sections }) };
  const { out } = await run(['a.json', '--until', '30', '--every', '1', '--observe', 'participation'], files);
  const { observables, cost } = JSON.parse(out);
  expect(cost[30]).toBeLessThan(1e-6 * cost[0]);
  for (const { weights } of observables.participation) expect(weights).toBeCloseTo(40 / 3, 10);
  expect(observables.participation[0].velocity).toBeNull();
  for (const { velocity } of observables.participation.slice(1)) expect(velocity).toBeCloseTo(40 / 3, 10);
});

let lab: StoreLab | null = null;
afterEach(() => lab?.close());

it('participation on the page: watched by its name, it follows the run', () => {
  lab = new StoreLab(documentOf(sections));
  lab.state.watch('spread', { id: 'participation', query: {} });
  lab.step(9);
  expect(lab.state.seen.spread.step).toBe(9);
  expect(seenAs(lab.state.seen, 'spread', 'participation')?.weights).toBeCloseTo(40 / 3, 10);
  lab.state.watch('spread', null);
  expect(lab.state.seen.spread).toBeUndefined();
});
