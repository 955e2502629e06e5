import { describe, expect, it } from 'vitest';
import { reverseCuthillMcKee } from '../../../src/physics/locality/cuthillMcKee.ts';
import type { SymmetricEntries } from '../../../src/physics/locality/entries.ts';
import { hessianEntries } from '../../../src/physics/locality/entries.ts';
import { componentsOf, graphOf } from '../../../src/physics/locality/graph.ts';
import { localityOf } from '../../../src/physics/locality/measures.ts';
import { placesOf, type Places } from '../../../src/physics/locality/places.ts';
import {
  matrixBandwidth,
  reindexed,
  shuffled,
  sitesOfOrder,
  type OrderName,
} from '../../../src/physics/locality/reindex.ts';
import { smoothVectors, spectralOrders } from '../../../src/physics/locality/spectral.ts';
import { symmetricEigen } from '../../../src/physics/math/symmetricEigen.ts';
import { createRandom } from '../../../src/physics/math/random.ts';
import { finish } from '../../helpers/finish.ts';
import { normals, randomSystem } from '../../helpers/systems.ts';

const identity = (size: number): Int32Array => Int32Array.from({ length: size }, (_, n) => n);

/** A ring or a chain whose site n has the name names[n]. */
function couplingsAlong(names: Int32Array, closed: boolean): SymmetricEntries {
  const size = names.length;
  const pairs = Array.from({ length: closed ? size : size - 1 }, (_, n) => [names[n], names[(n + 1) % size]]);
  return {
    size,
    diagonal: new Float64Array(size).fill(2),
    row: Int32Array.from(pairs, ([a, b]) => Math.min(a, b)),
    column: Int32Array.from(pairs, ([a, b]) => Math.max(a, b)),
    value: new Float64Array(pairs.length).fill(-1),
  };
}
const line = (size: number, period: number): Places => ({
  count: size,
  axes: [{ at: Float64Array.from({ length: size }, (_, n) => n), period }],
});

/** Whether an order is another one up to where it begins and its direction. */
function sameRing(order: Int32Array, other: Int32Array): boolean {
  const size = order.length;
  const from = order.indexOf(other[0]);
  return [1, -1].some((way) =>
    other.every((weight, n) => order[(from + way * n + size * size) % size] === weight),
  );
}

describe('spectral seriation', () => {
  it.each([5, 24, 97, 512])(
    'a shuffled ring of %d is recovered exactly, up to rotation and reflection',
    (size) => {
      const names = shuffled(identity(size), 11);
      const entries = couplingsAlong(names, true);
      const order = finish(reindexed('spectral', entries, line(size, size), identity(size), 1));
      expect(sameRing(order, names)).toBe(true);
      const after = localityOf(entries, line(size, size), sitesOfOrder(order, identity(size)));
      expect([after.meanDistance, after.bandwidth]).toEqual([1, 1]);
    },
  );

  it('a shuffled chain of 40 is recovered exactly, up to reflection', () => {
    const names = shuffled(identity(40), 3);
    const entries = couplingsAlong(names, false);
    const order = finish(reindexed('spectral', entries, line(40, 0), identity(40), 1));
    expect([[...order].join(), [...order].reverse().join()]).toContain([...names].join());
  });

  it('values of a ring: λ₂ = λ₃ = 4 sin²(π/N) of its A, to 1e-9', () => {
    const entries = couplingsAlong(identity(30), true);
    const graph = graphOf(entries);
    const { values } = finish(smoothVectors(graph, componentsOf(graph)[0]));
    const exact = 4 * Math.sin(Math.PI / 30) ** 2;
    for (const value of values) expect(Math.abs(value / exact - 1)).toBeLessThan(1e-9);
  });

  it('a network: Fiedler vector and value agree with those of the whole diagonalisation to 1e-6', () => {
    const random = createRandom(4, 'data');
    const system = randomSystem('dense', { sizes: [2, 4, 3, 1] }, 6, random);
    const graph = graphOf(finish(hessianEntries(system, normals(random, system.weightCount), 1)), 1e-6);
    const members = componentsOf(graph)[0];
    const n = members.length;
    const laplacian = new Float64Array(n * n);
    members.forEach((weight, a) => {
      for (let e = graph.start[weight]; e < graph.start[weight + 1]; e++) {
        laplacian[a * n + members.indexOf(graph.neighbour[e])] -= graph.strength[e];
        laplacian[a * n + a] += graph.strength[e];
      }
    });
    const exact = symmetricEigen(laplacian, n);
    const found = finish(smoothVectors(graph, members));
    expect(Math.abs(found.values[0] / exact.values[1] - 1)).toBeLessThan(1e-6);
    const along = found.second.reduce((sum, value, i) => sum + value * exact.vectors[n + i], 0);
    expect(Math.abs(Math.abs(along) - 1)).toBeLessThan(1e-6);
  });

  it('what nothing couples stays apart: blocks of two follow each other by their smallest weight', () => {
    const entries = {
      size: 6,
      diagonal: new Float64Array(6),
      row: Int32Array.of(1, 2, 0),
      column: Int32Array.of(4, 5, 3),
      value: Float64Array.of(1, 2, 3),
    };
    expect([...finish(spectralOrders(graphOf(entries))).line]).toEqual([0, 3, 1, 4, 2, 5]);
  });
});

describe('reverse Cuthill-McKee', () => {
  it('a shuffled ring of 50 folds to a bandwidth of 2, a chain to 1', () => {
    for (const [closed, bandwidth] of [
      [true, 2],
      [false, 1],
    ] as const) {
      const entries = couplingsAlong(shuffled(identity(50), 9), closed);
      expect(matrixBandwidth(entries, identity(50))).toBeGreaterThan(30);
      expect(matrixBandwidth(entries, reverseCuthillMcKee(graphOf(entries)))).toBe(bandwidth);
    }
  });

  it('a star of 6 round weight 3: no order has less than 3, it has at most 6', () => {
    const entries = {
      size: 7,
      diagonal: new Float64Array(7),
      row: Int32Array.of(0, 1, 2, 3, 3, 3),
      column: Int32Array.of(3, 3, 3, 4, 5, 6),
      value: new Float64Array(6).fill(1),
    };
    const bandwidth = matrixBandwidth(entries, reverseCuthillMcKee(graphOf(entries)));
    expect(bandwidth).toBeGreaterThanOrEqual(3);
    expect(bandwidth).toBeLessThanOrEqual(6);
  });
});

describe('another order', () => {
  it.each(['lattice', 'shuffled', 'cuthill-mckee', 'spectral'] as const)(
    '%s: a permutation, that changes no sum of couplings',
    (name: OrderName) => {
      const random = createRandom(8, 'data');
      const system = randomSystem('deep-ring', { N: 8, depth: 2 }, 4, random);
      const size = system.weightCount;
      const entries = finish(hessianEntries(system, normals(random, size), 1));
      const places = placesOf(system.layout, size);
      const order = finish(reindexed(name, entries, places, identity(size), 2));
      expect([...order].sort((a, b) => a - b)).toEqual([...identity(size)]);
      const { profile } = localityOf(entries, places, sitesOfOrder(order, identity(size)));
      expect(profile[profile.length - 1]).toBeCloseTo(1, 12);
      profile.forEach((part, r) => r > 0 && expect(part).toBeGreaterThanOrEqual(profile[r - 1]));
    },
  );

  it('shuffled: the mean distance over 400 shuffles is that of couplings at random, within 5 standard errors', () => {
    const entries = couplingsAlong(identity(16), true);
    const places = line(16, 16);
    const means = Array.from(
      { length: 400 },
      (_, seed) =>
        localityOf(entries, places, sitesOfOrder(shuffled(identity(16), seed), identity(16))).ratio ?? NaN,
    );
    const mean = means.reduce((sum, value) => sum + value, 0) / 400;
    const spread = Math.sqrt(means.reduce((sum, value) => sum + (value - mean) ** 2, 0) / 399);
    expect(Math.abs(mean - 1)).toBeLessThan((5 * spread) / 20);
  });
});
