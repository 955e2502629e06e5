import type { Section } from '../types.ts';
import type { Column } from './columns.ts';
import { cellOf, type Entry, type MadeSamples } from './samples.ts';
import { csvOf } from './write.ts';

/** Longest name of a column, and of a file, that a document keeps. */
const LONGEST = 200;

/**
 * The data section of what was made of a table: the numbers of the rows that are trained on, before they were scaled, with
 * their names, offsets and scales; what is held out stands beside them, scaled. It makes the same samples, to the last bit.
 * @param file  name of the file; '' for none
 */
export function tableSection(made: MadeSamples, columns: readonly Column[], file: string): Section {
  const { inputs, test, cells } = made;
  const entries = [...inputs, ...made.targets];
  const names = entries.map((entry) => nameOf(entry, columns));
  const rows = cells.map((row) => entries.map((entry) => cellOf(entry, row, columns)));
  // Of columns of one name only the first is found by it.
  const places = names.map((name, at) => (names.indexOf(name) === at ? name : at));
  const isScaled = entries.some(({ offset, scale }) => offset !== 0 || scale !== 1);
  return {
    kind: 'csv',
    text: csvOf({ columns: names, rows }),
    inputs: places.slice(0, inputs.length),
    targets: places.slice(inputs.length),
    ...(isScaled && {
      offset: entries.map(({ offset }) => offset),
      scale: entries.map(({ scale }) => scale),
    }),
    ...(file !== '' && { name: file.slice(0, LONGEST) }),
    ...(test !== null && { test }),
  };
}

/** A head of numbers alone would be taken for a sample: columns without a name of letters are called by what they are. */
function nameOf({ column, word }: Entry, columns: readonly Column[]): string {
  const { name } = columns[column];
  const named = word === null ? name : `${name}: ${word}`;
  return (/[^\d.eE+\s-]/.test(named) ? named : `column ${named}`)
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST);
}
