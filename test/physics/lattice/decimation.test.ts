import { describe, expect, it } from 'vitest';
import { decimationLevels, type SpringRing } from '../../../src/physics/lattice/decimation.ts';
import { readReference } from '../../helpers/reference.ts';
import { simulate } from '../../helpers/run.ts';
import { worstRelative } from '../../helpers/reference.ts';
import { decimation } from '../../../src/physics/observables/decimation.ts';

/** H and its inverse by elimination: the fluctuations ⟨w_i w_j⟩/T of a ring, and what it rests at. */
function greens({ K, J, force }: SpringRing): { green: number[][]; rest: number[] } {
  const count = J.length;
  const rows = Array.from({ length: count }, (_, i) =>
    Float64Array.from({ length: 2 * count }, (_unused, j) => (j === count + i ? 1 : 0)),
  );
  for (let i = 0; i < count; i++) {
    const next = (i + 1) % count;
    rows[i][i] += J[i] + K[i];
    rows[next][next] += K[i];
    rows[i][next] -= K[i];
    rows[next][i] -= K[i];
  }
  for (let i = 0; i < count; i++) {
    const pivot = rows[i][i];
    for (let j = 0; j < 2 * count; j++) rows[i][j] /= pivot;
    for (let k = 0; k < count; k++) {
      if (k === i) continue;
      const by = rows[k][i];
      for (let j = 0; j < 2 * count; j++) rows[k][j] -= by * rows[i][j];
    }
  }
  const green = rows.map((row) => Array.from(row.subarray(count)));
  return { green, rest: green.map((row) => row.reduce((sum, g, j) => sum + g * force[j], 0)) };
}

const reference = readReference<{
  decimation: { J: number[]; K: number[]; f: number[]; levels: { J: number[]; K: number[]; f: number[] }[] };
}>('eft_misc').decimation;
const ringOf = ({ J, K, f }: { J: number[]; K: number[]; f: number[] }): SpringRing => ({
  J: Float64Array.from(J),
  K: Float64Array.from(K),
  force: Float64Array.from(f),
});

describe('decimation', () => {
  it('the reference: 16 sites to 8, 4 and 2, J, K and force within 1e-11', () => {
    const levels = decimationLevels(ringOf(reference));
    expect(levels.length).toBe(reference.levels.length);
    reference.levels.forEach((expected, n) => {
      expect(worstRelative(levels[n].J, expected.J)).toBeLessThan(1e-11);
      expect(worstRelative(levels[n].K, expected.K)).toBeLessThan(1e-11);
      expect(worstRelative(levels[n].force, expected.f)).toBeLessThan(1e-11);
    });
  });

  it('keeps the marginal: rest and static Green function of the sites that stay, level by level, to 1e-12', () => {
    const ring = ringOf(reference);
    const fine = greens(ring);
    decimationLevels(ring).forEach((level, n) => {
      const stride = 2 ** (n + 1);
      const { green, rest } = greens(level);
      rest.forEach((w, i) => expect(Math.abs(w - fine.rest[stride * i])).toBeLessThan(1e-12));
      green.forEach((row, i) =>
        row.forEach((g, j) => expect(Math.abs(g - fine.green[stride * i][stride * j])).toBeLessThan(1e-12)),
      );
    });
  });

  it('uniform: x = J/K goes to x² + 4x, and the length 1/θ, 2 cosh θ = 2 + x, halves', () => {
    const count = 32;
    const levels = decimationLevels({
      K: new Float64Array(count).fill(1.7),
      J: new Float64Array(count).fill(0.06),
      force: new Float64Array(count),
    });
    let x = 0.06 / 1.7;
    for (const { K, J } of levels) {
      const next = x * x + 4 * x;
      expect(J[0] / K[0] / next).toBeCloseTo(1, 11);
      expect(Math.acosh(1 + next / 2) / Math.acosh(1 + x / 2)).toBeCloseTo(2, 11);
      x = next;
    }
    expect(levels.length).toBe(4);
  });

  it('Example 1: after one step no bond is left, K′ = 0 exactly, and J′ is the Schur complement of each pair', () => {
    const simulation = simulate({
      system: { kind: 'ring-perceptron', N: 8 },
      data: { kind: 'smooth-random', samples: 3 },
      initial: { kind: 'noise' },
    });
    const seen = decimation.compute(simulation.instant());
    expect(seen?.levels.length).toBe(3);
    expect([...(seen?.levels[0].K ?? [1])].every((bond) => bond === 0)).toBe(true);
    // A level is what is left of the Hessian, the block of a pair less its coupling squared over the removed one's.
    const couplings = simulation.tracks[0].system.couplings(null);
    const { K, J } = couplings ?? { K: [], J: [] };
    expect(seen?.levels[0].J[3]).toBeCloseTo(J[6] + K[6] - (K[6] * K[6]) / (J[7] + K[6]), 12);
  });

  it('a flat pair alone has no level that is not finite, and a removed site that nothing holds ends the levels', () => {
    const flat = {
      K: Float64Array.of(-1, 0, -1, 0),
      J: Float64Array.of(2, 2, 2, 2),
      force: new Float64Array(4),
    };
    const [level] = decimationLevels(flat);
    expect([...level.K, ...level.J]).toEqual([0, 0, 0, 0]);
    const loose = {
      K: Float64Array.of(-1, -1, -1, -1),
      J: Float64Array.of(1, 1, 1, 1),
      force: new Float64Array(4),
    };
    expect(decimationLevels(loose)).toEqual([]);
  });

  it('an odd ring has no levels; a torus, a chain of one neuron and a network are no rings', () => {
    const of = (sections: Readonly<Record<string, unknown>>) =>
      decimation.compute(simulate(sections).instant());
    expect(of({ system: { kind: 'ring-shared', N: 9 } })).toEqual({ levels: [] });
    expect(of({ system: { kind: 'torus-shared', rows: 4, columns: 4 } })).toBeNull();
    expect(of({ system: { kind: 'dense' } })).toBeNull();
  });

  it('the force of a ring with data is that of w = 0: it rests where the couplings say', () => {
    const simulation = simulate({
      system: { kind: 'ring-shared', N: 12 },
      data: { kind: 'smooth-random', samples: 4 },
    });
    const { system } = simulation.tracks[0];
    const couplings = system.couplings(null);
    const seen = decimation.compute(simulation.instant());
    const { rest } = greens(seen?.levels[0] ?? ringOf(reference));
    const shift = couplings?.shift ?? [];
    rest.forEach((w, i) => expect(Math.abs(w - shift[2 * i])).toBeLessThan(1e-9));
  });
});
