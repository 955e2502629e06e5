import { describe, expect, it } from 'vitest';
import { createSimulation, type Simulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { continuumTrack } from '../../src/scenario/continuum.ts';
import type { ContinuumOrder } from '../../src/scenario/types.ts';
import { worstRelative } from '../helpers/reference.ts';
import { documentOf } from '../helpers/run.ts';

const beside = (order: ContinuumOrder, sections: Readonly<Record<string, unknown>>): Simulation =>
  createSimulation(documentOf(sections, [continuumTrack(order)]), typescriptKernels);

const example2 = {
  seed: 11,
  system: { kind: 'ring-two-layer', N: 12 },
  data: { kind: 'smooth-random', samples: 3, correlation: 3 },
  initial: { kind: 'random', scale: 0.3 },
  dynamics: { kind: 'second-order', dt: 1 / 128, substeps: 1 },
  expansion: { kind: 'de-sitter', gamma: 1.5 },
};

describe('Example 2 beside its continuum', () => {
  it('four fields: the network itself at t = 5, its cost to 1e-12, its weights to the digits of a frame', () => {
    const simulation = beside('four-field', example2);
    expect(simulation.advance(640)).toEqual({ done: 640, blowUp: null });
    const [network, fields] = simulation.tracks;
    const read = new Float32Array(network.weights.length);
    fields.shown.write(read);
    expect(worstRelative(read, network.weights)).toBeLessThan(1e-7);
    expect(Math.abs(fields.cost() / network.cost() - 1)).toBeLessThan(1e-12);
  });

  it('cell potential: uniform data and weights are its limit, energies to 1e-12 at t = 5', () => {
    const N = 6;
    const row = (value: number): number[] => Array<number>(N).fill(value);
    const weights = [...row(0.4), ...row(0.4), ...row(-0.3), ...row(-0.3)];
    const uniform = {
      ...example2,
      system: { kind: 'ring-two-layer', N },
      data: { kind: 'explicit', X: [row(0.8), row(-0.5)], Y: [row(0.6), row(1.1)] },
      initial: { kind: 'explicit', weights },
    };
    const simulation = beside('cell', uniform);
    expect(simulation.advance(640)).toEqual({ done: 640, blowUp: null });
    const [network, field] = simulation.tracks;
    expect(Math.abs(field.cost() / network.cost() - 1)).toBeLessThan(1e-12);
    expect(Math.abs(field.kinetic() / network.kinetic() - 1)).toBeLessThan(1e-9);
  });

  it('Eq. 19: not its limit; from the same start it is elsewhere by t = 5 (E6)', () => {
    const simulation = beside('quadratic', example2);
    simulation.advance(640);
    const [network, field] = simulation.tracks;
    const read = new Float32Array(network.weights.length);
    field.shown.write(read);
    expect(worstRelative(read, network.weights)).toBeGreaterThan(0.5);
  });
});
