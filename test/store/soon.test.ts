import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { REST_MS } from '../../src/store/soon.ts';
import { documentOf } from '../helpers/run.ts';
import { sections, StoreLab } from './lab.ts';

/** Many presses for runs that are made anew: shown at once, made once. */

let lab: StoreLab;
beforeEach(() => {
  lab = new StoreLab();
  vi.advanceTimersByTime(2000);
});
afterEach(() => lab.close());

const press = (sites: number) => lab.state.setParameter('system.N', sites, 'soon');
const shown = () => lab.state.present?.scenario.system.N;
const made = () => lab.state.info?.document.scenario.system.N;

it('12 presses: the latest is shown at once, one run is opened when the hand rests, one undo takes all back', () => {
  const before = lab.opened;
  for (let sites = 13; sites <= 24; sites++) {
    press(sites);
    expect([shown(), made(), lab.state.settled]).toEqual([sites, 12, false]);
    vi.advanceTimersByTime(REST_MS - 10);
  }
  expect(lab.opened).toBe(before);
  vi.advanceTimersByTime(10);
  lab.settle();
  expect([made(), lab.opened - before, lab.state.settled]).toEqual([24, 1, true]);
  lab.undo();
  expect([made(), lab.state.undoable.length]).toEqual([12, 0]);
});

it('a run that waits: what is asked of it meanwhile makes it first, in that order', () => {
  press(16);
  lab.state.step(3);
  lab.state.setParameter('expansion.gamma', 2);
  lab.settle();
  expect([made(), lab.at, lab.gamma]).toEqual([16, 3, 2]);
  const opened = lab.opened;
  vi.advanceTimersByTime(4 * REST_MS);
  lab.settle();
  expect(lab.opened).toBe(opened);
});

it('undo while the hand is waited for: the run that was wanted is never made', () => {
  const before = lab.opened;
  press(16);
  lab.undo();
  vi.advanceTimersByTime(4 * REST_MS);
  lab.settle();
  expect([shown(), made(), lab.opened - before]).toEqual([12, 12, 1]);
});

it('another document, or a change that comes at once: the run that waited is not made after it, and says so', async () => {
  const outcomes: string[] = [];
  void press(16).then(({ kind }) => outcomes.push(kind));
  lab.state.openDocument(documentOf({ ...sections, system: { kind: 'ring-shared', N: 30 } }));
  await lab.heard();
  vi.advanceTimersByTime(4 * REST_MS);
  await lab.heard();
  expect([made(), outcomes]).toEqual([30, ['superseded']]);
});

it('an answer of the run that is left changes nothing of what is shown of the one that waits', () => {
  lab.state.poke('weights', { at: [3], add: [0.5] });
  press(16);
  lab.settle();
  expect([shown(), made(), lab.state.settled]).toEqual([16, 12, false]);
  press((shown() as number) + 1);
  vi.advanceTimersByTime(REST_MS);
  lab.settle();
  expect(made()).toBe(17);
});

it('a value that does not fit is refused at once, and what waited is still made', () => {
  press(16);
  press(1);
  expect(lab.state.problem?.path).toBe('system.N');
  vi.advanceTimersByTime(REST_MS);
  lab.settle();
  expect(made()).toBe(16);
});

it('an engine that is taken away is asked for nothing more', () => {
  press(16);
  const before = lab.opened;
  lab.unplug();
  vi.advanceTimersByTime(4 * REST_MS);
  expect(lab.opened).toBe(before);
});
