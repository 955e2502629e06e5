import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/physics/math/random.ts';
import { sources, sourcesOf } from '../../../src/physics/observables/sources.ts';
import { simulate } from '../../helpers/run.ts';
import { gradientOf, normals, randomSystem, systemCases } from '../../helpers/systems.ts';

const cases = systemCases.filter(({ samples, settings }) => samples > 0 && settings.cost !== 'absolute');

describe.each(cases)('sources of $title', ({ kind, settings, samples }) => {
  const random = createRandom(31, 'data');
  const system = randomSystem(kind, settings, samples, random);
  const weights = normals(random, system.weightCount).map((w) => 0.7 * w);
  const full = sourcesOf(system, weights, null, 1);

  it('samples: their J, and their K or J₂, add up to those of all', () => {
    const J = new Float64Array(full.J.length);
    const K = new Float64Array(full.K.length);
    for (let l = 0; l < samples; l++) {
      const one = sourcesOf(system, weights, Int32Array.of(l), 1);
      expect(one.form).toBe(full.form);
      one.J.forEach((value, n) => (J[n] += value));
      one.K.forEach((value, n) => (K[n] += value));
    }
    const scale = Math.max(1, ...full.J.map(Math.abs), ...full.K.map(Math.abs));
    const exact = full.form === 'couplings' ? 1e-12 : 1e-6;
    J.forEach((value, n) => expect(Math.abs(value - full.J[n])).toBeLessThan(1e-12 * samples * scale));
    // relu has a corner where differences meet it.
    if (JSON.stringify(settings).includes('relu')) return;
    K.forEach((value, n) => expect(Math.abs(value - full.K[n])).toBeLessThan(exact * samples * scale));
  });

  it('expansion: J₁ is the gradient and J₂ half the Hessian’s diagonal, to 1e-6', () => {
    if (full.form === 'couplings' || JSON.stringify(settings).includes('relu')) return;
    expect(full.J).toEqual(gradientOf(system, weights));
    const scale = Math.max(1, ...full.K.map(Math.abs));
    const slopeAt = (n: number, step: number): number =>
      gradientOf(
        system,
        weights.map((w, m) => (m === n ? w + step : w)),
      )[n];
    for (let n = 0; n < system.weightCount; n++) {
      const curvature = (slopeAt(n, 1e-5) - slopeAt(n, -1e-5)) / 2e-5;
      expect(Math.abs(full.K[n] - curvature / 2)).toBeLessThan(1e-6 * scale);
    }
    // Of some weights alone it is the same.
    const some = sourcesOf(system, weights, null, 2, 1, [2, 0]);
    expect([...some.K]).toEqual([2 * full.K[2], 2 * full.K[0]]);
  });
});

it('observable: the force at work is −s ∂c, and weights scale J and K alike', () => {
  const simulation = simulate({
    system: { kind: 'ring-shared', N: 8 },
    data: { kind: 'smooth-random', samples: 4 },
    initial: { kind: 'random', scale: 1, velocityScale: 0 },
    batch: { kind: 'single', weight: 'unbiased' },
  });
  const instant = simulation.instant();
  const { system, weights, batch } = instant;
  const seen = sources.compute(instant);
  const plain = system.couplings(batch);
  expect(seen.form).toBe('couplings');
  expect(seen.samples).toEqual([...(batch ?? [])]);
  expect(seen.force).toEqual(gradientOf(system, Float64Array.from(weights), batch).map((g) => -4 * g));
  expect(seen.J).toEqual(plain?.J.map((J) => 4 * J));
  expect(seen.K).toEqual(plain?.K.map((K) => 4 * K));
  expect(seen.full.J).toEqual(system.couplings(null)?.J);
});
