/** What cells of a table say: numbers with a decimal point or comma, gaps, and how a table of strangers is best read. */

/** A text taken apart into cells; rows are numbered as a spreadsheet numbers them, from 1, empty ones included. */
export interface Cells {
  readonly rows: readonly (readonly string[])[];
  /** [rows] number of each row in the text. */
  readonly numbers: readonly number[];
}

export type DecimalSign = '.' | ',';
export const separators = ['\t', ';', ','] as const;
export type Separator = (typeof separators)[number];

const pointNumber = /^[-+−]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+−]?\d+)?$/;
const commaNumber = /^[-+−]?(?:\d+,?\d*|,\d+)(?:[eE][-+−]?\d+)?$/;

/**
 * The number that a cell says; NaN where it says none, or one beyond 1.8e308. Thousands are not grouped: what "1,234" means
 * would be a guess.
 */
export function numberOf(cell: string, decimal: DecimalSign): number {
  const text = cell.trim();
  if (!(decimal === '.' ? pointNumber : commaNumber).test(text)) return NaN;
  const value = Number(text.replace(',', '.').replace(/−/g, '-'));
  if (!Number.isFinite(value)) return NaN;
  // JSON does not keep −0.
  return value === 0 ? 0 : value;
}

/** Whether a cell holds nothing: empty, or a word that programs write for a gap. */
export function isGap(cell: string): boolean {
  return /^(?:|na|n\/a|nan|null|none|\?|-)$/i.test(cell.trim());
}

/** Fields of a line by a separator; quoted ones hold any. */
function fieldsIn(line: string, separator: string): number {
  let count = 1;
  let quoted = false;
  for (const sign of line) {
    if (sign === '"') quoted = !quoted;
    else if (sign === separator && !quoted) count++;
  }
  return count;
}

/** Lines that a separator is guessed from. */
const LOOKED_AT = 20;

/**
 * The separator that a text most likely uses: the first of tab, semicolon and comma that parts all of its first lines into
 * as many fields, more than one; a comma may be a decimal sign, so it comes last.
 */
export function guessSeparator(text: string): Separator {
  const lines = text
    .slice(0, 200_000)
    .split(/\r\n|\n|\r/, LOOKED_AT + 1)
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT);
  const even = separators.find((separator) => {
    const counts = lines.map((line) => fieldsIn(line, separator));
    return counts.length > 0 && counts[0] > 1 && counts.every((count) => count === counts[0]);
  });
  if (even !== undefined) return even;
  // Ragged: the one that parts the most lines.
  const parted = (one: Separator): number => lines.filter((line) => fieldsIn(line, one) > 1).length;
  return [...separators].sort((a, b) => parted(b) - parted(a))[0];
}

/** The decimal sign that more cells need; a point where none needs one. */
export function guessDecimal({ rows }: Cells): DecimalSign {
  let commas = 0;
  let points = 0;
  for (const row of rows) {
    for (const cell of row) {
      const text = cell.trim();
      if (text.includes(',')) commas += commaNumber.test(text) ? 1 : 0;
      else if (text.includes('.')) points += pointNumber.test(text) ? 1 : 0;
    }
  }
  return commas > points ? ',' : '.';
}

/** Whether the first row names the columns: it has no number, and stands above one or is never repeated. */
export function guessHeader({ rows }: Cells, decimal: DecimalSign): boolean {
  const [first, ...rest] = rows;
  if (first === undefined || rest.length === 0) return false;
  const isNumber = (cell: string | undefined): boolean => !Number.isNaN(numberOf(cell ?? '', decimal));
  if (first.some(isNumber)) return false;
  if (first.some((_, column) => rest.some((row) => isNumber(row[column])))) return true;
  const below = new Set(rest.flat());
  return first.every((cell) => !below.has(cell));
}

/** Limits of a table; beyond them it is refused before it is taken apart. */
export const tableLimits = { bytes: 8 * 1024 * 1024, rows: 20_000, columns: 1000 } as const;

/** What a text goes beyond; null where it keeps to the limits. One pass, before anything is taken apart. */
export function beyondLimits(
  text: string,
  separator: string,
): { readonly what: 'bytes' | 'rows' | 'columns'; readonly count: number; readonly row: number } | null {
  if (text.length > tableLimits.bytes) return { what: 'bytes', count: text.length, row: 0 };
  const code = separator.charCodeAt(0);
  let quoted = false;
  let rows = 1;
  let fields = 1;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === 34) quoted = !quoted;
    else if (quoted) continue;
    else if (sign === code) {
      fields++;
      if (fields > tableLimits.columns) return { what: 'columns', count: fields, row: rows };
    } else if (sign === 10 || (sign === 13 && text.charCodeAt(at + 1) !== 10)) {
      if (at === text.length - 1) break;
      rows++;
      fields = 1;
      // The head is a row, too.
      if (rows > tableLimits.rows + 1) return { what: 'rows', count: rows, row: rows };
    }
  }
  return null;
}
