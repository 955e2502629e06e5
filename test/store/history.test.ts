import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { documentOf, setIn } from '../helpers/run.ts';
import { sections, StoreLab } from './lab.ts';

let lab: StoreLab;
beforeEach(() => {
  lab = new StoreLab();
});
afterEach(() => lab.close());

describe('undo of a live change', () => {
  it('value: comes back at the present step, as an edit like any other', () => {
    lab.step(10);
    lab.change('expansion.gamma', 2);
    lab.step(10);
    expect(lab.gamma).toBe(2);
    lab.undo();
    expect(lab.gamma).toBe(0.3);
    expect(lab.at).toBe(20);
    expect(lab.state.info?.document.edits.map(({ step, command }) => [step, setIn(command).value])).toEqual([
      [10, 2],
      [20, 0.3],
    ]);
    lab.redo();
    expect(lab.gamma).toBe(2);
    expect(lab.state.undoable).toHaveLength(1);
    expect(lab.state.redoable).toHaveLength(0);
  });

  it('drag: 12 values in a row are one change from the first to the last', () => {
    for (let k = 1; k <= 12; k++) {
      lab.state.setParameter('expansion.gamma', k / 4);
      lab.settle();
    }
    expect(lab.state.undoable).toEqual([{ kind: 'value', path: 'expansion.gamma', before: 0.3, after: 3 }]);
    lab.undo();
    expect(lab.gamma).toBe(0.3);
  });

  it('drag: a hand that rests 5 s while it holds the slider makes one change, two hands make two', () => {
    lab.state.holdChanges(true);
    lab.state.setParameter('expansion.gamma', 1);
    vi.advanceTimersByTime(5000);
    lab.state.setParameter('expansion.gamma', 2);
    lab.state.holdChanges(false);
    lab.settle();
    expect(lab.state.undoable).toHaveLength(1);
    lab.change('expansion.gamma', 3);
    expect(lab.state.undoable).toHaveLength(2);
    lab.change('data.K', 2);
    expect(lab.state.undoable).toHaveLength(3);
  });

  it('drag: a hand that comes back to where it began leaves no change', () => {
    for (const gamma of [0.5, 0.8, 0.3]) lab.state.setParameter('expansion.gamma', gamma);
    lab.settle();
    expect(lab.state.undoable).toHaveLength(0);
  });

  it('new edit: clears what could be redone', () => {
    lab.change('expansion.gamma', 2);
    lab.undo();
    expect(lab.state.redoable).toHaveLength(1);
    lab.change('expansion.gamma', 1);
    expect(lab.state.redoable).toHaveLength(0);
  });

  it('refused value: is not a change', () => {
    lab.change('expansion.gamma', -1);
    expect(lab.state.problem).not.toBeNull();
    expect(lab.state.undoable).toHaveLength(0);
  });
});

describe('undo of a restart', () => {
  it('document: comes back where it stood, bit for bit, with its edits; redo too', () => {
    lab.step(10);
    lab.change('expansion.gamma', 2);
    lab.step(20);
    const before = lab.weights;
    lab.change('system.N', 20);
    expect(lab.at).toBe(0);
    lab.step(7);
    const after = lab.weights;
    lab.undo();
    expect([lab.at, lab.gamma, lab.weights]).toEqual([30, 2, before]);
    lab.redo();
    expect([lab.at, lab.weights]).toEqual([7, after]);
    expect(lab.state.undoable).toHaveLength(2);
  });

  it('two restarts before the worker has answered: both are in the run', () => {
    lab.state.setParameter('system.N', 20);
    lab.state.setParameter('seed', 9);
    lab.settle();
    const { scenario } = lab.state.info!.document;
    expect([scenario.system.N, scenario.seed]).toEqual([20, 9]);
    lab.undo();
    lab.undo();
    expect(lab.state.info?.document.scenario.system.N).toBe(12);
  });

  it('edits that the worker has not answered: a restart, R and a file saved have them, and undo brings them back', async () => {
    const asked = (): void => {
      lab.state.setParameter('expansion.gamma', 0.9);
      void lab.state.poke('weights', { at: [3], add: [0.5] });
    };
    lab.step(2);
    asked();
    expect(JSON.parse(lab.state.save()).edits).toHaveLength(2);
    lab.state.setParameter('system.N', 14);
    lab.settle();
    expect(lab.state.info?.tracks[0].weightCount).toBe(14);
    expect(lab.gamma).toBe(0.9);
    await lab.heard();
    lab.undo();
    expect([lab.at, lab.gamma, lab.state.info?.document.edits.length]).toEqual([2, 0.9, 2]);
    lab.undo();
    lab.undo();
    expect([lab.gamma, lab.state.info?.document.edits.length]).toEqual([0.3, 1]);
    lab.state.setParameter('expansion.gamma', 0.7);
    lab.state.reset();
    lab.settle();
    expect([lab.at, lab.gamma]).toEqual([0, 0.7]);
    lab.undo();
    // An edit that was answered is there once.
    await lab.heard();
    const before = lab.state.info?.document.edits ?? [];
    void lab.state.poke('weights', { at: [3], add: [0.5] });
    await lab.heard();
    expect(JSON.parse(lab.state.save()).edits).toHaveLength(before.length + 1);
  });

  it('opened scenario: the run before comes back, with the name it was shipped under', () => {
    lab.state.openDocument(documentOf(sections), 'first');
    lab.settle();
    lab.step(5);
    const weights = lab.weights;
    lab.state.openDocument(documentOf({ ...sections, system: { kind: 'ring-shared', N: 30 } }), 'second');
    lab.settle();
    lab.undo();
    expect([lab.state.shippedId, lab.at, lab.weights]).toEqual(['first', 5, weights]);
    lab.redo();
    expect([lab.state.shippedId, lab.at]).toEqual(['second', 0]);
  });
});

describe('time', () => {
  it('seek: the parameters shown are those of that step, and come back with it', () => {
    lab.step(20);
    lab.change('expansion.gamma', 2);
    lab.step(20);
    lab.seek(5);
    const gamma = (): unknown => lab.state.document?.scenario && lab.state.document.edits.length;
    expect([lab.gamma, gamma()]).toEqual([0.3, 0]);
    expect(lab.state.info?.document.edits).toHaveLength(1);
    expect(lab.state.lastStep).toBe(40);
    lab.seek(20);
    expect([lab.gamma, gamma()]).toEqual([2, 1]);
  });

  it('restart from the past: takes the parameters of that step', () => {
    lab.step(20);
    lab.change('expansion.gamma', 2);
    lab.seek(5);
    lab.change('system.N', 20);
    expect(lab.state.info?.document.scenario.expansion.gamma).toBe(0.3);
    lab.undo();
    expect([lab.at, lab.state.info?.document.edits.length]).toEqual([5, 1]);
  });

  it('edit of the past: the future that was known, over 8 steps, is kept as a branch', () => {
    lab.step(40);
    const future = lab.weights;
    lab.seek(10);
    for (const gamma of [1, 1.5, 2]) lab.state.setParameter('expansion.gamma', gamma);
    lab.settle();
    expect(lab.state.branches).toHaveLength(1);
    const [kept] = lab.state.branches;
    expect([kept.step, kept.time]).toEqual([40, 2.5]);
    expect(lab.state.keptBranch).toBe(kept);
    expect(lab.state.lastStep).toBe(10);
    lab.state.openBranch(kept.id);
    lab.settle();
    expect([lab.at, lab.weights]).toEqual([40, future]);
  });

  it('edit of the past: a handful of steps without edits is not worth a branch, one edit is', () => {
    lab.step(16);
    lab.seek(10);
    lab.change('expansion.gamma', 1);
    expect(lab.state.branches).toHaveLength(0);
    lab.step(2);
    lab.change('expansion.gamma', 2);
    lab.seek(11);
    lab.change('expansion.gamma', 3);
    expect(lab.state.branches).toHaveLength(1);
    expect(lab.state.branches[0].document.edits).toHaveLength(2);
  });

  it('edit after a blow-up: the steps that were taken back are no future to keep', () => {
    lab.change('system.N', 16);
    lab.change('dynamics.dt', 1);
    lab.step(150);
    lab.seek(100);
    lab.seek(5000);
    expect(lab.state.status).toBe('stopped');
    lab.change('dynamics.dt', 0.125);
    expect(lab.state.branches).toHaveLength(0);
  });

  it('edit at the front: nothing is lost, so nothing is kept', () => {
    lab.step(200);
    lab.change('expansion.gamma', 1);
    lab.step(200);
    lab.change('expansion.gamma', 2);
    expect(lab.state.branches).toHaveLength(0);
  });
});

describe('branches', () => {
  it('open: the present run is put aside and comes back bit for bit; undo swaps them again', () => {
    lab.step(12);
    lab.state.branch();
    lab.change('expansion.gamma', 2);
    lab.step(12);
    const here = lab.weights;
    lab.state.openBranch(lab.state.branches[0].id);
    lab.settle();
    expect([lab.at, lab.gamma]).toEqual([12, 0.3]);
    expect(lab.state.branches.map(({ step }) => step)).toEqual([24]);
    lab.undo();
    expect([lab.at, lab.weights]).toEqual([24, here]);
    expect(lab.state.branches.map(({ step }) => step)).toEqual([12]);
    lab.redo();
    expect([lab.at, lab.gamma]).toEqual([12, 0.3]);
  });

  it('cap: 20 are kept, the oldest gives way and is named', () => {
    for (let k = 0; k < 21; k++) {
      lab.step(1);
      lab.state.branch();
    }
    expect(lab.state.branches).toHaveLength(20);
    expect(lab.state.branches[0].step).toBe(2);
    expect(lab.state.droppedBranch?.step).toBe(1);
  });
});

describe('speed', () => {
  it('slow motion: a tenth of the rate and back; a rate chosen meanwhile stays', () => {
    lab.state.setRate(4);
    lab.state.toggleSlowMotion();
    expect([lab.state.rate, lab.state.normalRate]).toEqual([0.4, 4]);
    lab.state.toggleSlowMotion();
    expect([lab.state.rate, lab.state.normalRate]).toEqual([4, null]);
    lab.state.toggleSlowMotion();
    lab.state.setRate(2);
    expect([lab.state.rate, lab.state.normalRate]).toEqual([2, null]);
  });
});
