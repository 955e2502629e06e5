import { momentum } from '../../src/physics/observables/friction.ts';
import { expect, it } from 'vitest';
import { readReference, worstRelative } from '../helpers/reference.ts';
import { simulate } from '../helpers/run.ts';

/*
 * Trajectories of the reference files through the whole road: scenario, system, integrator, engine.
 * Tolerances of physics.md section 10: RK4 1e-8, steps 1e-12.
 */

interface Trajectory {
  t: number[];
  W: number[][];
  V?: number[][];
  C: number[];
}
interface Steps {
  eta: number;
  steps: number;
  W: number[][];
  sample_index?: number[];
}
interface Kdk {
  gamma: number;
  h: number;
  steps: number;
  mu_equiv: number;
  eta_equiv: number;
  W: number[][];
  V: number[][];
}
interface Expected {
  second_order: Trajectory;
  gradient_flow: Trajectory & { eta: number };
  gd: Steps;
  sgd?: Steps;
  kdk_heavy_ball: Kdk;
}
interface Case {
  name: string;
  gamma: number;
  expected: Expected;
  sections: Record<string, unknown>;
}
type Raw = Record<string, never> & { name: string; gamma: number; expected: Expected };

const ring1 = readReference<{ cases: Raw[] }>('ex1_ring').cases.map((raw): Case => ({
  name: `ex1_ring ${raw.name}`,
  gamma: raw.gamma,
  expected: raw.expected,
  sections: {
    system: { kind: 'ring-perceptron', N: raw.N, p: raw.p, q: raw.q },
    data: { kind: 'explicit', X: raw.X, Y: raw.Y },
    initial: { kind: 'explicit', weights: raw.W0, velocity: raw.V0 },
  },
}));
const ring2 = readReference<{ cases: Raw[] }>('ex2_ring').cases.map((raw): Case => ({
  name: `ex2_ring ${raw.name}`,
  gamma: raw.gamma,
  expected: raw.expected,
  sections: {
    system: { kind: 'ring-two-layer', N: raw.N, p: raw.p, q: raw.q, r: raw.r },
    data: { kind: 'explicit', X: raw.X, Y: raw.Y },
    initial: {
      kind: 'explicit',
      weights: [...(raw.W1_0 as number[]), ...(raw.W2_0 as number[])],
      velocity: [...(raw.V1_0 as number[]), ...(raw.V2_0 as number[])],
    },
  },
}));
const dense = readReference<{ cases: Raw[] }>('mlp_dense').cases.map((raw): Case => ({
  name: `mlp_dense ${raw.name}`,
  gamma: raw.gamma,
  expected: raw.expected,
  sections: {
    system: {
      kind: 'dense',
      sizes: raw.sizes,
      activation: raw.activation,
      outputActivation: raw.output_activation,
    },
    data: { kind: 'explicit', X: raw.X, Y: raw.Y },
    initial: { kind: 'explicit', weights: raw.W0, velocity: raw.V0 },
  },
}));
const cases = [...ring1, ...ring2, ...dense];
const sgdCases = cases.filter(({ expected }) => expected.sgd !== undefined);

/** Worst relative deviation of weights, velocity and cost along a trajectory. */
function follow(simulation: ReturnType<typeof simulate>, expected: Trajectory): number {
  const [track] = simulation.tracks;
  let worst = 0;
  expected.t.forEach((t, row) => {
    const { blowUp } = simulation.advance(Math.round(t / simulation.dt) - simulation.step);
    expect(blowUp).toBeNull();
    worst = Math.max(worst, worstRelative(track.weights, expected.W[row]));
    worst = Math.max(worst, worstRelative([track.cost()], [expected.C[row]]));
    if (expected.V !== undefined) {
      worst = Math.max(worst, worstRelative(track.velocity, expected.V[row]));
    }
  });
  return worst;
}

const deviations: Record<string, number> = {};
const note = (name: string, worst: number): number => {
  deviations[name] = worst;
  return worst;
};

it.each(cases)('reference integrator: second order of $name within 1e-8', (entry) => {
  const simulation = simulate({
    ...entry.sections,
    dynamics: { kind: 'reference', dt: 0.25 },
    expansion: { kind: 'de-sitter', gamma: entry.gamma },
  });
  expect(note(`${entry.name} second order`, follow(simulation, entry.expected.second_order))).toBeLessThan(
    1e-8,
  );
});

it.each(cases)('gradient flow: $name within 1e-8', (entry) => {
  const simulation = simulate({
    ...entry.sections,
    dynamics: { kind: 'gradient-flow', dt: 1 / 1024 },
    expansion: { kind: 'de-sitter', gamma: entry.gamma },
  });
  expect(note(`${entry.name} gradient flow`, follow(simulation, entry.expected.gradient_flow))).toBeLessThan(
    1e-8,
  );
});

it.each(cases)('second order (KDK): $name converges at order 2 to the exact trajectory', (entry) => {
  const error = (dt: number): number =>
    follow(
      simulate({
        ...entry.sections,
        dynamics: { kind: 'second-order', dt },
        expansion: { kind: 'de-sitter', gamma: entry.gamma },
      }),
      {
        t: entry.expected.second_order.t.slice(0, 3),
        W: entry.expected.second_order.W,
        C: entry.expected.second_order.C,
      },
    );
  const coarse = error(1 / 128);
  const fine = error(1 / 256);
  expect(coarse / fine).toBeGreaterThan(3.8);
  expect(coarse / fine).toBeLessThan(4.2);
});

it.each(cases)('gradient descent: steps of $name within 1e-12', (entry) => {
  const { eta, W } = entry.expected.gd;
  const simulation = simulate({
    ...entry.sections,
    initial: { ...(entry.sections.initial as object), velocity: undefined },
    dynamics: { kind: 'gradient-descent', dt: 1, eta },
  });
  let worst = 0;
  for (const row of W.slice(1)) {
    simulation.advance(1);
    worst = Math.max(worst, worstRelative(simulation.tracks[0].weights, row));
  }
  expect(note(`${entry.name} gd`, worst)).toBeLessThan(1e-12);
});

it.each(sgdCases)('gradient descent by single samples in turn: $name within 1e-12', (entry) => {
  const { eta, W, sample_index: indices } = entry.expected.sgd as Steps;
  const simulation = simulate({
    ...entry.sections,
    initial: { ...(entry.sections.initial as object), velocity: undefined },
    batch: { kind: 'sequence', indices },
    dynamics: { kind: 'gradient-descent', dt: 1, eta },
  });
  let worst = 0;
  for (const row of W) {
    simulation.advance(1);
    worst = Math.max(worst, worstRelative(simulation.tracks[0].weights, row));
  }
  expect(note(`${entry.name} sgd`, worst)).toBeLessThan(1e-12);
});

it.each(cases)('second order (KDK): golden steps of $name within 1e-12, and its momentum SGD', (entry) => {
  const { h, W, V, mu_equiv: mu, eta_equiv: eta } = entry.expected.kdk_heavy_ball;
  const simulation = simulate({
    ...entry.sections,
    dynamics: { kind: 'second-order', dt: h },
    expansion: { kind: 'de-sitter', gamma: entry.expected.kdk_heavy_ball.gamma },
  });
  const [track] = simulation.tracks;
  let worst = 0;
  for (let step = 1; step < W.length; step++) {
    simulation.advance(1);
    worst = Math.max(worst, worstRelative(track.weights, W[step]), worstRelative(track.velocity, V[step]));
  }
  expect(note(`${entry.name} kdk`, worst)).toBeLessThan(1e-12);
  const told = momentum.compute(simulation.instant());
  expect(worstRelative([told?.mu ?? NaN, told?.eta ?? NaN], [mu, eta])).toBeLessThan(1e-14);
});

it('reference files: every deviation was measured', () => {
  expect(Object.keys(deviations).length).toBe(4 * cases.length + sgdCases.length);
  if (process.env.REPORT !== undefined) process.stdout.write(`${JSON.stringify(deviations, null, 1)}\n`);
});
