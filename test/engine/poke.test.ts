import { describe, expect, it } from 'vitest';
import { Client } from '../../src/engine/client.ts';
import { createSimulation, type Simulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { parseRunDocument, serializeRunDocument } from '../../src/scenario/document.ts';
import { ScenarioError, type PokeCommand } from '../../src/scenario/types.ts';
import { marksOf } from '../../src/ui/timeline/marks.ts';
import { markText } from '../../src/ui/timeline/words.ts';
import { run } from '../cli/capture.ts';
import { bits, documentOf, simulate } from '../helpers/run.ts';
import { FakeWorkers } from '../helpers/workers.ts';

const sections = {
  system: { kind: 'ring-shared', N: 12 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  initial: { kind: 'zero' },
  dynamics: { kind: 'second-order', dt: 0.0625 },
  expansion: { kind: 'de-sitter', gamma: 0.3 },
};
const flow = { id: 'ghost', role: 'ghost', sections: { dynamics: { kind: 'gradient-flow' } } };
const twin = { id: 'compare', role: 'other', sections: { expansion: { kind: 'de-sitter', gamma: 1 } } };

const poke = (more: Partial<PokeCommand> = {}): PokeCommand => ({
  kind: 'poke',
  target: 'weights',
  profile: { at: [5], add: [0.75] },
  ...more,
});
const stateOf = ({ tracks }: Simulation): string[] =>
  tracks.flatMap(({ weights, velocity }) => [bits(weights), bits(velocity)]);

describe('poke', () => {
  it('a field at rest that is poked is the field that starts so: the same bits, friction being constant', () => {
    const poked = simulate(sections);
    poked.advance(40);
    poked.edit(poke({ profile: { at: [5, 7], add: [0.75, -1] } }));
    const weights = Array.from({ length: 12 }, (_, n) => (n === 5 ? 0.75 : n === 7 ? -1 : 0));
    const started = simulate({ ...sections, initial: { kind: 'explicit', weights } });
    for (let step = 0; step < 5; step++) {
      expect(bits(poked.tracks[0].weights)).toBe(bits(started.tracks[0].weights));
      poked.advance(9);
      started.advance(9);
    }
  });

  it('velocity: adds to it alone; the work done is the kinetic energy, and the budget closes', () => {
    const simulation = simulate(sections);
    simulation.advance(8);
    simulation.edit(poke({ target: 'velocity', profile: { at: [2], add: [3] } }));
    const [main] = simulation.tracks;
    expect(Array.from(main.weights)).toEqual(Array.from({ length: 12 }, () => 0));
    expect(main.velocity[2]).toBe(3);
    expect(main.kinetic()).toBe(4.5);
    expect(main.injectedEnergy).toBe(4.5);
    expect(main.budget().residual).toBe(0);
  });

  it('a bump is the initial state of that name, on a ring and on a torus', () => {
    for (const system of [
      { kind: 'ring-shared', N: 12 },
      { kind: 'torus-shared', rows: 4, columns: 6 },
    ]) {
      const bump = { center: 1, width: 1.5, amplitude: 2 };
      const simulation = simulate({ ...sections, system });
      simulation.edit(poke({ profile: { shape: 'bump', ...bump } }));
      const started = simulate({ ...sections, system, initial: { kind: 'bump', ...bump } });
      expect(bits(simulation.tracks[0].weights)).toBe(bits(started.tracks[0].weights));
      simulation.edit(poke({ profile: { shape: 'bump', ...bump, amplitude: -2 } }));
      expect(Math.max(...simulation.tracks[0].weights.map(Math.abs))).toBe(0);
    }
  });

  it('two of one step both count; runs of the main one’s kind take them, a named one alone', () => {
    const simulation = simulate(sections, [flow, twin]);
    simulation.advance(3);
    simulation.edit(poke());
    simulation.edit(poke());
    expect(simulation.tracks.map(({ weights }) => weights[5])).toEqual([1.5, 1.5, 1.5]);
    simulation.edit(poke({ track: 'compare', profile: { at: [0], add: [1] } }));
    simulation.edit(poke({ track: 'main', profile: { at: [1], add: [1] } }));
    expect(simulation.tracks.map(({ weights }) => [weights[0], weights[1]])).toEqual([
      [0, 1],
      [0, 0],
      [1, 0],
    ]);
  });

  it('is in the document: printed, read and run again, sliced or restored, the same bits', () => {
    const simulation = simulate(sections, [flow, twin]);
    simulation.advance(10);
    simulation.edit(poke());
    const snapshot = simulation.snapshot();
    simulation.advance(7);
    simulation.edit({ kind: 'set', path: 'expansion.gamma', value: 2 });
    simulation.edit(poke({ target: 'velocity', track: 'compare' }));
    simulation.edit(poke({ profile: { shape: 'bump', center: 3, width: 2, amplitude: 0.5 } }));
    simulation.advance(30);
    const end = stateOf(simulation);
    const text = serializeRunDocument(simulation.document);
    const again = createSimulation(parseRunDocument(text), typescriptKernels);
    expect(serializeRunDocument(again.document)).toBe(text);
    for (let step = 0; step < 47; step++) again.advance(1);
    expect(stateOf(again)).toEqual(end);
    simulation.restore(snapshot);
    simulation.advance(37);
    expect(stateOf(simulation)).toEqual(end);
    const marks = marksOf(again.document, 0).map((mark) => markText(again.document.scenario, mark));
    expect(marks).toEqual(['poke at site 5', 'γ 0.3 → 2', 'poke at site 5', 'poke at site 3']);
  });

  it('in the terminal: a row at its step is after it', async () => {
    const edits = [{ step: 4, command: poke() }];
    const document = { version: 1, scenario: { version: 1, ...sections }, edits };
    const { code, out } = await run(['a.json', '--steps', '6'], { 'a.json': JSON.stringify(document) });
    expect(code).toBe(0);
    const weights = JSON.parse(out).weights.map((row: number[]) => row[5]);
    expect(weights.slice(0, 5)).toEqual([0, 0, 0, 0, 0.75]);
    expect(weights[5]).toBeLessThan(0.75);
  });

  it.each([
    ['profile.at', poke({ profile: { at: [12], add: [1] } })],
    ['profile.add', poke({ profile: { at: [1, 2], add: [1] } })],
    ['track', poke({ track: 'nobody' })],
    ['target', poke({ target: 'velocity', track: 'ghost' })],
  ])('what does not fit is refused at %s, live and in a document', (path, command) => {
    const simulation = simulate(sections, [flow]);
    const before = stateOf(simulation);
    const thrown = (make: () => unknown): unknown => {
      try {
        make();
      } catch (error) {
        return error instanceof ScenarioError ? error.path : error;
      }
      return null;
    };
    // On its own it stands in no document.
    expect(thrown(() => simulation.edit(command))).toBe(path);
    expect(stateOf(simulation)).toEqual(before);
    expect(simulation.document.edits).toEqual([]);
    expect(thrown(() => documentOf(sections, [flow], [{ step: 1, command }]))).toBe(
      `edits[0].command.${path}`,
    );
  });

  it('what only the made system tells: no lattice for a bump, no velocity at the big bang', () => {
    const bang = simulate({ ...sections, expansion: { kind: 'power-law', n: 3, t0: 0 } });
    expect(() => bang.edit(poke({ target: 'velocity' }))).toThrow(/big bang/);
    bang.edit(poke());
    const neuron = simulate({ system: { kind: 'linear-neuron', N: 4 } });
    if (neuron.tracks[0].system.layout.sheets.length === 0) {
      const profile = { shape: 'bump', center: 1, width: 1, amplitude: 1 } as const;
      expect(() => neuron.edit(poke({ profile }))).toThrow(/no lattice/);
    }
    expect(() => documentOf(sections, [], [{ step: 0, command: { kind: 'kick' } }])).toThrow(
      /"set" or "poke" or "source" or "state"/,
    );
  });

  it('on the page: pokes on their way are all made, values of one path are one', () => {
    const workers = new FakeWorkers();
    const client = new Client(workers.spawn);
    client.open(documentOf(sections));
    workers.settle();
    for (let n = 0; n < 3; n++) {
      client.edit(poke());
      client.edit({ kind: 'set', path: 'expansion.gamma', value: n });
    }
    workers.settle();
    expect(client.frame()?.tracks[0].weights[5]).toBe(2.25);
    const made = workers.ports[0].received.flatMap((message) =>
      message.type === 'edit' ? [message.command.kind] : [],
    );
    expect(made).toEqual(['poke', 'poke', 'poke', 'set']);
  });
});
