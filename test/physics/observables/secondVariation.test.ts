import { describe, expect, it } from 'vitest';
import { symmetricEigen } from '../../../src/physics/math/linalg.ts';
import { createRandom } from '../../../src/physics/math/random.ts';
import { heavyBall, heavyBallAt } from '../../../src/physics/observables/momentum.ts';
import { matter } from '../../../src/physics/expansion/fluids.ts';
import {
  BlockDescentCount,
  DescentCount,
  evenBump,
  secondVariation,
  type Stretch,
} from '../../../src/physics/observables/secondVariation.ts';

/** A stretch of N steps at constant friction and curvature. */
function stretchOf(N: number, gamma: number, h: number, lambda: number): Stretch {
  const { eta } = heavyBall(gamma, h);
  return {
    logWeight: Float64Array.from({ length: N }, (_, n) => n * gamma * h),
    h: new Float64Array(N).fill(h),
    pull: new Float64Array(N).fill((eta / h) * lambda),
  };
}

/** Counts for paths of 1, 2, … N steps. */
function counts({ logWeight, h, pull }: Stretch): number[] {
  const count = new DescentCount();
  return Array.from(logWeight, (log, n) => count.push(log, h[n], pull[n]));
}

/** Time of the first descending direction; Infinity where there is none. */
const conjugate = (gamma: number, h: number, lambda: number, N = 4000): number => {
  const at = counts(stretchOf(N, gamma, h, lambda)).findIndex((count) => count > 0);
  return at < 0 ? Infinity : (at + 1) * h;
};

/** The second variation as a matrix of b_1 … b_{N−1}. */
function matrixOf({ logWeight, h, pull }: Stretch): Float64Array {
  const N = logWeight.length;
  const w = logWeight.map(Math.exp);
  const size = N - 1;
  const matrix = new Float64Array(size * size);
  for (let n = 1; n < N; n++) {
    const at = (n - 1) * (size + 1);
    matrix[at] = w[n - 1] / h[n - 1] + w[n] / h[n] - w[n] * pull[n];
    if (n + 1 < N) matrix[at + 1] = matrix[at + size] = -w[n] / h[n];
  }
  return matrix;
}

const random = createRandom(5, 'data');

describe('second variation of the action', () => {
  it('first conjugate times of physics.md: 1.59 (λ 4, γ .5), 2.38 (γ 3), none at γ 4.5, in steps of .01', () => {
    expect(conjugate(0.5, 0.01, 4)).toBeCloseTo(1.59, 10);
    expect(conjugate(3, 0.01, 4)).toBeCloseTo(2.38, 10);
    expect(conjugate(4.5, 0.01, 4)).toBe(Infinity);
    expect(conjugate(0.5, 0.01, -1)).toBe(Infinity);
    // Half a period π/Ω, to first order in h.
    for (const gamma of [0.5, 3]) {
      const exact = Math.PI / Math.sqrt(4 - (gamma * gamma) / 4);
      expect(conjugate(gamma, 0.001, 4)).toBeGreaterThan(exact);
      expect(conjugate(gamma, 0.001, 4)).toBeLessThan(exact + 0.0011);
    }
  });

  it('grows by one each half period of the lattice in time, ⌈Nθ/π⌉ − 1, 2√μ cos θ = 1 + μ − ηλ', () => {
    const [gamma, h, lambda] = [0.5, 0.1, 4];
    const { mu, eta } = heavyBall(gamma, h);
    const theta = Math.acos((1 + mu - eta * lambda) / (2 * Math.sqrt(mu)));
    counts(stretchOf(200, gamma, h, lambda)).forEach((count, n) =>
      expect(count, `${n + 1} steps`).toBe(Math.ceil(((n + 1) * theta) / Math.PI) - 1),
    );
  });

  it('is the number of negative eigenvalues of its matrix, whatever friction, step and curvature do', () => {
    for (let trial = 0; trial < 20; trial++) {
      const N = 30;
      const h = Float64Array.from({ length: N }, () => 0.05 + 0.1 * random.uniform());
      let log = 0;
      const logWeight = h.map((step) => (log += 3 * step * random.uniform()));
      const pull = h.map((step) => step * (60 * random.uniform() - 10));
      const stretch = { logWeight, h, pull };
      const negative = symmetricEigen(matrixOf(stretch), N - 1).values.filter((value) => value < 0).length;
      expect(counts(stretch).at(-1)).toBe(negative);
    }
  });

  it('of two modes mixed by 30°, matrix pivots count what the modes count together', () => {
    const [a, b] = [stretchOf(120, 0.4, 0.1, 4), stretchOf(120, 0.4, 0.1, 1.3)];
    const [c, s] = [Math.cos(Math.PI / 6), Math.sin(Math.PI / 6)];
    const block = new BlockDescentCount(2);
    const [first, second] = [counts(a), counts(b)];
    for (let n = 0; n < 120; n++) {
      const [p, q] = [a.pull[n], b.pull[n]];
      const mixed = Float64Array.of(
        c * c * p + s * s * q,
        c * s * (p - q),
        c * s * (p - q),
        s * s * p + c * c * q,
      );
      expect(block.push(a.logWeight[n], 0.1, mixed)).toBe(first[n] + second[n]);
    }
    expect(block.count).toBeGreaterThan(8);
  });

  it('in a matter universe, γ = 2/t, √w b is a free wave: half periods of π/ω, as at no friction', () => {
    const expansion = matter.create({}, 1);
    const [h, lambda] = [0.01, 4];
    const count = new DescentCount();
    let log = 0;
    const grown: number[] = [];
    for (let n = 0; n < 1000; n++) {
      const { mu, eta } = heavyBallAt(expansion, 1 + n * h, h);
      if (n > 0) log -= Math.log(mu);
      const before = count.count;
      if (count.push(log, h, (eta / h) * lambda) > before) grown.push((n + 1) * h);
    }
    expect(grown).toHaveLength(6);
    grown.forEach((t, k) => expect(Math.abs(t - ((k + 1) * Math.PI) / 2)).toBeLessThan(0.02));
  });
});

describe('a bump', () => {
  it('falls exactly when it is wider than half a period: the same step as the count', () => {
    const stretch = stretchOf(400, 0.5, 0.01, 4);
    const at = counts(stretch).findIndex((count) => count > 0) + 1;
    expect(secondVariation(stretch, evenBump(stretch.logWeight, 0, at))).toBeLessThan(0);
    expect(secondVariation(stretch, evenBump(stretch.logWeight, 0, at - 1))).toBeGreaterThan(0);
    expect(secondVariation(stretch, evenBump(stretch.logWeight, 100, 100 + at))).toBeLessThan(0);
    expect(secondVariation(stretch, evenBump(stretch.logWeight, 100, 99 + at))).toBeGreaterThan(0);
  });

  it('is 1 at its highest, 0 at its ends, and its δ²S is the matrix’s, to 1e-12', () => {
    const N = 40;
    const stretch = stretchOf(N, 0.8, 0.1, 3);
    const bump = evenBump(stretch.logWeight, 5, 33);
    expect(Math.max(...bump.values)).toBeCloseTo(1, 14);
    expect([bump.values[0], bump.values.at(-1)]).toEqual([0, 0]);
    const b = new Float64Array(N - 1);
    bump.values.forEach((value, k) => (b[4 + k] = value));
    const matrix = matrixOf(stretch);
    let sum = 0;
    for (let i = 0; i < N - 1; i++)
      for (let j = 0; j < N - 1; j++) sum += b[i] * matrix[i * (N - 1) + j] * b[j];
    const scaled = secondVariation(stretch, bump) * Math.exp(bump.logPeak);
    expect(Math.abs(scaled - sum)).toBeLessThan(1e-12 * Math.abs(sum));
  });

  it('over weights of e^{4000} is finite', () => {
    const stretch = stretchOf(400, 20, 0.5, 1);
    const bump = evenBump(stretch.logWeight, 0, 400);
    expect(secondVariation(stretch, bump)).toBeGreaterThan(0);
    expect([...bump.values].every(Number.isFinite)).toBe(true);
  });
});
