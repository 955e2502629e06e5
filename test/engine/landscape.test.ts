import { describe, expect, it } from 'vitest';
import { History } from '../../src/engine/history.ts';
import { TRAIL } from '../../src/engine/observations/landscape/balls.ts';
import { Observers } from '../../src/engine/observations/observers.ts';
import type { Balls, Landscape, WeightHistory } from '../../src/engine/observations/index.ts';
import type { Simulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { pointOf } from '../../src/physics/landscape/plane.ts';
import { coordinateOf } from '../../src/physics/landscape/slice.ts';
import { FakeHost } from '../helpers/host.ts';
import { bits, documentOf, simulate } from '../helpers/run.ts';

const N = 12;
const ring = {
  system: { kind: 'ring-shared', N },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  dynamics: { kind: 'second-order', dt: 0.0625 },
  expansion: { kind: 'de-sitter', gamma: 0.3 },
};
const wave = (m: number, amplitude: number): number[] =>
  Array.from({ length: N }, (_, n) => amplitude * Math.cos((2 * Math.PI * m * n) / N));
const started = (weights: readonly number[], more: Readonly<Record<string, unknown>> = {}) => ({
  ...ring,
  initial: { kind: 'explicit', weights },
  ...more,
});
const band = (m: number): number => 0.6 + 4 * 1.7 * Math.sin((Math.PI * m) / N) ** 2;

const network = {
  system: { kind: 'dense', sizes: [2, 5, 1] },
  data: { kind: 'xor' },
  initial: { kind: 'random' },
  dynamics: { kind: 'second-order', dt: 0.0625 },
};

/** What is seen of a simulation, with all the work that it takes. */
function look<Value>(
  simulation: Simulation,
  id: string,
  query: Readonly<Record<string, unknown>> = {},
  history = new History(),
): Value {
  const observers = new Observers({ simulation, history, kernels: typescriptKernels });
  observers.subscribe({ key: 1, id, query });
  return observers.value(1) as Value;
}

/** Lives some steps, each of them kept. */
function live(simulation: Simulation, history: History, steps: number): void {
  for (let step = 0; step < steps; step++) {
    history.add(simulation.snapshot());
    simulation.advance(1);
  }
}

describe('a slice of the cost', () => {
  it('is the system’s own cost at every point, over a window that holds the whole path', () => {
    const simulation = simulate(network);
    const seen = look<Landscape>(simulation, 'cost-slice', { size: 17, ahead: 200 });
    const { plane, size, costs } = seen;
    if (plane === null) throw new Error('no plane');
    expect([seen.state, seen.done, size, seen.spacing]).toEqual(['done', 1, 17, 1]);
    const { system } = simulation.tracks[0];
    for (let row = 0; row < size; row++) {
      for (let column = 0; column < size; column++) {
        const x = coordinateOf(plane.window.x, column, size);
        const y = coordinateOf(plane.window.y, row, size);
        expect(costs[row * size + column]).toBe(system.cost(pointOf(plane, x, y), null, 1));
      }
    }
    expect(plane.share).toBeGreaterThan(0.5);
    expect(plane.share).toBeLessThan(1);
    const { balls } = look<Balls>(simulation, 'cost-balls', {
      origin: plane.origin,
      first: plane.axes[0],
      second: plane.axes[1],
    });
    expect(balls[0].x).toBeGreaterThan(plane.window.x[0]);
    expect(balls[0].x).toBeLessThan(plane.window.x[1]);
    expect(balls[0].y).toBeGreaterThan(plane.window.y[0]);
    expect(balls[0].y).toBeLessThan(plane.window.y[1]);
  });

  it('two standing waves move in one plane: that of the path holds all of it, to 1e-12, and knows the steps ahead', () => {
    const two = wave(1, 1).map((value, n) => value + wave(3, 0.4)[n]);
    const { plane } = look<Landscape>(simulate(started(two)), 'cost-slice', { size: 9 });
    expect(Math.abs((plane?.share ?? 0) - 1)).toBeLessThan(1e-12);
    expect(plane?.ahead).toBeGreaterThanOrEqual(512);
    expect(plane?.about.map(({ kind }) => kind)).toEqual(['path', 'path']);
  });

  it('one wave moves along a line; the other axis is the curvature asked for: λ of the steepest wave', () => {
    const { plane } = look<Landscape>(simulate(started(wave(1, 1))), 'cost-slice', { size: 9 });
    const [line, other] = plane?.about ?? [];
    expect(line).toEqual({ kind: 'path', share: 1 });
    expect(other).toMatchObject({ kind: 'curvature', rank: 0 });
    expect(other?.kind === 'curvature' && Math.abs(other.lambda - band(6))).toBeLessThan(1e-12);
  });

  it('asked for curvature it is that where the weights are: steepest and flattest of the band', () => {
    const { plane } = look<Landscape>(simulate(started(wave(1, 1))), 'cost-slice', { size: 9, path: false });
    const found = plane?.about.map((axis) => (axis.kind === 'curvature' ? axis.lambda : NaN)) ?? [];
    expect(Math.abs(found[0] - band(6))).toBeLessThan(1e-12);
    expect(Math.abs(found[1] - band(0))).toBeLessThan(1e-12);
  });

  it('of two weights the plane is the whole space, over the weights themselves', () => {
    const two = { ...ring, system: { kind: 'linear-neuron', N: 2 }, data: { kind: 'incidence', K: 1, J: 1 } };
    const { plane } = look<Landscape>(simulate(two), 'cost-slice', { size: 9 });
    expect(plane?.about).toEqual([
      { kind: 'weight', weight: 0 },
      { kind: 'weight', weight: 1 },
    ]);
    expect(Array.from(plane?.origin ?? [])).toEqual([0, 0]);
  });

  it('refuses ranks that are none, the same direction twice, and windows that are none, by their paths', () => {
    const ask = (query: Readonly<Record<string, unknown>>) => () =>
      look(simulate(started(wave(1, 1))), 'cost-slice', query);
    expect(ask({ path: false, first: 12 })).toThrow('observe.cost-slice');
    expect(ask({ path: false, first: 11, second: -1 })).toThrow('observe.cost-slice.second');
    expect(ask({ spread: 0 })).toThrow('observe.cost-slice.spread');
    expect(ask({ size: 400 })).toThrow('observe.cost-slice.size');
  });

  it('says why where there is none: a single weight', () => {
    const shared = { kind: 'conv-ring', N: 8, channels: [], reach: 0, biases: false };
    const one = { ...ring, system: shared, data: { kind: 'sinusoid' } };
    expect(look<Landscape>(simulate(one), 'cost-slice')).toMatchObject({
      state: 'refused',
      obstacle: 'one-weight',
    });
  });
});

describe('the job', () => {
  const opened = (): FakeHost => {
    const host = new FakeHost(1);
    host.send({ type: 'open', run: 1, document: documentOf(network) });
    host.observe('cost-slice', { ahead: 64 });
    return host;
  };
  const until = (host: FakeHost, state: string): void => {
    for (let turn = 0; host.seen('cost-slice').at(-1)?.state !== state; turn++) {
      if (turn > 20_000) throw new Error(`never ${state}`);
      host.turn(1);
    }
  };

  it('comes in slices, from coarse to fine, and its progress only grows', () => {
    const host = opened();
    until(host, 'done');
    const seen = host.seen('cost-slice');
    expect(seen.length).toBeGreaterThan(10);
    seen.slice(1).forEach(({ done }, n) => expect(done).toBeGreaterThanOrEqual(seen[n].done));
    const spacings = seen.map(({ spacing }) => spacing).filter((spacing) => spacing > 0);
    expect(new Set(spacings)).toEqual(new Set([16, 8, 4, 2, 1]));
    expect(seen.at(-1)?.costs.every(Number.isFinite)).toBe(true);
  });

  it('friction leaves it at work and known; another activation begins it anew; so does a reset', () => {
    const host = opened();
    until(host, 'done');
    const count = host.seen('cost-slice').length;
    host.send({
      type: 'edit',
      run: 1,
      edit: 1,
      command: { kind: 'set', path: 'expansion.gamma', value: 1 },
    });
    host.turn();
    expect(host.seen('cost-slice')).toHaveLength(count);
    const before = host.seen('cost-slice').at(-1)?.costs ?? [];
    host.send({
      type: 'edit',
      run: 1,
      edit: 2,
      command: { kind: 'set', path: 'system.activation', value: 'sigmoid' },
    });
    expect(host.seen('cost-slice').at(-1)?.state).toBe('running');
    until(host, 'done');
    expect(bits(host.seen('cost-slice').at(-1)?.costs ?? [])).not.toBe(bits(before));
    host.send({ type: 'reset', run: 1 });
    until(host, 'running');
    until(host, 'done');
  });

  it('ends when nobody asks any more', () => {
    const host = opened();
    host.turn(20);
    expect(host.seen('cost-slice').at(-1)?.state).toBe('running');
    host.unobserve('cost-slice');
    const count = host.seen('cost-slice').length;
    host.turn();
    expect(host.seen('cost-slice')).toHaveLength(count);
  });
});

describe('balls', () => {
  it('stand at their projections and at their own cost; what is off the plane is told', () => {
    const simulation = simulate(started(wave(1, 1)));
    const history = new History();
    live(simulation, history, 40);
    const { balls, share } = look<Balls>(simulation, 'cost-balls', {}, history);
    const [{ weights, velocity }] = simulation.tracks;
    const [ball] = balls;
    expect([ball.x, ball.y]).toEqual([weights[0], weights[1]]);
    expect([...ball.velocity]).toEqual([velocity[0], velocity[1]]);
    expect(ball.cost).toBe(simulation.tracks[0].cost());
    const rest = Array.from(weights.slice(2)).reduce((sum, value) => sum + value * value, 0);
    expect(Math.abs(ball.off - Math.sqrt(rest))).toBeLessThan(1e-14);
    // A standing wave stays its shape: the two weights hold the same part of it at all times.
    const part =
      1 -
      wave(1, 1)
        .slice(2)
        .reduce((sum, value) => sum + value * value, 0) /
        (N / 2);
    expect(Math.abs((share ?? 0) - part)).toBeLessThan(1e-12);
    expect(ball.trail).toHaveLength(40 * TRAIL);
    expect(Array.from(ball.trail.subarray(0, 2))).toEqual(wave(1, 1).slice(0, 2));
  });

  it('terminal velocity: a creeping wave is faster by ε + 2ε² + 5ε³ + 14ε⁴, ε = λ/γ², to ε⁵', () => {
    const gamma = 8;
    const simulation = simulate(
      started(wave(1, 1), {
        expansion: { kind: 'de-sitter', gamma },
        dynamics: { kind: 'second-order', dt: 1 / 256 },
      }),
    );
    simulation.advance(2048);
    const [{ lag, velocity, terminal }] = look<Balls>(simulation, 'cost-balls').balls;
    const epsilon = band(1) / gamma ** 2;
    const exact = epsilon + 2 * epsilon ** 2 + 5 * epsilon ** 3 + 14 * epsilon ** 4;
    // The step adds (hλ/γ)²/24 or so.
    expect(Math.abs((lag ?? 0) - exact)).toBeLessThan(60 * epsilon ** 5 + 1e-6);
    expect(velocity[0] / (terminal?.[0] ?? 0)).toBeGreaterThan(1);
  });

  it('without friction there is no terminal velocity; with it, it is −∂C/∂W / γ', () => {
    const at = (expansion: unknown) =>
      look<Balls>(simulate(started(wave(1, 1), { expansion })), 'cost-balls').balls[0];
    expect([at({ kind: 'flat' }).terminal, at({ kind: 'flat' }).lag]).toEqual([null, null]);
    const { terminal } = at({ kind: 'de-sitter', gamma: 0.5 });
    // ∂C/∂W = λ W for a plane wave.
    expect(Math.abs((terminal?.[0] ?? 0) + band(1) / 0.5)).toBeLessThan(1e-12);
  });

  it('the ghost stands beside it, a continuum on its own mesh does not', () => {
    const ghost = { id: 'ghost', role: 'ghost', sections: { dynamics: { kind: 'gradient-flow' } } };
    const sections = started(wave(1, 1));
    const continuum = {
      id: 'continuum',
      role: 'continuum',
      sections: {},
      continuum: { mesh: 4, order: 'cell' },
    };
    const simulation = simulate(sections, [ghost, continuum]);
    const { balls } = look<Balls>(simulation, 'cost-balls');
    expect(balls.map(({ track }) => track)).toEqual([0, 1]);
    // Without inertia it has its terminal velocity always.
    simulation.advance(30);
    expect(look<Balls>(simulation, 'cost-balls').balls[1].lag).toBeLessThan(1e-12);
  });

  it('refuses vectors of another length by their names', () => {
    const ask = () => look(simulate(started(wave(1, 1))), 'cost-balls', { first: new Float64Array(3) });
    expect(ask).toThrow('observe.cost-balls.first');
  });
});

describe('a ball that is dropped', () => {
  it('stands at the very point, at rest, on the surface, with a new trail; its document lives the same bits again', () => {
    const simulation = simulate(network);
    const history = new History();
    live(simulation, history, 20);
    const { plane } = look<Landscape>(simulation, 'cost-slice', { size: 9, ahead: 64 }, history);
    if (plane === null) throw new Error('no plane');
    const weights = pointOf(plane, 0.3, -0.2);
    simulation.edit({
      kind: 'state',
      weights: Array.from(weights),
      velocity: Array.from(weights, () => 0),
    });
    const query = { origin: plane.origin, first: plane.axes[0], second: plane.axes[1] };
    const [ball] = look<Balls>(simulation, 'cost-balls', query, history).balls;
    expect(Math.abs(ball.x - 0.3)).toBeLessThan(1e-14);
    expect(Math.abs(ball.y + 0.2)).toBeLessThan(1e-14);
    expect(ball.off).toBeLessThan(1e-14);
    expect([...ball.velocity]).toEqual([0, 0]);
    expect(ball.trail).toHaveLength(0);
    expect(bits(simulation.tracks[0].weights)).toBe(bits(weights));
    live(simulation, history, 25);
    const later = look<Balls>(simulation, 'cost-balls', query, history).balls[0];
    expect(later.trail).toHaveLength(25 * TRAIL);
    expect(Math.abs(later.trail[0] - 0.3)).toBeLessThan(1e-14);
    const again = simulate(network, [], simulation.document.edits);
    again.advance(45);
    expect(bits(again.tracks[0].weights)).toBe(bits(simulation.tracks[0].weights));
    expect(bits(again.tracks[0].velocity)).toBe(bits(simulation.tracks[0].velocity));
  });

  it('alone: the other runs go on as if nothing had been, bit for bit, with their trails; the past of weights tells them apart', () => {
    const other = { id: 'honey', role: 'other', sections: { expansion: { kind: 'de-sitter', gamma: 5 } } };
    const simulation = simulate(network, [other]);
    const untouched = simulate(network, [other]);
    const history = new History();
    live(simulation, history, 20);
    const weights = Array.from(simulation.tracks[1].weights, (value) => value + 0.25);
    const velocity = weights.map(() => 0);
    simulation.edit({ kind: 'state', weights, velocity, track: 'honey' });
    const at = look<WeightHistory>(simulation, 'weight-history', {}, history);
    expect(at.tracks[1].filter((_, n) => n % 2 === 0).slice(-weights.length)).toEqual(
      Float64Array.from(weights),
    );
    live(simulation, history, 25);
    untouched.advance(45);
    expect(bits(simulation.tracks[0].weights)).toBe(bits(untouched.tracks[0].weights));
    expect(bits(simulation.tracks[1].weights)).not.toBe(bits(untouched.tracks[1].weights));
    const size = weights.length;
    const axis = (index: number): Float64Array =>
      Float64Array.from({ length: size }, (_, n) => Number(n === index));
    const query = { origin: new Float64Array(size), first: axis(0), second: axis(1) };
    const { balls } = look<Balls>(simulation, 'cost-balls', query, history);
    expect(balls[0].trail.length).toBeGreaterThanOrEqual(45 * TRAIL);
    expect(balls[1].trail).toHaveLength(25 * TRAIL);
    expect(balls[1].trail[0]).toBe(weights[0]);
    const again = simulate(network, [other], simulation.document.edits);
    again.advance(45);
    expect(bits(again.tracks[1].weights)).toBe(bits(simulation.tracks[1].weights));
    expect(() => simulation.edit({ kind: 'state', weights, velocity, track: 'nobody' })).toThrow('track');
  });
});
