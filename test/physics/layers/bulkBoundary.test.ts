import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/physics/math/random.ts';
import { bulkBoundary, decompose, systemObstacle } from '../../../src/physics/layers/decomposition.ts';
import { layerEnergies } from '../../../src/physics/layers/energies.ts';
import { isLayered, LayersInMotion } from '../../../src/physics/layers/motion.ts';
import type { Instant } from '../../../src/physics/observables/types.ts';
import { readReference, worstRelative } from '../../helpers/reference.ts';
import { simulate } from '../../helpers/run.ts';
import { normals } from '../../helpers/systems.ts';

interface Case {
  readonly name: string;
  readonly sizes: readonly number[];
  readonly activation: string;
  readonly output_activation: string;
  readonly W: readonly number[];
  readonly Wdot: readonly number[];
  readonly x: readonly number[];
  readonly xdot: readonly number[];
  readonly y: readonly number[];
  readonly expected: {
    readonly L: number;
    readonly L_bulk: number;
    readonly L_boundary: number;
    readonly bulk_terms: readonly number[];
    readonly boundary_terms: readonly number[];
    readonly z: readonly (readonly number[])[];
    readonly zdot: readonly (readonly number[])[];
    readonly L_boundary_with_slide_coefficient: number;
  };
  readonly batch: {
    readonly gamma: number;
    readonly X: readonly (readonly number[])[];
    readonly Xdot: readonly (readonly number[])[];
    readonly Y: readonly (readonly number[])[];
    readonly expected: Readonly<Record<'T_layer' | 'P_flux' | 'dT_dt', readonly number[]>>;
  };
}
const { cases } = readReference<{ readonly cases: readonly Case[] }>('bulk_boundary');

function instantOf(
  { sizes, activation, output_activation: outputActivation, W, Wdot }: Case,
  data: Readonly<Record<string, unknown>>,
  gamma: number,
): Instant {
  return simulate({
    system: { kind: 'dense', sizes, activation, outputActivation },
    data: { kind: 'explicit', ...data },
    initial: { kind: 'explicit', weights: W, velocity: Wdot },
    dynamics: { kind: 'second-order', dt: 0.01 },
    expansion: { kind: 'de-sitter', gamma },
  }).instant();
}

describe.each(cases)('reference $name', (each) => {
  const { x, xdot, y, expected, batch } = each;
  const single = instantOf(each, { X: [x], Xdot: [xdot], Y: [y] }, 1);

  it('bulk and boundary: each of the seven terms, their sums and L to 1e-12', () => {
    const seen = bulkBoundary.compute(single);
    const found = decompose(single);
    if (typeof found === 'string') throw new Error(found);
    expect(worstRelative(seen?.bulkTerms ?? [], expected.bulk_terms)).toBeLessThan(1e-12);
    expect(worstRelative(seen?.boundaryTerms ?? [], expected.boundary_terms)).toBeLessThan(1e-12);
    const sums = [seen?.bulk ?? NaN, seen?.boundary ?? NaN, found.lagrangian];
    expect(worstRelative(sums, [expected.L_bulk, expected.L_boundary, expected.L])).toBeLessThan(1e-12);
  });

  it('bulk and boundary: the coefficient of the slides is off by exactly the first boundary term (E12)', () => {
    const seen = bulkBoundary.compute(single);
    const [half] = seen?.boundaryTerms ?? [];
    expect((seen?.boundary ?? NaN) + half).toBeCloseTo(expected.L_boundary_with_slide_coefficient, 11);
  });

  it('layers in motion: z and its rate to 1e-12', () => {
    if (!isLayered(single.system)) throw new Error('no layers');
    const motion = new LayersInMotion(single.system);
    motion.follow(single.weights, single.velocity, 0);
    const levels = motion.levels.slice(1);
    expect(
      worstRelative(
        levels.flatMap(({ z }) => [...z]),
        expected.z.flat(),
      ),
    ).toBeLessThan(1e-12);
    expect(
      worstRelative(
        levels.flatMap(({ zRate }) => [...zRate]),
        expected.zdot.flat(),
      ),
    ).toBeLessThan(1e-12);
  });

  it('layer energies of a full batch whose inputs move: T, P and dT/dt to 1e-12, and no L of one sample', () => {
    const { gamma, X, Xdot, Y } = batch;
    const seen = bulkBoundary.compute(instantOf(each, { X, Xdot, Y }, gamma));
    const { T_layer: kinetic, P_flux: flux, dT_dt: rate } = batch.expected;
    expect(worstRelative(seen?.layerKinetic ?? [], kinetic)).toBeLessThan(1e-12);
    expect(worstRelative(seen?.layerFlux ?? [], flux)).toBeLessThan(1e-12);
    expect(worstRelative(seen?.layerRate ?? [], rate)).toBeLessThan(1e-12);
    expect(seen).toMatchObject({ bulk: null, boundary: null, bulkTerms: null, boundaryTerms: null });
  });
});

const random = createRandom(3, 'data');
const rows = (count: number, width: number): number[][] =>
  Array.from({ length: count }, () => [...normals(random, width)]);

/** A system in motion with three samples whose inputs move; the second is at work, or all. */
function moving(
  system: Readonly<Record<string, unknown>>,
  [inputs, outputs]: readonly [number, number],
  batch: Readonly<Record<string, unknown>> = { kind: 'sequence', indices: [1] },
  dynamics: Readonly<Record<string, unknown>> = { kind: 'second-order', dt: 0.01 },
): Instant {
  const simulation = simulate({
    system,
    data: { kind: 'explicit', X: rows(3, inputs), Xdot: rows(3, inputs), Y: rows(3, outputs) },
    batch,
    dynamics,
    initial: { kind: 'random', scale: 0.7, velocityScale: 1 },
    expansion: { kind: 'de-sitter', gamma: 0.6 },
  });
  simulation.advance(3);
  return simulation.instant();
}

const dense = { kind: 'dense', sizes: [3, 4, 5, 2] };
const ring = { kind: 'deep-ring', N: 6, depth: 3, reach: 1, biases: true };
const split: readonly [string, Readonly<Record<string, unknown>>, readonly [number, number]][] = [
  ['dense', dense, [3, 2]],
  ['dense, one layer', { kind: 'dense', sizes: [3, 2] }, [3, 2]],
  [
    'dense, softplus, sigmoid outputs',
    { ...dense, activation: 'softplus', outputActivation: 'sigmoid' },
    [3, 2],
  ],
  ['dense, σ in the forward pass', { ...dense, parameterization: 'ntk', sigmaW: 1.3, sigmaB: 0.4 }, [3, 2]],
  ['dense, absolute cost', { ...dense, cost: 'absolute' }, [3, 2]],
  ['deep ring', { ...ring, residual: false }, [6, 6]],
  ['deep ring, one layer', { ...ring, depth: 1, residual: true }, [6, 6]],
];

describe.each(split)('%s', (_, system, shape) => {
  it.each([['sample'], ['unbiased']])(
    'L = L_bulk + L_boundary to 1e-13, whatever the rates of the inputs (%s)',
    (weight) => {
      const found = decompose(moving(system, shape, { kind: 'sequence', indices: [1], weight }));
      if (typeof found === 'string') throw new Error(found);
      expect(found.residual).toBeLessThan(1e-13);
      expect(Math.abs(found.terms[4])).toBeGreaterThan(1e-3);
    },
  );
});

describe('bulk and boundary are refused with the reason, and the energies of the layers hold', () => {
  const refused: readonly [string, Instant][] = [
    ['batch', moving(dense, [3, 2], { kind: 'full' })],
    ['batch', moving(dense, [3, 2], { kind: 'mini', size: 2 })],
    ['biases', moving({ ...ring, biases: false, residual: false }, [6, 6])],
    ['shared', moving({ kind: 'conv-ring', N: 6, channels: [2, 3], reach: 1 }, [6, 6])],
    ['biases', moving({ kind: 'conv-ring', N: 6, channels: [2], reach: 1, biases: false }, [6, 6])],
    ['silent', moving({ ...dense, parameterization: 'ntk', sigmaB: 0 }, [3, 2])],
    ['residual', moving({ ...ring, residual: true }, [6, 6])],
  ];
  it.each(refused)('%s', (reason, instant) => {
    expect(decompose(instant)).toBe(reason);
    if (reason !== 'batch') expect(systemObstacle(instant.system)).toBe(reason);
    const energies = layerEnergies(instant);
    expect(energies?.residual).toBeLessThan(1e-13);
    expect(bulkBoundary.compute(instant)).toMatchObject({ bulk: null, bulkTerms: null });
  });

  it('layers: a lattice has none', () => {
    const instant = moving({ kind: 'ring-shared', N: 6 }, [6, 6]);
    expect(decompose(instant)).toBe('layers');
    expect(bulkBoundary.compute(instant)).toBeNull();
  });
});

describe.each([
  ...split,
  ['deep ring with residual wires', { ...ring, residual: true }, [6, 6]],
  ['convolutional ring', { kind: 'conv-ring', N: 6, channels: [2, 3], reach: 1 }, [6, 6]],
  ['linear convolutional ring', { kind: 'conv-ring', N: 6, channels: [], reach: 1 }, [6, 6]],
] as typeof split)('energy of the layers: %s', (_, system, shape) => {
  it.each([['full'], ['mini']])('Ṫ = −2γT + P − P⁺ to 1e-13 in every layer (%s batch)', (kind) => {
    const instant = moving(system, shape, kind === 'mini' ? { kind, size: 2, weight: 'unbiased' } : { kind });
    const energies = layerEnergies(instant);
    expect(energies?.residual).toBeLessThan(1e-13);
    // ΣT is the kinetic energy, and d(ΣT + C)/dt = −2γΣT + P₀.
    const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
    const { kinetic, flux, rate, friction } = energies ?? expect.fail('no layers');
    expect(sum(kinetic)).toBeCloseTo(instant.budget.kinetic, 12);
    const balance = sum(rate) + flux[flux.length - 1] + sum(friction) - flux[0];
    expect(Math.abs(balance)).toBeLessThan(1e-12 * Math.max(...flux.map(Math.abs), sum(friction)));
  });

  it('P_M is dC/dt along the motion where the inputs rest, by differences to 1e-6', () => {
    const instant = moving(system, shape, { kind: 'full' });
    const { system: network, weights, velocity } = instant;
    const { layers = expect.fail('no layers') } = network;
    const { inputRates: _moving, ...data } = layers.data;
    const flux =
      layerEnergies({ ...instant, system: { ...network, layers: { ...layers, data } } })?.flux ??
      expect.fail('no layers');
    const at = (h: number): number =>
      network.cost(
        weights.map((w, n) => w + h * velocity[n]),
        null,
        1,
      );
    const slope = (at(1e-5) - at(-1e-5)) / 2e-5;
    expect(flux[0]).toBe(0);
    expect(Math.abs(flux[flux.length - 1] / slope - 1)).toBeLessThan(1e-6);
  });
});

it('energy of the layers: at η = 1/γ motion without inertia gives all of its power to friction, Ṫ = 0', () => {
  const instant = moving(dense, [3, 2], { kind: 'full' }, { kind: 'gradient-flow', dt: 0.01 });
  const { rate, friction } = layerEnergies(instant) ?? expect.fail('no layers');
  for (const [m, value] of rate.entries()) expect(Math.abs(value)).toBeLessThan(1e-12 * friction[m]);
});

it('energy of the layers: at rest at the big bang nothing flows, and every number is finite', () => {
  const simulation = simulate({
    system: dense,
    data: { kind: 'explicit', X: rows(3, 3), Y: rows(3, 2) },
    expansion: { kind: 'nesterov' },
  });
  const energies = layerEnergies(simulation.instant());
  expect(energies).toMatchObject({ residual: 0 });
  expect([...(energies?.rate ?? [NaN])].every((value) => value === 0)).toBe(true);
});
