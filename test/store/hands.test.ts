import { afterEach, beforeEach, expect, it } from 'vitest';
import { parseRunDocument } from '../../src/scenario/document.ts';
import { StoreLab } from './lab.ts';

/** Hands that are faster than the answers of the engine. */

let lab: StoreLab;
beforeEach(() => {
  lab = new StoreLab();
});
afterEach(() => lab.close());

it('step back: 40 presses from step 60 lead to step 20, before any of them is answered', () => {
  lab.step(60);
  for (let press = 0; press < 40; press++) lab.state.stepBack();
  lab.settle();
  expect(lab.at).toBe(20);
});

it('steps on and back: every press counts, in their order', () => {
  for (let press = 0; press < 7; press++) lab.state.step(1);
  for (let press = 0; press < 3; press++) lab.state.stepBack();
  lab.state.step(1);
  lab.settle();
  expect(lab.at).toBe(5);
});

it('new seed: 100 presses at once are 100 changes', () => {
  for (let seed = 100; seed < 200; seed++) lab.state.newSeed(seed);
  lab.settle();
  expect(lab.state.undoable).toHaveLength(100);
  lab.undo();
  expect(lab.state.info?.document.scenario.seed).toBe(198);
  for (let press = 0; press < 98; press++) lab.state.undo();
  lab.settle();
  expect(lab.state.info?.document.scenario.seed).toBe(100);
});

it('reset: taken back where the hand had sent the run, though no picture of it has come', () => {
  lab.state.step(4);
  lab.state.reset();
  lab.settle();
  expect(lab.at).toBe(0);
  lab.undo();
  expect(lab.at).toBe(4);
});

it('restart, then undo and undo at once: both changes are taken back, and the next one reaches the run', () => {
  lab.change('expansion.gamma', 2);
  lab.state.setParameter('system.N', 16);
  lab.state.undo();
  lab.state.undo();
  lab.settle();
  expect(lab.state.info?.document.scenario.system.N).toBe(12);
  expect(lab.gamma).toBe(0.3);
  expect(lab.state.undoable).toHaveLength(0);
  lab.change('expansion.gamma', 5);
  expect(lab.gamma).toBe(5);
});

it('a live change while a run is coming is in the next one made of it', () => {
  lab.state.setParameter('system.N', 16);
  lab.state.setParameter('expansion.gamma', 2);
  lab.state.setParameter('system.N', 20);
  lab.settle();
  expect(lab.state.info?.document.scenario.system.N).toBe(20);
  expect(lab.gamma).toBe(2);
});

it('steps while a run is coming and after it has come: the run stands where all of them lead, and so does its file', () => {
  lab.state.setParameter('system.N', 16);
  for (let press = 0; press < 4; press++) lab.state.step(1);
  // The run has come, and its first frame; it is not there yet.
  while (lab.state.info?.document.scenario.system.N !== 16 || lab.at !== 0) lab.deliver();
  for (let press = 0; press < 4; press++) lab.state.step(1);
  lab.settle();
  expect(lab.at).toBe(8);
  expect(parseRunDocument(lab.state.save()).view.step).toBe(8);
  // A change that restarts comes back to there.
  lab.change('system.N', 20);
  lab.undo();
  expect(lab.at).toBe(8);
});

it('an edit after steps on a run that is coming is made at the step that they lead to, also in what is made of it', () => {
  lab.state.setParameter('system.N', 16);
  for (let press = 0; press < 4; press++) lab.state.step(1);
  lab.state.setParameter('expansion.gamma', 2);
  lab.state.setTracks([]);
  lab.settle();
  expect([lab.at, lab.gamma]).toEqual([4, 2]);
  expect(lab.state.info?.document.edits.map(({ step }) => step)).toEqual([4]);
});
