import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseRunDocument } from '../../src/scenario/document.ts';
import { currentScenario } from '../../src/scenario/patch.ts';
import { presentOf } from '../../src/store/index.ts';
import { StoreLab } from '../store/lab.ts';

/** Whatever a hand does, and however little the engine has answered by then: what is shown is what the run has. */

type Act = (lab: StoreLab) => void;

const gammas = fc.constantFrom(0.1, 0.3, 1, 4);
const acts: fc.Arbitrary<Act> = fc.oneof(
  gammas.map(
    (gamma): Act =>
      ({ state }) =>
        state.setParameter('expansion.gamma', gamma),
  ),
  fc.constantFrom(0.4, 0.8, 1).map(
    (p): Act =>
      ({ state }) =>
        state.setParameter('system.p', p),
  ),
  fc.constantFrom(12, 16, 20).map(
    (N): Act =>
      ({ state }) =>
        state.setParameter('system.N', N),
  ),
  fc.nat(9).map(
    (seed): Act =>
      ({ state }) =>
        state.newSeed(seed),
  ),
  fc.nat(30).map(
    (step): Act =>
      ({ state }) =>
        state.seek(step),
  ),
  fc.constant<Act>(({ state }) => state.undo()),
  fc.constant<Act>(({ state }) => state.undo()),
  fc.constant<Act>(({ state }) => state.redo()),
  fc.constant<Act>(({ state }) => state.reset()),
  fc.constant<Act>(({ state }) => state.grab()),
  fc.constant<Act>(({ state }) => state.step(3)),
  fc.constant<Act>(({ state }) => state.stepBack()),
  fc.constant<Act>(({ state }) => state.branch()),
  fc.nat(6).map((count): Act => (lab) => {
    for (let k = 0; k < count; k++) lab.deliver();
  }),
  fc.constant<Act>((lab) => lab.settle()),
);

function checkShown(lab: StoreLab): void {
  const { info, document, present, problem } = lab.state;
  if (info === null || document === null) throw new Error('no run');
  expect(problem).toBeNull();
  const run = presentOf(info).scenario;
  expect(currentScenario(document)).toEqual(run);
  expect(present).toBe(presentOf(info));
  expect(lab.gamma).toBe(run.expansion.gamma);
  expect(
    currentScenario({
      ...info.document,
      edits: parseRunDocument(lab.state.save()).edits.slice(0, info.applied),
    }),
  ).toEqual(run);
}

it('hands: screen, saved document and engine agree after any of 150 seeded sequences of up to 25 acts', () => {
  fc.assert(
    fc.property(fc.array(acts, { minLength: 1, maxLength: 25 }), (sequence) => {
      const lab = new StoreLab();
      try {
        for (const act of sequence) act(lab);
        lab.settle();
        checkShown(lab);
        // No control has died on the way.
        for (const gamma of [2, 3]) {
          lab.change('expansion.gamma', gamma);
          expect(lab.gamma).toBe(gamma);
        }
        checkShown(lab);
      } finally {
        lab.close();
      }
    }),
    { seed: 20261128, numRuns: 150 },
  );
}, 60_000);
