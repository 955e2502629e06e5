/** The data behind a figure or a run: a named row of numbers per line. */
export interface Table {
  readonly columns: readonly string[];
  readonly rows: Iterable<readonly number[]>;
}

/** How numbers and columns are told apart: what a spreadsheet expects depends on where it was bought. */
export interface Dialect {
  readonly separator: ',' | ';' | '\t';
  readonly decimal: '.' | ',';
}

export const dialects = {
  comma: { separator: ',', decimal: '.' },
  semicolon: { separator: ';', decimal: ',' },
  tab: { separator: '\t', decimal: '.' },
} as const satisfies Readonly<Record<string, Dialect>>;
export type DialectName = keyof typeof dialects;

/** A field as RFC 4180 writes it: quoted where it holds a separator, a quote or a line break. */
export function field(words: string, separator: string): string {
  return words.includes(separator) || /["\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

/** Numbers in full precision, so that they read back to the same bits; nothing where there is none. */
function number(value: number, decimal: string): string {
  if (!Number.isFinite(value)) return '';
  return decimal === '.' ? String(value) : String(value).replace('.', decimal);
}

/** A table as text, in pieces: lines of comment, a header row, then a line for each row, with plain line feeds. */
export function* csvPieces(
  { columns, rows }: Table,
  { separator, decimal }: Dialect = dialects.comma,
  comment: readonly string[] = [],
): Iterable<string> {
  for (const line of comment) yield `# ${line.replaceAll(/[\r\n]+/g, ' ')}\n`;
  yield `${columns.map((name) => field(name, separator)).join(separator)}\n`;
  for (const row of rows) yield `${row.map((value) => number(value, decimal)).join(separator)}\n`;
}

/** A table as text: RFC 4180 but for its line feeds, unless another dialect is asked for. */
export function csvOf(table: Table, dialect?: Dialect, comment?: readonly string[]): string {
  return [...csvPieces(table, dialect, comment)].join('');
}
