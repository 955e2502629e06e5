import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/physics/math/random.ts';
import { convergenceRadius, costSeries } from '../../../src/physics/observables/series.ts';
import { buildSystem, normals, randomSystem, samplesOf } from '../../helpers/systems.ts';

/** Coefficients of the polynomial of degree 6 through C(W + s v̂) at seven points, by Newton's divided differences. */
function polynomialOf(cost: (s: number) => number): number[] {
  const xs = [0, -0.4, 0.4, -0.8, 0.8, -1.2, 1.2];
  const differences = xs.map(cost);
  for (let k = 1; k < 7; k++)
    for (let i = 6; i >= k; i--) differences[i] = (differences[i] - differences[i - 1]) / (xs[i] - xs[i - k]);
  let out: number[] = [differences[6]];
  for (let k = 5; k >= 0; k--) {
    const next = [0, ...out];
    out.forEach((value, n) => (next[n] -= xs[k] * value));
    next[0] += differences[k];
    out = next;
  }
  return out;
}

describe('orders of the cost along the motion', () => {
  it('Example 2, a sextic cost: c₁ to c₄ are those of the polynomial through it, to 1e-8', () => {
    const random = createRandom(3, 'data');
    const system = randomSystem('ring-two-layer', { N: 6 }, 4, random);
    const [weights, direction] = [normals(random, 24), normals(random, 24)];
    const length = Math.sqrt(direction.reduce((sum, value) => sum + value * value, 0));
    const at = (s: number): Float64Array => weights.map((w, i) => w + (s * direction[i]) / length);
    const exact = polynomialOf((s) => system.cost(at(s), null, 1));
    const found = costSeries(system, weights, direction, 1);
    found?.orders.forEach((order, k) =>
      expect(Math.abs(order / exact[k + 1] - 1), `order ${k + 1}`).toBeLessThan(1e-8),
    );
    expect(found?.third).toBeCloseTo(Math.abs(exact[2] / exact[3]), 7);
    expect(found?.fourth).toBeCloseTo(Math.sqrt(Math.abs(exact[2] / exact[4])), 7);
    expect(convergenceRadius(system, weights, direction)).toBe(Infinity);
  });

  it('a quadratic cost has no third and no fourth order; without a direction there are none', () => {
    const ring = buildSystem('scalar-field-1d', { N: 12, K: 1.3, J: 0.2 }, samplesOf([], []));
    const weights = normals(createRandom(1, 'data'), 12);
    const found = costSeries(ring, weights, normals(createRandom(2, 'data'), 12), 1);
    expect([found?.orders[2], found?.orders[3], found?.third, found?.fourth]).toEqual([
      0,
      0,
      Infinity,
      Infinity,
    ]);
    expect(costSeries(ring, weights, new Float64Array(12), 1)).toBeNull();
  });
});

describe('radius of convergence', () => {
  const net = (activation: string) =>
    buildSystem('dense', { sizes: [1, 1, 1], activation }, samplesOf([[0.8]], [[0.3]]));
  // Weights: w, b of the hidden neuron, then those of the output. z = 0.8 (1.5 + s) + 0.2.
  const weights = Float64Array.of(1.5, 0.2, 0.7, 0.1);

  it('tanh: √(z₀² + π²/4)/|z₁| to 1e-6; sigmoid and softplus with π', () => {
    const direction = Float64Array.of(1, 0, 0, 0);
    for (const [name, b] of [
      ['tanh', Math.PI / 2],
      ['sigmoid', Math.PI],
      ['softplus', Math.PI],
    ] as const) {
      const exact = Math.sqrt(1.4 * 1.4 + b * b) / 0.8;
      expect(Math.abs(convergenceRadius(net(name), weights, direction) / exact - 1), name).toBeLessThan(1e-6);
    }
    expect(convergenceRadius(net('sin'), weights, direction)).toBe(Infinity);
    expect(convergenceRadius(net('tanh'), weights, Float64Array.of(0, 0, 1, 0))).toBe(Infinity);
  });

  it('tanh: the Taylor coefficients of the cost grow at that rate, measured over orders 40 to 60 within 3 %', () => {
    // h′ = z₁ (1 − h²) term by term; Z = 0.7 h + 0.1, C = (Z − 0.3)².
    const h = [Math.tanh(1.4)];
    const square = (n: number): number => h.reduce((sum, _, k) => (k <= n ? sum + h[k] * h[n - k] : sum), 0);
    for (let n = 0; n < 60; n++) h.push((0.8 * ((n === 0 ? 1 : 0) - square(n))) / (n + 1));
    const c = h.map((_, n) => 0.49 * square(n) + 2 * 0.7 * (0.1 - 0.3) * h[n]);
    const size = (from: number): number => Math.max(...c.slice(from, from + 6).map(Math.abs));
    // C has a double pole: its n-th coefficient goes as n/Rⁿ.
    const measured = ((size(40) / size(54)) * (54 / 40)) ** (1 / 14);
    const radius = convergenceRadius(net('tanh'), weights, Float64Array.of(1, 0, 0, 0));
    expect(Math.abs(measured / radius - 1)).toBeLessThan(0.03);
  });
});
