import { isGap, numberOf, type Cells, type DecimalSign } from './read.ts';

/** What a column is for. */
export type Role = 'input' | 'target' | 'hold-out' | 'unused';
/** How its cells are read. */
export type ColumnKind = 'number' | 'classes';

/** One column as it was found. */
export interface Column {
  readonly name: string;
  /** Cells that say a number, cells that say nothing, and all others. */
  readonly numbers: number;
  readonly gaps: number;
  readonly others: number;
  readonly least: number;
  readonly most: number;
  /** Its different words, in the order of numbers or letters; null where there are more than MOST_CLASSES. */
  readonly words: readonly string[] | null;
}

/** Most classes of one column. */
export const MOST_CLASSES = 32;

/** Words in the order of their numbers, else of their letters. */
function ordered(words: readonly string[], decimal: DecimalSign): readonly string[] {
  const values = words.map((word) => numberOf(word, decimal));
  const numeric = values.every((value) => !Number.isNaN(value));
  const byValue = (a: string, b: string): number => numberOf(a, decimal) - numberOf(b, decimal);
  // By code units: the same order in every browser.
  return [...words].sort(numeric ? byValue : (a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

/** Looks at every column of a table; `names` are the cells of its head, or none. */
export function columnsOf(
  { rows }: Cells,
  names: readonly string[] | null,
  decimal: DecimalSign,
): readonly Column[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), names?.length ?? 0);
  return Array.from({ length: width }, (_, index) => {
    const words = new Set<string>();
    let [numbers, gaps, others, least, most] = [0, 0, 0, Infinity, -Infinity];
    for (const row of rows) {
      const cell = (row[index] ?? '').trim();
      if (isGap(cell)) {
        gaps++;
        continue;
      }
      if (words.size <= MOST_CLASSES) words.add(cell);
      const value = numberOf(cell, decimal);
      if (Number.isNaN(value)) others++;
      else {
        numbers++;
        least = Math.min(least, value);
        most = Math.max(most, value);
      }
    }
    const name = names?.[index]?.trim() ?? '';
    const few = words.size > MOST_CLASSES ? null : ordered([...words], decimal);
    return { name: name === '' ? String(index + 1) : name, numbers, gaps, others, least, most, words: few };
  });
}

/** Numbers, unless most of its cells are words: one word among numbers is an error to be told, not a class. */
export function kindOf({ numbers, others }: Column): ColumnKind {
  return others > numbers ? 'classes' : 'number';
}

const TARGET_NAME = /^(?:class|label|labels|species|target|targets|digit|klasse|ziel)$/i;
/** A y may stand beside an x: it is a target where there is one, and all else are numbers that are not called one. */
const MAYBE_TARGET = /^(?:y|output|z)$/i;
const HOLD_OUT_NAME = /^(?:set|split|fold|test|subset|partition|held.?out|hold.?out)$/i;
const NUMBER_NAME = /^(?:id|index|row|no|nr|#)$/i;

/** What every column is most likely for. @param shape  inputs and outputs of the network at work; null: none */
export function guessRoles(
  columns: readonly Column[],
  shape: { readonly inputs: number; readonly outputs: number } | null,
): { readonly role: Role; readonly kind: ColumnKind }[] {
  const kinds = columns.map(kindOf);
  // A column of gaps alone, as a separator at the end of every line leaves, would leave out every row.
  const filled = columns.flatMap(({ numbers, others }, index) => (numbers + others > 0 ? index : []));
  // As many numbers as the network takes and gives: inputs first.
  if (
    shape !== null &&
    filled.length === shape.inputs + shape.outputs &&
    filled.every((index) => kinds[index] === 'number')
  ) {
    const inputs = new Set(filled.slice(0, shape.inputs));
    const targets = new Set(filled.slice(shape.inputs));
    const role = (index: number): Role =>
      inputs.has(index) ? 'input' : targets.has(index) ? 'target' : 'unused';
    return kinds.map((kind, index) => ({ kind, role: role(index) }));
  }
  const usable = columns.map(
    (column, index) => filled.includes(index) && (kinds[index] === 'number' || column.words !== null),
  );
  const called = (names: RegExp): boolean[] =>
    columns.map((column, index) => usable[index] && names.test(column.name));
  const surely = called(TARGET_NAME);
  const maybe = called(MAYBE_TARGET);
  const isTarget =
    surely.includes(true) || kinds.includes('classes') || maybe.filter(Boolean).length !== 1 ? surely : maybe;
  const holdOut = columns.findIndex(
    (column, index) => !isTarget[index] && column.words !== null && HOLD_OUT_NAME.test(column.name),
  );
  const named = isTarget.includes(true);
  let last = columns.length - 1;
  while (last > 0 && (!usable[last] || last === holdOut)) last--;
  return columns.map((column, index) => {
    const role: Role =
      index === holdOut
        ? 'hold-out'
        : !usable[index] || NUMBER_NAME.test(column.name)
          ? 'unused'
          : isTarget[index] || (!named && index === last && columns.length > 1)
            ? 'target'
            : kinds[index] === 'number'
              ? 'input'
              : 'unused';
    // Few whole numbers in a column that is called a class are names.
    const labels = surely[index] && column.words !== null && column.words.length <= 20;
    return { role, kind: role === 'target' && labels ? 'classes' : kinds[index] };
  });
}
