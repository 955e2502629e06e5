import { describe, expect, it } from 'vitest';
import { batches } from '../../../src/physics/batch/index.ts';
import { weighted } from '../../../src/physics/batch/weight.ts';
import { createRandom } from '../../../src/physics/math/random.ts';
import type { Batch } from '../../../src/physics/types.ts';
import { gradientOf, normals, randomSystem, systemCases } from '../../helpers/systems.ts';

const random = createRandom(1, 'batch');

const weight = 'sample';

function take(batch: Batch, count: number): number[] {
  const out = new Int32Array(batch.size);
  return Array.from({ length: count }, () => {
    batch.next(out);
    return out[0];
  });
}

describe('batches', () => {
  it('full: has size 0', () => {
    expect(batches.full.create({}, 5, random).size).toBe(0);
  });

  it('sequence: gives its samples in turn, cyclic', () => {
    expect(take(batches.sequence.create({ indices: [2, 0, 2], weight }, 3, random), 7)).toEqual([
      2, 0, 2, 2, 0, 2, 2,
    ]);
  });

  it('sequence: uneven where one sample comes more often than another, or one never', () => {
    const uneven = (indices: number[]) => batches.sequence.create({ indices, weight }, 3, random).uneven;
    expect(
      [
        [0, 1, 2],
        [2, 0, 1, 1, 0, 2],
        [0, 1, 1],
        [0, 1],
      ].map(uneven),
    ).toEqual([false, false, true, true]);
  });

  it('sequence: continues from a saved state', () => {
    const first = batches.sequence.create({ indices: [0, 1, 2, 3], weight }, 4, random);
    take(first, 6);
    const saved = first.save();
    const expected = take(first, 5);
    const second = batches.sequence.create({ indices: [0, 1, 2, 3], weight }, 4, random);
    second.load(saved);
    expect(take(second, 5)).toEqual(expected);
  });

  it('sequence: an index out of range is refused by its path', () => {
    const make = (indices: number[], count: number) => () =>
      batches.sequence.create({ indices, weight }, count, random);
    expect(make([0, 3], 3)).toThrow('indices[1]: 3: expected a sample from 0 to 2');
    expect(make([0], 0)).toThrow('batch full');
  });

  it('single: the seed decides the draws, all samples come, each 1/L of the time within 5 standard errors', () => {
    const drawn = (seed: number) =>
      take(batches.single.create({ weight }, 5, createRandom(seed, 'batch')), 10000);
    const first = drawn(3);
    expect(drawn(3)).toEqual(first);
    expect(drawn(4)).not.toEqual(first);
    for (let l = 0; l < 5; l++) {
      const count = first.filter((sample) => sample === l).length;
      expect(Math.abs(count - 2000)).toBeLessThan(5 * Math.sqrt(10000 * 0.2 * 0.8));
    }
    // Independent draws: a sample follows itself as often as any other.
    const repeats = first.filter((sample, n) => n > 0 && sample === first[n - 1]).length;
    expect(Math.abs(repeats - 2000)).toBeLessThan(5 * Math.sqrt(10000 * 0.2 * 0.8));
  });

  it('mini: of size 1 draws the samples of single, of size 3 the same stream three at a time', () => {
    const open = () => createRandom(9, 'batch');
    const one = take(batches.single.create({ weight }, 7, open()), 30);
    expect(take(batches.mini.create({ size: 1, weight }, 7, open()), 30)).toEqual(one);
    const three = batches.mini.create({ size: 3, weight }, 7, open());
    const out = new Int32Array(3);
    const all = Array.from({ length: 10 }, () => {
      three.next(out);
      return [...out];
    });
    expect(all.flat()).toEqual(one);
  });

  it('single and mini: continue from a saved state', () => {
    for (const make of [
      () => batches.single.create({ weight }, 7, createRandom(2, 'batch')),
      () => batches.mini.create({ size: 4, weight }, 7, createRandom(2, 'batch')),
    ]) {
      const first = make();
      take(first, 17);
      const saved = first.save();
      const expected = take(first, 9);
      const second = make();
      second.load(saved);
      expect(take(second, 9)).toEqual(expected);
    }
  });

  it('refusals: no samples to draw from, and more than there are', () => {
    expect(() => batches.single.create({ weight }, 0, random)).toThrow('batch full: there are no samples');
    expect(() => batches.mini.create({ size: 1, weight }, 0, random)).toThrow('batch full');
    expect(() => batches.mini.create({ size: 4, weight }, 3, random)).toThrow('size: 4: expected at most 3');
  });

  it('registry: every part stands under its own kind', () => {
    for (const [kind, part] of Object.entries(batches)) expect(part.kind).toBe(kind);
  });
});

describe.each(systemCases.filter(({ samples }) => samples > 0))(
  'weights of $title',
  ({ kind, settings, samples }) => {
    const draws = createRandom(5, 'data');
    const system = randomSystem(kind, settings, samples, draws);
    const weights = normals(draws, system.weightCount);

    it('unbiased: the mean over all samples is the full gradient to 1e-12, by `sample` 1/L of it', () => {
      const full = gradientOf(system, weights);
      for (const [chosen, share] of [
        ['unbiased', 1],
        ['sample', 1 / samples],
      ] as const) {
        const force = weighted(system.force, batches.single.create({ weight: chosen }, samples, random));
        const mean = new Float64Array(system.weightCount);
        const one = new Float64Array(system.weightCount);
        let scale = 0;
        for (let l = 0; l < samples; l++) {
          force.gradient(weights, Int32Array.of(l), 1, one);
          one.forEach((value, n) => {
            mean[n] += value / samples;
            scale = Math.max(scale, Math.abs(value));
          });
        }
        mean.forEach((value, n) =>
          expect(Math.abs(value - share * full[n])).toBeLessThanOrEqual(1e-12 * scale),
        );
      }
    });

    it('the full batch is never weighted, bit for bit', () => {
      const out = new Float64Array(system.weightCount);
      weighted(system.force, { scale: 3 }).gradient(weights, null, 1, out);
      expect(out).toEqual(gradientOf(system, weights));
    });
  },
);
