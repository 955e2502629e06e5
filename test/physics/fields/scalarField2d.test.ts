import { describe, expect, it } from 'vitest';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { bondForce } from '../../../src/kernels/typescript/bonds.ts';
import { dampedMode } from '../../../src/physics/exactModes.ts';
import { torusBonds } from '../../../src/physics/lattice/torus.ts';
import { createRandom } from '../../../src/physics/math/random.ts';
import type { Couplings } from '../../../src/physics/types.ts';
import { worstRelative } from '../../helpers/reference.ts';
import { simulate } from '../../helpers/run.ts';
import { buildSystem, normals, samplesOf, type Settings } from '../../helpers/systems.ts';

const field = (settings: Settings) => buildSystem('scalar-field-2d', settings, samplesOf([], []));

describe('torus kernel', () => {
  it.each([
    [2, 2],
    [2, 5],
    [4, 2],
    [5, 7],
  ])('%i × %i sites: equals the sum over any bonds to 1e-13, stiffness included', (rows, columns) => {
    const random = createRandom(rows * 10 + columns, 'data');
    const N = rows * columns;
    const [K, J, f, w] = [2 * N, N, N, N].map((count) => normals(random, count));
    const [fast, plain] = [new Float64Array(N), new Float64Array(N)];
    typescriptKernels.torus(rows, columns, K, J, f).gradient(w, null, 0.7, fast);
    bondForce(torusBonds(rows, columns), K, J, f).gradient(w, null, 0.7, plain);
    expect(worstRelative(fast, plain)).toBeLessThan(1e-13);
  });
});

describe('scalar-field-2d', () => {
  it('couplings: K/a² in the order of the torus, first all bonds down', () => {
    const K = Array.from({ length: 12 }, (_, n) => n + 1);
    const { K: found, J } = field({ rows: 2, columns: 3, spacing: 0.5, K, J: 0.4 }).couplings(
      null,
    ) as Couplings;
    expect([...found]).toEqual(K.map((value) => 4 * value));
    expect([...J]).toEqual(Array<number>(6).fill(0.4));
  });

  it('profiles: both bonds of a site take the shape there; a wrong length is named', () => {
    const { K } = field({ rows: 4, columns: 8, K: 'cosine', J: 0 }).couplings(null) as Couplings;
    expect(K[0]).toBe(1.5);
    expect(K[32]).toBe(1.5);
    expect(K[4]).toBeCloseTo(0.5, 14);
    expect(K[2 * 8]).toBeCloseTo(0.5, 14);
    expect(() => field({ rows: 4, columns: 8, K: [1] })).toThrow('an array of 64 numbers');
  });

  it('a plane wave of the uniform torus follows its exact mode: ω² = J + 4K/a² (sin² + sin²), order 2', () => {
    const omega2 =
      0.3 + ((4 * 1.2) / 0.49) * (Math.sin(Math.PI / 12) ** 2 + Math.sin((2 * Math.PI) / 8) ** 2);
    const error = (dt: number): number => {
      const simulation = simulate({
        system: { kind: 'scalar-field-2d', rows: 8, columns: 12, spacing: 0.7, K: 1.2, J: 0.3 },
        data: { kind: 'none' },
        initial: { kind: 'mode', index: 1, rowIndex: 2, amplitude: 1 },
        dynamics: { kind: 'second-order', dt },
        expansion: { kind: 'de-sitter', gamma: 0.5 },
      });
      simulation.advance(Math.round(3 / dt));
      return Math.abs(simulation.tracks[0].weights[0] - dampedMode(omega2, 0.5, 1, 0, 3).w);
    };
    const [coarse, fine] = [error(1 / 64), error(1 / 128)];
    expect(fine).toBeLessThan(1e-3);
    expect(Math.abs(coarse / fine - 4)).toBeLessThan(0.2);
  });

  it('single precision follows double to 1e-4 over 100 steps', () => {
    const at = (precision: string): ArrayLike<number> => {
      const simulation = simulate({
        system: { kind: 'scalar-field-2d', rows: 16, columns: 16, K: 1, J: 0.1 },
        data: { kind: 'none' },
        initial: { kind: 'bump', width: 2, amplitude: 1 },
        dynamics: { kind: 'second-order', dt: 0.125, precision },
      });
      simulation.advance(100);
      return simulation.tracks[0].weights;
    };
    const [double, single] = [at('f64'), at('f32')];
    for (let i = 0; i < 256; i++) expect(Math.abs(double[i] - single[i])).toBeLessThan(1e-4);
  });

  it('1024 × 1024 is the largest; 1025 is refused by name', () => {
    const sections = (rows: number) => ({
      system: { kind: 'scalar-field-2d', rows, columns: 8 },
      data: { kind: 'none' },
      initial: { kind: 'zero' },
    });
    expect(() => simulate(sections(1024))).not.toThrow();
    expect(() => simulate(sections(1025))).toThrow(/system\.rows: 1025: expected an integer from 2 to 1024/);
  });
});
