import { describe, expect, it } from 'vitest';
import { parseRunDocument, serializeRunDocument } from '../../src/scenario/document.ts';
import { ScenarioError, type RunDocument } from '../../src/scenario/types.ts';
import { createSimulation, type Simulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { bits, documentOf, simulate, ringSections as sections } from '../helpers/run.ts';

const ghost = {
  id: 'ghost',
  role: 'ghost',
  sections: { dynamics: { kind: 'gradient-flow', substeps: 'auto' } },
};
const twin = { id: 'compare', role: 'other', sections: { expansion: { kind: 'de-sitter', gamma: 5 } } };
const theory = { id: 'theory', role: 'theory', sections: { dynamics: { kind: 'exact' } } };

const ZEROS = Array.from({ length: 12 }, () => 0);
const XOR = [
  [0, 0],
  [0, 1],
  [1, 0],
  [1, 1],
];

const stateOf = ({ tracks }: Simulation): string[] =>
  tracks.flatMap(({ weights, velocity }) => [bits(weights), bits(velocity)]);
const open = (document: RunDocument): Simulation => createSimulation(document, typescriptKernels);

/** A run whose friction was raised at step 40 and whose runs met at step 60. */
function met(): Simulation {
  const simulation = simulate(sections, [ghost, twin, theory]);
  simulation.advance(40);
  simulation.edit({ kind: 'set', path: 'expansion.gamma', value: 2 });
  simulation.advance(20);
  simulation.edit(simulation.meeting());
  return simulation;
}

describe('runs meet', () => {
  it('at that step weights and velocity of runs with inertia are the main run’s to the last bit', () => {
    const simulation = met();
    const [main, flow, compared, exact] = simulation.tracks;
    expect(bits(flow.weights)).toBe(bits(main.weights));
    for (const other of [compared, exact]) {
      expect(bits(other.weights)).toBe(bits(main.weights));
      expect(bits(other.velocity)).toBe(bits(main.velocity));
      expect(other.kinetic()).toBe(main.kinetic());
    }
    simulation.advance(8);
    const apart = (other: typeof main): number =>
      Math.max(...other.weights.map((weight, n) => Math.abs(weight - main.weights[n])));
    expect(apart(compared)).toBeGreaterThan(1e-3);
    expect(apart(flow)).toBeGreaterThan(1e-3);
    // The closed form follows the same motion: apart by the steps' own error, of second order in h ω ≈ 0.17.
    expect(apart(exact)).toBeLessThan(1e-3);
  });

  it('the flow’s velocity is its own, −∂C/∂w / γ', () => {
    const simulation = met();
    const [, flow] = simulation.tracks;
    const gradient = new Float64Array(12);
    flow.system.force.gradient(flow.weights, null, 1, gradient);
    for (let n = 0; n < 12; n++) expect(flow.velocity[n]).toBeCloseTo(-gradient[n] / 2, 14);
  });

  it('the main run goes on as if nothing had been done, bit for bit', () => {
    const simulation = met();
    const alone = simulate(sections);
    alone.advance(40);
    alone.edit({ kind: 'set', path: 'expansion.gamma', value: 2 });
    simulation.advance(140);
    alone.advance(160);
    expect(bits(simulation.tracks[0].weights)).toBe(bits(alone.tracks[0].weights));
    expect(simulation.tracks[0].budget()).toEqual(alone.tracks[0].budget());
  });

  it('energy that a meeting brings into a run is counted: every budget closes to 1e-3', () => {
    const simulation = met();
    simulation.advance(200);
    for (const { firstOrder, budget } of simulation.tracks.map((track) => ({
      firstOrder: track.firstOrder,
      budget: track.budget(),
    }))) {
      if (!firstOrder) expect(Math.abs(budget.residual)).toBeLessThan(1e-3);
    }
    expect(simulation.tracks[2].injectedEnergy).not.toBe(0);
  });

  it('the same bits when it is sought, read back from its text, or sliced otherwise', () => {
    const simulation = met();
    const before = simulation.snapshot();
    simulation.advance(100);
    simulation.edit({ kind: 'set', path: 'data.K', value: 2.1 });
    simulation.advance(30);
    const end = stateOf(simulation);
    simulation.restore(before);
    simulation.advance(130);
    expect(stateOf(simulation)).toEqual(end);
    const again = open(parseRunDocument(serializeRunDocument(simulation.document)));
    for (let n = 0; n < 190; n++) again.advance(1);
    expect(stateOf(again)).toEqual(end);
  });

  it('a change at the very step of the meeting, and two meetings there, replay to the same bits', () => {
    // A cost whose curvature changes: sub-steps of the flow depend on where its weights were when a change was made.
    const bent = {
      ...sections,
      system: { kind: 'dense', sizes: [2, 4, 1], activation: 'tanh', outputActivation: 'linear' },
      data: { kind: 'explicit', X: XOR, Y: [[0], [1], [1], [0]] },
      initial: { kind: 'random', scale: 1 },
      seed: 3,
    };
    const simulation = simulate(bent, [{ ...ghost, sections: { dynamics: ghost.sections.dynamics } }, twin]);
    simulation.advance(64);
    simulation.edit(simulation.meeting());
    simulation.edit({ kind: 'set', path: 'expansion.gamma', value: 0.01 });
    simulation.edit(simulation.meeting());
    simulation.edit({
      kind: 'set',
      path: 'data.X',
      value: XOR.map((x) => x.map((one) => 3 * one)),
    });
    simulation.advance(100);
    const again = open(parseRunDocument(serializeRunDocument(simulation.document)));
    again.advance(164);
    expect(stateOf(again)).toEqual(stateOf(simulation));
  });

  it('a continuum and a run of another network go on as they are', () => {
    const continuum = { id: 'continuum', role: 'continuum', sections: {}, continuum: { mesh: 2 } };
    const other = {
      id: 'compare',
      role: 'other',
      sections: { system: { kind: 'ring-shared', N: 12, p: 0.5 } },
    };
    const larger = {
      id: 'larger',
      role: 'other',
      sections: {
        system: { kind: 'ring-shared', N: 16 },
        data: { kind: 'uniform-bonds', K: 1, J: 1 },
        initial: { kind: 'zero' },
      },
    };
    const simulation = simulate(sections, [continuum, other, larger]);
    simulation.advance(30);
    const before = simulation.tracks.map(({ weights }) => bits(weights));
    simulation.edit(simulation.meeting());
    const after = simulation.tracks.map(({ weights }) => bits(weights));
    expect(after[1]).toBe(before[1]);
    expect(after[2]).toBe(after[0]);
    expect(after[3]).toBe(before[3]);
  });

  it('a state of another size, or one that is no number, is refused by its place', () => {
    const refused = (weights: unknown, velocity: unknown = ZEROS): string => {
      try {
        documentOf(sections, [], [{ step: 3, command: { kind: 'state', weights, velocity } }]);
        return 'taken';
      } catch (error) {
        if (!(error instanceof ScenarioError)) throw error;
        return error.path;
      }
    };
    const right = ZEROS.map(() => 0.5);
    expect(refused(right)).toBe('taken');
    expect(refused(right.slice(1))).toBe('edits[0].command.weights');
    expect(refused(right, [])).toBe('edits[0].command.velocity');
    expect(refused([...right.slice(1), 'x'])).toBe('edits[0].command.weights[11]');
  });
});
