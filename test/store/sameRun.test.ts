import { afterEach, beforeEach, expect, it } from 'vitest';
import { sameRun } from '../../src/store/sameRun.ts';
import { documentOf } from '../helpers/run.ts';
import { sections, StoreLab } from './lab.ts';

let lab: StoreLab;
beforeEach(() => {
  lab = new StoreLab();
});
afterEach(() => lab.close());

it('a hand holds the same run while it plays, is edited and taken back', () => {
  const isSame = sameRun();
  lab.step(5);
  lab.change('expansion.gamma', 2);
  lab.state.poke('weights', { at: [3], add: [0.5] });
  lab.settle();
  lab.state.seek(2);
  lab.settle();
  expect(isSame()).toBe(true);
});

it('not the same: another document as soon as it is asked for, and a run made anew once it is there', () => {
  const opened = sameRun();
  lab.state.openDocument(documentOf(sections));
  expect(opened()).toBe(false);
  lab.settle();
  const made = sameRun();
  lab.state.setParameter('system.N', 16);
  lab.settle();
  expect(made()).toBe(false);
});
