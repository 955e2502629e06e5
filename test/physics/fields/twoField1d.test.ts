import { describe, expect, it } from 'vitest';
import { spreadOverMesh } from '../../../src/physics/fields/twoField1d/mesh.ts';
import { createRandom } from '../../../src/physics/math/random.ts';
import { readReference, worstRelative } from '../../helpers/reference.ts';
import { simulate } from '../../helpers/run.ts';
import {
  buildSystem,
  gradientOf,
  hessianTimes,
  normals,
  samplesOf,
  type Rows,
} from '../../helpers/systems.ts';

const orders = ['quadratic', 'cell', 'four-field'] as const;
const random = createRandom(19, 'data');
const rows = (count: number, width: number): number[][] =>
  Array.from({ length: count }, () => [...normals(random, width)]);
const [p, q, r] = [0.4, 0.9, 0.3];

/** Weights of ring-two-layer in the order of the four fields: A, B, P, Q. */
function fourFieldsOf(W: ArrayLike<number>): Float64Array {
  const N = W.length / 4;
  const cell = (take: (i: number) => number) => Array.from({ length: N }, (_, i) => W[take(i)]);
  return Float64Array.from([
    ...cell((i) => 2 * N + 2 * i),
    ...cell((i) => 2 * N + 2 * i + 1),
    ...cell((i) => (2 * i + 2 * N - 1) % (2 * N)),
    ...cell((i) => 2 * i),
  ]);
}

interface Case {
  N: number;
  gamma: number;
  p: number;
  q: number;
  r: number;
  X: Rows;
  Y: Rows;
  W1_0: number[];
  W2_0: number[];
  V1_0: number[];
  V2_0: number[];
}

describe('four fields at mesh 1: ring-two-layer under another name', () => {
  const [given] = readReference<{ cases: Case[] }>('ex2_ring').cases;
  const { N, X, Y } = given;
  const settings = { N, p: given.p, q: given.q, r: given.r };
  const lattice = buildSystem('ring-two-layer', settings, samplesOf(X, Y));
  const fields = buildSystem('two-field-1d', { ...settings, order: 'four-field' }, samplesOf(X, Y));
  const weights = Float64Array.from([...given.W1_0, ...given.W2_0]);
  const velocity = Float64Array.from([...given.V1_0, ...given.V2_0]);

  it('cost, outputs, gradient and Hessian product: agree to 1e-12, also for one sample', () => {
    const mapped = fourFieldsOf(weights);
    for (const batch of [null, Int32Array.of(1)]) {
      expect(worstRelative([fields.cost(mapped, batch, 1)], [lattice.cost(weights, batch, 1)])).toBeLessThan(
        1e-12,
      );
      expect(
        worstRelative(gradientOf(fields, mapped, batch), fourFieldsOf(gradientOf(lattice, weights, batch))),
      ).toBeLessThan(1e-12);
    }
    const product = fourFieldsOf(hessianTimes(lattice, weights, velocity));
    expect(worstRelative(hessianTimes(fields, mapped, fourFieldsOf(velocity)), product)).toBeLessThan(1e-12);
    const [Z, found] = [0, 1].map(() => new Float64Array(X.length * N));
    lattice.outputs(weights, Z);
    fields.outputs(mapped, found);
    expect(worstRelative(found, Z)).toBeLessThan(1e-12);
  });

  it('trajectory to t = 5: agrees to 1e-12, its cost too', () => {
    const run = (system: object, W: Float64Array, V: Float64Array) =>
      simulate({
        system: { ...settings, ...system },
        data: { kind: 'explicit', X, Y },
        initial: { kind: 'explicit', weights: [...W], velocity: [...V] },
        dynamics: { kind: 'second-order', dt: 0.0078125 },
        expansion: { kind: 'de-sitter', gamma: given.gamma },
      });
    const network = run({ kind: 'ring-two-layer' }, weights, velocity);
    const continuum = run(
      { kind: 'two-field-1d', order: 'four-field' },
      fourFieldsOf(weights),
      fourFieldsOf(velocity),
    );
    for (const simulation of [network, continuum]) {
      expect(simulation.advance(640)).toEqual({ done: 640, blowUp: null });
    }
    const [end] = network.tracks;
    const [other] = continuum.tracks;
    expect(worstRelative(other.weights, fourFieldsOf(end.weights))).toBeLessThan(1e-12);
    expect(Math.abs(other.cost() / end.cost() - 1)).toBeLessThan(1e-12);
    expect(Math.abs(end.weights[0] - weights[0])).toBeGreaterThan(0.01);
  });
});

describe('mesh', () => {
  it('interpolation: passes through the cells to the bit, and errs by third order or better between them', () => {
    const wave = (N: number): Float64Array =>
      Float64Array.from({ length: N }, (_, i) => Math.sin((2 * Math.PI * i) / N + 0.3));
    const error = (N: number): number =>
      spreadOverMesh(wave(N), N, 4).reduce(
        (worst, value, j) => Math.max(worst, Math.abs(value - Math.sin((2 * Math.PI * j) / (4 * N) + 0.3))),
        0,
      );
    const cells = Float64Array.from(rows(2, 7).flat());
    expect([...spreadOverMesh(cells, 7, 3)].filter((_, j) => j % 3 === 0)).toEqual([...cells]);
    expect(error(32) / error(64)).toBeGreaterThan(7.5);
  });

  it('cell and four fields: m points a cell are m copies that never meet, to the bit', () => {
    const [N, mesh] = [5, 3];
    const [X, Y] = [rows(2, N), rows(2, N)];
    for (const order of ['cell', 'four-field']) {
      const fine = buildSystem('two-field-1d', { N, mesh, order, p, q, r }, samplesOf(X, Y));
      const weights = normals(random, fine.weightCount);
      const gradient = gradientOf(fine, weights);
      let cost = 0;
      for (let copy = 0; copy < mesh; copy++) {
        const own = <T>(_: T, j: number): boolean => j % mesh === copy;
        const sub = (values: Rows): number[][] =>
          values.map((row) => [...spreadOverMesh(Float64Array.from(row), N, mesh)].filter(own));
        const single = buildSystem('two-field-1d', { N, order, p, q, r }, samplesOf(sub(X), sub(Y)));
        const part = weights.filter(own);
        expect(gradientOf(single, part)).toEqual(gradient.filter(own));
        cost += single.cost(part, null, 1);
      }
      expect(Math.abs(cost / fine.cost(weights, null, 1) - 1)).toBeLessThan(1e-13);
    }
  });

  it('quadratic: more than 4 points a cell are refused with the reason; other orders take 16', () => {
    const data = samplesOf([[1, 2, 3]], [[1, 2, 3]]);
    const make = (order: string, mesh: number) => () =>
      buildSystem('two-field-1d', { N: 3, order, mesh }, data);
    expect(make('quadratic', 5)).toThrow(/mesh: 5: expected at most 4 .*closer than the neurons.*E7/);
    expect(make('quadratic', 4)).not.toThrow();
    expect(make('cell', 16)).not.toThrow();
    expect(make('four-field', 16)).not.toThrow();
  });
});

describe.each(orders)('two-field-1d, %s', (order) => {
  const N = 5;
  const [X, Y] = [rows(3, N), rows(3, N)];
  const build = (settings: object) =>
    buildSystem('two-field-1d', { N, order, p, q, r, ...settings }, samplesOf(X, Y));

  it('spacing: enters Table II and not the motion, to the bit', () => {
    const weights = normals(random, build({}).weightCount);
    expect(gradientOf(build({ spacing: 0.3 }), weights)).toEqual(gradientOf(build({ spacing: 2 }), weights));
    expect(build({ spacing: 2 }).tableII?.().K4).not.toEqual(build({ spacing: 0.3 }).tableII?.().K4);
  });

  it('outputs: are those of `evaluate` at the data’s inputs; test samples have their own', () => {
    const mesh = 3;
    const system = buildSystem(
      'two-field-1d',
      { N, order, p, q, r, mesh },
      { ...samplesOf(X, Y), test: samplesOf(X.slice(1), Y.slice(1)) },
    );
    const weights = normals(random, system.weightCount);
    const outputs = new Float64Array(3 * N);
    const tested = new Float64Array(2 * N);
    system.outputs(weights, outputs);
    system.testOutputs(weights, tested);
    expect(system.evaluate(weights, Float64Array.from(X.flat()))).toEqual(outputs);
    expect(tested).toEqual(outputs.slice(N));
    const kept = system.cost(weights, Int32Array.of(1, 2), 1);
    expect(Math.abs(system.testCost(weights) / kept - 1)).toBeLessThan(1e-14);
  });

  it('locality: a weight moves the outputs within a cell of it, and no others', () => {
    const mesh = 2;
    const system = build({ N, mesh });
    const weights = normals(random, system.weightCount);
    const [before, after] = [0, 1].map(() => new Float64Array(3 * N));
    system.outputs(weights, before);
    weights.forEach((value, k) => {
      const moved = weights.slice();
      moved[k] = value + 0.1;
      system.outputs(moved, after);
      const point = k % (N * mesh);
      for (let n = 0; n < after.length; n++) {
        const apart = Math.abs(point / mesh - (n % N));
        if (Math.min(apart, N - apart) > 1) expect(after[n]).toBe(before[n]);
      }
    });
  });
});

describe('two-field-1d, by hand', () => {
  it('cell: ½ Σ (Y − 2w₂(p(2Xw₁)² + q 2Xw₁ + r))²', () => {
    const system = buildSystem(
      'two-field-1d',
      { N: 3, order: 'cell', p: 1, q: 2, r: 3 },
      samplesOf([[1, 0, -1]], [[1, 2, 3]]),
    );
    // σ of 2, 0, −2: 11, 3, 3; outputs 22, 12, 18.
    const weights = Float64Array.of(1, 5, 1, 1, 2, 3);
    expect(system.cost(weights, null, 1)).toBe(0.5 * (21 * 21 + 10 * 10 + 15 * 15));
    const outputs = new Float64Array(3);
    system.outputs(weights, outputs);
    expect([...outputs]).toEqual([22, 12, 18]);
  });

  it('quadratic at mesh 1: uniform fields give Y² − 2Y(2r w₂ + 4qX w₁w₂) + 4r²w₂² a cell', () => {
    const [X, Y, w1, w2] = [0.7, -0.6, 0.4, 1.3];
    const system = buildSystem(
      'two-field-1d',
      { N: 4, order: 'quadratic', p, q, r },
      samplesOf([Array<number>(4).fill(X)], [Array<number>(4).fill(Y)]),
    );
    const c = Y * Y - 2 * Y * (2 * r * w2 + 4 * q * X * w1 * w2) + 4 * r * r * w2 * w2;
    const weights = Float64Array.from({ length: 8 }, (_, n) => (n < 4 ? w1 : w2));
    expect(system.cost(weights, null, 1)).toBeCloseTo(2 * c, 13);
  });
});
