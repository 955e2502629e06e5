import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeRun } from '../../src/engine/describe.ts';
import { Framer } from '../../src/engine/framer.ts';
import { Peaks } from '../../src/engine/peaks.ts';
import { Recorder } from '../../src/engine/recorder.ts';
import { createSimulation } from '../../src/engine/simulation.ts';
import { SourceCache } from '../../src/engine/sources.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { systems } from '../../src/physics/systems.ts';
import { parseRunDocument } from '../../src/scenario/document.ts';
import type { RunDocument } from '../../src/scenario/types.ts';
import { layoutField } from '../../src/views/field/layout.ts';
import { layoutGraph } from '../../src/views/graph/layout.ts';

/** Sizes that together are the most that is allowed, where no single parameter says it. */
const together: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  dense: [{ sizes: [2, 990, 990, 1] }],
  'deep-ring': [
    { N: 65536, depth: 1 },
    { N: 300, depth: 1024 },
    // As many sheets as weights allow.
    { N: 999, depth: 1, reach: 499 },
  ],
  'conv-ring': [{ N: 65536 }],
  'torus-shared': [{ rows: 512, columns: 512 }],
  'scalar-field-2d': [{ rows: 512, columns: 512 }],
  // A dense K of N² numbers: its declared most is 2048.
  'linear-neuron': [{ N: 2048 }],
};

/** Largest sizes of every system: its own N, or what stands above. */
const cases = Object.entries(systems).flatMap(([kind, { parameters }]) => {
  const own = (parameters as Readonly<Record<string, { readonly max?: number } | undefined>>).N?.max;
  return (together[kind] ?? [{ N: own }]).map((sizes) => [kind, sizes] as const);
});

/** Opens a run as the worker does and lays out its pictures as the page does. @returns its count of weights */
function opened(document: RunDocument): number {
  const simulation = createSimulation(document, typescriptKernels, { tracks: 'main' });
  const sources = new SourceCache();
  const recorder = new Recorder(1);
  const peaks = new Peaks(simulation, sources);
  recorder.look(simulation);
  peaks.look(simulation);
  const framer = new Framer(1, simulation, { sources, recorder, peaks });
  const info = describeRun(simulation, framer.shape);
  expect(framer.fill(simulation)).not.toBeNull();
  const { weightCount } = info.tracks[0];
  const graph = layoutGraph(info.layout, false, 20_000);
  const field = layoutField(info.layout, weightCount, info.quadratic);
  for (const positions of [graph.neurons, graph.wires.from]) {
    expect(positions.every((value) => Number.isFinite(value))).toBe(true);
  }
  expect(field.sheets.length).toBeGreaterThan(0);
  expect(simulation.advance(1)).toEqual({ done: 1, blowUp: null });
  return weightCount;
}

describe('declared limits: each system opens at its largest size and its pictures are laid out', () => {
  it.each(cases)('%s at %o', (kind, sizes) => {
    const scenario = { version: 1, title: '', seed: 1, system: { kind, ...sizes } };
    const dynamics = { kind: 'second-order', dt: 1e-6 };
    const document = parseRunDocument(JSON.stringify({ ...scenario, dynamics }));
    expect(opened(document)).toBeGreaterThanOrEqual(2048);
  });

  it('the file of a deep ring at N = 65536 opens: its step is found, too', () => {
    expect(opened(parseRunDocument(readFileSync('test/inputs/deep-ring-65536.json', 'utf8')))).toBe(196608);
  });
});
