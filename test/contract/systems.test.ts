import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  couplingError,
  couplingForm,
  differencedGradient,
  gradientError,
  hessianError,
  symmetryError,
} from '../../src/engine/verify/gradients.ts';
import { createRandom } from '../../src/physics/math/random.ts';
import { systems } from '../../src/physics/systems.ts';
import type { System, SystemDeclaration } from '../../src/physics/types.ts';
import { worstRelative } from '../helpers/reference.ts';
import { bits } from '../helpers/run.ts';
import {
  anySystem,
  dot,
  gradientOf,
  hessianTimes,
  isField,
  normals,
  randomSystem,
  systemCases,
  valuesOf,
} from '../helpers/systems.ts';

/** Every sample gradient summed, against the gradient of all, relative to the largest term. */
function sampleSumError(system: System, weights: Float64Array): number {
  const total = new Float64Array(system.weightCount);
  let scale = 1e-300;
  for (let l = 0; l < system.sampleCount; l++) {
    gradientOf(system, weights, Int32Array.of(l)).forEach((g, n) => {
      total[n] += g;
      scale = Math.max(scale, Math.abs(g));
    });
  }
  const full = gradientOf(system, weights);
  return full.reduce((worst, g, n) => Math.max(worst, Math.abs(g - total[n])), 0) / scale;
}

/** Everything that a system gives at a point, whole and of single samples. */
function readings(system: System, weights: Float64Array): ArrayLike<number>[] {
  const { weightCount, sampleCount, outputCount, testCount, layout } = system;
  const batches = [null, ...(sampleCount === 0 ? [] : [Int32Array.of(sampleCount - 1)])];
  const outputs = new Float64Array(sampleCount * outputCount);
  const testOutputs = new Float64Array(testCount * outputCount);
  const activations = new Float64Array(layout.neurons.count);
  const product = new Float64Array(weightCount);
  system.outputs(weights, outputs);
  system.testOutputs(weights, testOutputs);
  system.activations(weights, 0, activations);
  system.hessianVector(weights, weights, 0.7, product);
  const couplings = batches.flatMap((batch) => {
    const found = system.couplings(batch, 0.7);
    return found === null ? [] : [found.J, found.K];
  });
  return [
    ...batches.map((batch) => gradientOf(system, weights, batch)),
    batches.map((batch) => system.cost(weights, batch, 0.7)),
    [system.testCost(weights), system.gradientEnergy?.(weights) ?? 0, system.curvatureBound(0.7) ?? 0],
    outputs,
    testOutputs,
    activations,
    product,
    ...couplings,
  ];
}
const bitsOf = (values: readonly ArrayLike<number>[]): readonly string[] => values.map(bits);

describe.each(systemCases)('$title', ({ kind, settings, samples }) => {
  const random = createRandom(20250308, 'data');
  const system = randomSystem(kind, settings, samples, random);
  const weights = normals(random, system.weightCount).map((w) => 0.7 * w);
  const u = normals(random, system.weightCount);
  const v = normals(random, system.weightCount);

  it('declaration: P and whether the cost is quadratic are those of the system', () => {
    const declaration: SystemDeclaration = systems[kind];
    const values = valuesOf(declaration, settings);
    expect(declaration.weightCount(values)).toBe(system.weightCount);
    expect(declaration.quadratic(values)).toBe(system.couplings(null) !== null);
  });

  it('no state of a run: two runs that take turns on it have the bits of runs with a system each', () => {
    const make = (): System => randomSystem(kind, settings, samples, createRandom(20250308, 'data'));
    const [shared, own, other] = [make(), make(), make()];
    const here = readings(own, weights);
    const there = readings(other, u);
    const turns = [weights, u].map((at) => readings(shared, at));
    const again = [weights, u].map((at) => readings(shared, at));
    // In turns, one reading at a time; what was read first is what it was.
    const taken = here.map((_, n) => [readings(shared, weights)[n], readings(shared, u)[n]]);
    expect(turns.map(bitsOf)).toEqual([bitsOf(here), bitsOf(there)]);
    expect(again.map(bitsOf)).toEqual([bitsOf(here), bitsOf(there)]);
    expect(bitsOf(taken.map(([mine]) => mine))).toEqual(bitsOf(here));
    expect(bitsOf(taken.map(([, its]) => its))).toEqual(bitsOf(there));
  });

  it('gradient: agrees with central differences of the cost to 1e-6', () => {
    expect(gradientError({ system, weights })).toBeLessThan(1e-6);
  });

  it('Hessian product: is symmetric to 1e-10', () => {
    expect(symmetryError(system, weights, u, v)).toBeLessThan(1e-10);
  });

  it('Hessian product: agrees with central differences of the gradient to 1e-6', () => {
    expect(hessianError({ system, weights, direction: v })).toBeLessThan(1e-6);
  });

  it('batches: gradients and costs of single samples add up to the full batch to 1e-12', () => {
    if (system.sampleCount === 0) return;
    expect(sampleSumError(system, weights)).toBeLessThan(1e-12);
    let cost = 0;
    for (let l = 0; l < system.sampleCount; l++) cost += system.cost(weights, Int32Array.of(l), 1);
    const total = system.cost(weights, null, 1);
    expect(Math.abs(cost - total) / Math.abs(total)).toBeLessThan(1e-12);
  });

  it('batches: a sample named twice counts twice', () => {
    if (system.sampleCount === 0) return;
    const once = gradientOf(system, weights, Int32Array.of(1));
    const twice = gradientOf(system, weights, Int32Array.of(1, 1));
    expect(
      worstRelative(
        twice,
        once.map((g) => 2 * g),
      ),
    ).toBeLessThan(1e-14);
  });

  it('outputs: every activation of the layout is where `outputs` has it; of a field, its weight', () => {
    const { neurons } = system.layout;
    const values = new Float64Array(neurons.count);
    system.activations(weights, 0, values);
    const outputs = new Float64Array(system.sampleCount * system.outputCount);
    system.outputs(weights, outputs);
    // Whose neurons are said to show the weights has one layer of them, and what `activations` gives is never asked for.
    if (system.showsWeights === true) expect(Math.max(...neurons.layer)).toBe(0);
    if (isField(system) || system.showsWeights === true) {
      expect([...values]).toEqual([...weights]);
      return;
    }
    const layers = Math.max(...neurons.layer);
    const last = [...values.keys()].filter((n) => neurons.layer[n] === layers);
    expect(last.map((n) => values[n])).toEqual([...outputs.subarray(0, system.outputCount)]);
  });

  it('single precision: weights in Float32Array give the same gradient to 1e-6', () => {
    const out = new Float32Array(system.weightCount);
    system.force.gradient(Float32Array.from(weights), null, 1, out);
    if (settings.cost === 'absolute') return; // its gradient jumps
    expect(
      worstRelative(out, gradientOf(system, Float64Array.from(Float32Array.from(weights)))),
    ).toBeLessThan(1e-6);
  });

  const quadratic = system.couplings(null) !== null;
  if (!quadratic) return;

  it('couplings: C(W) is their form to 1e-11, for all samples and for one', () => {
    const batches = system.sampleCount > 0 ? [null, Int32Array.of(1), Int32Array.of(0, 1, 1)] : [null];
    for (const batch of batches) {
      expect(couplingError({ system, weights }, batch)).toBeLessThan(1e-11);
    }
  });

  it('couplings: the order of the samples in a batch changes nothing to 1e-12', () => {
    if (system.sampleCount < 2) return;
    const some = system.couplings(Int32Array.of(0, 1));
    const other = system.couplings(Int32Array.of(1, 0));
    expect(worstRelative(other?.J ?? [], some?.J ?? [0])).toBeLessThan(1e-12);
    expect(worstRelative(other?.K ?? [], some?.K ?? [0])).toBeLessThan(1e-12);
  });

  it('curvature bound: no Rayleigh quotient of 50 power iterations exceeds it', () => {
    let vector = v.slice();
    let quotient = 0;
    for (let n = 0; n < 50; n++) {
      const next = hessianTimes(system, weights, vector);
      quotient = Math.abs(dot(vector, next)) / dot(vector, vector);
      const size = Math.sqrt(dot(next, next));
      vector = next.map((value) => value / size);
    }
    expect(quotient).toBeLessThanOrEqual((system.curvatureBound(1) ?? 0) * (1 + 1e-12));
  });
});

describe('registry', () => {
  it('systems: every part stands under its own kind and has a case above', () => {
    for (const [kind, part] of Object.entries(systems)) {
      expect(part.kind).toBe(kind);
      expect(systemCases.some((each) => each.kind === kind)).toBe(true);
    }
  });
});

describe('any system of any size (seed 2503)', () => {
  it('gradient, Hessian, batches and couplings: hold as above on 60 random systems', () => {
    const property = fc.property(
      anySystem,
      fc.integer({ min: 1, max: 6 }),
      fc.integer(),
      ({ kind, settings }, samples, seed) => {
        const random = createRandom(seed, 'data');
        const system = randomSystem(kind, settings, samples, random);
        const weights = normals(random, system.weightCount).map((w) => 0.5 * w);
        const v = normals(random, system.weightCount);
        const gradient = gradientOf(system, weights);
        const scale = 1 + Math.max(...gradient.map(Math.abs));
        differencedGradient(system, weights).forEach((g, n) => {
          expect(Math.abs(g - gradient[n]) / scale).toBeLessThan(1e-6);
        });
        expect(symmetryError(system, weights, normals(random, v.length), v)).toBeLessThan(1e-10);
        if (system.sampleCount > 0) expect(sampleSumError(system, weights)).toBeLessThan(1e-12);
        const couplings = system.couplings(null);
        if (couplings === null) return;
        // A force along a flat direction (a field without mass) has no vacuum for the form to stand on.
        if (kind.startsWith('scalar-field') && couplings.flatModes > 0) return;
        const cost = system.cost(weights, null, 1);
        // A nearly flat direction puts the vacuum far away: the form is then a difference of large terms.
        const terms = 1 + Math.abs(cost) + Math.abs(couplings.constant);
        expect(Math.abs(couplingForm(system, weights, null) - cost) / terms).toBeLessThan(1e-11);
      },
    );
    fc.assert(property, { seed: 2503, numRuns: 60 });
  });
});
