import { describe, expect, it } from 'vitest';
import { forceNoise, noise, scatterOf } from '../../../src/physics/observables/noise.ts';
import { createRandom } from '../../../src/physics/math/random.ts';
import { gradientOf, normals, randomSystem, systemCases } from '../../helpers/systems.ts';
import { simulate } from '../../helpers/run.ts';

const plain = systemCases.filter(({ samples }) => samples > 1);

describe.each(plain)('noise of $title', ({ kind, settings, samples }) => {
  const random = createRandom(77, 'data');
  const system = randomSystem(kind, settings, samples, random);
  const weights = normals(random, system.weightCount);

  it('scatter: the variance over samples is ⟨g²⟩ − ⟨g⟩² to 1e-9 of ⟨g²⟩, and total its trace', () => {
    const scatter = scatterOf(system, weights);
    const single = Array.from({ length: samples }, (_, l) => gradientOf(system, weights, Int32Array.of(l)));
    let trace = 0;
    for (let n = 0; n < system.weightCount; n++) {
      const squares = single.reduce((sum, g) => sum + g[n] ** 2, 0) / samples;
      const mean = single.reduce((sum, g) => sum + g[n], 0) / samples;
      trace += squares - mean ** 2;
      expect(Math.abs((scatter?.perSite[n] ?? NaN) ** 2 - (squares - mean ** 2))).toBeLessThanOrEqual(
        1e-9 * squares + 1e-20,
      );
      expect(Math.abs((scatter?.force[n] ?? NaN) - samples * mean)).toBeLessThanOrEqual(
        1e-9 * Math.sqrt(squares) * samples + 1e-14,
      );
    }
    expect((scatter?.total ?? NaN) ** 2 / trace).toBeCloseTo(1, 9);
  });

  it('directions: between 1 and the smaller of P and L − 1', () => {
    const found = scatterOf(system, weights)?.directions ?? NaN;
    expect(found).toBeGreaterThanOrEqual(1 - 1e-12);
    expect(found).toBeLessThanOrEqual(Math.min(system.weightCount, samples - 1) * (1 + 1e-12));
  });
});

it('directions: orthogonal kicks of equal size, one a weight, with their opposites, are P directions (seed 1)', () => {
  // Z = W·x at W = 0: ∂c = −2 Y x. Samples ±e_n with Y = 1 kick one weight each, up or down.
  const axes = Array.from({ length: 4 }, (_, n) => [0, 1, 2, 3].map((m) => (m === n ? 1 : 0)));
  const X = [...axes, ...axes.map((x) => x.map((value) => -value))];
  const simulation = simulate({
    system: {
      kind: 'linear-neuron',
      N: 4,
      p: 1,
      q: 0,
      bonds: [
        [0, 1],
        [1, 2],
        [2, 3],
      ],
    },
    data: { kind: 'explicit', X, Y: X.map(() => [1]) },
    initial: { kind: 'zero' },
    batch: { kind: 'mini', size: 4, weight: 'unbiased' },
  });
  const instant = simulation.instant();
  expect(scatterOf(instant.system, instant.weights)?.directions).toBeCloseTo(4, 12);
  expect(noise.compute(instant)).toMatchObject({ meanForce: 0, total: 2 });
  // Each weight: a quarter of the samples kick it by 2, so that its variance is 1; four draws weighted by 8/4.
  const told = forceNoise.compute(instant);
  expect([...(told?.deviation ?? [])]).toEqual([4, 4, 4, 4]);
  expect(told).toMatchObject({ size: 4, scale: 2, samples: 8 });
});

it('one direction: two samples scatter along the one line between them', () => {
  const simulation = simulate({
    system: { kind: 'ring-shared', N: 8 },
    data: { kind: 'uniform-bonds', K: 1, J: 0.5 },
    initial: { kind: 'random', scale: 1, velocityScale: 0 },
  });
  const { system, weights } = simulation.instant();
  expect(scatterOf(system, weights)?.directions).toBeCloseTo(1, 12);
});

it('without samples there is nothing to scatter', () => {
  const simulation = simulate({ system: { kind: 'scalar-field-1d', N: 8 }, data: { kind: 'none' } });
  expect(noise.compute(simulation.instant())).toBeNull();
});
