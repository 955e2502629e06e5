import { expect, it } from 'vitest';
import { bits, simulate } from '../helpers/run.ts';

const unstable = {
  system: { kind: 'ring-shared', N: 16 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  initial: { kind: 'noise' },
  expansion: { kind: 'de-sitter', gamma: 0.3 },
  dynamics: { kind: 'second-order', dt: 1 },
};

it('blow-up: the run stops at the last finite state and says where and why', () => {
  const simulation = simulate(unstable);
  const { done, blowUp } = simulation.advance(100_000);
  expect(blowUp).not.toBeNull();
  expect(done).toBe(simulation.step);
  expect(blowUp?.step).toBe(done + 1);
  expect(simulation.tracks[0].weights.every(Number.isFinite)).toBe(true);
  // J + 4K = 7.4; the bound h tanh(gamma h/2) < 2 gamma/lambda allows h = 0.74 at most.
  expect(blowUp?.curvature).toBeCloseTo(7.4, 10);
  expect(blowUp?.largestStableStep).toBeLessThan(0.8);
  expect(blowUp?.safeStep).toBeLessThan(blowUp?.largestStableStep ?? 0);
});

it('blow-up: the last good state is that of a run that never went further, bit for bit', () => {
  const failed = simulate(unstable);
  const { done } = failed.advance(100_000);
  const careful = simulate(unstable);
  for (let step = 0; step < done; step++) careful.advance(1);
  expect(bits(failed.tracks[0].weights)).toBe(bits(careful.tracks[0].weights));
  expect(failed.tracks[0].dissipatedEnergy).toBe(careful.tracks[0].dissipatedEnergy);
});

it('blow-up: when one track fails, all tracks stand at the same last good step', () => {
  const tracks = [
    { id: 'descent', role: 'descent', sections: { dynamics: { kind: 'gradient-descent', dt: 1, eta: 3 } } },
  ];
  const stable = { ...unstable, dynamics: { kind: 'second-order', dt: 0.125 } };
  const simulation = simulate(stable, tracks);
  const { done, blowUp } = simulation.advance(100_000);
  expect(blowUp?.track).toBe('descent');
  const alone = simulate(stable);
  alone.advance(done);
  expect(bits(simulation.tracks[0].weights)).toBe(bits(alone.tracks[0].weights));
  expect(simulation.tracks[1].weights.every(Number.isFinite)).toBe(true);
});

it('blow-up: a snapshot from before it leads to the same end', () => {
  const simulation = simulate(unstable);
  simulation.advance(20);
  const snapshot = simulation.snapshot();
  const first = simulation.advance(100_000);
  simulation.restore(snapshot);
  const second = simulation.advance(100_000);
  expect(second.done).toBe(first.done);
  expect(second.blowUp).toEqual(first.blowUp);
});
