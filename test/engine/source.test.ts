import { expect, it } from 'vitest';
import { createSimulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { parseRunDocument, serializeRunDocument } from '../../src/scenario/document.ts';
import type { SourceCommand } from '../../src/scenario/types.ts';
import { bits, documentOf, simulate } from '../helpers/run.ts';

const field = {
  system: { kind: 'scalar-field-1d', N: 8, K: 1.5, J: 0.25, force: 0 },
  initial: { kind: 'bump', center: 3, width: 1, amplitude: 1 },
  dynamics: { kind: 'second-order', dt: 0.0625 },
  expansion: { kind: 'de-sitter', gamma: 0.3 },
};
const neuron = {
  system: { kind: 'dense', sizes: [2, 3, 1] },
  data: {
    kind: 'explicit',
    X: [
      [1, 0],
      [0, 1],
    ],
    Y: [[0.5], [-0.5]],
  },
  initial: { kind: 'random' },
  dynamics: { kind: 'second-order', dt: 0.0625 },
};
const add = (
  target: SourceCommand['target'],
  at: number[],
  by: number[],
  sample?: number,
): SourceCommand => ({
  kind: 'source',
  target,
  profile: { at, add: by },
  ...(sample === undefined ? {} : { sample }),
});
const list = (value: number, changes: Record<number, number>): number[] =>
  Array.from({ length: 8 }, (_, n) => changes[n] ?? value);

it.each([
  ['K', field, add('K', [2, 5], [0.5, -0.5]), 'system.K', list(1.5, { 2: 2, 5: 1 })],
  ['J', field, add('J', [0], [0.5]), 'system.J', list(0.25, { 0: 0.75 })],
  ['force', field, add('force', [7], [-2]), 'system.force', list(0, { 7: -2 })],
  [
    'inputs',
    neuron,
    add('inputs', [1], [0.25], 1),
    'data.X',
    [
      [1, 0],
      [0, 1.25],
    ],
  ],
  ['targets', neuron, add('targets', [0], [1], 0), 'data.Y', [[1.5], [-0.5]]],
])(
  'source: added to %s is the sum set there, bit for bit, and so is its document run again',
  (_, sections, command, path, value) => {
    const summed = simulate(sections);
    const given = simulate(sections);
    for (const run of [summed, given]) run.advance(12);
    summed.edit(command);
    given.edit({ kind: 'set', path, value });
    const text = serializeRunDocument(summed.document);
    const again = createSimulation(parseRunDocument(text), typescriptKernels);
    expect(serializeRunDocument(again.document)).toBe(text);
    again.advance(12);
    for (const run of [summed, given, again]) run.advance(30);
    expect(bits(summed.tracks[0].weights)).toBe(bits(given.tracks[0].weights));
    expect(bits(again.tracks[0].weights)).toBe(bits(given.tracks[0].weights));
    const still = simulate(sections);
    still.advance(42);
    expect(bits(summed.tracks[0].weights)).not.toBe(bits(still.tracks[0].weights));
  },
);

it('source: two of one step both count', () => {
  const simulation = simulate(field);
  for (let n = 0; n < 2; n++) simulation.edit(add('force', [4], [1]));
  expect(simulation.tracks[0].scenario.system.force).toEqual(list(0, { 4: 2 }));
});

it.each([
  ['profile.at', field, add('K', [8], [1])],
  ['profile.add', field, add('K', [1], [])],
  ['target', field, add('inputs', [0], [1], 0)],
  ['target', neuron, add('K', [0], [1])],
  ['sample', neuron, add('inputs', [0], [1])],
  ['sample', neuron, add('inputs', [0], [1], 2)],
])('source: what does not fit is refused at %s', (path, sections, command) => {
  expect(() => documentOf(sections, [], [{ step: 1, command }])).toThrow(`edits[0].command.${path}`);
});
