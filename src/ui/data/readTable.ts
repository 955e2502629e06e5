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

/** Takes a text apart into columns. It comes from strangers: its size is looked at before anything is made of it. */
export function readTable(text: string, asked: Reading): ReadTable | Unreadable {
  const body = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  if (body.trim() === '') return { kind: 'empty' };
  const separator = asked.separator === 'auto' ? guessSeparator(body) : asked.separator;
  const beyond = beyondLimits(body, separator);
  if (beyond !== null) return { kind: beyond.what, count: beyond.count, row: beyond.row };
  const { data, errors } = Papa.parse<string[]>(body, { delimiter: separator, newline: '\n' });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken !== undefined) return { kind: 'quotes', row: (broken.row ?? 0) + 1 };
  const numbered = data.map((row, l) => ({ row, number: l + 1 }));
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
