import { describe, expect, it } from 'vitest';
import {
  applyHessian,
  couplingsOf,
  gershgorinBound,
  staggeredCouplings,
  type Sources,
} from '../../../src/physics/lattice/couplings.ts';
import { bandOrder, blockOf, solveBanded } from '../../../src/physics/lattice/bandedSolve.ts';
import { iterate, leastNormShift } from '../../../src/physics/lattice/leastNorm.ts';
import { ringBonds } from '../../../src/physics/lattice/ring.ts';
import { torusBonds } from '../../../src/physics/lattice/torus.ts';
import { symmetricEigen } from '../../../src/physics/math/symmetricEigen.ts';
import { createRandom } from '../../../src/physics/math/random.ts';
import type { Couplings, System } from '../../../src/physics/types.ts';
import { worstRelative } from '../../helpers/reference.ts';
import { dot, gradientOf, normals, randomSystem } from '../../helpers/systems.ts';

const random = createRandom(5, 'data');

/** A ring with the given bonds and sites; the force is H times a known vacuum. */
function ringWith(size: number, K: number, J: number, vacuum: Float64Array): Sources {
  const sources = {
    bonds: ringBonds(size),
    K: new Float64Array(size).fill(K),
    J: new Float64Array(size).fill(J),
    force: new Float64Array(size),
  };
  applyHessian(sources, vacuum, 1, sources.force);
  return sources;
}

describe('lattice couplings', () => {
  it('Hessian: of a uniform ring has the eigenvalues J + 4K sin²(k/2) to 1e-13', () => {
    const size = 10;
    const sources = ringWith(size, 1.3, 0.4, new Float64Array(size));
    const matrix = new Float64Array(size * size);
    for (let n = 0; n < size; n++) {
      const unit = new Float64Array(size);
      unit[n] = 1;
      applyHessian(sources, unit, 1, matrix.subarray(n * size, (n + 1) * size));
    }
    const expected = Array.from({ length: size }, (_, m) => 0.4 + 5.2 * Math.sin((Math.PI * m) / size) ** 2);
    expected.sort((a, b) => a - b);
    expect(worstRelative(symmetricEigen(matrix, size).values, expected)).toBeLessThan(1e-13);
  });

  it('Gershgorin: is J + 4K on a uniform ring', () => {
    const bound = gershgorinBound(ringWith(10, 1.3, 0.4, new Float64Array(10)));
    expect(bound(1)).toBeCloseTo(0.4 + 5.2, 14);
    expect(bound(0.25)).toBeCloseTo(0.4 + 1.3, 14);
    expect(bound(1)).toBeCloseTo(0.4 + 5.2, 14);
  });

  it('staggered: gives the energy of (−1)ⁿ w to 1e-13, and back after two turns', () => {
    const size = 8;
    const sources = {
      ...ringWith(size, 0, 0, new Float64Array(size)),
      K: normals(random, size),
      J: normals(random, size),
    };
    const w = normals(random, size);
    const energy = ({ K, J }: { K: Float64Array; J: Float64Array }, field: Float64Array): number => {
      const product = new Float64Array(size);
      applyHessian({ ...sources, K, J }, field, 1, product);
      return dot(field, product) / 2;
    };
    const turned = staggeredCouplings(sources);
    const flipped = w.map((value, n) => (n % 2 ? -value : value));
    expect(energy(turned, flipped)).toBeCloseTo(energy(sources, w), 13);
    const back = staggeredCouplings({ ...sources, ...turned });
    expect(worstRelative(back.J, sources.J)).toBeLessThan(1e-14);
  });

  it('vacuum: is solved for only when it is read, and once', () => {
    let solved = 0;
    const couplings = couplingsOf(ringWith(6, 1, 0.5, normals(random, 6)), {
      costAt: () => ++solved,
      staggered: false,
      listBonds: false,
    });
    expect([couplings.K.length, solved]).toEqual([6, 0]);
    expect([couplings.constant, couplings.flatModes, couplings.constant, solved]).toEqual([1, 0, 1, 1]);
  });
});

/** |gradient| at the shift, relative to that at 0. */
function residual(system: System): number {
  const shift = system.couplings(null)?.shift ?? new Float64Array(0);
  const [there, start] = [shift, shift.map(() => 0)].map((weights) => gradientOf(system, weights));
  return Math.sqrt(dot(there, there) / dot(start, start));
}

describe('least-norm shift', () => {
  it.each([
    [50, 'eigenvectors', 1e-12],
    [600, 'band', 1e-12],
    [20_000, 'band', 1e-12],
  ])('a ring of %i with mass (%s): finds the vacuum to %d', (size, _method, tolerance) => {
    const vacuum = normals(random, size);
    const { shift, flatModes } = leastNormShift(ringWith(size, 1, 0.2, vacuum));
    expect(worstRelative(shift, vacuum)).toBeLessThan(tolerance);
    expect(flatModes).toBe(0);
  });

  it.each([
    [50, 1e-11],
    [600, 1e-8],
  ])('a ring of %i without mass: one flat mode, and a vacuum without mean to %d', (size, tolerance) => {
    const vacuum = normals(random, size);
    const mean = vacuum.reduce((sum, w) => sum + w, 0) / size;
    const { shift, flatModes } = leastNormShift(ringWith(size, 1, 0, vacuum));
    expect(
      worstRelative(
        shift,
        vacuum.map((w) => w - mean),
      ),
    ).toBeLessThan(tolerance);
    expect(flatModes).toBe(1);
  });

  it('a ring of 450 with unstable modes: conjugate gradients still find the stationary point to 1e-6', () => {
    const vacuum = normals(random, 450);
    const { shift } = leastNormShift(ringWith(450, -1, 1.3, vacuum));
    const sources = ringWith(450, -1, 1.3, vacuum);
    const product = new Float64Array(450);
    applyHessian(sources, shift, 1, product);
    expect(worstRelative(product, sources.force)).toBeLessThan(1e-6);
  });

  it('a ring of 2000 driven by one random sample: one flat mode, and no gradient left at the shift to 1e-9', () => {
    const system = randomSystem('ring-shared', { N: 2000 }, 1, createRandom(1, 'data'));
    const { flatModes, constant } = system.couplings(null) as Couplings;
    expect(flatModes).toBe(1);
    expect(residual(system)).toBeLessThan(1e-9);
    // N outputs of N weights with one flat mode cannot meet all N targets.
    expect(constant).toBeGreaterThan(0);
  });

  it('a torus of 24 × 24: the band of two rows gives the vacuum to 1e-11, and counts a massless one', () => {
    const bonds = torusBonds(24, 24);
    const vacuum = normals(random, 576);
    for (const J of [0.1, 0]) {
      const sources = {
        bonds,
        K: new Float64Array(bonds.length / 2).fill(1.2),
        J: new Float64Array(576).fill(J),
        force: new Float64Array(576),
      };
      applyHessian(sources, vacuum, 1, sources.force);
      const mean = J === 0 ? vacuum.reduce((sum, w) => sum + w, 0) / 576 : 0;
      const { shift, flatModes } = leastNormShift(sources);
      expect(
        worstRelative(
          shift,
          vacuum.map((w) => w - mean),
        ),
      ).toBeLessThan(1e-11);
      expect(flatModes).toBe(J === 0 ? 1 : 0);
    }
  });

  it('a linear neuron with 500 inputs and 3 samples: 497 flat modes and no cost at the shift', () => {
    const system = randomSystem('linear-neuron', { N: 500 }, 3, createRandom(2, 'data'));
    const { flatModes, constant } = system.couplings(null) as Couplings;
    expect(flatModes).toBe(497);
    expect(constant).toBeLessThan(1e-20);
  });

  it('conjugate gradients, for what is too large: agree with the band to 1e-9, flat modes too', () => {
    for (const J of [0.3, 0]) {
      const sources = ringWith(500, 1, J, normals(random, 500));
      const places = Int32Array.from({ length: 500 }, (_, n) => n);
      const block = blockOf(sources, [...places], [...places], places);
      const banded = solveBanded(block, bandOrder(block), sources.force, 1e-12);
      const iterated = iterate(block, sources.force);
      expect(worstRelative(iterated.shift, banded.shift)).toBeLessThan(1e-9);
      expect(iterated.flatModes).toBe(banded.flatModes);
    }
  });

  it('separate blocks: each is solved by itself; sites without any term are flat', () => {
    const sources: Sources = {
      bonds: Int32Array.of(0, 1, 1, 2),
      K: Float64Array.of(2, 0),
      J: Float64Array.of(0, 0, 4, 0),
      force: Float64Array.of(1, -1, 2, 0),
    };
    const { shift, flatModes } = leastNormShift(sources);
    expect(worstRelative(shift, [0.25, -0.25, 0.5, 0])).toBeLessThan(1e-14);
    expect(flatModes).toBe(2);
  });
});
