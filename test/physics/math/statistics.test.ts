import { describe, expect, it } from 'vitest';
import { estimateMean } from '../../../src/physics/math/statistics.ts';
import { createRandom } from '../../../src/physics/math/random.ts';

/** x ← a x + sqrt(1 − a²) N from its stationary state: variance 1, ρ(t) = a^t, τ = ½ (1 + a)/(1 − a). */
function autoregressive(a: number, count: number, seed: number): Float64Array {
  const random = createRandom(seed, 'data');
  const out = new Float64Array(count);
  let x = random.normal();
  for (let n = 0; n < count; n++) {
    out[n] = x;
    x = a * x + Math.sqrt(1 - a * a) * random.normal();
  }
  return out;
}
const timeOf = (a: number): number => (0.5 * (1 + a)) / (1 - a);
/** Standard deviation of the mean of N of them. **exact** */
const errorOf = (a: number, N: number): number =>
  Math.sqrt(((1 + a) / (1 - a) - (2 * a * (1 - a ** N)) / (N * (1 - a) ** 2)) / N);

describe('mean of a series whose entries know of each other, on AR(1) processes', () => {
  it.each([0, 0.5, 0.9, 0.97, -0.5])(
    'a = %d: τ = ½(1+a)/(1−a) within 4 of its own errors, one long run',
    (a) => {
      const N = 200_000;
      const { tau, error, mean } = estimateMean(autoregressive(a, N, 3));
      const known = Math.sqrt((2 * (2 * 5 * Math.max(timeOf(a), 0.5) + 1)) / N);
      expect(Math.abs(tau / timeOf(a) - 1)).toBeLessThan(4 * known + 0.01 + (a < 0 ? 0.07 : 0));
      expect(Math.abs(error / errorOf(a, N) - 1)).toBeLessThan(4 * known + 0.01 + (a < 0 ? 0.07 : 0));
      expect(Math.abs(mean)).toBeLessThan(4 * error);
    },
  );

  it.each([0, 0.6, 0.9])(
    'a = %d: over 400 short runs errors are right within 0.06, and 0.95 ± 0.03 of means within 1.96 of them',
    (a) => {
      const N = a > 0.8 ? 4000 : 1000;
      let squares = 0;
      let within = 0;
      for (let seed = 1; seed <= 400; seed++) {
        const { mean, error } = estimateMean(autoregressive(a, N, seed));
        squares += (error * error) / 400;
        if (Math.abs(mean) < 1.96 * error) within++;
      }
      expect(Math.abs(Math.sqrt(squares) / errorOf(a, N) - 1)).toBeLessThan(0.06);
      expect(Math.abs(within / 400 - 0.95)).toBeLessThan(0.03);
    },
  );

  it('averages over blocks tell the same error as what they are of, within a fifth (τ of 1024 blocks is known to 15 %)', () => {
    const series = autoregressive(0.9, 65_536, 8);
    const blocks = Float64Array.from({ length: 1024 }, (_, b) =>
      series.subarray(64 * b, 64 * (b + 1)).reduce((sum, x) => sum + x / 64, 0),
    );
    expect(Math.abs(estimateMean(blocks).error / errorOf(0.9, 65_536) - 1)).toBeLessThan(0.2);
  });

  it('too few independent entries have no error: 20 in all, or 400 of τ = 100', () => {
    expect(estimateMean(autoregressive(0, 20, 1)).error).toBeNaN();
    expect(estimateMean(autoregressive(0.99, 400, 1)).error).toBeNaN();
    expect(estimateMean(new Float64Array(100).fill(3))).toEqual({ mean: 3, error: 0, tau: NaN });
  });
});
