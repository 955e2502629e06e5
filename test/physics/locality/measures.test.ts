import { describe, expect, it } from 'vitest';
import { hessianEntries, type SymmetricEntries } from '../../../src/physics/locality/entries.ts';
import { localityOf } from '../../../src/physics/locality/measures.ts';
import {
  distanceOf,
  latticeOrder,
  placesOf,
  randomDistance,
  type Places,
} from '../../../src/physics/locality/places.ts';
import { denseHessian } from '../../../src/physics/denseHessian.ts';
import { createRandom } from '../../../src/physics/math/random.ts';
import type { System } from '../../../src/physics/types.ts';
import { finish } from '../../helpers/finish.ts';
import { readReference } from '../../helpers/reference.ts';
import { buildSystem, normals, randomSystem, samplesOf, systemCases } from '../../helpers/systems.ts';

const entriesOf = (
  system: System,
  weights: Float64Array = new Float64Array(system.weightCount),
): SymmetricEntries => finish(hessianEntries(system, weights, 1));
const measured = (system: System, weights?: Float64Array) =>
  localityOf(entriesOf(system, weights), placesOf(system.layout, system.weightCount));

function meanOfPairs(places: Places): number {
  let sum = 0;
  let pairs = 0;
  for (let i = 0; i < places.count; i++) {
    for (let j = 0; j < i; j++) {
      sum += distanceOf(places, i, j);
      pairs++;
    }
  }
  return sum / pairs;
}

describe('reach of couplings', () => {
  it('uniform ring of 64: F(0) = 0, F(1) = 1, <r> = 1, bandwidth 1, ratio 1 to N²/4(N − 1)', () => {
    const ring = buildSystem('scalar-field-1d', { N: 64, K: 1.7, J: 0.6 }, samplesOf([], []));
    const found = measured(ring);
    expect(found.meanDistance).toBe(1);
    expect(found.bandwidth).toBe(1);
    expect(found.ratio).toBeCloseTo((4 * 63) / (64 * 64), 14);
    expect([...found.profile]).toEqual([0, ...Array.from({ length: 32 }, () => 1)]);
  });

  it('torus of 6 by 4: one bond is one step, the random mean is the mean over all 276 pairs', () => {
    const torus = buildSystem('scalar-field-2d', { rows: 6, columns: 4, K: 0.7, J: 0.2 }, samplesOf([], []));
    const found = measured(torus);
    expect([found.meanDistance, found.bandwidth, found.profile.length]).toEqual([1, 1, 6]);
    const places = placesOf(torus.layout, 24);
    expect(found.ratio).toBeCloseTo(1 / meanOfPairs(places), 13);
    // Opposite corners of the torus: three rows and two columns away.
    expect(distanceOf(places, 0, 3 * 4 + 2)).toBe(5);
    expect(distanceOf(places, 0, 5 * 4 + 3)).toBe(2);
  });

  it('a chain with couplings of 3 over one and of 4 over two sites: <r> = (9 + 16·2)/25, F = 0, 9/25, 1', () => {
    const entries = {
      size: 3,
      diagonal: new Float64Array(3),
      row: Int32Array.of(0, 0),
      column: Int32Array.of(1, 2),
      value: Float64Array.of(-3, 4),
    };
    const places = { count: 3, axes: [{ at: Float64Array.of(0, 1, 2), period: 0 }] };
    const found = localityOf(entries, places);
    expect(found.meanDistance).toBeCloseTo(41 / 25, 15);
    expect([...found.profile]).toEqual([0, 9 / 25, 1]);
    expect(found.ratio).toBeCloseTo(41 / 25 / (4 / 3), 15);
    // The same couplings a factor 1e200 smaller or larger reach as far.
    const scaled = (factor: number) => ({ ...entries, value: entries.value.map((entry) => entry * factor) });
    for (const factor of [1e-200, 1e200])
      expect(localityOf(scaled(factor), places).meanDistance).toBeCloseTo(41 / 25, 14);
  });

  it('nothing coupled: no mean distance, no profile', () => {
    const free = buildSystem('scalar-field-1d', { N: 8, K: 0, J: 1 }, samplesOf([], []));
    const found = measured(free);
    expect([found.meanDistance, found.ratio, found.bandwidth, found.profile.length]).toEqual([
      null,
      null,
      0,
      0,
    ]);
  });

  it('Example 1: half of its bonds carry nothing, yet all that is coupled is one step away', () => {
    const ring = randomSystem('ring-perceptron', { N: 8 }, 5, createRandom(3, 'data'));
    expect(measured(ring).meanDistance).toBe(1);
    expect(entriesOf(ring).value.length).toBe(8);
  });

  it('dense 2-4-3-1: distances are those of (i, j, m), biases at i = −1', () => {
    const dense = randomSystem('dense', { sizes: [2, 4, 3, 1] }, 3, createRandom(1, 'data'));
    const places = placesOf(dense.layout, dense.weightCount);
    const [first, second] = dense.layout.sheets;
    const at = (sheet: typeof first, j: number, i: number): number => sheet.weight[j * sheet.columns + i + 1];
    expect(distanceOf(places, at(first, 3, 1), at(second, 2, 3))).toBe(1 + 2 + 1);
    expect(distanceOf(places, at(first, 0, -1), at(first, 0, 0))).toBe(1);
    expect(distanceOf(places, at(first, 2, -1), at(second, 0, 1))).toBe(2 + 2 + 1);
  });

  it.each(systemCases.filter(({ title }) => !title.includes(',')))(
    '$title: entries are the Hessian of H v to 1e-12, the random mean that over all pairs, the order a permutation',
    ({ kind, settings, samples }) => {
      const random = createRandom(5, 'data');
      const system = randomSystem(kind, settings, samples, random);
      const size = system.weightCount;
      const weights = normals(random, size);
      const { diagonal, row, column, value } = entriesOf(system, weights);
      const full = new Float64Array(size * size);
      diagonal.forEach((entry, i) => (full[i * size + i] = entry));
      value.forEach((entry, n) => {
        full[row[n] * size + column[n]] += entry;
        full[column[n] * size + row[n]] += entry;
      });
      const exact = denseHessian(system, weights);
      const scale = exact.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
      full.forEach((entry, n) => expect(Math.abs(entry - exact[n])).toBeLessThanOrEqual(1e-12 * scale));
      const places = placesOf(system.layout, size);
      if (size > 1) expect(randomDistance(places)).toBeCloseTo(meanOfPairs(places), 11);
      const order = latticeOrder(system.layout, size);
      expect([...order.weights].sort((a, b) => a - b)).toEqual(Array.from({ length: size }, (_, n) => n));
    },
  );
});

interface Mlp {
  readonly cases: readonly {
    readonly sizes: readonly number[];
    readonly activation: string;
    readonly output_activation: string;
    readonly X: number[][];
    readonly Y: number[][];
    readonly W0: number[] | number[][];
    readonly expected: { readonly hessian0: number[][] };
  }[];
}

it('dense: measures agree with those of the reference Hessian to 1e-10', () => {
  for (const { sizes, activation, output_activation, X, Y, W0, expected } of readReference<Mlp>('mlp_dense')
    .cases) {
    const system = buildSystem(
      'dense',
      { sizes, activation, outputActivation: output_activation },
      samplesOf(X, Y),
    );
    const weights = Float64Array.from((W0 as number[][]).flat());
    const places = placesOf(system.layout, system.weightCount);
    let total = 0;
    let moment = 0;
    expected.hessian0.forEach((entries, i) =>
      entries.forEach((entry, j) => {
        if (i === j) return;
        total += entry * entry;
        moment += entry * entry * distanceOf(places, i, j);
      }),
    );
    expect(measured(system, weights).meanDistance).toBeCloseTo(moment / total, 9);
  }
});

describe('families', () => {
  const ratio = (kind: 'ring-two-layer' | 'dense', settings: Record<string, unknown>): number => {
    const random = createRandom(7, 'data');
    const system = randomSystem(kind, settings, 4, random);
    return measured(system, normals(random, system.weightCount)).ratio ?? NaN;
  };

  it('two layers on a ring: the ratio halves, within 15 %, for twice the sites', () => {
    const [a, b, c] = [6, 12, 24].map((N) => ratio('ring-two-layer', { N }));
    expect(Math.abs((2 * b) / a - 1)).toBeLessThan(0.25);
    expect(Math.abs((2 * c) / b - 1)).toBeLessThan(0.15);
  });

  it('dense 2-n-n-1: the ratio stays above 0.5 at n = 3, 6, 12', () => {
    for (const n of [3, 6, 12]) expect(ratio('dense', { sizes: [2, n, n, 1] })).toBeGreaterThan(0.5);
  });
});
