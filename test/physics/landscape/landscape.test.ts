import { describe, expect, it } from 'vitest';
import { curvatureAxes, hasRank, MOST_DENSE, MOST_RANK } from '../../../src/physics/landscape/curvature.ts';
import { extremeMode } from '../../../src/physics/landscape/extreme.ts';
import {
  pathComponents,
  placeOn,
  pointOf,
  shareOf,
  weightPlane,
  type Plane,
} from '../../../src/physics/landscape/plane.ts';
import { coordinateOf, emptySlice, fillSlice, sideOf } from '../../../src/physics/landscape/slice.ts';
import { createRandom } from '../../../src/physics/math/random.ts';
import { denseHessian } from '../../../src/physics/denseHessian.ts';
import { symmetricEigen } from '../../../src/physics/math/symmetricEigen.ts';
import { simulate } from '../../helpers/run.ts';

function finish<T>(generator: Generator<unknown, T>): T {
  let next = generator.next();
  while (next.done !== true) next = generator.next();
  return next.value;
}

const dot = (a: ArrayLike<number>, b: ArrayLike<number>): number =>
  Array.from(a).reduce((sum, value, i) => sum + value * b[i], 0);

/** Two directions at random, orthonormal. */
function randomPlane(size: number, seed: number): Plane {
  const random = createRandom(seed, 'data');
  const draw = (): Float64Array => Float64Array.from({ length: size }, () => random.normal());
  const u = draw();
  const v = draw();
  const length = Math.sqrt(dot(u, u));
  const first = u.map((value) => value / length);
  const part = dot(v, first);
  const rest = v.map((value, i) => value - part * first[i]);
  const size2 = Math.sqrt(dot(rest, rest));
  return { origin: draw(), axes: [first, rest.map((value) => value / size2)] };
}

const system = (sections: Readonly<Record<string, unknown>>) => simulate(sections).tracks[0].system;
const ring = (N: number) =>
  system({ system: { kind: 'ring-shared', N }, data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 } });
const xor = () =>
  system({
    system: { kind: 'dense', sizes: [2, 5, 1] },
    data: { kind: 'xor' },
    initial: { kind: 'random' },
  });

describe('slice', () => {
  it('of a quadratic cost is C0 + ½(W − W*)ᵀH(W − W*), to 1e-12 of its largest', () => {
    const lattice = ring(10);
    const plane = randomPlane(10, 3);
    const window = { x: [-2, 3], y: [-1, 1.5] } as const;
    const slice = emptySlice(17);
    finish(fillSlice(lattice, plane, window, 1, slice));
    const hessian = denseHessian(lattice, new Float64Array(10));
    const { shift, constant } = lattice.couplings(null) ?? { shift: new Float64Array(0), constant: NaN };
    const largest = Math.max(...slice.costs);
    for (let row = 0; row < slice.size; row++) {
      for (let column = 0; column < slice.size; column++) {
        const x = coordinateOf(window.x, column, slice.size);
        const y = coordinateOf(window.y, row, slice.size);
        const w = pointOf(plane, x, y).map((value, i) => value - shift[i]);
        let exact = constant;
        for (let i = 0; i < 10; i++)
          for (let j = 0; j < 10; j++) exact += 0.5 * w[i] * hessian[10 * i + j] * w[j];
        expect(Math.abs(slice.costs[row * slice.size + column] - exact)).toBeLessThan(1e-12 * largest);
      }
    }
  });

  it('is known everywhere at a coarse spacing before any finer point, and each point once', () => {
    const slice = emptySlice(33);
    const filling = fillSlice(ring(4), randomPlane(4, 1), { x: [-1, 1], y: [-1, 1] }, 1, slice);
    let points = 0;
    while (slice.spacing > 8) {
      points++;
      filling.next();
    }
    // 5 × 5 points of the coarse grid, and the first of the next was drawn to learn that they are all there.
    expect(points).toBe(26);
    expect(slice.known).toBe(26);
    finish(filling);
    expect([slice.known, slice.spacing]).toEqual([33 * 33, 1]);
    expect(slice.costs.every(Number.isFinite)).toBe(true);
  });

  it('has 2^k + 1 points a side, from 9', () => {
    expect([1, 9, 10, 33, 65].map(sideOf)).toEqual([9, 9, 17, 33, 65]);
  });
});

describe('plane', () => {
  it('places what lies on it at its coordinates with no distance, and what is lifted by its own height', () => {
    const plane = randomPlane(20, 5);
    const placed = { x: 0, y: 0, off: 0, squares: 0 };
    placeOn(plane, pointOf(plane, 0.7, -1.3), placed);
    expect(Math.abs(placed.x - 0.7)).toBeLessThan(1e-14);
    expect(Math.abs(placed.y + 1.3)).toBeLessThan(1e-14);
    expect(placed.off).toBeLessThan(1e-14);
    const { axes } = randomPlane(20, 6);
    const normal = axes[0].slice();
    for (const axis of plane.axes) {
      const part = dot(normal, axis);
      normal.forEach((value, i) => (normal[i] = value - part * axis[i]));
    }
    const length = Math.sqrt(dot(normal, normal));
    const lifted = pointOf(plane, 0.7, -1.3).map((value, i) => value + (0.25 * normal[i]) / length);
    placeOn(plane, lifted, placed);
    expect(Math.abs(placed.off - 0.25)).toBeLessThan(1e-14);
    expect(Math.abs(placed.squares - (0.49 + 1.69 + 0.0625))).toBeLessThan(1e-13);
  });

  it('of two weights has them for coordinates', () => {
    const placed = { x: 0, y: 0, off: 0, squares: 0 };
    placeOn(weightPlane(4, 1, 3), Float64Array.from([3, 5, 4, -2]), placed);
    expect([placed.x, placed.y, placed.off]).toEqual([5, -2, 5]);
  });

  it('of a path in a plane holds all of its motion; one out of it the share of its spreads', () => {
    const plane = randomPlane(12, 8);
    const states = Array.from({ length: 30 }, (_, n) => pointOf(plane, 2 * Math.cos(n / 4), Math.sin(n / 3)));
    const flat = pathComponents(states);
    expect(flat.directions).toHaveLength(2);
    const found = { origin: flat.mean, axes: [flat.directions[0], flat.directions[1]] } as const;
    expect(Math.abs(shareOf(found, states) - 1)).toBeLessThan(1e-14);
    // ±a, ±b, ±c along three axes: the plane of the two largest holds (a² + b²)/(a² + b² + c²).
    const axes = [3, 2, 1].flatMap((length, axis) =>
      [length, -length].map((value) => Float64Array.from([0, 1, 2, 3], (i) => (i === axis ? 7 + value : 7))),
    );
    const { mean, directions } = pathComponents(axes);
    expect(
      Math.abs(shareOf({ origin: mean, axes: [directions[0], directions[1]] }, axes) - 13 / 14),
    ).toBeLessThan(1e-14);
  });

  it('of a path along a line has one direction, of one that stands none; it points the way the path goes', () => {
    const line = [0, 1, 3, 6].map((s) => Float64Array.from([2 * s, -s, 0]));
    const { directions } = pathComponents(line);
    expect(directions).toHaveLength(1);
    expect(dot(directions[0], [2, -1, 0])).toBeCloseTo(Math.sqrt(5), 12);
    expect(pathComponents([line[1], line[1]]).directions).toHaveLength(0);
  });
});

describe('directions of curvature', () => {
  it('of a network at a point that is no minimum: H v = λ v to 1e-12, from the steepest to the one that falls', () => {
    const network = xor();
    const random = createRandom(2, 'initial');
    const weights = Float64Array.from({ length: network.weightCount }, () => random.normal());
    const found = finish(curvatureAxes(network, weights, 1, [0, 1, -1])) ?? [];
    const { values } = symmetricEigen(denseHessian(network, weights), network.weightCount);
    expect(found.map(({ lambda }) => lambda)).toEqual([values.at(-1), values.at(-2), values[0]]);
    expect(values[0]).toBeLessThan(0);
    const image = new Float64Array(network.weightCount);
    for (const { lambda, vector } of found) {
      network.hessianVector(weights, vector, 1, image);
      image.forEach((value, i) =>
        expect(Math.abs(value - lambda * vector[i])).toBeLessThan(1e-12 * values.at(-1)!),
      );
    }
  });

  it('Lanczos agrees with the diagonalised Hessian of a network of 321 weights: values to 1e-10 of the largest, vectors to 1e-6', () => {
    const network = system({
      system: { kind: 'dense', sizes: [2, 80, 1] },
      data: { kind: 'xor' },
      initial: { kind: 'random' },
    });
    expect(network.weightCount).toBeGreaterThan(MOST_DENSE);
    const random = createRandom(4, 'initial');
    const weights = Float64Array.from({ length: network.weightCount }, () => 0.5 * random.normal());
    const size = network.weightCount;
    const { values, vectors } = symmetricEigen(denseHessian(network, weights), size);
    const found = finish(curvatureAxes(network, weights, 1, [0, 1, -1, -2])) ?? [];
    [size - 1, size - 2, 0, 1].forEach((row, n) => {
      expect(Math.abs(found[n].lambda - values[row])).toBeLessThan(1e-10 * values[size - 1]);
      const overlap = Math.abs(dot(found[n].vector, vectors.subarray(row * size, (row + 1) * size)));
      expect(1 - overlap).toBeLessThan(1e-6);
      expect(found[n].residual).toBeLessThan(1e-8 * values[size - 1]);
    });
  });

  it('of a uniform ring of 300 both vectors of a repeated eigenvalue are found: λ = J + 4K sin²(πm/N)', () => {
    const N = 300;
    const found = finish(curvatureAxes(ring(N), new Float64Array(N), 1, [0, 1, 2, -1, -2, -3])) ?? [];
    const band = (m: number): number => 0.6 + 4 * 1.7 * Math.sin((Math.PI * m) / N) ** 2;
    const exact = [band(150), band(149), band(149), band(0), band(1), band(1)];
    found.forEach(({ lambda, residual }, n) => {
      // The ends of a band are crowded: an eigenvalue errs by the square of the residual over its gap, here 3e-3.
      expect(Math.abs(lambda - exact[n])).toBeLessThan(1e-6);
      expect(residual).toBeLessThan(1e-3);
    });
    for (const a of [0, 3])
      expect(Math.abs(dot(found[a + 1].vector, found[a + 2].vector))).toBeLessThan(1e-12);
  });

  it('a small matrix, all but one of its vectors known, gives the last; with all known nothing is left', () => {
    const multiply = (vector: Float64Array, out: Float64Array): void => out.set([3 * vector[0], -vector[1]]);
    const random = createRandom(1, 'noise');
    const last = finish(extremeMode(multiply, 2, 'largest', [Float64Array.from([1, 0])], random));
    expect(last?.value).toBe(-1);
    const known = [Float64Array.from([1, 0]), Float64Array.from([0, 1])];
    expect(finish(extremeMode(multiply, 2, 'largest', known, random))).toBeNull();
  });

  it('ranks: all of 256 weights, four from either end of more', () => {
    expect([0, 255, -256, 256, -257].map((rank) => hasRank(256, rank))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
    expect([0, MOST_RANK - 1, -MOST_RANK, MOST_RANK, 0.5].map((rank) => hasRank(257, rank))).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
