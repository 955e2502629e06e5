import { describe, expect, it } from 'vitest';
import { readCsv } from '../../../src/physics/data/readCsv.ts';
import { ParameterError } from '../../../src/physics/parameters.ts';
import type { TrainingData } from '../../../src/physics/types.ts';
import { contextOf, generate, type Settings } from '../../helpers/systems.ts';

/** Samples of a dense network of two inputs and one output. */
const make = (settings: Settings, sizes = [2, 3, 1]): TrainingData =>
  generate('csv', settings, contextOf('dense', { sizes }));

function refused(settings: Settings): string {
  try {
    make(settings);
  } catch (error) {
    if (error instanceof ParameterError) return error.message;
  }
  throw new Error('taken');
}

describe('csv: the text of a table taken apart', () => {
  it('quoted cells hold commas, line ends and doubled quotation marks; empty lines and marks of files are none', () => {
    const rows = readCsv('\uFEFF"a, b","say ""x""",c\r\n1,"two\nlines",\r\n\r\n"",,""\r5,6,7\n\n');
    expect(rows).toEqual([
      { row: 1, cells: ['a, b', 'say "x"', 'c'] },
      { row: 2, cells: ['1', 'two\nlines', ''] },
      { row: 4, cells: ['', '', ''] },
      { row: 5, cells: ['5', '6', '7'] },
    ]);
  });

  it.each(['a,"b', 'a,b"c"', '1,"2"3', '"', 'a\n"x""'])('%j: its quotation mark is refused', (text) => {
    expect(() => readCsv(text)).toThrow(/quotation marks around the whole cell in row [12], column [12]$/);
  });

  it('a million quotation marks in one cell are read, not a stack that overflows', () => {
    const [{ cells }] = readCsv(`"${'""'.repeat(1_000_000)}"`);
    expect(cells[0]).toHaveLength(1_000_000);
  });
});

describe('csv: samples', () => {
  const text = 'height,"w, cm",kind\n1,10,0\n2,30,1\n';

  it('columns by name, by number, and the first and last where none are said', () => {
    const byName = make({ text, inputs: ['w, cm', 'height'], targets: ['kind'] });
    expect(byName).toEqual({
      sampleCount: 2,
      inputs: Float64Array.of(10, 1, 30, 2),
      targets: Float64Array.of(0, 1),
      names: ['w, cm', 'height', 'kind'],
    });
    expect(make({ text, inputs: [1, 0], targets: [2] })).toEqual(byName);
    expect([...make({ text }).inputs]).toEqual([1, 10, 2, 30]);
  });

  it('a first row of numbers is a sample, and its columns have no names', () => {
    expect(make({ text: '1, 2.5,3\n-4,5e-1,.5' })).toEqual({
      sampleCount: 2,
      inputs: Float64Array.of(1, 2.5, -4, 0.5),
      targets: Float64Array.of(3, 0.5),
    });
  });

  it('a value is (cell − offset)/scale, also where the difference is beyond what a number holds', () => {
    const data = make({ text, offset: [1, 20, 0.5], scale: [1, 10, 0.5] });
    expect([...data.inputs, ...data.targets]).toEqual([0, -1, 1, 1, -1, 1]);
    const far = make({ text: '1.5e308,0,0', offset: [-1.5e308, 0, 0], scale: [1.5e308, 1, 1] });
    expect([...far.inputs]).toEqual([2, 0]);
  });

  it('without a table there is one sample of ones, to the size of the system', () => {
    const data = make({}, [3, 2]);
    expect([data.sampleCount, [...data.inputs], [...data.targets]]).toEqual([1, [1, 1, 1], [0, 0]]);
  });

  it('a ring takes as many columns as it has sites, twice', () => {
    const data = generate('csv', { text: '1,2,3,4,5,6' }, contextOf('ring-shared', { N: 3 }));
    expect([[...data.inputs], [...data.targets]]).toEqual([
      [1, 2, 3],
      [4, 5, 6],
    ]);
  });

  it.each<[string, Settings, RegExp]>([
    [
      'a word',
      { text: 'a,b,c\n1,2,3\n1,x,3' },
      /^text: "x": expected a finite number in row 3, column 2 \("b"\)$/,
    ],
    ['a gap', { text: '1,2,3\n\n1,,3' }, /^text: "": expected a finite number in row 3, column 2$/],
    ['a hexadecimal', { text: '1,2,3\n1,0x10,3' }, /row 2, column 2$/],
    [
      'too large',
      { text: '1,2,3\n1,2,1e999' },
      /^text: "1e999": expected a finite number in row 2, column 3$/,
    ],
    ['made too large', { text: '1e300,2,3', scale: [1e-300, 1, 1] }, /^text: "1e300": .* row 1, column 1$/],
    ['a short row', { text: '1,2,3\n1,2' }, /^text: 2: expected 3 cells in row 2, as many as in the first$/],
    ['a head alone', { text: 'a,b,c\n' }, /^text: "a,b,c\\n": expected a table with a row of numbers$/],
    ['nothing', { text: '' }, /expected a table with a row of numbers$/],
    ['no such name', { text, inputs: ['height', 'x'] }, /^inputs\[1\]: "x": .*a number from 0 to 2$/],
    ['no names at all', { text: '1,2,3', targets: ['y'] }, /^targets\[0\]: "y": .*\(here there are none\)/],
    ['no such number', { text, targets: [3] }, /^targets\[0\]: 3: .*a number from 0 to 2$/],
    ['too few inputs', { text, inputs: ['height'] }, /^inputs: \["height"\]: expected a list of 2: /],
    ['too many targets', { text, targets: [0, 1] }, /^targets: \[0,1\]: expected a list of 1: /],
    [
      'an offset too few',
      { text, offset: [1, 2] },
      /^offset: \[1,2\]: expected a list of 3: the system has 2 inputs and 1 outputs$/,
    ],
    ['a scale of 0', { text, scale: [1, 1, 0] }, /^scale\[2\]: 0: expected a number other than 0$/],
  ])('%s is refused by its place', (_, settings, message) => {
    expect(refused(settings)).toMatch(message);
  });

  it('columns asked for again and again make no more numbers than a document may hold', () => {
    const wide = Array<number>(1000).fill(0);
    const rows = '1\n'.repeat(1000);
    expect(() => make({ text: rows, inputs: wide, targets: [0] }, [1000, 1])).toThrow(
      'text: 1000: expected at most 999 rows',
    );
  });

  it('given samples may have names', () => {
    const named = { X: [[1, 2]], Y: [[3]], names: ['a', 'b', 'c'] };
    expect(generate('explicit', named, contextOf('dense', { sizes: [2, 1] })).names).toEqual(['a', 'b', 'c']);
    expect(() =>
      generate('explicit', { ...named, names: ['a'] }, contextOf('dense', { sizes: [2, 1] })),
    ).toThrow('names: ["a"]: expected a list of 3');
  });
});
