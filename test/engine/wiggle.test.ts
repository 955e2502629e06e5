import { describe, expect, it } from 'vitest';
import { History } from '../../src/engine/history.ts';
import type { Wiggle } from '../../src/engine/observations/index.ts';
import { Observers } from '../../src/engine/observations/observers.ts';
import type { Simulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { heavyBall } from '../../src/physics/observables/momentum.ts';
import { FakeHost } from '../helpers/host.ts';
import { documentOf, ringSections, simulate } from '../helpers/run.ts';

type Question = Readonly<Record<string, unknown>>;

function seen(simulation: Simulation, query: Question = {}): Wiggle {
  const observers = new Observers({ simulation, history: new History(), kernels: typescriptKernels });
  observers.subscribe({ key: 1, id: 'wiggle', query });
  const value = observers.value(1) as Wiggle | null;
  if (value === null) throw new Error('nothing to wiggle');
  return value;
}

function after(
  steps: number,
  sections: Question,
  query: Question = {},
  edits: readonly unknown[] = [],
): Wiggle {
  const simulation = simulate(sections, [], edits);
  simulation.advance(steps);
  return seen(simulation, query);
}

const fine = { ...ringSections, dynamics: { kind: 'second-order', dt: 0.015625 } };
const friction = (gamma: number): Question => ({ ...fine, expansion: { kind: 'de-sitter', gamma } });
/** Two layers, 16 weights: a cost of sixth order. */
const layers = {
  system: { kind: 'ring-two-layer', N: 4 },
  data: { kind: 'smooth-random', samples: 3 },
  initial: { kind: 'random', scale: 0.4 },
  dynamics: { kind: 'second-order', dt: 0.03125 },
  expansion: { kind: 'de-sitter', gamma: 0.5 },
};

/** S(ε) − S(0) of a run's path, bent along one weight by the even bump, summed step by step; constant friction. */
function summed(sections: Question, steps: number, weight: number, { epsilon }: Wiggle): readonly number[] {
  const simulation = simulate(sections);
  const [track] = simulation.tracks;
  const h = simulation.dt;
  const { mu, eta } = heavyBall(track.expansion.gamma(0), h);
  const path: Float64Array[] = [Float64Array.from(track.weights)];
  for (let n = 0; n < steps; n++) {
    simulation.advance(1);
    path.push(Float64Array.from(track.weights));
  }
  const bump = path.map((_, n) => Math.sin((Math.PI * n) / steps) * mu ** (n / 2));
  const peak = Math.max(...bump);
  const action = (size: number): number => {
    let sum = 0;
    const at = path.map((weights, n) =>
      weights.map((w, i) => w + (i === weight ? (size * bump[n]) / peak : 0)),
    );
    for (let n = 0; n < steps; n++) {
      const squares = at[n].reduce((all, w, i) => all + (at[n + 1][i] - w) ** 2, 0);
      sum += mu ** -n * (squares / 2 - eta * track.system.cost(at[n], null, 1));
    }
    return sum / h;
  };
  // In units of the weight at the bump's highest: w b² = (sin/peak)².
  return Array.from(epsilon, (size) => (action(size) - action(0)) * peak ** 2);
}

describe('wiggle along a mode', () => {
  it('a swinging mode: one more descending direction every half period π/Ω, the first after one', () => {
    const wiggle = after(640, friction(0.3), { mode: true, index: 11 });
    const omega = Math.sqrt((wiggle.modes?.[11] ?? NaN) - 0.3 ** 2 / 4);
    expect(wiggle.lambda).toBeCloseTo(0.6 + 4 * 1.7, 10);
    expect(wiggle.halfPeriod).toBeCloseTo(Math.PI / omega, 12);
    expect(wiggle.descending).toBe(Math.floor((10 * omega) / Math.PI));
    expect(wiggle.descending).toBe(8);
    wiggle.conjugate.forEach((t, k) => expect(Math.abs(t - ((k + 1) * Math.PI) / omega)).toBeLessThan(0.03));
    // All modes together: the sum of theirs.
    const sum = [...(wiggle.modes ?? [])].reduce(
      (all, lambda) => all + Math.floor((10 * Math.sqrt(lambda - 0.3 ** 2 / 4)) / Math.PI),
      0,
    );
    expect(wiggle.all).toBe(sum);
  });

  it('overdamped: none, however long', () => {
    const wiggle = after(2000, friction(6), { mode: true, index: 11 });
    expect([wiggle.descending, wiggle.all, wiggle.halfPeriod]).toEqual([0, 0, Infinity]);
    expect(wiggle.curvature).toBeGreaterThan(0);
    expect(wiggle.residual).toBeLessThan(1e-10);
  });

  it('the bump turns S(ε) over exactly where it grows wider than half a period', () => {
    const query = { mode: true, index: 5 };
    const { halfPeriod } = after(640, friction(0.3), query);
    if (halfPeriod === null) throw new Error('no half period');
    const narrow = after(640, friction(0.3), { ...query, share: (halfPeriod - 0.04) / 10 });
    const wide = after(640, friction(0.3), { ...query, share: (halfPeriod + 0.04) / 10 });
    expect(narrow.curvature).toBeGreaterThan(0);
    expect(wide.curvature).toBeLessThan(0);
    expect(wide.reach[1] - wide.reach[0]).toBeCloseTo(halfPeriod + 0.04, 1);
    expect(narrow.residual).toBeLessThan(1e-12);
    expect(Math.max(...narrow.bump)).toBeGreaterThan(0.9);
  });

  it('S(ε) − S(0) is that of the wiggled path itself, summed: one weight, to 1e-10', () => {
    const wiggle = after(100, fine, { index: 4 });
    const expected = summed(fine, 100, 4, wiggle);
    wiggle.action.forEach((value, k) => expect(Math.abs(value - expected[k])).toBeLessThan(1e-10));
    expect(wiggle.exact).toBe(true);
  });
});

describe('wiggle of a cost that is not quadratic', () => {
  it('S(ε) to all orders: second order at small ε, not at large', () => {
    const wiggle = after(120, layers, { index: 2 });
    expect(wiggle.exact).toBe(true);
    expect(wiggle.halfPeriod).toBeNull();
    const second = (k: number): number => (wiggle.epsilon[k] ** 2 * wiggle.curvature) / 2;
    const off = (k: number): number => Math.abs(wiggle.action[k] / second(k) - 1);
    expect(off(0)).toBeGreaterThan(1e-4);
    expect(off(15)).toBeLessThan(off(0));
    expect(wiggle.action[16]).toBe(0);
    // Third order is odd in ε and drops out of the mean.
    const even = (k: number): number => (wiggle.action[16 - k] + wiggle.action[16 + k]) / 2;
    expect(even(1) / second(17)).toBeCloseTo(1, 3);
  });

  it('S(ε) − S(0) is that of the bent path itself, summed, to 1e-9; while the run goes as well', () => {
    const wiggle = after(120, layers, { index: 2 });
    const most = Math.max(...wiggle.action.map(Math.abs));
    const expected = summed(layers, 120, 2, wiggle);
    wiggle.action.forEach((value, k) => expect(Math.abs(value - expected[k])).toBeLessThan(1e-9 * most));
    const host = new FakeHost(0.05);
    host.send({ type: 'open', run: 1, document: documentOf(layers) });
    host.observe('wiggle', { index: 2 });
    host.send({ type: 'play', run: 1 });
    host.turn(63, 16);
    const growing = host.seen('wiggle').filter((value): value is Wiggle => value !== null);
    expect(growing.length).toBeGreaterThan(1);
    expect(growing.every(({ exact }) => exact)).toBe(true);
  });

  it('all directions at once, by matrix pivots: as many as along each weight at least, and growing', () => {
    const counts = [40, 160, 400].map((steps) => after(steps, layers).all ?? NaN);
    expect(counts[0]).toBeLessThan(counts[1]);
    expect(counts[1]).toBeLessThan(counts[2]);
    const alone = after(400, layers, { index: 2 });
    expect(alone.all).toBeGreaterThanOrEqual(alone.descending);
  });
});

describe('the path that is wiggled', () => {
  it('begins where a hand last set the state', () => {
    const poke = { kind: 'poke', target: 'velocity', profile: { at: [3], add: [0.4] } };
    const wiggle = after(100, fine, {}, [{ step: 60, command: poke }]);
    expect([wiggle.steps, wiggle.whole]).toEqual([40, true]);
    expect(wiggle.times[0]).toBe(60 / 64);
    expect(wiggle.residual).toBeLessThan(1e-12);
  });

  it('wound back, forward and through an edit: as asked for at once', () => {
    const host = new FakeHost(0);
    host.send({ type: 'open', run: 1, document: documentOf(fine) });
    host.observe('wiggle', { index: 4 });
    host.send({ type: 'step', run: 1, count: 90 });
    host.turn(12);
    const last = (): unknown => host.seen('wiggle').at(-1);
    expect(last()).toEqual(after(90, fine, { index: 4 }));
    host.send({ type: 'seek', run: 1, step: 31 });
    host.turn(12);
    expect(last()).toEqual(after(31, fine, { index: 4 }));
    const command = { kind: 'set', path: 'expansion.gamma', value: 2 } as const;
    host.send({ type: 'edit', run: 1, edit: 1, command });
    host.send({ type: 'step', run: 1, count: 30 });
    host.turn(12);
    expect(last()).toEqual(after(61, fine, { index: 4 }, [{ step: 31, command }]));
  });

  it('of a long run the last steps: at least 8192 of 64 weights', () => {
    const wiggle = after(20_000, { ...ringSections, dynamics: { kind: 'second-order', dt: 0.0625 } });
    expect(wiggle.whole).toBe(false);
    expect(wiggle.steps).toBeGreaterThanOrEqual(8192);
    expect(wiggle.times.length).toBeLessThanOrEqual(402);
    expect(wiggle.residual).toBeLessThan(1e-9);
  });
});

describe('what is no such path', () => {
  it('friction that leaves a step nothing of the one before: said, not drawn', () => {
    const forgetful = { ...fine, expansion: { kind: 'de-sitter', gamma: 1e6 } };
    const simulation = simulate(forgetful);
    simulation.advance(40);
    const observers = new Observers({ simulation, history: new History(), kernels: typescriptKernels });
    for (const [n, id] of (['wiggle', 'action-course'] as const).entries()) {
      observers.subscribe({ key: n, id, query: {} });
      expect(observers.value(n)).toBe('no-memory');
    }
  });

  it('shaken by heat it is not stationary: its S(ε) has a slope, that of the bent path summed, to 1e-9', () => {
    const hot = {
      ...fine,
      dynamics: { kind: 'langevin', dt: 0.015625 },
      noise: { temperature: 0.1 },
    };
    const wiggle = after(100, hot, { index: 4 });
    expect([wiggle.shaken, after(100, fine).shaken]).toEqual([true, false]);
    expect(wiggle.residual).toBeGreaterThan(1e-3);
    const side = summed(hot, 100, 4, wiggle);
    wiggle.action.forEach((value, k) => {
      expect(Math.abs(value - side[k])).toBeLessThan(1e-9 * Math.max(...wiggle.action.map(Math.abs)));
    });
    expect(after(100, fine, { index: 4 }).slope).toBe(0);
  });

  it('by Runge-Kutta steps: a slope that falls as h²', () => {
    const slope = (dt: number): number =>
      after(2 / dt, { ...fine, dynamics: { kind: 'reference', dt } }, { index: 4 }).slope;
    const ratio = slope(0.03125) / slope(0.015625);
    expect(ratio).toBeGreaterThan(3.5);
    expect(ratio).toBeLessThan(4.5);
  });

  it('a mode along which nothing moves: its equation holds to the round-off of the others, and there is something to bend', () => {
    const still = { ...fine, initial: { kind: 'mode', index: 2, amplitude: 1 } };
    const wiggle = after(100, still, { mode: true, index: 11 });
    expect(Math.max(...wiggle.path.map(Math.abs))).toBeLessThan(1e-12);
    expect(wiggle.residual).toBeLessThan(1e-12);
    expect(wiggle.slope).toBe(0);
    expect(wiggle.epsilon[32]).toBeGreaterThan(1e-4);
  });

  it('along a mode that is asked for of a system with too many: along the weight, and it says so', () => {
    const large = { ...fine, system: { kind: 'ring-shared', N: 300 } };
    expect(after(20, large, { mode: true, index: 4 }).along).toEqual({ mode: false, index: 4 });
    expect(after(20, fine, { mode: true, index: 40 }).along).toEqual({ mode: true, index: 11 });
  });
});
