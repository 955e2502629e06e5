import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { moved } from '../../../src/scenario/talk/order.ts';
import type { Talk } from '../../../src/scenario/talk/talk.ts';
import type { RunDocument } from '../../../src/scenario/types.ts';
import { jumpTo, walkOn } from '../../../src/ui/talk/present.ts';
import { change, takeBack, takeTalk, useTalk } from '../../../src/ui/talk/state.ts';
import { again, goTo, isAstray, titleNow, walk } from '../../../src/ui/talk/walk.ts';
import { documentOf } from '../../helpers/run.ts';
import { sections, StoreLab } from '../../store/lab.ts';

/** A run of this title that stands at a step. */
const run = (title: string, step: number, more: Readonly<Record<string, unknown>> = {}): RunDocument => ({
  ...documentOf({ title, ...sections, ...more }),
  view: { step },
});
/** Three runs with three frictions, each at a step of its own. */
const talk: Talk = {
  title: 'T',
  states: [
    ['a', 5, 0.3],
    ['b', 9, 0.7],
    ['c', 0, 2],
  ].map(([name, step, gamma]) => ({
    title: `State ${name}`,
    notes: '',
    document: run(`Run ${name}`, Number(step), { expansion: { kind: 'de-sitter', gamma } }),
  })),
};

let lab: StoreLab;
beforeEach(() => {
  lab = new StoreLab(run('Before', 0));
  useTalk.setState(useTalk.getInitialState(), true);
  takeTalk(talk);
});
afterEach(() => lab.close());

const show = (act: () => void): void => {
  act();
  lab.settle();
};
/** Which state is shown, at which step, with which friction. */
const standing = (): readonly [at: number, step: number, gamma: number] => [
  useTalk.getState().at,
  lab.at,
  lab.gamma,
];

describe('walking through a talk', () => {
  it('on: each state as it was saved; back: as it was left; the ends stay', () => {
    show(() => goTo(0));
    expect(standing()).toEqual([0, 5, 0.3]);
    lab.seek(3);
    show(() => walk(1));
    expect(standing()).toEqual([1, 9, 0.7]);
    lab.change('expansion.gamma', 1.1);
    show(() => walk(1));
    show(() => walk(1));
    expect(standing()).toEqual([2, 0, 2]);
    show(() => walk(-1));
    expect(standing()).toEqual([1, 9, 1.1]);
    expect(useTalk.getState().asLeft).toBe(true);
    show(() => walk(-1));
    expect(standing()).toEqual([0, 3, 0.3]);
    show(() => walk(-1));
    expect(standing()).toEqual([0, 3, 0.3]);
    // On again: saved.
    show(() => walk(1));
    expect(standing()).toEqual([1, 9, 0.7]);
    expect(useTalk.getState().asLeft).toBe(false);
  });

  it('a clicker’s storm: states that had no time to open are left where they were saved', () => {
    show(() => goTo(0));
    walk(1);
    walk(1);
    show(() => walk(-1));
    expect(standing()).toEqual([1, 9, 0.7]);
    show(() => walk(-1));
    expect(standing()).toEqual([0, 5, 0.3]);
  });

  it.each([0, 1, 2, 3, 4, 5, 6, 8])(
    'a state that is left after %d answers of the engine, while the one before still played: back at its own step, at rest',
    (answers) => {
      show(() => goTo(0));
      lab.state.play();
      lab.deliver();
      lab.deliver();
      walk(1);
      for (let n = 0; n < answers; n++) lab.deliver();
      walk(1);
      show(() => walk(-1));
      expect(standing()).toEqual([1, 9, 0.7]);
      expect(lab.state.playing).toBe(false);
      expect(useTalk.getState().left.get(talk.states[1].document)?.view.play).toBe(false);
    },
  );

  it('nothing of a storm is lost: 80 presses from all sides end where the last one leads', () => {
    const presses = Array.from({ length: 80 }, (_, n) => (n * 7919) % 5);
    let at = 0;
    show(() => goTo(0));
    for (const press of presses) {
      if (press === 4) jumpTo(at);
      else walkOn(press < 2 ? 1 : -1);
      if (press < 4) at = Math.min(2, Math.max(0, at + (press < 2 ? 1 : -1)));
      if (press === 3) lab.deliver();
    }
    show(() => jumpTo(1));
    expect(standing()).toEqual([1, 9, 0.7]);
    expect(lab.state.problem).toBeNull();
  });

  it('there is no state 0 and no state 9: the one that is shown stays', () => {
    show(() => goTo(1));
    for (const index of [-1, 8, 2.5, Number.NaN]) show(() => jumpTo(index));
    expect(standing()).toEqual([1, 9, 0.7]);
  });
});

describe('what a hand did in a state', () => {
  it('Home gives the state as it was saved; undo brings back what was there', () => {
    show(() => goTo(1));
    lab.change('expansion.gamma', 1.1);
    lab.seek(12);
    show(again);
    expect(standing()).toEqual([1, 9, 0.7]);
    lab.undo();
    expect(standing()).toEqual([1, 12, 1.1]);
  });

  it('undo goes no further back than the state that is shown', () => {
    show(() => goTo(0));
    lab.change('expansion.gamma', 1.1);
    show(() => walk(1));
    lab.undo();
    expect(standing()).toEqual([1, 9, 0.7]);
  });

  it('the run from before the talk comes back by undo, under its own title; the way on leads to the talk', () => {
    lab.step(4);
    show(() => goTo(0));
    expect(titleNow(lab.state.document ?? talk.states[0].document)).toBe('State a');
    lab.undo();
    expect(lab.at).toBe(4);
    const document = lab.state.document ?? talk.states[0].document;
    expect([isAstray(document), titleNow(document)]).toEqual([true, 'Before']);
    show(() => walkOn(1));
    show(() => walkOn(-1));
    // What stood in the place of the first state is no state as it was left.
    expect(standing()).toEqual([0, 5, 0.3]);
    expect(useTalk.getState().asLeft).toBe(false);
  });

  it('stays with its state, wherever that goes in the list', () => {
    show(() => goTo(1));
    lab.seek(2);
    show(() => walk(1));
    change((before) => moved(before, 1, 0));
    show(() => walk(-1));
    expect(standing()).toEqual([1, 5, 0.3]);
    show(() => walk(-1));
    expect(standing()).toEqual([0, 2, 0.7]);
  });
});

describe('two talks', () => {
  it('what was left in a talk is none of the next, though its states be the same', () => {
    show(() => goTo(0));
    lab.change('expansion.gamma', 1.1);
    show(() => walk(1));
    takeTalk({ ...talk });
    show(() => goTo(1));
    show(() => walk(-1));
    expect([useTalk.getState().asLeft, ...standing()]).toEqual([false, 0, 5, 0.3]);
  });

  it('another takes the place of the first, which comes back with its place', () => {
    show(() => goTo(2));
    const other = { ...talk, title: 'Other', states: talk.states.slice(0, 1) };
    takeTalk(other);
    show(() => goTo(0));
    expect([useTalk.getState().talk.title, ...standing()]).toEqual(['Other', 0, 5, 0.3]);
    takeBack();
    const { talk: back, at } = useTalk.getState();
    expect([back, at]).toEqual([talk, 2]);
  });
});
