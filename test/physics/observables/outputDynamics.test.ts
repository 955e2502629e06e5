import { describe, expect, it } from 'vitest';
import { ntk } from '../../../src/physics/observables/tangentKernel.ts';
import {
  outputDynamics,
  outputNorms,
  outputTerms,
  type OutputTerms,
} from '../../../src/physics/observables/outputDynamics.ts';
import { createRandom } from '../../../src/physics/math/random.ts';
import { readReference, worstRelative } from '../../helpers/reference.ts';
import { simulate } from '../../helpers/run.ts';
import { normals, type Rows } from '../../helpers/systems.ts';

interface Case {
  name: string;
  sizes: number[];
  activation: string;
  output_activation: string;
  parameterization: string;
  sigma_w: number;
  sigma_b: number;
  gamma: number;
  X: Rows;
  Y: Rows;
  W0: number[];
  V0: number[];
  expected: {
    ntk: Rows;
    Zdot: number[];
    rhs_Wdot_d2Z_Wdot: number[];
    Zddot_from_eom: number[];
    ks_relative_residual: number;
  };
}
const { cases } = readReference<{ cases: Case[] }>('ntk_ks');

const sectionsOf = (given: Case): Record<string, unknown> => ({
  system: {
    kind: 'dense',
    sizes: given.sizes,
    activation: given.activation,
    outputActivation: given.output_activation,
    parameterization: given.parameterization,
    sigmaW: given.sigma_w,
    sigmaB: given.sigma_b,
  },
  data: { kind: 'explicit', X: given.X, Y: given.Y },
  initial: { kind: 'explicit', weights: given.W0, velocity: given.V0 },
  expansion: { kind: 'de-sitter', gamma: given.gamma },
});

describe.each(cases)('ntk_ks $name', (given) => {
  const instant = simulate(sectionsOf(given)).instant();

  it('ntk: rows (l, i) at l·outputs + i, to 1e-12', () => {
    const rows = ntk.compute(instant) ?? [];
    expect(rows).toHaveLength(given.expected.ntk.length);
    expect(
      worstRelative(
        rows.flatMap((row) => [...row]),
        given.expected.ntk.flat(),
      ),
    ).toBeLessThan(1e-12);
  });

  it('output-dynamics: velocity, rhs and acceleration to 1e-12, the residual round-off', () => {
    const found = outputDynamics.compute(instant);
    if (found === null) throw new Error('no outputs');
    expect(Object.keys(found).sort()).toEqual(['acceleration', 'residual', 'rhs', 'velocity']);
    expect(worstRelative(found.velocity, given.expected.Zdot)).toBeLessThan(1e-12);
    expect(worstRelative(found.rhs, given.expected.rhs_Wdot_d2Z_Wdot)).toBeLessThan(1e-12);
    expect(worstRelative(found.acceleration, given.expected.Zddot_from_eom)).toBeLessThan(1e-12);
    for (const value of found.residual) expect(Math.abs(value)).toBeLessThan(1e-12);
  });

  it('ρ: ‖rhs‖ over the norms of the three terms', () => {
    const terms = outputTerms(instant) as OutputTerms;
    const { acceleration, friction, force, rhs, ratio } = outputNorms(terms);
    expect(ratio).toBeCloseTo(rhs / (acceleration + friction + force), 15);
    expect(given.expected.ks_relative_residual / ratio).toBeCloseTo(1, 9);
  });
});

/** Kinds of networks and of motion, each of which has outputs that move. */
const dense = { kind: 'dense', sizes: [2, 5, 3], activation: 'tanh' };
const systems = [
  dense,
  { ...dense, cost: 'cross-entropy', outputActivation: 'linear' },
  { kind: 'deep-ring', N: 6, depth: 3, residual: true },
  { kind: 'conv-ring', N: 6, channels: [3, 2] },
  { kind: 'ring-two-layer', N: 4 },
];
const data = (system: Record<string, unknown>): Record<string, unknown> => {
  const [inputs, outputs] = system.kind === 'dense' ? [2, 3] : [system.N as number, system.N as number];
  const random = createRandom(9, 'data');
  const rows = (count: number, of: () => number): number[][] =>
    Array.from({ length: 3 }, () => Array.from({ length: count }, of));
  const [X, Y] = [rows(inputs, () => random.uniform() - 0.5), rows(outputs, () => random.uniform())];
  return { kind: 'explicit', X, Y };
};
const moving = (system: Record<string, unknown>, more: Record<string, unknown> = {}) =>
  simulate({
    system,
    data: data(system),
    initial: { kind: 'random', scale: 0.8, velocityScale: 0.5 },
    dynamics: { kind: 'second-order', dt: 0.015625 },
    expansion: { kind: 'de-sitter', gamma: 0.7 },
    ...more,
  });

const worst = (values: ArrayLike<number>): number =>
  Array.from(values).reduce((m, v) => Math.max(m, Math.abs(v)), 0);
function sizeOf({ acceleration, friction, force, rhs }: OutputTerms): number {
  return Math.max(...[acceleration, friction, force, rhs].map(worst));
}

describe.each(systems)('outputs of $kind', (system) => {
  it('Z″ by differences along the motion is −γZ′ − Θ∂C + rhs, to 1e-6', () => {
    const simulation = moving(system);
    simulation.advance(20);
    const instant = simulation.instant();
    const terms = outputTerms(instant) as OutputTerms;
    const { system: network, weights, velocity, expansion, time } = instant;
    const gradient = new Float64Array(weights.length);
    network.force.gradient(weights, null, 1, gradient);
    const gamma = expansion.gamma(time);
    const s = 1e-4;
    const outputsAt = (by: number): Float64Array => {
      const out = new Float64Array(terms.rhs.length);
      const moved = Float64Array.from(
        weights,
        (w, n) => w + by * velocity[n] + (by * by * (-gamma * velocity[n] - gradient[n])) / 2,
      );
      network.outputs(moved, out);
      return out;
    };
    const [back, here, on] = [-s, 0, s].map(outputsAt);
    const size = sizeOf(terms);
    here.forEach((z, n) => {
      const bent = (on[n] - 2 * z + back[n]) / (s * s);
      const told = terms.rhs[n] - terms.friction[n] - terms.force[n];
      expect(Math.abs(bent - told) / size).toBeLessThan(1e-6);
    });
    expect(worst(terms.rhs) / size).toBeGreaterThan(1e-4);
  });

  it.each([
    ['second order', {}],
    ['at a big bang', { expansion: { kind: 'matter' }, initial: { kind: 'random', scale: 0.8 } }],
    ['samples drawn with replacement', { batch: { kind: 'mini', size: 2 } }],
    ['one sample, unbiased', { batch: { kind: 'single', weight: 'unbiased' } }],
    ['gradient flow', { dynamics: { kind: 'gradient-flow', dt: 0.015625 } }],
    [
      'descent of drawn samples',
      { dynamics: { kind: 'gradient-descent', dt: 0.015625 }, batch: { kind: 'single' } },
    ],
  ])('%s: the residual is round-off, 1e-12 of the largest term', (_, more) => {
    const simulation = moving(system, more);
    for (const steps of [0, 7]) {
      simulation.advance(steps);
      const terms = outputTerms(simulation.instant()) as OutputTerms;
      expect(worst(terms.force)).toBeGreaterThan(0);
      expect(worst(terms.residual)).toBeLessThan(1e-12 * sizeOf(terms));
    }
  });

  it.each(['full', 'single'])('flow, batch %s: Z″ is the difference of Z′ along it, to 1e-5', (kind) => {
    const expansion = { kind: 'warmup', etaMax: 0.9, T: 2 };
    const dynamics = { kind: 'gradient-flow', dt: 0.015625 };
    const initial = { kind: 'random', scale: 0.8 };
    const simulation = moving(system, { dynamics, expansion, initial, batch: { kind } });
    simulation.advance(40);
    const instant = simulation.instant();
    const { system: network, weights, velocity, time, batch } = instant;
    const s = 1e-4;
    const there = (by: number): OutputTerms => {
      // The flow through this state, one step of second order on.
      const at = Float64Array.from(weights, (w, n) => w + (by / 2) * velocity[n]);
      const eta = (t: number): number => (0.9 * t) / 2;
      const rate = new Float64Array(at.length);
      network.force.gradient(at, batch, 1, rate);
      const moved = Float64Array.from(weights, (w, n) => w - by * eta(time + by / 2) * rate[n]);
      network.force.gradient(moved, batch, 1, rate);
      const found = outputTerms({
        ...instant,
        weights: moved,
        velocity: rate.map((g) => -eta(time + by) * g),
        time: time + by,
        eta: eta(time + by),
      });
      return found as OutputTerms;
    };
    const [back, here, on] = [-s, 0, s].map(there);
    const size = worst(here.acceleration);
    expect(size).toBeGreaterThan(0);
    here.acceleration.forEach((value, n) =>
      expect(Math.abs(value - (on.velocity[n] - back.velocity[n]) / (2 * s)) / size).toBeLessThan(1e-5),
    );
  });
});

it.each([
  { kind: 'ring-perceptron', N: 5 },
  { kind: 'ring-shared', N: 5 },
  { kind: 'torus-shared', rows: 3, columns: 3 },
  { kind: 'linear-neuron', N: 5 },
  { kind: 'conv-ring', N: 5, channels: [], biases: false },
])('$kind is linear in its weights: rhs and ρ are 0', (system) => {
  const simulation = simulate({
    system,
    initial: { kind: 'random', velocityScale: 1 },
    dynamics: { kind: 'second-order', dt: 0.015625 },
  });
  const terms = outputTerms(simulation.instant()) as OutputTerms;
  expect(worst(terms.rhs)).toBe(0);
  expect(outputNorms(terms).ratio).toBe(0);
  expect(worst(terms.acceleration)).toBeGreaterThan(0);
});

it('kernel: positive, wᵀΘw = ‖Jᵀw‖² > 0; of more than 1024 rows refused, with how many there are', () => {
  const simulation = moving(dense);
  const rows = ntk.compute(simulation.instant()) ?? [];
  const { system, weights } = simulation.instant();
  const w = normals(createRandom(4, 'data'), rows.length);
  const back = new Float64Array(weights.length);
  system.derivatives?.transposed(weights, w, back);
  const form = rows.reduce((sum, row, a) => sum + row.reduce((s, value, b) => s + value * w[a] * w[b], 0), 0);
  const square = back.reduce((sum, value) => sum + value * value, 0);
  expect(form / square).toBeCloseTo(1, 12);
  const large = simulate({
    system: { kind: 'ring-shared', N: 513 },
    dynamics: { kind: 'second-order', dt: 0.01 },
  });
  expect(ntk.refuses?.(large.tracks[0].system)).toBe(
    'at most 1024 rows (samples × outputs), this run has 2052',
  );
  expect(ntk.refuses?.(system)).toBeNull();
});

it('fields have no outputs: null', () => {
  const instant = simulate({ system: { kind: 'scalar-field-1d', N: 5 } }).instant();
  expect([ntk.compute(instant), outputDynamics.compute(instant)]).toEqual([null, null]);
});
