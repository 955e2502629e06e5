import { describe, expect, it } from 'vitest';
import { History } from '../../src/engine/history.ts';
import { Observers } from '../../src/engine/observations/observers.ts';
import type { Temperatures } from '../../src/engine/observations/index.ts';
import type { Simulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { simulate } from '../helpers/run.ts';

/** 15 modes of λ from J to J + 4K = 5.4, in a bath of 0.2; a long step, so that the bias of ⟨V²⟩ is seen. */
const ring = {
  seed: 4,
  system: { kind: 'ring-shared', N: 16 },
  data: { kind: 'uniform-bonds', K: 1.2, J: 0.6 },
  initial: { kind: 'random', scale: 3, velocityScale: 0 },
  dynamics: { kind: 'langevin', dt: 0.5 },
  expansion: { kind: 'de-sitter', gamma: 0.8 },
  noise: { temperature: 0.2 },
};

interface Watched {
  readonly simulation: Simulation;
  readonly run: (steps: number) => void;
  readonly read: () => Temperatures;
}

function watched(
  sections: Readonly<Record<string, unknown>>,
  query = {},
  tracks: readonly unknown[] = [],
): Watched {
  const simulation = simulate(sections, tracks);
  const observers = new Observers({ simulation, history: new History(), kernels: typescriptKernels });
  observers.subscribe({ key: 1, id: 'temperature', query });
  return {
    simulation,
    run(steps) {
      const end = simulation.step + steps;
      while (simulation.step < end) {
        const { step } = simulation;
        const next = Math.min(observers.next(), end);
        simulation.advance(next - step);
        observers.keep();
      }
    },
    read: () => observers.value(1) as Temperatures,
  };
}

/** Worst |mean − expected| in standard errors; every error has to be known. */
function worst(
  found: { readonly mean: Float64Array; readonly error: Float64Array } | null,
  expected: (k: number) => number,
): number {
  if (found === null) return NaN;
  return Math.max(...Array.from(found.mean, (mean, k) => Math.abs(mean - expected(k)) / found.error[k]));
}

describe('thermometers on a run in a heat bath', () => {
  it('equipartition in every mode within 5 standard errors: λ⟨w²⟩ = T, ⟨v²⟩ = T(1 − h²λ/4), each error below 4 %', () => {
    const { run, read } = watched(ring);
    run(60_000);
    const { lambda, kinetic, configurational, meanKinetic, expected, excess, histogram } = read();
    expect(lambda?.length).toBe(16);
    for (const error of [...(kinetic?.error ?? []), ...(configurational?.error ?? [])]) {
      expect(error / 0.2).toBeLessThan(0.04);
      expect(error / 0.2).toBeGreaterThan(0.001);
    }
    const bias = (k: number): number => 1 - (0.25 * (lambda?.[k] ?? NaN)) / 4;
    expect(worst(configurational, () => 0.2)).toBeLessThan(5);
    expect(worst(kinetic, (k) => 0.2 * bias(k))).toBeLessThan(5);
    expect(expected?.[15]).toBeCloseTo(0.2 * bias(15), 12);
    // The bias is real: the fastest mode's kinetic thermometer is many errors below T.
    expect((0.2 - (kinetic?.mean[15] ?? NaN)) / (kinetic?.error[15] ?? NaN)).toBeGreaterThan(10);
    const mean = lambda?.reduce((sum, _, k) => sum + (0.2 * bias(k)) / 16, 0) ?? NaN;
    expect(Math.abs((meanKinetic?.mean ?? NaN) - mean) / (meanKinetic?.error ?? NaN)).toBeLessThan(5);
    expect(excess?.expected).toBe(1.6);
    expect(Math.abs((excess?.mean ?? NaN) - 1.6) / (excess?.error ?? NaN)).toBeLessThan(5);
    expect((excess?.error ?? NaN) / 1.6).toBeLessThan(0.01);
    // 48 bins of 16 weights at some hundred times: the curve within 6 % of its height.
    const curve = histogram?.curve.y ?? new Float64Array();
    const top = Math.max(...curve);
    histogram?.density.forEach((density, bin) => {
      expect(Math.abs(density - curve[4 * bin + 2]) / top).toBeLessThan(0.06);
    });
    const width = (histogram?.edges[1] ?? NaN) - (histogram?.edges[0] ?? NaN);
    expect(curve.reduce((sum, density) => sum + (density * width) / 4, 0)).toBeCloseTo(1, 3);
    // What is averaged begins when the slowest mode, λ = 0.6, has forgotten the start: 5 of its times 2/γ.
    expect(histogram?.since).toBeGreaterThanOrEqual(12.5);
  });

  it('a torus of 400 has no modes to look at one by one: ⟨v_n²⟩ = T(1 − h²H_nn/4), ⟨w_n ∂C/∂w_n⟩ = T on every weight within 5 errors', () => {
    const { run, read } = watched({
      ...ring,
      system: { kind: 'torus-shared', rows: 20, columns: 20 },
      dynamics: { kind: 'langevin', dt: 0.25 },
    });
    run(6000);
    const { lambda, kinetic, configurational, expected, excess, meanConfigurational, without } = read();
    expect(lambda).toBeNull();
    expect(without).toBeNull();
    // H_nn = J + 4K = 5.4 at h = ¼.
    expect(expected?.[7]).toBeCloseTo(0.2 * (1 - 5.4 / 64), 12);
    const off = (found: Temperatures['kinetic'], at: number): number[] =>
      Array.from(found?.mean ?? [], (mean, n) => (mean - at) / (found?.error[n] ?? NaN));
    for (const pulls of [off(kinetic, expected?.[7] ?? NaN), off(configurational, 0.2)]) {
      expect(pulls.length).toBe(400);
      expect(Math.max(...pulls.map(Math.abs))).toBeLessThan(5);
    }
    expect(Math.abs((meanConfigurational?.mean ?? NaN) - 0.2)).toBeLessThan(
      5 * (meanConfigurational?.error ?? NaN),
    );
    expect(excess?.expected).toBe(40);
    expect(Math.abs((excess?.mean ?? NaN) - 40)).toBeLessThan(5 * (excess?.error ?? NaN));
  });

  it('a torus of 576 has averages alone, of motion, of position and of the cost', () => {
    const { run, read } = watched({
      ...ring,
      system: { kind: 'torus-shared', rows: 24, columns: 24 },
      dynamics: { kind: 'langevin', dt: 0.25 },
    });
    run(3000);
    const { kinetic, configurational, meanKinetic, meanConfigurational, excess } = read();
    expect(kinetic?.mean.length).toBe(0);
    expect(configurational?.mean.length).toBe(0);
    const near = (found: Temperatures['meanKinetic'], value: number): void => {
      expect(found?.error).toBeGreaterThan(0);
      expect(Math.abs((found?.mean ?? NaN) - value)).toBeLessThan(5 * (found?.error ?? NaN));
    };
    near(meanKinetic, 0.2 * (1 - 5.4 / 64));
    near(meanConfigurational, 0.2);
    near(excess, 57.6);
  });

  it('why position has no thermometer is told: a cost that is not quadratic, redshift, a large lattice that is not uniform', () => {
    const why = (sections: object): Temperatures['without'] =>
      watched({ ...ring, ...sections }).read().without;
    expect(why({ system: { kind: 'ring-two-layer', N: 5 }, data: { kind: 'smooth-random' } })).toBe(
      'not-quadratic',
    );
    expect(why({ system: { kind: 'ring-shared', N: 300 }, data: { kind: 'step' } })).toBe('modes');
    const redshift = { kind: 'scalar-field-1d', N: 16, redshift: 'physical' };
    expect(why({ system: redshift, data: { kind: 'none' } })).toBe('redshift');
  });

  it('without friction the bath is not at work, and says so; at what time the first thermometer shows is known before', () => {
    const still = watched({ ...ring, expansion: { kind: 'flat' } });
    still.run(100);
    expect(still.read()).toMatchObject({ temperature: null, bath: true, shaken: false, expected: null });
    const { run, read } = watched(ring);
    // Motion forgets in 5 of 2/γ.
    expect(read().ready).toBeCloseTo(12.5, 12);
    run(20);
    expect(read().ready).toBeCloseTo(12.5, 12);
  });

  it('errors are those of independent runs: over 24 seeds the scatter of a mode is its error within a third', () => {
    const found = Array.from({ length: 24 }, (_, seed) => {
      const { run, read } = watched({ ...ring, seed: seed + 1 });
      run(4000);
      const { configurational } = read();
      return { mean: configurational?.mean[3] ?? NaN, error: configurational?.error[3] ?? NaN };
    });
    const scatter = Math.sqrt(found.reduce((sum, { mean }) => sum + (mean - 0.2) ** 2 / 24, 0));
    const told = Math.sqrt(found.reduce((sum, { error }) => sum + error ** 2 / 24, 0));
    expect(Math.abs(told / scatter - 1)).toBeLessThan(1 / 3);
  });

  it('rank: a massless ring has 15 held modes of 16, ⟨C − C0⟩ = 15 T/2; the flat one has no configurational reading and no curve', () => {
    const { run, read } = watched({ ...ring, data: { kind: 'uniform-bonds', K: 1.2, J: 0 } });
    run(40_000);
    const { excess, configurational, kinetic, histogram } = read();
    expect(excess?.expected).toBeCloseTo(1.5, 12);
    expect(Math.abs((excess?.mean ?? NaN) - 1.5) / (excess?.error ?? NaN)).toBeLessThan(5);
    expect(configurational?.mean[0]).toBeNaN();
    expect(kinetic?.error[0]).toBeGreaterThan(0);
    expect(histogram).toBeNull();
  });

  it('what is read is a function of the run: wound back and lived again it is the same to the last bit', () => {
    const { simulation, run, read } = watched(ring);
    const start = simulation.snapshot();
    run(300);
    const middle = simulation.snapshot();
    const early = read();
    run(700);
    const late = read();
    simulation.restore(middle);
    expect(read()).toEqual(early);
    run(700);
    expect(read()).toEqual(late);
    simulation.restore(start);
    run(300);
    expect(read()).toEqual(early);
    expect([early.blocks, late.blocks]).toEqual([300, 1000]);
    // Blocks that were joined since say the same with fewer.
    run(2700);
    simulation.restore(middle);
    expect(read().blocks).toBe(75);
    expect(read().kinetic?.mean[3]).toBeCloseTo(early.kinetic?.mean[3] ?? NaN, 2);
  });

  it('an edit begins anew: another temperature is measured for itself, within 5 errors', () => {
    const { simulation, run, read } = watched(ring);
    run(3000);
    simulation.edit({ kind: 'set', path: 'noise.temperature', value: 0.02 });
    expect(read().blocks).toBe(0);
    run(20_000);
    const { since, temperature, meanConfigurational } = read();
    expect(temperature).toBe(0.02);
    expect(since).toBeGreaterThanOrEqual(1500);
    expect(since).toBeLessThan(1520);
    const { mean, error } = meanConfigurational ?? { mean: NaN, error: NaN };
    expect(Math.abs(mean - 0.02) / error).toBeLessThan(5);
    expect(error).toBeLessThan(0.001);
  });

  it('too early nothing is claimed: after 20 steps there is no error', () => {
    const { run, read } = watched(ring);
    run(20);
    const { kinetic, configurational, meanConfigurational } = read();
    for (const found of [kinetic, configurational]) expect(found?.error.every(Number.isNaN)).toBe(true);
    expect(meanConfigurational?.error).toBeNaN();
  });

  it('samples drawn one by one make no temperature: readings of modes differ by more than ten errors, no T is claimed', () => {
    const { run, read } = watched({
      ...ring,
      data: { kind: 'smooth-random', samples: 6 },
      batch: { kind: 'single' },
      dynamics: { kind: 'second-order', dt: 0.25 },
      noise: { temperature: 0 },
    });
    run(60_000);
    const { temperature, shaken, expected, excess, configurational, histogram } = read();
    expect([temperature, shaken, expected, excess?.expected, histogram]).toEqual([
      null,
      true,
      null,
      null,
      null,
    ]);
    const { mean, error } = configurational ?? { mean: [], error: [] };
    const known = Array.from(mean, (value, k) => ({ value, error: error[k] })).filter((r) => r.error > 0);
    const [least, most] = [
      known.reduce((a, b) => (a.value < b.value ? a : b)),
      known.reduce((a, b) => (a.value > b.value ? a : b)),
    ];
    expect((most.value - least.value) / Math.hypot(most.error, least.error)).toBeGreaterThan(10);
  });

  it('without friction, without inertia, without a quadratic cost, of another track: what there is is told', () => {
    const flat = watched({ ...ring, expansion: { kind: 'flat' } });
    flat.run(100);
    expect(flat.read().temperature).toBeNull();
    const dense = watched({
      system: { kind: 'dense', sizes: [1, 3, 1] },
      data: { kind: 'sine', samples: 5 },
      dynamics: { kind: 'langevin', dt: 0.0625 },
      noise: { temperature: 0.01 },
    });
    dense.run(100);
    const { lambda, configurational, kinetic } = dense.read();
    expect([lambda, configurational, kinetic?.mean.length]).toEqual([null, null, 10]);
    const ghost = { id: 'ghost', role: 'ghost', sections: { dynamics: { kind: 'gradient-flow' } } };
    const second = watched({ ...ring, dynamics: { kind: 'langevin', dt: 0.0625 } }, { track: 1 }, [ghost]);
    second.run(100);
    expect([second.read().kinetic, second.read().temperature]).toEqual([null, null]);
    expect(watched(ring, { track: 3 }).read()).toBeNull();
  });
});
