import { expect, it } from 'vitest';
import { createSimulation } from '../../src/engine/simulation.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { parseRunDocument, serializeRunDocument } from '../../src/scenario/document.ts';
import { currentScenario } from '../../src/scenario/patch.ts';
import type { Scenario, SourceCommand } from '../../src/scenario/types.ts';
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

/** A e^{−d²/2s²}, with the shorter way round. */
const bumpAt = (x: number, centre: number, width: number, size: number): number => {
  const direct = Math.abs(x - centre) % size;
  const d = Math.min(direct, size - direct);
  return Math.exp((-d * d) / (2 * width * width));
};
const bump = (target: SourceCommand['target'], center: number, sample?: number): SourceCommand => ({
  kind: 'source',
  target,
  profile: { shape: 'bump', center, width: 1.5, amplitude: 2 },
  ...(sample === undefined ? {} : { sample }),
});
const made = (sections: Readonly<Record<string, unknown>>, command: SourceCommand): Scenario =>
  currentScenario(documentOf(sections, [], [{ step: 1, command }]));
const close = (found: unknown, expected: readonly number[]): void => {
  (found as readonly number[]).forEach((value, n) => expect(value).toBeCloseTo(expected[n], 12));
  expect(found).toHaveLength(expected.length);
};

it('source, a bump: A e^{−d²/2s²} on the sites of a ring; a bond stands halfway between its sites', () => {
  const sites = Array.from({ length: 8 }, (_, n) => n);
  close(
    made(field, bump('J', 7)).system.J,
    sites.map((n) => 0.25 + 2 * bumpAt(n, 7, 1.5, 8)),
  );
  close(
    made(field, bump('force', 2)).system.force,
    sites.map((n) => 2 * bumpAt(n, 2, 1.5, 8)),
  );
  close(
    made(field, bump('K', 7)).system.K,
    sites.map((n) => 1.5 + 2 * bumpAt(n + 0.5, 7, 1.5, 8)),
  );
});

it('source, a bump on a torus: by row and column, bonds down first, then to the right', () => {
  const torus = { ...field, system: { kind: 'scalar-field-2d', rows: 3, columns: 4, K: 1, J: 0 } };
  const sites = Array.from({ length: 12 }, (_, n) => [Math.floor(n / 4), n % 4] as const);
  const at = (row: number, column: number): number => 2 * bumpAt(row, 2, 1.5, 3) * bumpAt(column, 1, 1.5, 4);
  close(
    made(torus, bump('J', 9)).system.J,
    sites.map(([row, column]) => at(row, column)),
  );
  close(made(torus, bump('K', 9)).system.K, [
    ...sites.map(([row, column]) => 1 + at(row + 0.5, column)),
    ...sites.map(([row, column]) => 1 + at(row, column + 0.5)),
  ]);
});

it('source, a bump on one sample: along the inputs, which close on a ring and do not on a dense network', () => {
  const X = [[1, 0, 0, 0, 0, 0], Array.from({ length: 6 }, () => 0.5)];
  const Y = [[1], [0]];
  const data = { kind: 'explicit', X, Y };
  const ring = { ...field, system: { kind: 'ring-shared', N: 6 }, data: { ...data, Y: X } };
  const [first, second] = made(ring, bump('inputs', 0, 1)).data.X as number[][];
  expect(first).toEqual(X[0]);
  close(
    second,
    X[1].map((value, n) => value + 2 * bumpAt(n, 0, 1.5, 6)),
  );
  const dense = { ...neuron, system: { kind: 'dense', sizes: [6, 2, 1] }, data };
  const [, open] = made(dense, bump('inputs', 0, 1)).data.X as number[][];
  close(
    open,
    X[1].map((value, n) => value + 2 * Math.exp((-n * n) / 4.5)),
  );
});

it('source, a bump: replayed from its document with the same bits, and refused where its width is none', () => {
  const live = simulate(field);
  live.advance(12);
  live.edit(bump('force', 3));
  const text = serializeRunDocument(live.document);
  const again = createSimulation(parseRunDocument(text), typescriptKernels);
  expect(serializeRunDocument(again.document)).toBe(text);
  for (const run of [live, again]) run.advance(30);
  again.advance(12);
  expect(bits(again.tracks[0].weights)).toBe(bits(live.tracks[0].weights));
  const command = { ...bump('J', 3), profile: { shape: 'bump', center: 3, width: 0, amplitude: 1 } };
  expect(() => documentOf(field, [], [{ step: 1, command }])).toThrow('edits[0].command.profile');
});
