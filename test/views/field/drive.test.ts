import { describe, expect, it } from 'vitest';
import type { LocalSources } from '../../../src/store/index.ts';
import { fullHeight, localIn } from '../../../src/views/field/local.ts';
import { frameOf, runInfoOf } from '../runInfo.ts';

const info = runInfoOf('dense', { sizes: [1, 2, 1] });
const { sheets } = info.layout;
const { weightCount } = info.tracks[0];
const frame = frameOf(info, 0, new Float32Array(weightCount));

/** Seven weights: four in the first matrix, three in the second. */
function seen(factor: number, drawn: boolean): LocalSources {
  const J = Float64Array.from({ length: weightCount }, (_, n) => factor * (n < 4 ? n + 1 : -10 * n));
  const K = Float64Array.of(factor, -2 * factor);
  return {
    J,
    fullJ: drawn ? J.map((value) => 2 * value) : null,
    along: [3, 6],
    bends: { step: 0, K, fullK: drawn ? K.map((value) => value / 2) : null },
    largestJ: Float64Array.of(4, 60),
    largestK: Float64Array.of(1, 2),
  };
}

describe('bars about the current point', () => {
  it('full height: the next round number, at most half as much again; of nothing it is none', () => {
    for (const [size, height] of [
      [0.0213, 0.03],
      [1, 1],
      [1.01, 1.5],
      [41, 50],
      [0.9, 1],
      [10 ** 5, 10 ** 5],
    ]) {
      expect(fullHeight(size)).toBeCloseTo(height, 12);
    }
    for (let size = 1e-3; size < 1e3; size *= 1.07) {
      expect(fullHeight(size) / size).toBeGreaterThan(1 - 1e-8);
      expect(fullHeight(size) / size).toBeLessThan(1.51);
    }
    expect([0, NaN, Infinity].map(fullHeight)).toEqual([0, 0, 0]);
  });

  it('values as they are, heights on the scale of each matrix; J₂ at the weights that it is of', () => {
    const drive = localIn(sheets, weightCount, () => seen(1, false))(frame);
    expect(drive).toMatchObject({ fullJ: [4, 60], fullK: [1, 2], limitJ: 1, limitK: 1 });
    expect([...(drive?.J ?? [])]).toEqual([1, 2, 3, 4, -40, -50, -60]);
    expect([...(drive?.barJ ?? [])]).toEqual([0.25, 0.5, 0.75, 1, -40 / 60, -50 / 60, -1].map(Math.fround));
    expect([...(drive?.K ?? [])]).toEqual([0, 0, 0, 1, 0, 0, -2]);
    expect([...(drive?.barK ?? [])]).toEqual([0, 0, 0, 1, 0, 0, -1]);
    expect(drive?.ghostJ.length).toBe(0);
  });

  it('as the slope falls its bars fall, on the scale that it had', () => {
    let now = seen(1, false);
    const read = localIn(sheets, weightCount, () => now);
    read(frame);
    now = seen(0.01, false);
    expect(read(frame)?.barJ[3]).toBeCloseTo(0.01, 7);
  });

  it('drawn samples: those of all stand behind, on the same scale', () => {
    const drive = localIn(sheets, weightCount, () => seen(1, true))(frame);
    expect(drive?.ghostJ[0]).toBe(0.5);
    expect([drive?.ghostK[3], drive?.ghostK[6]]).toEqual([0.5, -0.5]);
  });

  it('nothing seen, or what was seen of another run: no bars', () => {
    expect(localIn(sheets, weightCount, () => null)(frame)).toBeNull();
    expect(localIn(sheets, weightCount + 1, () => seen(1, false))(frame)).toBeNull();
  });
});
