import type { Table } from './figure.ts';

/** A field as RFC 4180 writes it: quoted where it holds a comma, a quote or a line break. */
function field(words: string): string {
  return /[",\r\n]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

/** Numbers in full precision, so that they read back to the same bits; nothing where there is none. */
function number(value: number): string {
  return Number.isFinite(value) ? String(value) : '';
}

/** A table as text: a header row, then a line for each row, by RFC 4180 with plain line feeds. */
export function csvOf({ columns, rows }: Table): string {
  const lines = [columns.map(field).join(',')];
  for (const row of rows) lines.push(row.map(number).join(','));
  return `${lines.join('\n')}\n`;
}
