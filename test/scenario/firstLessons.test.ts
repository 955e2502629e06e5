import { describe, expect, it } from 'vitest';
import { createSimulation, type Simulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { parseRunDocument } from '../../src/scenario/document.ts';
import { accuracyOf, classesOf } from '../../src/views/charts/learned/classes.ts';
import { shipped } from '../helpers/shipped.ts';

/** What the sentences of the scenarios of every course's first lessons say. */
function ran(id: string, time: number, every?: (simulation: Simulation) => void): Simulation {
  const simulation = createSimulation(parseRunDocument(shipped[id]), typescriptKernels);
  while (simulation.time < time) {
    simulation.advance(1);
    every?.(simulation);
  }
  return simulation;
}

describe('which cost', () => {
  it('one-outlier: nine points close to a line of slope 0.6; squares tilt it to the tenth, absolute errors keep to the nine', () => {
    const [squared, absolute] = ran('one-outlier', 16).tracks;
    expect(squared.weights[0]).toBeLessThan(0.2);
    expect(Math.abs(absolute.weights[0] - 0.6)).toBeLessThan(0.08);
    const { inputs, targets } = squared.data;
    const off = Array.from(targets, (y, l) => Math.abs(y - 0.6 * inputs[l] - 0.1) > 0.2);
    expect(off.filter(Boolean)).toHaveLength(1);
  });
  it('two-classes: cross-entropy parts them all, squared errors get some wrong for the sake of seven far points', () => {
    const [crossed, squared] = ran('two-classes', 32).tracks;
    const { inputs, targets } = crossed.data;
    const classes = classesOf(targets, 1);
    if (classes === null) throw new Error('no classes');
    const accuracy = (track: typeof crossed, logits: boolean): number => {
      const outputs = new Float64Array(targets.length);
      track.system.outputs(track.weights, outputs);
      return accuracyOf(classes, outputs, targets, 1, logits);
    };
    expect(accuracy(crossed, true)).toBe(1);
    expect(accuracy(squared, false)).toBeLessThan(0.9);
    const far = Array.from(targets, (_, l) => inputs[2 * l] > 3);
    expect(far.filter(Boolean)).toHaveLength(7);
  });
});

it('by-heart: training falls on, the test cost is least about t = 1.4 and more than doubles', () => {
  let least = { time: 0, cost: Infinity };
  let training = Infinity;
  const end = ran('by-heart', 160, ({ time, tracks: [{ system, weights }] }) => {
    const cost = system.testCost(weights);
    if (cost < least.cost) {
      least = { time, cost };
      training = system.cost(weights, null, 1);
    }
  });
  expect(Math.abs(least.time - 1.4)).toBeLessThan(0.1);
  const [{ system, weights }] = end.tracks;
  expect(system.testCost(weights)).toBeGreaterThan(2 * least.cost);
  expect(system.cost(weights, null, 1)).toBeLessThan(0.2 * training);
});

it('one hidden layer: thirty units soon fit two swings, three need longer, thirty parabolas are one parabola', () => {
  const [thirty, three] = ran('thirty-units', 32).tracks;
  expect(thirty.cost()).toBeLessThan(0.02);
  expect(three.cost()).toBeGreaterThan(2);
  // The same three later: it was never out of their reach.
  const alone = { version: 1, scenario: three.scenario, edits: [], tracks: [], view: {} } as const;
  const later = createSimulation(alone, typescriptKernels);
  while (later.time < 144) later.advance(64);
  expect(later.tracks[0].cost()).toBeLessThan(0.5);
  const [{ system, weights }] = ran('parabola-units', 16).tracks;
  const grid = Float64Array.from([-1, -0.5, 0, 0.5, 1]);
  const Z = system.evaluate(weights, grid);
  // Third and fourth differences of a parabola on an even grid are 0.
  expect(Math.abs(Z[3] - 3 * Z[2] + 3 * Z[1] - Z[0])).toBeLessThan(
    1e-12 * Math.max(...Z.map(Math.abs)) + 1e-12,
  );
  expect(Math.abs(Z[4] - 4 * Z[3] + 6 * Z[2] - 4 * Z[1] + Z[0])).toBeLessThan(1e-11);
});

it('three units: this training stops far from sin 7x, though weights exist that come within a few per cent', () => {
  // A minimum, and none of the step's own making: finer steps stop there, too.
  const stopped = [1, 1 / 4].map((part) => {
    const document = parseRunDocument(shipped['three-units']);
    const { dynamics } = document.scenario;
    const finer = { ...document.scenario, dynamics: { ...dynamics, dt: part * Number(dynamics.dt) } };
    const simulation = createSimulation({ ...document, scenario: finer }, typescriptKernels);
    while (simulation.time < 256) simulation.advance(64);
    return simulation.tracks[0];
  });
  const [{ system }] = stopped;
  const [cost, finer] = stopped.map((track) => track.system.cost(track.weights, null, 1));
  expect(cost).toBeGreaterThan(4);
  expect(Math.abs(finer / cost - 1)).toBeLessThan(0.001);
  // Into the units, their biases, out of them, the bias of the output: found by least squares from many starts.
  const found = Float64Array.from([-3.19, -0.77, 3.19, -1.37, 0, -1.37, 6.91, -21.96, -6.91, 0]);
  expect(Math.sqrt(system.cost(found, null, 1) / system.sampleCount)).toBeLessThan(0.05);
});

it('addition: what was taught is right to a tenth, 5 + 4 to two tenths of one', () => {
  const [{ system, weights }] = ran('addition', 64).tracks;
  const taught = new Float64Array(4);
  const asked = new Float64Array(1);
  system.outputs(weights, taught);
  system.testOutputs(weights, asked);
  [9, 8, 6, 4].forEach((right, l) => expect(Math.abs(10 * taught[l] - right)).toBeLessThan(0.1));
  expect(Math.abs(10 * asked[0] - 9)).toBeLessThan(0.2);
});
