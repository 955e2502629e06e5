import { Matrix, solve } from 'ml-matrix';
import { describe, expect, it } from 'vitest';
import { buildSystem, samplesOf } from '../../helpers/systems.ts';

/*
 * Table II and Eq. 19 out of the lattice's own cost (Eq. 18 with erratum E3), by numbers alone: weights are put where
 * physics.md 2.1 has them, W1[k] and W2[k] at x = 2ak, inputs and outputs i at (4i + 1)a, here with a = 1.
 */

/** A polynomial Σ c_n x^n/n!, so that c_n is its n-th derivative at 0. */
type Jet = readonly [number, number, number];
const at = ([value, slope, bend]: Jet, x: number): number => value + slope * x + 0.5 * bend * x * x;

const [p, q, r] = [0.4, 0.9, 0.3];
const cells = 5;
const middle = 2;
const targets = [0.7, -1.3];
/** X, X′, X″ of the two samples at the middle cell. */
const inputs: readonly Jet[] = [
  [0.6, 0.2, -0.5],
  [-0.9, 0.35, 0.15],
];
const along = (jet: Jet, scale: number, position: number): number =>
  at(jet, scale * (position - (4 * middle + 1)));
const inputRows = (scale: number): number[][] =>
  inputs.map((jet) => Array.from({ length: cells }, (_, i) => along(jet, scale, 4 * i + 1)));

/** Cost of the middle cell with smooth fields of size `size`, all lengths stretched by 1/scale. */
function cellCost(w1: Jet, w2: Jet, size: number, scale: number): number {
  const system = buildSystem(
    'ring-two-layer',
    { N: cells, p, q, r },
    samplesOf(
      inputRows(scale),
      targets.map((y) => Array<number>(cells).fill(y)),
    ),
  );
  const weights = Float64Array.from(
    { length: 4 * cells },
    (_, n) => size * along(n < 2 * cells ? w1 : w2, scale, 2 * (n % (2 * cells))),
  );
  const outputs = new Float64Array(targets.length * cells);
  system.outputs(weights, outputs);
  return targets.reduce((sum, y, l) => sum + (y - outputs[l * cells + middle]) ** 2, 0);
}

/** Coefficients of size¹ and size² of the cost, exactly: it is of order 6 in the weights. */
function orders(w1: Jet, w2: Jet, scale: number): [number, number] {
  const sizes = [-3, -2, -1, 0, 1, 2, 3].map((n) => n / 2);
  const basis = new Matrix(sizes.map((size) => sizes.map((_, n) => size ** n)));
  const values = sizes.map((size) => cellCost(w1, w2, size, scale));
  const found = solve(basis, Matrix.columnVector(values)).to1DArray();
  return [found[1], found[2]];
}

/** Part of an even or odd function of the scale with `count` derivatives, by Richardson extrapolation. */
function derivatives(value: (scale: number) => number, count: 0 | 1 | 2): number {
  if (count === 0) return value(0);
  const difference = (h: number): number =>
    count === 1 ? (value(h) - value(-h)) / (2 * h) : (value(h) + value(-h) - 2 * value(0)) / (2 * h * h);
  let row = [0.02, 0.01, 0.005].map(difference);
  for (let power = 4; row.length > 1; power *= 4) {
    row = row.slice(1).map((fine, n) => fine + (fine - row[n]) / (power - 1));
  }
  return row[0];
}

const unit = (order: number): Jet => [Number(order === 0), Number(order === 1), Number(order === 2)];
const zero: Jet = [0, 0, 0];

/** Coefficient of w₁ with n and w₂ with m derivatives, at a number of derivatives in all (those of X included). */
const pair = (n: number, m: number, count: 0 | 1 | 2): number =>
  derivatives((scale) => orders(unit(n), unit(m), scale)[1] - orders(zero, unit(m), scale)[1], count);
const single = (m: number, order: 0 | 1, count: 0 | 1 | 2): number =>
  derivatives((scale) => orders(zero, unit(m), scale)[order], count);

describe('Table II by numerical expansion of the cost of Eq. 18', () => {
  const network = buildSystem(
    'ring-two-layer',
    { N: cells, p, q, r },
    samplesOf(
      inputRows(1),
      targets.map((y) => Array<number>(cells).fill(y)),
    ),
  );
  const table = network.tableII?.();
  const entry = (name: 'm2' | 'J1' | 'J2' | 'J3' | `K${1 | 2 | 3 | 4 | 5 | 6 | 7}`): number =>
    table?.[name][middle] ?? NaN;

  it.each([
    ['J1', () => cellCost(zero, zero, 1, 1), entry('J1')],
    ['J2', () => single(0, 0, 0), entry('J2')],
    ['K6', () => single(2, 0, 2), entry('K6')],
    ['½m²', () => single(0, 1, 0), 0.5 * entry('m2')],
    ['J3, with its 4a²X″', () => pair(0, 0, 0) + pair(0, 0, 2), entry('J3')],
    ['K1', () => pair(1, 0, 2), entry('K1')],
    ['K3', () => pair(2, 0, 2), entry('K3')],
    ['K4', () => pair(1, 1, 2), entry('K4')],
    ['K5', () => pair(0, 1, 2), entry('K5')],
    ['K7', () => pair(0, 2, 2), entry('K7')],
  ])('%s: agrees to 1e-8', (_name, found, wanted) => {
    expect(Math.abs(wanted)).toBeGreaterThan(0.05);
    expect(Math.abs(found() / wanted - 1)).toBeLessThan(1e-8);
  });

  it('K2: w₂ w₂″ comes from fields that have both, agrees to 1e-8', () => {
    const both = derivatives((scale) => orders(zero, [1, 0, 1], scale)[1], 2);
    expect(Math.abs(both / entry('K2') - 1)).toBeLessThan(1e-8);
  });

  it('nothing is missing: no other term of two fields and at most two derivatives, to 1e-8', () => {
    const others: (() => number)[] = [
      () => single(1, 0, 1),
      () => single(1, 1, 2),
      () => pair(0, 0, 1),
      () => pair(1, 0, 1),
      () => pair(0, 1, 1),
      ...[0, 1, 2].map((n) => () => orders(unit(n), zero, 0.7)[1]),
    ];
    for (const other of others) expect(Math.abs(other())).toBeLessThan(1e-8);
  });
});

describe('Eq. 19 as a whole', () => {
  /** Second-order part of the costs of lattice and field, per cell, on N cells with one wave each. */
  function gap(N: number): number {
    const angle = (x: number): number => (2 * Math.PI * x) / (4 * N);
    const cell = (f: (x: number) => number): number[] => Array.from({ length: N }, (_, i) => f(4 * i + 1));
    const X = [cell((x) => 0.8 + 0.5 * Math.cos(angle(x))), cell((x) => Math.sin(angle(x)))];
    const Y = [cell((x) => 1 - 0.4 * Math.sin(angle(x))), cell((x) => 0.3 + Math.cos(angle(x)))];
    const [w1, w2] = [(x: number) => 0.6 + Math.sin(angle(x)), (x: number) => 0.5 - Math.cos(angle(x))];
    const data = samplesOf(X, Y);
    const lattice = buildSystem('ring-two-layer', { N, p, q, r }, data);
    const field = buildSystem('two-field-1d', { N, p, q, r }, data);
    const latticeWeights = Float64Array.from({ length: 4 * N }, (_, n) =>
      (n < 2 * N ? w1 : w2)(2 * (n % (2 * N))),
    );
    const fieldWeights = Float64Array.from([...cell(w1), ...cell(w2)]);
    // ½ ε² part of an even combination; its ε⁴ and ε⁶ parts are taken off by Richardson.
    const second = (system: typeof lattice, weights: Float64Array): number => {
      const even = (size: number): number => {
        const cost = (s: number): number =>
          system.cost(
            weights.map((w) => s * w),
            null,
            1,
          );
        return (cost(size) + cost(-size) - 2 * cost(0)) / (2 * size * size);
      };
      return (even(0.2) - 20 * even(0.1) + 64 * even(0.05)) / 45;
    };
    // The field's cost is ½ Σ c, since two weights of a layer stand in a cell of the lattice.
    return Math.abs(second(lattice, latticeWeights) - 2 * second(field, fieldWeights)) / N;
  }

  it('cost on one smooth field per layer: the lattice’s, to fourth order in ka (16 ± 1 per halving)', () => {
    const gaps = [16, 32, 64].map(gap);
    for (const n of [0, 1]) expect(Math.abs(gaps[n] / gaps[n + 1] - 16)).toBeLessThan(1);
  });
});
