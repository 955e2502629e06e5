import { describe, expect, it } from 'vitest';
import { ensemblePart } from '../../src/engine/ensemble/point.ts';
import type { Ensemble, EnsemblePart } from '../../src/engine/ensemble/types.ts';
import { serveSweep } from '../../src/engine/sweep/serve.ts';
import type { FromSweeper } from '../../src/engine/sweep/protocol.ts';
import { fastestKernels } from '../../src/kernels/simd/index.ts';
import { parseScenario } from '../../src/scenario/validate.ts';
import { wideOf } from '../../src/scenario/wide.ts';
import { jackknife, responseOf, weightedPowerLaw } from '../../src/scenario/wideTheory.ts';
import { fitsOf, lengthsOf, measuresOf, widthsOf } from '../../src/views/charts/ensemble/measures.ts';
import { outputsFigure, widthFigure } from '../../src/views/charts/ensemble/figure.ts';
import { isEmpty } from '../../src/views/charts/figure.ts';

const scenarioOf = (system: object) =>
  parseScenario({
    version: 1,
    seed: 12,
    system: { kind: 'dense', sizes: [2, 3, 1], ...system },
    data: {
      kind: 'explicit',
      X: [
        [0.8, -0.6],
        [0.1, 0.9],
      ],
      Y: [[1], [0]],
    },
    expansion: { kind: 'de-sitter', gamma: 2 },
  });

function drawn(system: object, widths: number[], parts: number, trained = 0) {
  const scenario = scenarioOf(system);
  const network = wideOf(scenario);
  if (network === null) throw new Error('no wide network');
  const response = responseOf(network.activation);
  const input = [0.8, -0.6];
  const { first, output } = lengthsOf(network, response, input);
  const ensemble: Ensemble = { scenario, input, widths, parts, scale: Math.sqrt(output), trained };
  const all = Array.from({ length: widths.length * parts }, (_, point) =>
    ensemblePart(ensemble, point, fastestKernels),
  );
  return { ensemble, all, output, measures: measuresOf(all, network, response, first) };
}

describe('ensemble of networks', () => {
  it.each(['linear', 'relu', 'tanh', 'sin'])(
    '%s, one hidden layer: both measured kurtoses are within 4.5 errors of the exact one, biases and all',
    (activation) => {
      const { measures, output } = drawn({ activation, sigmaW: 1.4, sigmaB: 0.3 }, [4, 16], 10);
      for (const { direct, kernel, theory, networks } of measures) {
        expect(theory.claim).toBe('exact');
        expect(Math.abs(direct.value - theory.excess)).toBeLessThan(4.5 * direct.error);
        expect(Math.abs(kernel.value - theory.excess)).toBeLessThan(4.5 * kernel.error);
        // The one by the variance is the sharper one, and sharp enough to say something.
        expect(kernel.error).toBeLessThan(direct.error);
        expect(kernel.error).toBeLessThan(0.1 * theory.excess);
        expect(networks).toBe(20_000);
      }
      expect(output).toBeGreaterThan(0);
    },
  );

  it('relu, three hidden layers without biases: E z⁴/3(E z²)² = Π(1 + 5/n) within 4.5 errors', () => {
    const { measures } = drawn(
      { activation: 'relu', sizes: [2, 3, 3, 3, 1], sigmaW: 1.4, sigmaB: 0 },
      [10],
      12,
    );
    const [{ kernel, theory }] = measures;
    expect(theory).toEqual({ excess: 3 * (1.5 ** 3 - 1), claim: 'exact' });
    expect(Math.abs(kernel.value - theory.excess)).toBeLessThan(4.5 * kernel.error);
  });

  it('E K is the output’s variance at infinite width, exactly for one hidden layer: within 4.5 errors', () => {
    const { all, output } = drawn({ activation: 'tanh', sigmaW: 1.7, sigmaB: 0.2 }, [8], 10);
    const mean = jackknife(
      all.map(({ networks, k1 }) => [networks, k1]),
      ([n, k1]) => k1 / n,
    );
    expect(Math.abs(mean.value - output)).toBeLessThan(4.5 * mean.error);
  });

  it('the tangent kernel’s spread falls with a measured power within 0.05 of −½, and its drift falls with width', () => {
    const { measures } = drawn({ activation: 'tanh', sigmaW: 1.5, sigmaB: 0.1 }, [16, 64, 256], 6, 1);
    const { fluctuation, drift } = fitsOf(measures);
    expect(Math.abs((fluctuation?.slope ?? 0) + 0.5)).toBeLessThan(0.05);
    expect(drift?.slope).toBeLessThan(-0.3);
    const shown = widthFigure(measures);
    expect(isEmpty(shown) ? '' : shown.facts?.rows.map(({ values }) => values[0]).join(' ')).toMatch(
      /± 0\.\d\d/,
    );
    expect(isEmpty(outputsFigure(measures, 64))).toBe(false);
  });

  it('the same seed gives the same part, another point another one; the pool’s worker says the same', () => {
    const { ensemble, all } = drawn({}, [4, 8], 2);
    expect(ensemblePart(ensemble, 3, fastestKernels)).toEqual(all[3]);
    expect(all[3].z2).not.toBe(all[1].z2);
    expect(all.map(({ width, part }) => [width, part])).toEqual([
      [4, 0],
      [8, 0],
      [4, 1],
      [8, 1],
    ]);
    const told: FromSweeper[] = [];
    const hear = serveSweep((message) => told.push(message));
    hear({ type: 'begin', work: { kind: 'ensemble', text: JSON.stringify(ensemble) } });
    hear({ type: 'point', point: 3 });
    const [ready, row] = told;
    expect(ready.type).toBe('ready');
    expect(row.type === 'row' && (JSON.parse(row.line) as EnsemblePart)).toEqual(all[3]);
    // Every network is in one bin.
    expect(all[3].bins.reduce((sum, count) => sum + count, 0)).toBe(all[3].networks);
  });

  it('widths: as far as networks stay below 400 000 weights; none without a hidden layer', () => {
    const of = (sizes: number[]) => widthsOf({ activation: 'tanh', sigmaW: 1, sigmaB: 0, sizes });
    expect(of([2, 9, 1])).toEqual([8, 16, 32, 64, 128, 256, 512]);
    expect(of([2, 9, 9, 9, 9, 9, 9, 1]).at(-1)).toBe(256);
    expect(of([2, 1])).toEqual([]);
  });
});

describe('statistics of parts', () => {
  it('jackknife: of a mean it is the standard error of the mean', () => {
    const rows = [1, 2, 4, 7].map((value) => [1, value]);
    const { value, error } = jackknife(rows, ([n, sum]) => sum / n);
    expect(value).toBe(3.5);
    expect(error).toBeCloseTo(Math.sqrt((6.25 + 2.25 + 0.25 + 12.25) / 3 / 4), 12);
  });

  it('power law: an exact one is found with the error that its points have; more scatter widens it', () => {
    const points = [8, 16, 32, 64].map((x) => ({
      x,
      y: { value: 3 * x ** -0.5, error: 0.02 * 3 * x ** -0.5 },
    }));
    const fit = weightedPowerLaw(points);
    expect(fit?.slope).toBeCloseTo(-0.5, 12);
    expect(fit?.factor).toBeCloseTo(3, 11);
    // 0.02/√Σ(u − ū)², u = k ln 2
    expect(fit?.slopeError).toBeCloseTo(0.02 / (Math.LN2 * Math.sqrt(5)), 12);
    const shaken = points.map((point, k) => ({
      ...point,
      y: { ...point.y, value: point.y.value * (k % 2 === 0 ? 1.2 : 1) },
    }));
    expect(Number(weightedPowerLaw(shaken)?.slopeError)).toBeGreaterThan(3 * Number(fit?.slopeError));
    expect(weightedPowerLaw(points.slice(0, 2))).toBeNull();
  });
});
