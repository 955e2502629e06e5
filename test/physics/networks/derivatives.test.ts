import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/physics/math/random.ts';
import type { OutputDerivatives, System } from '../../../src/physics/types.ts';
import { systems } from '../../../src/physics/systems.ts';
import { worstRelative } from '../../helpers/reference.ts';
import { bits } from '../../helpers/run.ts';
import { dot, normals, randomSystem, systemCases } from '../../helpers/systems.ts';

const step = 1e-5;
const cases = systemCases.filter(({ kind }) => !kind.includes('field'));

/** Derivatives of a network's outputs; every system with training data of its own has them. */
function derivativesOf(system: System): OutputDerivatives {
  if (system.derivatives === undefined) throw new Error(`${system.kind} has no derivatives`);
  return system.derivatives;
}

it('every network of the registry stands in these cases', () => {
  const networks = Object.keys(systems).filter((kind) => !kind.includes('field'));
  expect([...new Set(cases.map(({ kind }) => kind))].sort()).toEqual(networks.sort());
});

describe.each(cases)('derivatives of $title', ({ kind, settings, samples }) => {
  const random = createRandom(20281128, 'data');
  const system = randomSystem(kind, settings, samples, random);
  const P = system.weightCount;
  const S = system.sampleCount * system.outputCount;
  const weights = normals(random, P).map((w) => 0.7 * w);
  const v = normals(random, P);
  const g = normals(random, S);
  const derivatives = derivativesOf(system);

  const along = (at: Float64Array): { first: Float64Array; second: Float64Array } => {
    const [first, second] = [new Float64Array(S), new Float64Array(S)];
    derivatives.alongDirection(at, v, first, second);
    return { first, second };
  };
  const outputs = (at: Float64Array): Float64Array => {
    const out = new Float64Array(S);
    system.outputs(at, out);
    return out;
  };
  const moved = (by: number): Float64Array => weights.map((w, n) => w + by * v[n]);
  const difference = (up: Float64Array, down: Float64Array): Float64Array =>
    up.map((value, n) => (value - down[n]) / (2 * step));

  it('J v: agrees with central differences of the outputs to 1e-7', () => {
    const differenced = difference(outputs(moved(step)), outputs(moved(-step)));
    expect(worstRelative(differenced, along(weights).first)).toBeLessThan(1e-7);
  });

  it('second order: agrees with central differences of J v to 1e-7 of its scale', () => {
    const { first, second } = along(weights);
    const differenced = difference(along(moved(step)).first, along(moved(-step)).first);
    const scale = Math.max(...first.map(Math.abs), ...second.map(Math.abs));
    second.forEach((value, n) => expect(Math.abs(value - differenced[n]) / scale).toBeLessThan(1e-7));
  });

  it('adjoint: g · J v is Jᵀg · v to round-off', () => {
    const back = new Float64Array(P).fill(NaN);
    derivatives.transposed(weights, g, back);
    const terms = Math.sqrt(dot(back, back) * dot(v, v));
    expect(Math.abs(dot(g, along(weights).first) - dot(back, v)) / terms).toBeLessThan(1e-13);
  });

  it('Jacobian: times v it is J v, and g times it is Jᵀg, to 1e-12', () => {
    const J = new Float64Array(S * P).fill(NaN);
    derivatives.jacobian(weights, J);
    const back = new Float64Array(P);
    derivatives.transposed(weights, g, back);
    const forward = g.map((_, n) => dot(J.subarray(n * P, (n + 1) * P), v));
    const transposed = v.map((_, k) => g.reduce((sum, value, n) => sum + value * J[n * P + k], 0));
    expect(worstRelative(forward, along(weights).first)).toBeLessThan(1e-12);
    expect(worstRelative(transposed, back)).toBeLessThan(1e-12);
  });

  it('tangent kernel: is J Jᵀ to 1e-12, of all samples and of some, and symmetric to the last bit', () => {
    const { outputCount, sampleCount } = system;
    const some = Int32Array.from({ length: sampleCount }, (_, n) => (n + 1) % sampleCount).subarray(0, 2);
    for (const chosen of S < 50 ? [null, some] : [some]) {
      const samples = chosen ?? Int32Array.from({ length: sampleCount }, (_, n) => n);
      const size = samples.length * outputCount;
      const rows = Array.from({ length: size }, (_, a) => {
        const slopes = new Float64Array(S);
        slopes[samples[Math.floor(a / outputCount)] * outputCount + (a % outputCount)] = 1;
        const row = new Float64Array(P);
        derivatives.transposed(weights, slopes, row);
        return row;
      });
      // Twice, for it has scratch of its own.
      const [kernel, again] = [0, 1].map(() => {
        const out = new Float64Array(size * size).fill(NaN);
        derivatives.tangentKernel(weights, chosen, out);
        return out;
      });
      const expected = rows.flatMap((a) => rows.map((b) => dot(a, b)));
      expect(worstRelative(kernel, expected)).toBeLessThan(1e-12);
      expect(bits(again)).toBe(bits(kernel));
      const transposed = kernel.map((_, n) => kernel[(n % size) * size + Math.floor(n / size)]);
      expect(bits(transposed)).toBe(bits(kernel));
    }
  });

  it('slopes: ∂C/∂Z takes back to the gradient, of the full batch and of one with a sample twice', () => {
    const gradient = new Float64Array(P);
    for (const batch of [null, Int32Array.of(0, system.sampleCount - 1, 0)]) {
      const [slopes, back] = [new Float64Array(S).fill(NaN), new Float64Array(P)];
      derivatives.slopes(weights, batch, slopes);
      derivatives.transposed(weights, slopes, back);
      system.force.gradient(weights, batch, 1, gradient);
      expect(worstRelative(back, gradient)).toBeLessThan(1e-12);
    }
  });
});
