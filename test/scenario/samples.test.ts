import { describe, expect, it } from 'vitest';
import { createSimulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { parseRunDocument } from '../../src/scenario/document.ts';
import { currentScenario, patchScenario } from '../../src/scenario/patch.ts';
import { systemFor, withSamples } from '../../src/scenario/samples.ts';
import type { RunDocument, SetCommand } from '../../src/scenario/types.ts';

const documentOf = (scenario: object, rest: object = {}): RunDocument =>
  parseRunDocument(JSON.stringify({ version: 1, scenario: { version: 1, ...scenario }, ...rest }));

const xor = documentOf({ system: { kind: 'dense', sizes: [2, 5, 1] }, data: { kind: 'xor' } });

/** Samples of a run as its data section lists them. */
function listed(document: RunDocument): { kind: string; X: number[][]; Y: number[][] } {
  const { data } = createSimulation(document, typescriptKernels).tracks[0];
  const rows = (values: Float64Array): number[][] => {
    const width = values.length / data.sampleCount;
    return Array.from({ length: data.sampleCount }, (_, l) =>
      Array.from(values.subarray(l * width, (l + 1) * width)),
    );
  };
  return { kind: 'explicit', X: rows(data.inputs), Y: rows(data.targets) };
}

const live = (document: RunDocument, value: unknown): SetCommand => {
  const patch = patchScenario(document, 'data', value);
  if (patch.apply !== 'live') throw new Error(patch.apply);
  return patch.command;
};

describe('samples as the data of a run', () => {
  it('given samples taken over from made ones change no bit of the run that goes on', () => {
    const simulation = createSimulation(xor, typescriptKernels);
    const other = createSimulation(xor, typescriptKernels);
    simulation.advance(40);
    other.advance(40);
    simulation.edit(live(xor, listed(xor)));
    simulation.advance(40);
    other.advance(40);
    expect(simulation.tracks[0].weights).toEqual(other.tracks[0].weights);
  });

  it('a sample may come and go while a run of the full batch goes on, and the document lives it again', () => {
    const simulation = createSimulation(xor, typescriptKernels);
    simulation.advance(20);
    const { kind, X, Y } = listed(xor);
    simulation.edit(live(xor, { kind, X: [...X, [0, 0.5]], Y: [...Y, [1]] }));
    expect(simulation.tracks[0].data.sampleCount).toBe(5);
    simulation.advance(20);
    simulation.edit(live(xor, { kind, X: X.slice(1), Y: Y.slice(1) }));
    expect(simulation.tracks[0].data.sampleCount).toBe(3);
    simulation.advance(20);
    const again = createSimulation(simulation.document, typescriptKernels);
    again.advance(60);
    expect(again.tracks[0].weights).toEqual(simulation.tracks[0].weights);
    expect(again.tracks[0].cost()).toBe(simulation.tracks[0].cost());
    // The cost is that of the three samples by themselves.
    const alone = createSimulation(
      documentOf({ system: xor.scenario.system, data: { kind, X: X.slice(1), Y: Y.slice(1) } }),
      typescriptKernels,
    ).tracks[0];
    expect(alone.system.cost(again.tracks[0].weights, null, 1)).toBe(again.tracks[0].cost());
  });

  it('what was made may take the place of what was listed, live: undo brings it back', () => {
    const simulation = createSimulation(xor, typescriptKernels);
    const { kind, X, Y } = listed(xor);
    simulation.edit(live(xor, { kind, X: [...X, [0, 0.5]], Y: [...Y, [1]] }));
    simulation.advance(5);
    simulation.edit(live(simulation.document, xor.scenario.data));
    expect(simulation.tracks[0].data.sampleCount).toBe(4);
  });

  it('where steps draw samples another number of them begins the run anew', () => {
    const drawn = { ...xor, scenario: { ...xor.scenario, batch: { kind: 'single', weight: 'sample' } } };
    expect(patchScenario(drawn, 'data', listed(xor)).apply).toBe('restart');
    const { kind, X, Y } = listed(xor);
    const given = { ...drawn, scenario: { ...drawn.scenario, data: { kind, X, Y } } };
    expect(patchScenario(given, 'data', { kind, X: [...X, [0, 0]], Y: [...Y, [1]] }).apply).toBe('restart');
    // As many as before may be others at once.
    expect(patchScenario(given, 'data', { kind, X, Y: Y.map(([y]) => [-y]) }).apply).toBe('live');
  });

  it('a track that draws of the samples refuses another set of them', () => {
    const sections = { batch: { kind: 'single', weight: 'sample' } };
    const compared = { ...xor, tracks: [{ id: 'other', role: 'other' as const, sections }] };
    expect(() => patchScenario(compared, 'data', listed(xor))).toThrow('the track "other" draws of them');
  });

  it('samples of another width, and kinds that the system does not take, are refused where they stand', () => {
    const wide = { kind: 'explicit', X: [[1, 2, 3]], Y: [[1]] };
    expect(() => patchScenario(xor, 'data', wide)).toThrow('data.X[0]: [1,2,3]: expected N = 2 numbers');
    expect(() => patchScenario(xor, 'data', { kind: 'incidence' })).toThrow('data.kind');
  });

  it('the network is as wide at its ends as the samples; rings take as many as they give, else a dense one comes', () => {
    const fit = (scenario: object, inputs: number, outputs: number): unknown[] => {
      const { system, fit } = systemFor(documentOf(scenario).scenario, { inputs, outputs });
      return [fit, system.kind, system.N ?? system.sizes];
    };
    const dense = { system: { kind: 'dense', sizes: [2, 7, 5, 1] } };
    expect(fit(dense, 2, 1)).toEqual(['asIs', 'dense', [2, 7, 5, 1]]);
    expect(fit(dense, 4, 3)).toEqual(['resized', 'dense', [4, 7, 5, 3]]);
    const ring = { system: { kind: 'ring-shared', N: 16 } };
    expect(fit(ring, 16, 16)).toEqual(['asIs', 'ring-shared', 16]);
    expect(fit(ring, 9, 9)).toEqual(['resized', 'ring-shared', 9]);
    expect(fit(ring, 4, 3)).toEqual(['replaced', 'dense', [4, 8, 3]]);
    expect(fit({ system: { kind: 'scalar-field-1d', N: 16 } }, 4, 4)[1]).toBe('dense');
  });

  it('a run with other samples begins anew, its edits folded in and its held out rows beside it', () => {
    const edited = {
      ...xor,
      edits: [{ step: 3, command: { kind: 'set', path: 'expansion.gamma', value: 2 } as const }],
    };
    const document = withSamples(
      edited,
      { inputs: 3, outputs: 2 },
      { kind: 'explicit', X: [[1, 2, 3]], Y: [[0, 1]], test: { X: [[4, 5, 6]], Y: [[1, 0]] } },
    );
    expect(document.edits).toEqual([]);
    const scenario = currentScenario(document);
    expect(scenario.expansion.gamma).toBe(2);
    expect(scenario.system.sizes).toEqual([3, 5, 2]);
    expect(scenario.data).toEqual({
      kind: 'explicit',
      X: [[1, 2, 3]],
      Y: [[0, 1]],
      test: { X: [[4, 5, 6]], Y: [[1, 0]] },
    });
    const [main] = createSimulation(document, typescriptKernels).tracks;
    expect(main.system.testCount).toBe(1);
  });
});
