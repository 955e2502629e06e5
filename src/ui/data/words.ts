import { formatInteger, formatShort } from '../../messages/format.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { MOST_CLASSES, type Column } from '../../scenario/table/columns.ts';
import { tableLimits, type DecimalSign, type Separator } from '../../scenario/table/read.ts';
import type { CellProblem, Coding, Entry, MadeSamples } from '../../scenario/table/samples.ts';
import type { ReadTable, Unreadable } from './readTable.ts';

/** Words and classes that are named one by one. */
const MOST_NAMED = 8;

const signs: Readonly<Record<Separator | DecimalSign, MessageId>> = {
  ',': 'table.sign.comma',
  ';': 'table.sign.semicolon',
  '\t': 'table.sign.tab',
  '.': 'table.sign.point',
};
export const signName = (sign: Separator | DecimalSign): string => text(signs[sign]);

/** Why a text is no table. */
export function unreadableText(problem: Unreadable): string {
  switch (problem.kind) {
    case 'empty':
      return text('table.empty');
    case 'bytes':
      return text('table.bytes', {
        count: formatInteger(problem.count),
        most: formatInteger(tableLimits.bytes),
      });
    case 'rows':
      return text('table.rows', {
        row: formatInteger(problem.row),
        most: formatInteger(tableLimits.rows),
      });
    case 'columns':
      return text('table.tooManyColumns', {
        row: formatInteger(problem.row),
        most: formatInteger(tableLimits.columns),
      });
    case 'quotes':
      return text('table.quotes', { row: formatInteger(problem.row) });
  }
}

const listed = (words: readonly string[]): string =>
  words.length > MOST_NAMED
    ? [...words.slice(0, MOST_NAMED), text('table.previewRest', { count: words.length - MOST_NAMED })].join(
        ', ',
      )
    : words.join(', ');

/** What a column holds: '0.1 to 2.5, 3 gaps', '3 words: setosa, versicolor, virginica'. */
export function holdsText({ numbers, gaps, others, least, most, words }: Column): string {
  const parts: string[] = [];
  if (numbers > others) {
    parts.push(text('table.range', { least: formatShort(least), most: formatShort(most) }));
    if (others > 0) parts.push(text('table.otherCount', { count: others }));
  } else if (words === null) parts.push(text('table.manyWords', { most: MOST_CLASSES }));
  else parts.push(text('table.words', { count: words.length, words: listed(words) }));
  if (gaps > 0) parts.push(text('table.gapCount', { count: gaps }));
  return parts.join(', ');
}

export function problemText(problem: CellProblem, { columns, decimal }: ReadTable): string {
  const { row, column, value, expected } = problem;
  const name = column === null ? '' : columns[column].name;
  switch (expected.kind) {
    case 'number':
      return text('table.problem.number', {
        row: formatInteger(row),
        column: name,
        value: value.length > 40 ? `${value.slice(0, 40)}…` : value,
        sign: signName(decimal),
      });
    case 'fields':
      return text('table.problem.fields', {
        row: formatInteger(row),
        value: Number(value),
        count: formatInteger(expected.count),
      });
    case 'classes':
      return text('table.problem.classes', { column: name, most: expected.most });
  }
}

/** How one number of a sample is made: '(width − 3.06) / 0.43'. */
export function entryText(entry: Entry, columns: readonly Column[], coding: Coding): string {
  const { name } = columns[entry.column];
  const { word, offset, scale, constant } = entry;
  if (word !== null) return text(`table.entry.${coding}`, { column: name, word });
  if (constant) return text('table.entry.zero', { column: name });
  if (offset === 0 && scale === 1) return text('table.entry.none', { column: name });
  return text('table.entry.scaled', {
    column: name,
    offset: formatShort(offset, 5),
    scale: formatShort(scale, 5),
  });
}

/** How many rows are for what; of what cannot be trained on, why. */
export function standsText(made: MadeSamples | null, usable: boolean): string {
  if (made === null) return text('table.needsTable');
  const { X, test, inputs, targets, gaps, unread, problemCount } = made;
  if (!usable && problemCount > 0) return text('table.mend', { count: problemCount });
  if (inputs.length === 0) return text('table.needsInput');
  if (targets.length === 0) return text('table.needsTarget');
  return text('table.count', { training: X.length, held: test?.X.length ?? 0, left: gaps + unread });
}

/** What else was made, in sentences. */
export function madeText(made: MadeSamples, columns: readonly Column[]): readonly string[] {
  const { X, Y, inputs, targets, gaps, unread } = made;
  const sentences = [
    ...(gaps + unread > 0 ? [text('table.countLeft', { gaps, unread })] : []),
    text('table.numbers', { inputs: inputs.length, targets: targets.length }),
    ...classTexts(Y, targets, columns),
  ];
  for (const entry of [...inputs, ...targets]) {
    if (entry.constant) sentences.push(text('table.constant', { column: columns[entry.column].name }));
  }
  if (inputs.length === 0) sentences.push(text('table.needsInput'));
  if (targets.length === 0) sentences.push(text('table.needsTarget'));
  if (X.length === 0 && made.problemCount === 0) sentences.push(text('table.needsRows'));
  return sentences;
}

/** How often each class of a target is trained on. */
function classTexts(Y: MadeSamples['Y'], targets: readonly Entry[], columns: readonly Column[]): string[] {
  return [...new Set(targets.map(({ column }) => column))].flatMap((column) => {
    const { name, words } = columns[column];
    const own = targets.flatMap((entry, at) =>
      entry.column === column && entry.word !== null ? [{ entry, at }] : [],
    );
    if (words === null || own.length === 0) return [];
    const found = own.map(({ entry, at }) => ({
      word: entry.word ?? '',
      // The class is at work where its number is the larger of the two.
      count: Y.filter((row) => row[at] === (1 - entry.offset) / entry.scale).length,
    }));
    // Two classes are one number: the other one has the rest.
    if (own.length < words.length) {
      const [first] = words;
      found.unshift({ word: first, count: Y.length - found.reduce((sum, { count }) => sum + count, 0) });
    }
    const told = found.map(({ word, count }) =>
      text('table.wordCount', { word, count: formatInteger(count) }),
    );
    return [text('table.classCount', { column: name, words: listed(told) })];
  });
}
