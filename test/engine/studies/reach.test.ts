import { describe, expect, it } from 'vitest';
import { fitPowerLaw } from '../../../src/engine/studies/fit.ts';
import { reach } from '../../../src/engine/studies/reach.ts';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { finish } from '../../helpers/finish.ts';
import { simulate } from '../../helpers/run.ts';

const slopesOf = (system: Readonly<Record<string, unknown>>): Readonly<Record<string, number>> => {
  const { scenario } = simulate({ system, data: { kind: dataOf[String(system.kind)] ?? 'smooth-random' } })
    .tracks[0];
  const { series } = finish(reach.run(scenario, typescriptKernels));
  for (const { points, fit, id } of series) {
    expect([6, 8], id).toContain(points.length);
    expect(fit?.error).toBeGreaterThan(0);
  }
  return Object.fromEntries(series.map(({ id, fit }) => [id, fit?.slope ?? NaN]));
};
const dataOf: Readonly<Record<string, string>> = { dense: 'circle', 'torus-shared': 'uniform-bonds' };

describe('reach against size', () => {
  it('a run of two layers on a ring: its own family falls as N to the −1 ± 0.15, dense networks stay within ± 0.15', () => {
    const slopes = slopesOf({ kind: 'ring-two-layer', N: 16, p: 0.4, q: 0.9, r: 0.3 });
    expect(Object.keys(slopes)).toEqual(['own', 'matrices']);
    expect(Math.abs(slopes.own + 1)).toBeLessThan(0.15);
    expect(Math.abs(slopes.matrices)).toBeLessThan(0.15);
  });

  it('a dense run: its own family stays, the ring beside it falls', () => {
    const slopes = slopesOf({ kind: 'dense', sizes: [2, 7, 7, 1] });
    expect(Object.keys(slopes)).toEqual(['own', 'ring']);
    expect(Math.abs(slopes.own)).toBeLessThan(0.15);
    expect(Math.abs(slopes.ring + 1)).toBeLessThan(0.15);
  });

  it.each([
    { kind: 'torus-shared', rows: 4, columns: 6 },
    { kind: 'deep-ring', N: 12, depth: 2, reach: 1 },
  ])('$kind: its own family falls as N to the −1, to 0.2 at these widths; two others beside it', (system) => {
    const slopes = slopesOf(system);
    expect(Object.keys(slopes)).toEqual(['own', 'ring', 'matrices']);
    expect(Math.abs(slopes.own + 1)).toBeLessThan(0.2);
  });

  it('a run whose weights do not grow with its size has no family of its own', () => {
    expect(Object.keys(slopesOf({ kind: 'conv-ring', N: 12, channels: [2], reach: 1 }))).toEqual([
      'ring',
      'matrices',
    ]);
  });
});

it('the error of a slope: 0 on a line; of four points off it that of least squares', () => {
  const at = (ys: readonly number[]) => fitPowerLaw(ys.map((y, n) => ({ x: Math.exp(n), y: Math.exp(y) })));
  expect(at([1, 3, 5, 7])?.error).toBeCloseTo(0, 12);
  // y = (0, 1, 0, 1): slope 0.2, residuals −0.2, 0.6, −0.6, 0.2; s² = 0.8/2, over Σ(x − x̄)² = 5.
  expect(at([0, 1, 0, 1])?.slope).toBeCloseTo(0.2, 12);
  expect(at([0, 1, 0, 1])?.error).toBeCloseTo(Math.sqrt(0.4 / 5), 12);
});
