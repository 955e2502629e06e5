import { describe, expect, it } from 'vitest';
import { History } from '../../src/engine/history.ts';
import { Observers } from '../../src/engine/observations/observers.ts';
import type { ModeFacts } from '../../src/engine/regime.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { estimateEnds } from '../../src/physics/curvature.ts';
import { createRandom } from '../../src/physics/math/random.ts';
import { modes } from '../../src/physics/observables/derivatives.ts';
import { caseRun } from '../helpers/cases.ts';
import { simulate } from '../helpers/run.ts';

function watched(simulation: ReturnType<typeof simulate>) {
  const observers = new Observers({ simulation, history: new History(), kernels: typescriptKernels });
  observers.subscribe({ key: 1, id: 'regime' });
  return { observers, facts: () => observers.value(1) as ModeFacts | null };
}

describe('regime, counted while the run goes', () => {
  it('xor (06): index 11 at the start; later what the Hessian there says, which the start’s no more does', () => {
    const run = caseRun('06');
    const { facts } = watched(run);
    expect(facts()).toMatchObject({
      growing: 11,
      flat: 0,
      creeping: 5,
      swinging: 9,
      foundAt: 0,
      counted: true,
    });
    const seen = new Set<number>();
    for (let round = 0; round < 6; round++) {
      run.advance(40);
      const now = facts();
      const { index, flat, creeping, swinging } = modes.compute(run.instant());
      expect(now).toMatchObject({ growing: index, flat, creeping, swinging, foundAt: run.step });
      seen.add(index);
    }
    expect(seen.has(11)).toBe(false);
  });
  it('a quadratic cost of up to 256 weights is counted once and for all: there is no work', () => {
    const run = simulate({ system: { kind: 'ring-shared', N: 24 }, data: { kind: 'smooth-random' } });
    const { observers, facts } = watched(run);
    expect(observers.pending).toBe(false);
    expect(facts()).toEqual(run.modeFacts());
  });
  it('a ring of 400 that is not uniform: the run knows one mode, the count beside it all 400, in pieces', () => {
    const run = simulate({ system: { kind: 'ring-shared', N: 400 }, data: { kind: 'step' } });
    const { observers, facts } = watched(run);
    expect(run.modeFacts()?.counted).toBe(false);
    let pieces = 0;
    while (observers.pending) {
      observers.work(() => false);
      pieces++;
    }
    expect(pieces).toBeGreaterThan(1000);
    const { index, flat, creeping, swinging } = modes.compute(run.instant());
    expect(facts()).toMatchObject({ growing: index, flat, creeping, swinging, counted: true });
    run.advance(8);
    expect(observers.pending).toBe(false);
  });
  it('a net of 1201 weights: its largest curvature is refined from below beside the run, never all counted', () => {
    const run = simulate({
      system: { kind: 'dense', sizes: [2, 300, 1], activation: 'tanh', outputActivation: 'linear' },
      data: { kind: 'circle', samples: 8 },
      initial: { kind: 'random' },
    });
    const { observers, facts } = watched(run);
    const told = run.modeFacts();
    expect(observers.pending).toBe(true);
    while (observers.pending) observers.work(() => false);
    const refined = facts();
    expect(refined).toMatchObject({ counted: false, foundAt: 0 });
    // Every further product of the same Krylov space can only raise it; all of 200 products is the end itself.
    expect(refined?.fastest).toBeGreaterThan(told?.fastest as number);
    const { system, weights } = run.tracks[0];
    const product = (vector: Float64Array, out: Float64Array): void =>
      system.hessianVector(weights, vector, 1, out);
    const { largest } = estimateEnds(product, system.weightCount, 200, createRandom(0, 'noise'));
    expect(Math.abs((refined?.fastest as number) / (2 * Math.sqrt(largest)) - 1)).toBeLessThan(1e-9);
  });
  it('after an edit of the system the old curvatures are gone', () => {
    const run = caseRun('06');
    const { observers, facts } = watched(run);
    facts();
    run.edit({ kind: 'set', path: 'system.cost', value: 'absolute' });
    observers.truncate();
    const { index, flat } = modes.compute(run.instant());
    expect(facts()).toMatchObject({ growing: index, flat });
  });
  it('no inertia: null', () => {
    const run = simulate({
      system: { kind: 'ring-shared', N: 8 },
      dynamics: { kind: 'gradient-flow' },
      expansion: { kind: 'de-sitter', gamma: 2 },
    });
    expect(watched(run).facts()).toBeNull();
  });
});
