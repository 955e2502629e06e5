import { expect, it } from 'vitest';
import { fitPowerLaw } from '../../../src/engine/studies/fit.ts';
import { reach } from '../../../src/engine/studies/reach.ts';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { finish } from '../../helpers/finish.ts';
import { simulate } from '../../helpers/run.ts';

it('reach against size: two layers on a ring fall as N to the −1 ± 0.15, dense networks stay within ± 0.15', () => {
  const { scenario } = simulate({}).tracks[0];
  const { series } = finish(reach.run(scenario, typescriptKernels));
  const slopes = Object.fromEntries(series.map(({ id, fit }) => [id, fit?.slope ?? NaN]));
  expect(Math.abs(slopes.ring + 1)).toBeLessThan(0.15);
  expect(Math.abs(slopes.matrices)).toBeLessThan(0.15);
  for (const { points, fit } of series) {
    expect(points).toHaveLength(6);
    expect(fit?.error).toBeGreaterThan(0);
  }
});

it('the error of a slope: 0 on a line; of four points off it that of least squares', () => {
  const at = (ys: readonly number[]) => fitPowerLaw(ys.map((y, n) => ({ x: Math.exp(n), y: Math.exp(y) })));
  expect(at([1, 3, 5, 7])?.error).toBeCloseTo(0, 12);
  // y = (0, 1, 0, 1): slope 0.2, residuals −0.2, 0.6, −0.6, 0.2; s² = 0.8/2, over Σ(x − x̄)² = 5.
  expect(at([0, 1, 0, 1])?.slope).toBeCloseTo(0.2, 12);
  expect(at([0, 1, 0, 1])?.error).toBeCloseTo(Math.sqrt(0.4 / 5), 12);
});
