import { describe, expect, it } from 'vitest';
import { createSimulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { heldGamma, heldHistory, isDriven } from '../../src/scenario/friction.ts';
import { currentScenario, patchScenario } from '../../src/scenario/patch.ts';
import { bits, documentOf, simulate, setIn } from '../helpers/run.ts';

const sections = {
  system: { kind: 'ring-shared', N: 12 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  initial: { kind: 'bump', center: 6, width: 2, amplitude: 1 },
  dynamics: { kind: 'second-order', dt: 1 / 16 },
};
const schedule = { kind: 'cosine', etaMin: 0.5, etaMax: 4, T: 10, d: 3 };
const run = documentOf({ ...sections, expansion: schedule });
const held = heldHistory(currentScenario(run), 0.8);
const take = { kind: 'set', path: 'expansion', value: held } as const;

describe('friction that a hand takes from a schedule', () => {
  it('is a live change: constant from this step on, in the same dimension and with the same start', () => {
    expect(isDriven(currentScenario(run))).toBe(true);
    expect(held).toEqual({ kind: 'de-sitter', gamma: 0.8, d: 3, t0: 0 });
    expect(heldGamma(held)).toBe(0.8);
    expect(heldGamma(schedule)).toBeUndefined();
    expect(patchScenario(run, 'expansion', held)).toMatchObject({ document: run, apply: 'live' });
  });

  it('another start time is another run', () => {
    expect(patchScenario(run, 'expansion', { ...held, t0: 1 }).apply).toBe('restart');
  });

  it('clock and ln a go on, and ln a grows by γ/d from there: exact to 1e-15', () => {
    const simulation = simulate({ ...sections, expansion: schedule });
    simulation.advance(40);
    const before = [simulation.time, simulation.logScaleFactor(0)];
    simulation.edit(take);
    expect([simulation.time, simulation.logScaleFactor(0)]).toEqual(before);
    simulation.advance(48);
    expect(simulation.gamma(0)).toBe(0.8);
    expect(simulation.logScaleFactor(0) - before[1]).toBeCloseTo((0.8 / 3) * 3, 14);
  });

  it('goes on as a run of constant friction from the same state does: equal to 1e-13', () => {
    const simulation = simulate({ ...sections, expansion: schedule });
    simulation.advance(40);
    simulation.edit(take);
    const { weights, velocity } = simulation.snapshot().tracks[0];
    const fresh = simulate({
      ...sections,
      initial: { kind: 'explicit', weights: [...weights], velocity: [...velocity] },
      expansion: { kind: 'de-sitter', gamma: 0.8 },
    });
    simulation.advance(64);
    fresh.advance(64);
    const [there, here] = [simulation, fresh].map((one) => one.snapshot().tracks[0].weights);
    there.forEach((weight, index) => expect(weight).toBeCloseTo(here[index], 13));
    expect(Math.max(...there.map(Math.abs))).toBeGreaterThan(0.01);
  });

  it('a document that holds the edit gives the same bits as the hand did', () => {
    const live = simulate({ ...sections, expansion: schedule });
    live.advance(40);
    live.edit(take);
    live.edit({ kind: 'set', path: 'expansion.gamma', value: 1.25 });
    live.advance(40);
    const again = createSimulation(live.document, typescriptKernels);
    again.advance(80);
    expect(bits(again.snapshot().tracks[0].weights)).toBe(bits(live.snapshot().tracks[0].weights));
    expect(again.gamma(0)).toBe(1.25);
  });

  it('a history that is put back at the very step takes what was changed of the other one with it', () => {
    const simulation = simulate({ ...sections, expansion: schedule });
    simulation.advance(40);
    simulation.edit(take);
    simulation.edit({ kind: 'set', path: 'expansion.gamma', value: 1.25 });
    simulation.edit({ kind: 'set', path: 'expansion', value: schedule });
    expect(simulation.document.edits.map(({ command }) => setIn(command).path)).toEqual(['expansion']);
    const untouched = simulate({ ...sections, expansion: schedule });
    untouched.advance(40);
    expect(simulation.gamma(0)).toBe(untouched.gamma(0));
  });
});
