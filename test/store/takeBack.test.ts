import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takeBack } from '../../src/store/takeBack.ts';
import { StoreLab } from './lab.ts';

/** A hand that gave up: nothing of what it changed stays in the run, its file or the lists. */

let lab: StoreLab;
beforeEach(() => {
  lab = new StoreLab();
});
afterEach(() => lab.close());

const edits = () => lab.state.info?.document.edits ?? [];

describe('what a hand gives up', () => {
  it('leaves no edit, the same bits later, and what could be taken back before', async () => {
    lab.change('expansion.gamma', 0.5);
    lab.step(10);
    const { undoable } = lab.state;
    const before = edits();
    lab.state.step(7);
    lab.settle();
    const then = lab.weights;
    lab.seek(10);
    lab.change('data.K', 2.5);
    // Longer apart than a drag: each is a change of its own.
    lab.change('data.K', 2.9);
    const told = lab.state.setParameter('data.K', 1.7);
    lab.settle();
    const outcome = await told;
    expect(outcome.kind).toBe('applied');
    expect(edits()).toHaveLength(before.length + 1);
    takeBack(outcome.kind === 'applied' ? outcome.edit : null, undoable);
    lab.settle();
    expect([lab.at, edits()]).toEqual([10, before]);
    expect([lab.state.undoable, lab.state.redoable]).toEqual([undoable, []]);
    lab.step(7);
    expect(lab.weights).toBe(then);
  });

  it('an edit that stood there before stands again', () => {
    lab.change('data.K', 2.5);
    const { undoable } = lab.state;
    lab.change('data.K', 2.9);
    lab.change('data.K', 2.5);
    takeBack(null, undoable);
    lab.settle();
    expect(edits()).toMatchObject([{ step: 0, command: { path: 'data.K', value: 2.5 } }]);
    expect([lab.state.undoable, lab.state.redoable]).toEqual([undoable, []]);
  });
});
