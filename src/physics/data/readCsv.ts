import { ParameterError } from '../parameters.ts';

/** A row of a table: its cells, and its number from 1, empty rows included. */
interface CsvRow {
  readonly row: number;
  readonly cells: readonly string[];
}

// A quotation mark within quotes is doubled: two quoted parts without anything between.
const QUOTED = /"[^"]*"/y;
const PLAIN = /[^",\r\n]*/y;
const END = /,|\r?\n|\r|$/y;

/**
 * Takes the text of a table apart by RFC 4180, with line ends of any kind. Empty lines are passed over.
 * @throws ParameterError 'text' at a quotation mark that does not stand around a whole cell
 */
export function readCsv(text: string): CsvRow[] {
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let row = 1;
  for (;;) {
    const parts: string[] = [];
    let part: string | undefined;
    while ((part = take(QUOTED)) !== undefined) parts.push(part.slice(1, -1));
    cells.push(parts.length > 0 ? parts.join('"') : (take(PLAIN) ?? ''));
    const end = take(END);
    if (end === undefined) {
      const place = `row ${row}, column ${cells.length}`;
      throw new ParameterError(
        'text',
        text.slice(at, at + 20),
        `quotation marks around the whole cell in ${place}`,
      );
    }
    if (end === ',') continue;
    if (cells.length > 1 || cells[0] !== '') rows.push({ row, cells });
    if (at >= text.length) return rows;
    cells = [];
    row++;
  }
}

const NUMBER = /^[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?$/i;

/** The number that a cell says; NaN where it says none, Infinity beyond 1.8e308. */
export function numberIn(cell: string): number {
  const word = cell.trim();
  return NUMBER.test(word) ? Number(word) : NaN;
}
