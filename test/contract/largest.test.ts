import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { describeRun } from '../../src/engine/describe.ts';
import { Framer } from '../../src/engine/framer.ts';
import { Peaks } from '../../src/engine/peaks.ts';
import { Recorder } from '../../src/engine/recorder.ts';
import { createSimulation } from '../../src/engine/simulation.ts';
import { SourceCache } from '../../src/engine/sources.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import type { IntegerParameter } from '../../src/physics/parameters.ts';
import { systems, type SystemKind } from '../../src/physics/systems.ts';
import type { SystemPart } from '../../src/physics/types.ts';
import { parseRunDocument } from '../../src/scenario/document.ts';
import type { RunDocument } from '../../src/scenario/types.ts';
import { layoutField } from '../../src/views/field/layout.ts';
import { layoutGraph } from '../../src/views/graph/layout.ts';
import { valuesOf } from '../helpers/systems.ts';

/** The most in one direction each, where several parameters make a system large. */
const together: Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>> = {
  dense: [{ sizes: [2, 990, 990, 1] }],
  'deep-ring': [
    { N: 65536, depth: 1 },
    { N: 300, depth: 1024 },
    // As many sheets as weights allow.
    { N: 999, depth: 1, reach: 499 },
  ],
};

/** The largest that a system's declaration allows: every size at its most, halved until its extent is kept. */
function largestOf(part: SystemPart): Readonly<Record<string, unknown>> {
  const sizes = Object.entries(part.parameters).filter(
    ([name, { type, apply }]) =>
      type === 'integer' && apply === 'restart' && /^(?:N|rows|columns)$/.test(name),
  );
  const most = sizes.map(([name, parameter]) => [name, (parameter as IntegerParameter).max] as const);
  for (let parts = 1; ; parts *= 2) {
    const made = Object.fromEntries(most.map(([name, max]) => [name, Math.floor(max / parts)]));
    const { extent } = part.estimate(valuesOf(part, made));
    if (extent === undefined || extent.count <= extent.most) return made;
  }
}

const cases = Object.entries<SystemPart>(systems).flatMap(([kind, part]) =>
  (together[kind] ?? [largestOf(part)]).map((sizes) => [kind, sizes] as const),
);

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
  const field = layoutField(
    info.layout,
    weightCount,
    info.quadratic ? 'couplings' : 'expansion',
    info.data.sampleCount,
  );
  for (const positions of [graph.neurons, graph.wires.from]) {
    expect(positions.every((value) => Number.isFinite(value))).toBe(true);
  }
  expect(field.sheets.length).toBeGreaterThan(0);
  expect(simulation.advance(1)).toEqual({ done: 1, blowUp: null });
  return weightCount;
}

describe('declared limits: each system opens at its largest size and its pictures are laid out', () => {
  it.each(cases)(
    '%s at %o',
    (kind, sizes) => {
      const scenario = { version: 1, title: '', seed: 1, system: { kind, ...sizes } };
      const dynamics = { kind: 'second-order', dt: 1e-6 };
      const document = parseRunDocument(JSON.stringify({ ...scenario, dynamics }));
      const part: SystemPart = systems[kind as SystemKind];
      expect(opened(document)).toBe(part.weightCount(valuesOf(part, sizes)));
    },
    120_000,
  );

  it('the file of a deep ring at N = 65536 opens: its step is found, too', () => {
    expect(opened(parseRunDocument(readFileSync('test/inputs/deep-ring-65536.json', 'utf8')))).toBe(196608);
  });
});
