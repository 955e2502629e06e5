import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { parseRunDocument } from '../../src/scenario/document.ts';
import { changesIn, changesText } from '../../src/store/index.ts';
import { marksOf } from '../../src/ui/timeline/marks.ts';
import { changeText, markText } from '../../src/ui/timeline/words.ts';
import { bits, documentOf, simulate } from '../helpers/run.ts';
import { sections, StoreLab } from './lab.ts';

/** What a hand does to the run itself: taken back, the run is lived again without it, to the last bit. */

let lab: StoreLab;
beforeEach(() => {
  lab = new StoreLab();
});
afterEach(() => lab.close());

const bump = (center: number) => ({ shape: 'bump', center, width: 1, amplitude: 0.5 }) as const;
const kinds = (): readonly string[] =>
  (lab.state.info?.document.edits ?? []).map(({ command }) => command.kind);
/** The weights of an untouched run at a step, as frames carry them. */
function untouched(step: number): string {
  const run = simulate(sections);
  run.advance(step);
  return bits(Float32Array.from(run.tracks[0].weights));
}

describe('poke', () => {
  it('moves the run at the present step, is told as applied there, and stands in the document', async () => {
    lab.step(10);
    const told = lab.state.poke('weights', bump(7));
    lab.settle();
    expect(await told).toMatchObject({ kind: 'applied', step: 10, edit: { command: { kind: 'poke' } } });
    expect(lab.at).toBe(10);
    expect(lab.weights).not.toBe(untouched(10));
    lab.step(5);
    const then = lab.weights;
    const saved = lab.state.save();
    lab.state.openText('saved', saved, undefined, 15);
    lab.settle();
    expect(lab.weights).toBe(then);
  });

  it('taken back, the run stands where it stood as if it had never been poked; made again, the same bits', async () => {
    lab.step(10);
    lab.state.poke('velocity', { at: [3], add: [2] });
    await lab.heard();
    lab.step(15);
    const poked = lab.weights;
    lab.undo();
    expect([lab.at, lab.weights, kinds()]).toEqual([25, untouched(25), []]);
    lab.redo();
    expect([lab.at, lab.weights, kinds()]).toEqual([25, poked, ['poke']]);
  });

  it('taken back before the engine has answered', async () => {
    lab.step(10);
    lab.state.poke('weights', bump(7));
    lab.state.undo();
    await lab.heard();
    expect([lab.at, lab.weights, kinds()]).toEqual([10, untouched(10), []]);
    expect([lab.state.undoable.length, lab.state.redoable.length]).toEqual([0, 1]);
    lab.redo();
    expect(kinds()).toEqual(['poke']);
  });

  it('one drag is one undo, whatever steps it went over; two presses are two', async () => {
    lab.step(4);
    lab.state.grab();
    lab.state.holdChanges(true);
    for (let move = 0; move < 5; move++) {
      lab.state.poke('weights', bump(move));
      lab.step(3);
      vi.advanceTimersByTime(2000);
    }
    await lab.heard();
    lab.state.holdChanges(false);
    expect([lab.at, kinds().length, lab.state.undoable.length]).toEqual([19, 5, 1]);
    lab.undo();
    expect([lab.at, lab.weights]).toEqual([19, untouched(19)]);
    lab.redo();
    expect(kinds()).toHaveLength(5);
    lab.undo();
    lab.state.poke('weights', bump(7));
    lab.state.poke('weights', bump(7));
    await lab.heard();
    expect(lab.state.undoable).toHaveLength(2);
    lab.undo();
    expect(kinds()).toEqual(['poke']);
    lab.undo();
    expect(lab.weights).toBe(untouched(19));
  });

  it('of several changes, each is taken back alone: a friction between two pokes stays in its order', async () => {
    lab.step(5);
    lab.state.poke('weights', bump(2));
    await lab.heard();
    lab.step(5);
    const before = lab.weights;
    lab.change('expansion.gamma', 2);
    lab.state.poke('weights', bump(9));
    await lab.heard();
    lab.undo();
    expect([lab.gamma, kinds()]).toEqual([2, ['poke', 'set']]);
    expect(lab.weights).toBe(before);
    lab.undo();
    expect(lab.gamma).toBe(0.3);
    lab.undo();
    expect(lab.weights).toBe(untouched(10));
  });

  it('in the past, the future that was known becomes a branch', async () => {
    lab.step(40);
    lab.seek(10);
    lab.state.poke('weights', bump(7));
    await lab.heard();
    expect(lab.state.branches.map(({ step }) => step)).toEqual([40]);
  });

  it('while it plays: taken back, it plays on', () => {
    lab.state.play();
    for (let task = 0; task < 40 && !lab.state.playing; task++) lab.deliver();
    lab.state.poke('weights', bump(7));
    for (let task = 0; task < 40 && kinds().length === 0; task++) lab.deliver();
    expect(kinds()).toEqual(['poke']);
    lab.state.undo();
    for (let task = 0; task < 60 && !(lab.state.playing && kinds().length === 0); task++) lab.deliver();
    expect([lab.state.playing, kinds()]).toEqual([true, []]);
    lab.state.pause();
    lab.settle();
  });

  it('that does not fit is told on the page, and is nothing to take back', async () => {
    const told = lab.state.poke('weights', { at: [99], add: [1] });
    expect(await told).toMatchObject({ kind: 'refused', problem: { path: 'profile.at', value: 99 } });
    expect(lab.state.problem?.path).toBe('profile.at');
    expect(lab.state.undoable).toHaveLength(0);
  });

  it('that only the engine can refuse leaves nothing to take back either', async () => {
    // At a big bang friction is without bound, which the made history tells.
    lab.close();
    lab = new StoreLab(documentOf({ ...sections, expansion: { kind: 'power-law', n: 0.5, t0: 0 } }));
    const told = lab.state.poke('velocity', { at: [3], add: [1] });
    await lab.heard();
    expect((await told).kind).toBe('refused');
    expect(lab.state.undoable).toHaveLength(0);
  });

  it('on a run that is coming is made there, leaves with it where another is opened, answered or not, and comes back with it', async () => {
    lab.state.setParameter('system.N', 16);
    lab.state.poke('weights', { at: [15], add: [1] });
    await lab.heard();
    expect([kinds(), lab.state.undoable.length]).toEqual([['poke'], 2]);
    lab.state.poke('weights', { at: [15], add: [1] });
    lab.state.openDocument(documentOf(sections));
    await lab.heard();
    expect([kinds(), lab.state.undoable.map(({ kind }) => kind)]).toEqual([
      [],
      ['document', 'edits', 'edits', 'document'],
    ]);
    lab.undo();
    expect(kinds()).toEqual(['poke', 'poke']);
    lab.undo();
    expect(kinds()).toEqual(['poke']);
  });

  it('is named by its site on the timeline and in the list of undo; many of one drag by their count', async () => {
    lab.step(3);
    lab.state.poke('weights', bump(7));
    await lab.heard();
    const { info, document, undoable } = lab.state;
    expect(markText(info!.document.scenario, marksOf(info!.document, 1)[0])).toBe('poke at site 7');
    expect(changeText(undoable[0], document)).toBe('poke at site 7');
    lab.state.grab();
    lab.state.holdChanges(true);
    for (const center of [1, 1, 1]) lab.state.poke('weights', bump(center));
    lab.state.holdChanges(false);
    await lab.heard();
    expect(changeText(lab.state.undoable[1], document)).toBe('poke at site 1, 3 times');
  });

  it('is taken back after a reload, to the bits that the run had', async () => {
    lab.step(10);
    lab.state.poke('weights', bump(7));
    lab.state.poke('weights', bump(7));
    await lab.heard();
    const twice = lab.weights;
    const { state } = lab;
    const [saved, changes] = [state.save(), changesText(state)];
    lab.close();
    lab = new StoreLab(parseRunDocument(saved));
    lab.seek(10);
    expect(lab.weights).toBe(twice);
    lab.reopened(changesIn(changes, []));
    lab.undo();
    expect(kinds()).toEqual(['poke']);
    lab.undo();
    expect(lab.weights).toBe(untouched(10));
    lab.redo();
    lab.redo();
    expect(lab.weights).toBe(twice);
  });
});

describe('source and state', () => {
  const field = {
    system: { kind: 'scalar-field-1d', N: 12, K: 1.5, J: 0.5 },
    initial: { kind: 'bump', center: 4, width: 2, amplitude: 1 },
    dynamics: { kind: 'second-order', dt: 0.0625 },
    expansion: { kind: 'de-sitter', gamma: 0.3 },
  };

  it('a source is added from the present step on, named, and taken back by living the run again', async () => {
    lab.close();
    lab = new StoreLab(
      documentOf({ ...field, initial: { kind: 'bump', center: 4, width: 2, amplitude: 1 } }),
    );
    lab.step(10);
    const before = lab.weights;
    lab.state.source('J', { at: [4], add: [3] });
    await lab.heard();
    expect(lab.state.present?.scenario.system.J).toEqual(
      Array.from({ length: 12 }, (_, n) => (n === 4 ? 3.5 : 0.5)),
    );
    expect(changeText(lab.state.undoable[0], lab.state.document)).toBe('added to J at 4');
    lab.step(5);
    lab.undo();
    lab.seek(10);
    expect(lab.weights).toBe(before);
    expect(lab.state.present?.scenario.system.J).toBe(0.5);
  });

  it('a state: the run goes on from these weights, at rest; taken back it is as it was', async () => {
    lab.step(10);
    const weights = Array.from({ length: 12 }, (_, n) => n / 4);
    lab.state.setState({ kind: 'state', weights, velocity: weights.map(() => 0) });
    await lab.heard();
    expect(lab.weights).toBe(bits(Float32Array.from(weights)));
    lab.step(5);
    lab.undo();
    expect(lab.weights).toBe(untouched(15));
  });
});
