import { describe, expect, it } from 'vitest';
import { marksNear, marksOf, placeMarks } from '../../../src/ui/timeline/marks.ts';
import { currentScenario } from '../../../src/scenario/patch.ts';
import { changeText, markText, positionText } from '../../../src/ui/timeline/words.ts';
import type { Change } from '../../../src/store/index.ts';
import { documentOf } from '../../helpers/run.ts';

const sections = {
  title: 'Two waves',
  system: { kind: 'ring-shared', N: 12 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  expansion: { kind: 'de-sitter', gamma: 0.3 },
};
const edit = (step: number, path: string, value: unknown): unknown => ({
  step,
  command: { kind: 'set', path, value },
});
const run = documentOf(
  sections,
  [],
  [
    edit(20, 'expansion.gamma', 0.35),
    edit(22, 'expansion.gamma', 0.4),
    edit(25, 'expansion.gamma', 0.5),
    edit(25, 'data.K', 2),
    edit(90, 'expansion.gamma', 1),
  ],
);

describe('marks', () => {
  it('drag: edits of one value at most 5 steps apart are one mark, from the first value to the last', () => {
    expect(
      marksOf(run, 5).map(({ first, last, path, before, after }) => [first, last, path, before, after]),
    ).toEqual([
      [20, 25, 'expansion.gamma', 0.3, 0.5],
      [25, 25, 'data.K', 1.7, 2],
      [90, 90, 'expansion.gamma', 0.5, 1],
    ]);
    expect(marksOf(run, 2)).toHaveLength(4);
  });
  it('drag: from a change’s first value to its last it is one mark, 70 steps apart as well; another value parts it', () => {
    const change = (before: number, after: number): Change => ({
      kind: 'value',
      path: 'expansion.gamma',
      before,
      after,
    });
    const fast = documentOf(
      sections,
      [],
      [0.35, 0.5, 0.9, 1.5].map((value, n) => edit(20 + 70 * n, 'expansion.gamma', value)),
    );
    const ends = (changes: Change[]): unknown[] =>
      marksOf(fast, 5, changes).map(({ first, last, before, after }) => [first, last, before, after]);
    expect(ends([change(0.3, 1.5)])).toEqual([[20, 230, 0.3, 1.5]]);
    expect(ends([change(0.3, 0.5), change(0.5, 1.5)])).toEqual([
      [20, 90, 0.3, 0.5],
      [160, 230, 0.5, 1.5],
    ]);
    // What came with a file was not of one hand.
    expect(ends([change(0.9, 1.5)])).toHaveLength(4);
  });
  it('words: symbol, value before and after', () => {
    expect(marksOf(run, 5).map((mark) => markText(run.scenario, mark))).toEqual([
      'γ 0.3 → 0.5',
      'K 1.7 → 2',
      'γ 0.5 → 1',
    ]);
    expect(positionText(6.4, 320)).toBe('t 6.40, step 320');
  });
  it('room: a text stands only where it ends before the next triangle and before the edge', () => {
    const axis = { width: 216, inset: 8, end: 100 };
    const placed = placeMarks(
      marksOf(run, 5),
      axis,
      () => ({ label: 'text', symbol: '' }),
      () => 30,
    );
    expect(placed.map(({ x, labelled }) => [x, labelled])).toEqual([
      [48, false],
      [58, true],
      [188, false],
    ]);
    expect(marksNear(placed, 53)).toHaveLength(2);
    expect(marksNear(placed, 100)).toHaveLength(0);
  });
});

describe('names of changes', () => {
  const value = (path: string, before: unknown, after: unknown): Change => ({
    kind: 'value',
    path,
    before,
    after,
  });
  const restart = (path: string | null, after: typeof run): Change => ({
    kind: 'document',
    path,
    before: { document: run, step: 100, shippedId: null },
    after: { document: after, step: 0, shippedId: null },
  });
  it('live: the plain name of the parameter, its value before and after', () => {
    expect(changeText(value('expansion.gamma', 2, 5), run)).toBe('friction 2 to 5');
    expect(changeText(value('data.X', [[1]], [[2]]), run)).toMatch(/ changed$/);
  });
  it('restart: what was changed; a kind by its name for people; an opened file by its title', () => {
    const larger = documentOf({ ...sections, system: { kind: 'ring-shared', N: 20 } });
    expect(changeText(restart('system.N', larger), run)).toMatch(/ 12 to 20$/);
    expect(changeText(restart('seed', documentOf({ ...sections, seed: 7 })), run)).toBe('seed 1 to 7');
    const flow = documentOf({ ...sections, dynamics: { kind: 'gradient-flow' } });
    expect(changeText(restart('dynamics.kind', flow), run)).toMatch(/^dynamics kind .* to Gradient/);
    expect(changeText(restart(null, documentOf({ ...sections, title: 'XOR' })), run)).toBe('opened XOR');
  });
});

describe('friction that a hand took from a schedule', () => {
  const scheduled = documentOf(
    { ...sections, expansion: { kind: 'cosine', etaMin: 0.5, etaMax: 4, T: 10 } },
    [],
    [
      edit(20, 'expansion', { kind: 'de-sitter', gamma: 0.8 }),
      edit(60, 'expansion.gamma', 1.2),
      edit(90, 'expansion', { kind: 'cosine', etaMin: 0.5, etaMax: 4, T: 10 }),
    ],
  );
  it('marks: what is held, from which value later ones count, and that it was given back', () => {
    const present = currentScenario(scheduled);
    expect(marksOf(scheduled, 5).map((mark) => markText(present, mark))).toEqual([
      'γ held at 0.8',
      'γ 0.8 → 1.2',
      'γ changed',
    ]);
  });
  it('undo: named by the two histories', () => {
    const change: Change = {
      kind: 'value',
      path: 'expansion',
      before: { kind: 'cosine', etaMin: 0.5, etaMax: 4, T: 10 },
      after: { kind: 'de-sitter', gamma: 0.8 },
    };
    expect(changeText(change, scheduled)).toMatch(/Cosine.* to De Sitter/);
  });
});
