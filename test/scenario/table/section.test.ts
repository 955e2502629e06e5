import { describe, expect, it } from 'vitest';
import { createSimulation } from '../../../src/engine/simulation.ts';
import { describeData } from '../../../src/engine/describe.ts';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { parseRunDocument, serializeRunDocument } from '../../../src/scenario/document.ts';
import { currentScenario, patchScenario } from '../../../src/scenario/patch.ts';
import { withSamples } from '../../../src/scenario/samples.ts';
import { columnsOf, type Role } from '../../../src/scenario/table/columns.ts';
import { makeSamples, type Choices, type MadeSamples } from '../../../src/scenario/table/samples.ts';
import { tableSection } from '../../../src/scenario/table/section.ts';
import type { RunDocument, Section } from '../../../src/scenario/types.ts';
import { samplesOf } from '../../../src/store/samples.ts';

const rows = ['0.1 7 red 3', '0.7 9 blue 1', '-1e-7 4 green 2', '12.3 4 red 8', '3 5 blue 0.3'];
const cells = { rows: rows.map((row) => row.split(' ')), numbers: rows.map((_, l) => l + 2) };

function made(
  names: readonly string[],
  roles: readonly Role[],
  change: Partial<Choices> = {},
): [MadeSamples, Section] {
  const columns = columnsOf(cells, names, '.');
  const samples = makeSamples(cells, columns, {
    decimal: '.',
    columns: roles.map((role, n) => ({ role, kind: n === 2 ? 'classes' : 'number' })),
    inputs: 'z-score',
    targets: 'interval',
    coding: 'signs',
    holdOut: { by: 'share', share: 0.4, seed: 3 },
    leaveOut: false,
    ...change,
  });
  return [samples, tableSection(samples, columns, 'flowers.csv')];
}

const start = parseRunDocument(JSON.stringify({ version: 1, system: { kind: 'dense', sizes: [2, 5, 1] } }));
const taken = ([samples, section]: readonly [MadeSamples, Section]): RunDocument =>
  withSamples(start, { inputs: samples.inputs.length, outputs: samples.targets.length }, section);
const dataOf = (document: RunDocument) => describeData(createSimulation(document, typescriptKernels));

describe('a table as data of a document', () => {
  const roles = ['input', 'input', 'input', 'target'] as const;

  it('makes the very samples that were made of it, to the last bit, also after it was printed and read', () => {
    const both = made(['length', 'width', 'colour', 'age'], roles);
    const document = parseRunDocument(serializeRunDocument(taken(both)));
    const { data } = currentScenario(document);
    expect(data).toEqual(both[1]);
    const { X, Y, test } = both[0];
    const { names, ...samples } = samplesOf(dataOf(document));
    expect(samples).toEqual({ X, Y, test });
    expect(X).toHaveLength(3);
    expect(names).toEqual(['length', 'width', 'colour: blue', 'colour: green', 'colour: red', 'age']);
  });

  it('keeps the numbers before they were scaled, what was done to them, and the name of the file', () => {
    const [samples, section] = made(
      ['length', 'width', 'colour', 'age'],
      ['input', 'unused', 'unused', 'target'],
      {
        holdOut: { by: 'none' },
        inputs: 'none',
      },
    );
    expect(section).toEqual({
      kind: 'csv',
      text: 'length,age\n0.1,3\n0.7,1\n-1e-7,2\n12.3,8\n3,0.3\n',
      inputs: ['length'],
      targets: ['age'],
      offset: [0, samples.targets[0].offset],
      scale: [1, samples.targets[0].scale],
      name: 'flowers.csv',
    });
    expect(samples.targets[0].offset).toBeCloseTo(4.15, 12);
  });

  it.each([
    ['of one name', ['a', 'a', 'c', 'a']],
    ['that are called by numbers', ['1', '2.5', '3', '1e5']],
    ['with commas, quotation marks and line ends', ['a,b', '"c"', 'd\ne', ' f ']],
    ['without names', ['', '', '', '']],
  ])('columns %s make the same samples', (_, names) => {
    const both = made(names, roles);
    const { names: told, ...samples } = samplesOf(dataOf(taken(both)));
    expect(samples).toEqual({ X: both[0].X, Y: both[0].Y, test: both[0].test });
    expect(told).toHaveLength(6);
  });

  it('is never replaced in silence: a network of another width is refused', () => {
    const document = taken(made(['length', 'width', 'colour', 'age'], roles));
    expect(() => patchScenario(document, 'system.sizes', [2, 5, 1])).toThrow(
      /^data\.inputs: .*expected a list of 2: the system has 2 inputs and 1 outputs$/,
    );
  });

  it('a hand that takes its samples over keeps their names, live', () => {
    const document = taken(made(['length', 'width', 'colour', 'age'], roles));
    const patch = patchScenario(document, 'data', { kind: 'explicit', ...samplesOf(dataOf(document)) });
    expect(patch.apply).toBe('live');
    const simulation = createSimulation(document, typescriptKernels);
    simulation.advance(4);
    if (patch.apply === 'live') simulation.edit(patch.command);
    expect(describeData(simulation).names?.at(-1)).toBe('age');
  });
});
