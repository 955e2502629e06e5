import { scaled } from '../../physics/data/csv.ts';
import { createRandom } from '../../physics/math/random.ts';
import { MOST_CLASSES, type Column, type ColumnKind, type Role } from './columns.ts';
import { isGap, numberOf, type Cells, type DecimalSign } from './read.ts';

/** z-score: (v − mean)/σ, σ² the mean square over L; interval: least to −1, most to 1. Statistics are of training rows. */
export type Scaling = 'none' | 'z-score' | 'interval';
/** Classes as 0 and 1, one number for each, or as −1 and +1: two classes then are one number. */
export type Coding = 'one-hot' | 'signs';

export type HoldOut =
  | { readonly by: 'none' }
  /** So many of the rows, drawn by the seed. */
  | { readonly by: 'share'; readonly share: number; readonly seed: number }
  /** Rows whose hold-out column says this. */
  | { readonly by: 'column'; readonly word: string };

/** What a hand has chosen to be made of a table. */
export interface Choices {
  readonly decimal: DecimalSign;
  readonly columns: readonly { readonly role: Role; readonly kind: ColumnKind }[];
  readonly inputs: Scaling;
  readonly targets: Scaling;
  readonly coding: Coding;
  readonly holdOut: HoldOut;
  /** Rows with a cell that cannot be read are left out; else nothing is made of the table. */
  readonly leaveOut: boolean;
}

/** A cell that cannot be read, or a row of another length. */
export interface CellProblem {
  /** As a spreadsheet numbers it, from 1. */
  readonly row: number;
  /** Index of the column, from 0; null: the row as a whole. */
  readonly column: number | null;
  readonly value: string;
  readonly expected:
    | { readonly kind: 'number' }
    | { readonly kind: 'fields'; readonly count: number }
    | { readonly kind: 'classes'; readonly most: number };
}

/** One number of a sample: where it comes from, and what was done to it. */
export interface Entry {
  readonly column: number;
  /** The class that it stands for; null: a number. */
  readonly word: string | null;
  /** Value = (number − offset)/scale. */
  readonly offset: number;
  readonly scale: number;
  /** The same in all training rows: its scaled value is 0. */
  readonly constant: boolean;
}

type Rows = readonly (readonly number[])[];

/** What was made of a table. */
export interface MadeSamples {
  readonly X: Rows;
  readonly Y: Rows;
  /** [X rows] cells of every row that is trained on, by column: numbers, or places of their words. */
  readonly cells: Rows;
  /** Rows that were held out; null: none. */
  readonly test: { readonly X: Rows; readonly Y: Rows } | null;
  readonly inputs: readonly Entry[];
  readonly targets: readonly Entry[];
  /** Rows that were left out: with gaps, and with cells that cannot be read. */
  readonly gaps: number;
  readonly unread: number;
  /** The first of what cannot be read, and how much there is. */
  readonly problems: readonly CellProblem[];
  readonly problemCount: number;
}

/** Below it squares lose their digits. */
const SMALLEST_SQUARE = 1e-290;

/** Problems that are told one by one. */
const MOST_TOLD = 20;

type Parsed = { readonly row: readonly string[]; readonly values: readonly number[] };

/** Makes samples of a table. Pure; the same table and choices give the same samples, to the last bit. */
export function makeSamples(
  { rows, numbers }: Cells,
  columns: readonly Column[],
  choices: Choices,
): MadeSamples {
  const { decimal } = choices;
  const used = choices.columns.flatMap(({ role }, index) =>
    role === 'unused' || columns[index] === undefined ? [] : index,
  );
  const problems: CellProblem[] = [];
  let problemCount = 0;
  const tell = (problem: CellProblem): void => {
    problemCount++;
    if (problems.length < MOST_TOLD) problems.push(problem);
  };
  for (const index of used) {
    const { kind, role } = choices.columns[index];
    if (columns[index].words === null && (kind === 'classes' || role === 'hold-out'))
      tell({ row: 0, column: index, value: '', expected: { kind: 'classes', most: MOST_CLASSES } });
  }
  let gaps = 0;
  let unread = 0;
  const parsed: Parsed[] = [];
  rows.forEach((row, l) => {
    if (row.length !== columns.length) {
      unread++;
      tell({
        row: numbers[l],
        column: null,
        value: String(row.length),
        expected: { kind: 'fields', count: columns.length },
      });
      return;
    }
    if (used.some((index) => choices.columns[index].role !== 'hold-out' && isGap(row[index]))) {
      gaps++;
      return;
    }
    let fits = true;
    const values = row.map((cell, index) => {
      const { role, kind } = choices.columns[index];
      if (role === 'unused' || role === 'hold-out') return 0;
      if (kind === 'classes') return columns[index].words?.indexOf(cell.trim()) ?? -1;
      const value = numberOf(cell, decimal);
      if (Number.isNaN(value)) {
        fits = false;
        tell({ row: numbers[l], column: index, value: cell, expected: { kind: 'number' } });
      }
      return value;
    });
    if (fits) parsed.push({ row, values });
    else unread++;
  });
  const [training, held] = parted(parsed, choices);
  const entries = (role: Role, scaling: Scaling): readonly Entry[] =>
    choices.columns.flatMap((choice, column) => {
      if (choice.role !== role || columns[column] === undefined) return [];
      return choice.kind === 'number'
        ? [numberEntry(column, training, scaling)]
        : classEntries(column, columns[column].words ?? [], choices.coding);
    });
  const inputs = entries('input', choices.inputs);
  const targets = entries('target', choices.targets);
  const rowsOf = (list: readonly Parsed[], all: readonly Entry[]): Rows =>
    list.map(({ values }) => all.map((entry) => valueOf(entry, values, columns)));
  return {
    X: rowsOf(training, inputs),
    Y: rowsOf(training, targets),
    cells: training.map(({ values }) => values),
    test: held.length === 0 ? null : { X: rowsOf(held, inputs), Y: rowsOf(held, targets) },
    inputs,
    targets,
    gaps,
    unread,
    problems,
    problemCount,
  };
}

/** The number that an entry is made of: its column's, or 1 where that says the entry's word, else 0. */
export function cellOf(
  { column, word }: Pick<Entry, 'column' | 'word'>,
  values: readonly number[],
  columns: readonly Column[],
): number {
  return word === null ? values[column] : columns[column].words?.[values[column]] === word ? 1 : 0;
}

function valueOf(
  { column, word, offset, scale, constant }: Entry,
  values: readonly number[],
  columns: readonly Column[],
): number {
  return constant ? 0 : scaled(cellOf({ column, word }, values, columns), offset, scale);
}

/** Rows to train on, and rows held out, both in the table's order. */
function parted(
  rows: readonly Parsed[],
  { holdOut, columns }: Choices,
): readonly [readonly Parsed[], readonly Parsed[]] {
  if (holdOut.by === 'none') return [rows, []];
  let isHeld: (row: Parsed, l: number) => boolean;
  if (holdOut.by === 'column') {
    const at = columns.findIndex(({ role }) => role === 'hold-out');
    isHeld = ({ row }) => at >= 0 && row[at].trim() === holdOut.word;
  } else {
    const held = drawn(rows.length, Math.round(holdOut.share * rows.length), holdOut.seed);
    isHeld = (_, l) => held.has(l);
  }
  return [rows.filter((row, l) => !isHeld(row, l)), rows.filter((row, l) => isHeld(row, l))];
}

/** So many of the numbers from 0 to count − 1, by Fisher and Yates: every choice is as likely. */
function drawn(count: number, wanted: number, seed: number): ReadonlySet<number> {
  const random = createRandom(seed, 'data');
  const all = Array.from({ length: count }, (_, l) => l);
  for (let n = 0; n < wanted; n++) {
    const other = n + random.integer(count - n);
    [all[n], all[other]] = [all[other], all[n]];
  }
  return new Set(all.slice(0, wanted));
}

function numberEntry(column: number, training: readonly Parsed[], scaling: Scaling): Entry {
  const plain = { column, word: null, offset: 0, scale: 1, constant: false };
  const count = training.length;
  if (scaling === 'none' || count === 0) return plain;
  let [sum, least, most] = [0, Infinity, -Infinity];
  for (const { values } of training) {
    sum += values[column];
    least = Math.min(least, values[column]);
    most = Math.max(most, values[column]);
  }
  if (least === most) return { ...plain, offset: least, constant: true };
  // Halves first: the ends may be as far apart as numbers go.
  const half = most / 2 - least / 2;
  // Neighbours among the smallest numbers have no half between them.
  if (scaling === 'interval') return { ...plain, offset: least / 2 + most / 2, scale: half || most - least };
  let mean = sum / count;
  let squares = 0;
  for (const { values } of training) squares += (values[column] - mean) * (values[column] - mean);
  if (Number.isFinite(squares) && squares > SMALLEST_SQUARE) {
    return { ...plain, offset: mean, scale: Math.sqrt(squares / count) };
  }
  // Numbers whose sum or squares go beyond what a number holds: the same in halves of their range.
  const unit = half || most - least;
  const middle = least / 2 + most / 2;
  const places = training.map(({ values }) => values[column] / unit - middle / unit);
  const placed = places.reduce((all, place) => all + place / count, 0);
  mean = middle + placed * unit;
  squares = places.reduce((all, place) => all + (place - placed) * (place - placed), 0);
  return { ...plain, offset: mean, scale: unit * Math.sqrt(squares / count) || unit };
}

function classEntries(column: number, words: readonly string[], coding: Coding): readonly Entry[] {
  // −1 and +1 are twice 0 and 1, less 1.
  const numbers = coding === 'signs' ? { offset: 0.5, scale: 0.5 } : { offset: 0, scale: 1 };
  const named = coding === 'signs' && words.length === 2 ? words.slice(1) : words;
  return named.map((word) => ({ column, word, ...numbers, constant: false }));
}
