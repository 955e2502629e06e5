import { describe, expect, it } from 'vitest';
import { createRandom, type Stream } from '../../../src/physics/math/random.ts';

const streams: Stream[] = ['data', 'initial', 'batch', 'noise'];
const take = (count: number, next: () => number): number[] => Array.from({ length: count }, next);

describe('random', () => {
  it('golden first values of seed 7: the format of every seeded run', () => {
    const random = createRandom(7, 'data');
    expect(take(3, () => random.uint32())).toEqual([594589381, 3404935149, 881604065]);
    expect(take(2, () => random.uniform())).toEqual([0.2742729622158523, 0.962838341390599]);
    expect(take(3, () => random.normal())).toEqual([
      1.3907910478510233, -0.3773625816342861, 0.45742955281423997,
    ]);
  });

  it('streams and seeds: 4 streams of 20 seeds give 80 different beginnings, none near its neighbour', () => {
    const firsts = Array.from({ length: 20 }, (_, seed) =>
      streams.map((s) => createRandom(seed, s).uniform()),
    ).flat();
    expect(new Set(firsts).size).toBe(80);
    const mean = firsts.reduce((sum, x) => sum + x, 0) / 80;
    // 5 standard errors of 80 uniform numbers
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 / Math.sqrt(12 * 80));
  });

  it('streams: correlation of 50000 pairs below 5 standard errors', () => {
    for (const [a, b] of [
      ['data', 'initial'],
      ['initial', 'batch'],
      ['batch', 'noise'],
    ] as const) {
      const [x, y] = [createRandom(1, a), createRandom(1, b)];
      let sum = 0;
      for (let n = 0; n < 50_000; n++) sum += (x.uniform() - 0.5) * (y.uniform() - 0.5) * 12;
      expect(Math.abs(sum)).toBeLessThan(5 * Math.sqrt(50_000));
    }
  });

  it('uniform: in [0, 1), mean 1/2 and variance 1/12 within 5 standard errors of 200000', () => {
    const random = createRandom(42, 'data');
    const xs = take(200_000, () => random.uniform());
    expect(Math.min(...xs.slice(0, 1e5))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...xs.slice(0, 1e5))).toBeLessThan(1);
    const mean = xs.reduce((sum, x) => sum + x, 0) / xs.length;
    const variance = xs.reduce((sum, x) => sum + (x - 0.5) ** 2, 0) / xs.length;
    expect(Math.abs(mean - 0.5)).toBeLessThan(5 / Math.sqrt(12 * xs.length));
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(5 / Math.sqrt(180 * xs.length));
    // 53 bits: the lowest one is set in half of them
    const odd = xs.filter((x) => (x * 2 ** 53) % 2 === 1).length;
    expect(Math.abs(odd / xs.length - 0.5)).toBeLessThan(5 / Math.sqrt(4 * xs.length));
  });

  it('normal: moments 0, 1, 0, 3 and tail beyond 2 within 5 standard errors of 200000', () => {
    const noise = createRandom(42, 'noise');
    const xs = take(200_000, () => noise.normal());
    const moment = (k: number): number => xs.reduce((sum, x) => sum + x ** k, 0) / xs.length;
    const error = (variance: number): number => 5 * Math.sqrt(variance / xs.length);
    expect(Math.abs(moment(1))).toBeLessThan(error(1));
    expect(Math.abs(moment(2) - 1)).toBeLessThan(error(2));
    expect(Math.abs(moment(3))).toBeLessThan(error(15));
    expect(Math.abs(moment(4) - 3)).toBeLessThan(error(96));
    const tail = xs.filter((x) => Math.abs(x) > 2).length / xs.length;
    expect(Math.abs(tail - 0.04550026)).toBeLessThan(error(0.0434));
  });

  it('integer: 0 to 6 each in a seventh of 70000 within 5 standard errors; refuses 0, 1.5 and 2^33', () => {
    const random = createRandom(5, 'batch');
    const counts = take(7, () => 0);
    for (let n = 0; n < 70_000; n++) counts[random.integer(7)]++;
    for (const count of counts)
      expect(Math.abs(count - 10_000)).toBeLessThan(5 * Math.sqrt((70_000 * 6) / 49));
    expect(take(20, () => random.integer(1))).toEqual(take(20, () => 0));
    expect(random.integer(2 ** 32)).toBeGreaterThanOrEqual(0);
    for (const n of [0, 1.5, 2 ** 33, NaN]) expect(() => random.integer(n)).toThrow(RangeError);
  });

  it('save and load: the same numbers again, the waiting second normal number included', () => {
    const random = createRandom(9, 'initial');
    random.normal();
    const state = JSON.parse(JSON.stringify(random.save())) as number[];
    const expected = [...take(5, () => random.normal()), ...take(3, () => random.uint32())];
    const other = createRandom(1, 'data');
    other.load(state);
    expect([...take(5, () => other.normal()), ...take(3, () => other.uint32())]).toEqual(expected);
    expect(() => other.load([1, 2, 3])).toThrow(RangeError);
    expect(() => other.load([1, 2, 3, 4, 0, NaN])).toThrow('6 finite numbers');
  });
});
