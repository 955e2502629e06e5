import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseRunDocument } from '../../src/scenario/document.ts';
import { changesIn, changesText } from '../../src/store/index.ts';
import { StoreLab } from './lab.ts';

/** Undo over a reload: what is kept as text comes back in a page that is opened anew. */

let lab: StoreLab;
beforeEach(() => {
  lab = new StoreLab();
});
afterEach(() => lab.close());

/** The page as it is after a reload. */
function reload(): void {
  const text = lab.state.save();
  const changes = changesText(lab.state);
  const { step } = parseRunDocument(text).view;
  lab.close();
  lab = new StoreLab(parseRunDocument(text));
  lab.seek(Number(step));
  const { branches } = lab.state;
  expect(lab.state.undoable).toHaveLength(0);
  lab.reopened(changesIn(changes, branches));
}

it('values, restarts and branches are taken back after a reload, each to the bits that it had', () => {
  lab.step(10);
  lab.change('expansion.gamma', 2);
  lab.step(5);
  const before = lab.weights;
  lab.change('system.N', 16);
  lab.step(7);
  lab.state.branch();
  lab.change('expansion.gamma', 4);
  lab.state.openBranch(lab.state.branches[0].id);
  lab.settle();
  expect([lab.at, lab.gamma]).toEqual([7, 2]);
  const { undoable } = lab.state;
  expect(undoable.map(({ kind }) => kind)).toEqual(['value', 'document', 'value', 'branch']);
  reload();
  expect(lab.state.undoable.map(({ kind }) => kind)).toEqual(undoable.map(({ kind }) => kind));
  lab.undo();
  expect(lab.gamma).toBe(4);
  lab.undo();
  expect(lab.gamma).toBe(2);
  lab.undo();
  expect([lab.at, lab.weights]).toEqual([15, before]);
  reload();
  lab.redo();
  expect(lab.state.info?.document.scenario.system.N).toBe(16);
});

it('of a long list the newest are kept, in at most 120 000 characters', () => {
  for (let seed = 1; seed <= 150; seed++) lab.state.newSeed(seed);
  lab.settle();
  const text = changesText(lab.state);
  expect(text.length).toBeLessThan(121_000);
  const { undoable } = changesIn(text, []);
  expect(undoable.length).toBeGreaterThan(20);
  expect(undoable.length).toBeLessThan(150);
  expect(undoable).toEqual(lab.state.undoable.slice(-undoable.length));
});

it('text that is none, or of another version, is an empty list; what comes before an entry that is none is left', () => {
  for (const text of ['', '{', 'null', '3', '{"undoable":3}'])
    expect(changesIn(text, [])).toEqual({ undoable: [], redoable: [] });
  const value = { kind: 'value', path: 'data.K', before: 1, after: 2 };
  const bad = { kind: 'document', path: null, before: { document: 3, step: 0 }, after: null };
  const undoable = [value, bad, value];
  expect(changesIn(JSON.stringify({ undoable }), [])).toEqual({ undoable: [value], redoable: [] });
});
