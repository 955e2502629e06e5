import { denseHessian } from '../../src/physics/denseHessian.ts';
import { describe, expect, it } from 'vitest';
import { History } from '../../src/engine/history.ts';
import type { LocalSources } from '../../src/engine/observations/index.ts';
import { Observers } from '../../src/engine/observations/observers.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { sourcesOf } from '../../src/physics/observables/sources.ts';
import { bits, ringSections, simulate } from '../helpers/run.ts';

const dense = {
  system: { kind: 'dense', sizes: [2, 4, 1], activation: 'tanh' },
  data: { kind: 'circle', samples: 6 },
  dynamics: { kind: 'second-order', dt: 0.0625 },
};
const drawn = { ...dense, batch: { kind: 'single', weight: 'unbiased' } };

function watched(sections: Readonly<Record<string, unknown>>, along: readonly number[] | null = null) {
  const simulation = simulate(sections);
  const observers = new Observers({ simulation, history: new History(), kernels: typescriptKernels });
  observers.subscribe({ key: 1, id: 'local-sources', query: { along } });
  return { simulation, observers, value: () => observers.value(1) as LocalSources };
}

describe('J₁ and J₂ about the current point', () => {
  it('are the expansion of the cost where the weights are now, bit for bit, of the weights asked for', () => {
    const { simulation, value } = watched(dense, [3, 11]);
    simulation.advance(5);
    const { system, weights } = simulation.tracks[0];
    const { J, K } = sourcesOf(system, weights, null, 1);
    expect(value()).toMatchObject({ along: [3, 11], fullJ: null, bends: { step: 5, fullK: null } });
    expect(bits(value().J)).toBe(bits(J));
    expect(bits(value().bends?.K ?? [])).toBe(bits([K[3], K[11]]));
  });

  it('of drawn samples: those at work as they weigh, and beside them those of all', () => {
    const { simulation, value } = watched(drawn);
    const draws = new Set<string>();
    for (let n = 0; n < 4; n++) {
      simulation.advance(1);
      const { system, weights, batchAtWork, batchScale } = simulation.tracks[0];
      const { J, K } = sourcesOf(system, weights, batchAtWork, batchScale);
      const all = sourcesOf(system, weights, null, 1);
      const seen = value();
      expect([bits(seen.J), bits(seen.bends?.K ?? [])]).toEqual([bits(J), bits(K)]);
      expect([bits(seen.fullJ ?? []), bits(seen.bends?.fullK ?? [])]).toEqual([bits(all.J), bits(all.K)]);
      expect(batchScale).toBe(6);
      draws.add(bits(seen.J));
    }
    expect(draws.size).toBeGreaterThan(1);
  });

  it('their scale holds the largest of every matrix since the start, falls never by itself, and begins anew with an edit', () => {
    const { simulation, observers, value } = watched(dense);
    const { sheets } = simulation.tracks[0].system.layout;
    const largest = (values: Float64Array, sheet: number): number =>
      Math.max(...Array.from(sheets[sheet].weight, (weight) => Math.abs(values[weight])));
    const first = value();
    sheets.forEach((_, sheet) => {
      expect(first.largestJ[sheet]).toBe(largest(first.J, sheet));
      expect(first.largestK[sheet]).toBe(largest(first.bends?.K ?? first.J, sheet));
    });
    simulation.advance(400);
    const later = value();
    expect(largest(later.J, 1)).toBeLessThan(0.2 * later.largestJ[1]);
    expect(later.largestJ[1]).toBeGreaterThanOrEqual(first.largestJ[1]);
    simulation.edit({ kind: 'set', path: 'expansion.gamma', value: 2 });
    observers.truncate();
    expect(value().largestJ[1]).toBe(largest(value().J, 1));
    expect(value().largestK[1]).toBe(largest(value().bends?.K ?? first.J, 1));
  });

  it('leave the run its bits, and are found while it goes on between their pieces', () => {
    const alone = simulate(drawn);
    const { simulation, observers } = watched(drawn);
    const found = new Set<number>();
    for (let n = 0; n < 60; n++) {
      alone.advance(1);
      simulation.advance(1);
      // Piece by piece, between steps.
      for (let piece = 0; piece < 10; piece++) observers.work(() => false);
      for (const [, value] of observers.answers(1e6 * n)) {
        found.add((value as LocalSources).bends?.step ?? -1);
      }
    }
    expect(bits(simulation.tracks[0].weights)).toBe(bits(alone.tracks[0].weights));
    expect(found.has(-1)).toBe(true);
    expect(found.size).toBeGreaterThan(2);
  });

  it('of a quadratic cost: J₁ at any w is that at 0 and 2 J₂ w together, where J₂ is the whole matrix', () => {
    const sections = { ...ringSections, initial: { kind: 'random', scale: 0.7 } };
    const simulation = simulate(sections);
    const { system, weights } = simulation.tracks[0];
    const seen = watched(sections).value();
    const still = new Float64Array(weights.length);
    system.force.gradient(new Float64Array(weights.length), null, 1, still);
    const hessian = denseHessian(system, weights, 1);
    seen.J.forEach((slope, n) => {
      let pulled = still[n];
      for (let m = 0; m < weights.length; m++) pulled += hessian[n * weights.length + m] * weights[m];
      expect(slope).toBeCloseTo(pulled, 10);
      expect(seen.bends?.K[n]).toBeCloseTo(hessian[n * weights.length + n] / 2, 10);
    });
  });
});
