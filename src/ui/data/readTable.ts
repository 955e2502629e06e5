import Papa from 'papaparse';
import { columnsOf, type Column } from '../../scenario/table/columns.ts';
import {
  beyondLimits,
  guessDecimal,
  guessHeader,
  guessSeparator,
  type Cells,
  type DecimalSign,
  type Separator,
} from '../../scenario/table/read.ts';

/** How a text shall be read; what is 'auto' is found in it. */
export interface Reading {
  readonly separator: Separator | 'auto';
  readonly decimal: DecimalSign | 'auto';
  readonly header: 'yes' | 'no' | 'auto';
}

/** A table as it was read, without its head. */
export interface ReadTable {
  readonly separator: Separator;
  readonly decimal: DecimalSign;
  readonly header: boolean;
  readonly cells: Cells;
  readonly columns: readonly Column[];
}

/** Why a text is no table. */
export type Unreadable =
  | { readonly kind: 'empty' }
  | { readonly kind: 'bytes' | 'rows' | 'columns'; readonly count: number; readonly row: number }
  /** A quotation mark that is not closed, or stands inside a field. */
  | { readonly kind: 'quotes'; readonly row: number };

/**
 * Takes off what stands before a table: Excel's line `sep=;`, and lines of comment that begin with #, as tables that are
 * saved here have. A # without a space after it begins no comment.
 */
function opened(whole: string): {
  readonly before: number;
  readonly said: Separator | null;
  readonly body: string;
} {
  let at = 0;
  let before = 0;
  let said: Separator | null = null;
  for (;;) {
    const end = whole.indexOf('\n', at);
    const line = end < 0 ? whole.slice(at) : whole.slice(at, end);
    const sep = /^"?sep=([,;\t])"?$/i.exec(line);
    if (sep !== null && before === 0) said = sep[1] as Separator;
    else if (!line.startsWith('# ')) return { before, said, body: whole.slice(at) };
    if (end < 0) return { before, said, body: '' };
    at = end + 1;
    before++;
  }
}

/** Takes a text apart into columns. It comes from strangers: its size is looked at before anything is made of it. */
export function readTable(text: string, asked: Reading): ReadTable | Unreadable {
  const whole = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const { before, said, body } = opened(whole);
  if (body.trim() === '') return { kind: 'empty' };
  const separator = asked.separator === 'auto' ? (said ?? guessSeparator(body)) : asked.separator;
  const beyond = beyondLimits(body, separator);
  if (beyond !== null) return { kind: beyond.what, count: beyond.count, row: beyond.row + before };
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: separator, newline: '\n' });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken !== undefined) return { kind: 'quotes', row: (broken.row ?? 0) + 1 + before };
  const numbered = data.map((row, l) => ({ row, number: l + 1 + before }));
  // Empty lines are none, but count: rows have the numbers that a spreadsheet gives them.
  const full = numbered.filter(({ row }) => row.some((cell) => cell.trim() !== ''));
  const all: Cells = {
    rows: full.map(({ row }) => row),
    numbers: full.map(({ number }) => number),
  };
  const decimal = asked.decimal === 'auto' ? guessDecimal(all) : asked.decimal;
  const header = asked.header === 'auto' ? guessHeader(all, decimal) : asked.header === 'yes';
  const cells = header ? { rows: all.rows.slice(1), numbers: all.numbers.slice(1) } : all;
  if (cells.rows.length === 0) return { kind: 'empty' };
  return {
    separator,
    decimal,
    header,
    cells,
    columns: columnsOf(cells, header ? all.rows[0] : null, decimal),
  };
}
