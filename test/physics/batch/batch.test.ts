import { describe, expect, it } from 'vitest';
import { batches } from '../../../src/physics/batch/index.ts';
import { createRandom } from '../../../src/physics/math/random.ts';

const random = createRandom(1, 'batch');

function take(batch: ReturnType<typeof batches.sequence.create>, count: number): number[] {
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
    expect(take(batches.sequence.create({ indices: [2, 0, 2] }, 3, random), 7)).toEqual([
      2, 0, 2, 2, 0, 2, 2,
    ]);
  });

  it('sequence: continues from a saved state', () => {
    const first = batches.sequence.create({ indices: [0, 1, 2, 3] }, 4, random);
    take(first, 6);
    const saved = first.save();
    const expected = take(first, 5);
    const second = batches.sequence.create({ indices: [0, 1, 2, 3] }, 4, random);
    second.load(saved);
    expect(take(second, 5)).toEqual(expected);
  });

  it('sequence: an index out of range is refused by its path', () => {
    const make = (indices: number[], count: number) => () =>
      batches.sequence.create({ indices }, count, random);
    expect(make([0, 3], 3)).toThrow('indices[1]: 3: expected a sample from 0 to 2');
    expect(make([0], 0)).toThrow('batch full');
  });

  it('registry: every part stands under its own kind', () => {
    for (const [kind, part] of Object.entries(batches)) expect(part.kind).toBe(kind);
  });
});
