import { describe, expect, it } from 'vitest';
import { History } from '../../src/engine/history.ts';
import { Observers } from '../../src/engine/observations/observers.ts';
import type { ModeFacts } from '../../src/engine/regime.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { integratorKinds, integrators } from '../../src/physics/integrators/index.ts';
import { ringSections, simulate } from '../helpers/run.ts';
import { bits } from '../helpers/run.ts';

const ring = {
  system: { kind: 'ring-shared', N: 10 },
  data: { kind: 'smooth-random', samples: 4 },
  initial: { kind: 'random', scale: 1, velocityScale: 0.5 },
  dynamics: { kind: 'second-order', dt: 0.0625 },
};
const dense = {
  system: { kind: 'dense', sizes: [2, 4, 1], activation: 'tanh' },
  data: { kind: 'circle', samples: 7 },
  initial: { kind: 'random', scale: 1, velocityScale: 0 },
  dynamics: { kind: 'gradient-descent', dt: 1, eta: 0.01 },
};

/** The samples of the first steps of a run. */
function drawn(sections: Readonly<Record<string, unknown>>, steps: number): number[][] {
  const simulation = simulate(sections);
  return Array.from({ length: steps }, () => {
    const samples = [...(simulation.tracks[0].batchAtWork ?? [])];
    simulation.advance(1);
    return samples;
  });
}

describe('samples drawn by seed', () => {
  it.each([
    ['single', { kind: 'single' }],
    ['mini of size 1', { kind: 'mini', size: 1 }],
  ])('%s: is, bit for bit, the sequence of the same samples', (_, batch) => {
    for (const sections of [ring, dense]) {
      const indices = drawn({ ...sections, batch }, 41).flat();
      const one = simulate({ ...sections, batch });
      const other = simulate({ ...sections, batch: { kind: 'sequence', indices } });
      one.advance(40);
      other.advance(40);
      expect(bits(one.tracks[0].weights)).toBe(bits(other.tracks[0].weights));
      expect(bits(one.tracks[0].velocity)).toBe(bits(other.tracks[0].velocity));
    }
  });

  it('SGD: a descent by single samples is W ← W − η Δt ∂c_l, bit for bit', () => {
    for (const weight of ['sample', 'unbiased'] as const) {
      const simulation = simulate({ ...dense, batch: { kind: 'single', weight } });
      const [track] = simulation.tracks;
      const { system } = track;
      const W = Float64Array.from(track.weights);
      const gradient = new Float64Array(W.length);
      for (let step = 0; step < 30; step++) {
        system.force.gradient(W, track.batchAtWork, 1, gradient);
        if (weight === 'unbiased') for (let n = 0; n < W.length; n++) gradient[n] *= 7;
        for (let n = 0; n < W.length; n++) W[n] += -0.01 * gradient[n];
        simulation.advance(1);
        expect(bits(track.weights)).toBe(bits(W));
      }
    }
  });

  it('the seed decides: the same draws twice, others from another one, the same on every track', () => {
    const batch = { kind: 'mini', size: 2 };
    const first = drawn({ ...ring, batch, seed: 5 }, 20);
    expect(drawn({ ...ring, batch, seed: 5 }, 20)).toEqual(first);
    expect(drawn({ ...ring, batch, seed: 6 }, 20)).not.toEqual(first);
    const ghost = { id: 'ghost', role: 'ghost', sections: { dynamics: { kind: 'gradient-flow' } } };
    const both = simulate({ ...ring, batch }, [ghost]);
    for (let step = 0; step < 20; step++) {
      expect(both.tracks[1].batchAtWork).toEqual(both.tracks[0].batchAtWork);
      both.advance(1);
    }
  });

  it('batchCost: by `sample` that of the samples at work, unbiased L/size times it; cost is the full sum', () => {
    for (const [weight, scale] of [
      ['sample', 1],
      ['unbiased', 4 / 3],
    ] as const) {
      const simulation = simulate({ ...ring, batch: { kind: 'mini', size: 3, weight } });
      simulation.advance(5);
      const [track] = simulation.tracks;
      const { system, weights, batchAtWork } = track;
      expect(track.batchCost() / (scale * system.cost(weights, batchAtWork, 1))).toBeCloseTo(1, 14);
      expect(track.cost()).toBe(system.cost(weights, null, 1));
    }
  });

  it('energy: what samples put in is booked, so that the budget closes as that of one sample does', () => {
    const residual = (dt: number): number => {
      const simulation = simulate({
        ...ring,
        batch: { kind: 'single' },
        dynamics: { kind: 'second-order', dt },
      });
      simulation.advance(64);
      return Math.abs(simulation.tracks[0].budget().residual);
    };
    // The same draws at an eighth of the step: errors of order 3 in every step, 1/512.
    expect(residual(0.00125) / residual(0.01)).toBeLessThan(1 / 200);
  });

  it.each(integratorKinds)(
    '%s: takes samples that change from step to step, or is refused with the reason',
    (kind) => {
      const make = () => simulate({ ...ring, batch: { kind: 'single' }, dynamics: { kind } });
      if (integrators[kind].order === 'exact') expect(make).toThrow('changing samples move the modes');
      else expect(make().advance(3)).toEqual({ done: 3, blowUp: null });
    },
  );
});

describe('curvature of drawn samples', () => {
  it('auto: what may count a sample more than once is never over its bound, whatever is drawn', () => {
    for (const batch of [
      { kind: 'single', weight: 'unbiased' },
      { kind: 'mini', size: 4 },
    ]) {
      const simulation = simulate({ ...ring, batch, dynamics: { kind: 'second-order', dt: 'auto' } });
      const [track] = simulation.tracks;
      const { system } = track;
      // Four draws of one sample, or one that counts four times: 4 times its largest curvature, by Gershgorin.
      for (let l = 0; l < 4; l++) {
        const found = system.couplings(Int32Array.of(l));
        const K = found?.K ?? new Float64Array();
        let least = 0;
        for (let n = 0; n < K.length; n++) least = Math.max(least, Math.abs(K[n]));
        // λ_max ≥ H_nn = J + K + K of any site.
        for (let n = 0; n < K.length; n++) {
          const own = (found?.J[n] ?? NaN) + K[n] + K[(n + K.length - 1) % K.length];
          expect(4 * own).toBeLessThanOrEqual(track.curvature * 1.02);
        }
      }
      expect(simulation.advance(400)).toEqual({ done: 400, blowUp: null });
    }
  });

  it('one sample by its own weight bends no more than all: the step is that of the full batch', () => {
    const full = simulate({ ...ring, dynamics: { kind: 'second-order', dt: 'auto' } });
    const single = simulate({
      ...ring,
      batch: { kind: 'single' },
      dynamics: { kind: 'second-order', dt: 'auto' },
    });
    expect(single.tracks[0].curvature).toBe(full.tracks[0].curvature);
    expect(single.dt).toBe(full.dt);
  });

  it('modes: the badge counts those of the mean force, 1/L of the full one by `sample`', () => {
    const facts = (batch: object) => {
      const simulation = simulate({ ...ring, batch });
      return simulation.modeFacts();
    };
    const full = facts({ kind: 'full' })?.fastest ?? NaN;
    expect((facts({ kind: 'single' })?.fastest ?? NaN) / full).toBeCloseTo(0.5, 12);
    expect((facts({ kind: 'single', weight: 'unbiased' })?.fastest ?? NaN) / full).toBeCloseTo(1, 12);
  });

  it('modes of samples that come unevenly are not told: their mean force is no part of the gradient', () => {
    const facts = (indices: number[]) =>
      simulate({ ...ringSections, batch: { kind: 'sequence', indices } }).modeFacts();
    expect(facts([1, 0, 0, 1])?.counted).toBe(true);
    expect(facts([0, 1, 1])).toBeNull();
  });

  it('modes counted anew while the run goes are those of the mean force, too: ¼ of them by `sample`', () => {
    const net = {
      system: { kind: 'dense', sizes: [2, 5, 1], activation: 'tanh', outputActivation: 'tanh' },
      data: { kind: 'xor' },
      initial: { kind: 'random', scale: 1 },
      expansion: { kind: 'de-sitter', gamma: 0.5 },
      seed: 4,
    };
    const found = (batch: object): ModeFacts => {
      const simulation = simulate({ ...net, batch, dynamics: { kind: 'second-order', dt: 0.05 } });
      const observers = new Observers({ simulation, history: new History(), kernels: typescriptKernels });
      observers.subscribe({ key: 1, id: 'regime' });
      observers.value(1);
      while (observers.pending) observers.work(() => true);
      return observers.value(1) as ModeFacts;
    };
    const full = found({ kind: 'full' });
    const single = found({ kind: 'single' });
    const unbiased = found({ kind: 'single', weight: 'unbiased' });
    // 2√λ of a quarter of the curvature is half of it.
    expect((single.fastest ?? NaN) / (full.fastest ?? NaN)).toBeCloseTo(0.5, 6);
    expect((unbiased.fastest ?? NaN) / (full.fastest ?? NaN)).toBeCloseTo(1, 6);
    expect(single.swinging).toBeLessThan(full.swinging);
  });
});
