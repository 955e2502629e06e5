import { describe, expect, it } from 'vitest';
import { numberOf, tableLimits } from '../../../src/scenario/table/read.ts';
import { csvOf, dialects } from '../../../src/scenario/table/write.ts';
import { readTable, type Reading, type ReadTable } from '../../../src/ui/data/readTable.ts';

const AS_FOUND: Reading = { separator: 'auto', decimal: 'auto', header: 'auto' };

function read(text: string, asked: Partial<Reading> = {}): ReadTable {
  const table = readTable(text, { ...AS_FOUND, ...asked });
  if (!('cells' in table)) throw new Error(JSON.stringify(table));
  return table;
}

describe('a table of text', () => {
  it.each([
    [',', 'a,b,c\n1,2.5,x\n3,4.5,y\n'],
    [';', 'a;b;c\n1;2.5;x\n3;4.5;y\n'],
    ['\t', 'a\tb\tc\n1\t2.5\tx\n3\t4.5\ty\n'],
  ])('separator %j is found', (separator, text) => {
    const table = read(text);
    expect(table.separator).toBe(separator);
    expect(table.decimal).toBe('.');
    expect(table.header).toBe(true);
    expect(table.columns.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(table.cells.rows).toEqual([
      ['1', '2.5', 'x'],
      ['3', '4.5', 'y'],
    ]);
    expect(table.cells.numbers).toEqual([2, 3]);
  });

  it('decimal commas between semicolons are no separators', () => {
    const table = read('x;y\n0,5;-1,25\n1e-3;2,5e2\n');
    expect([table.separator, table.decimal]).toEqual([';', ',']);
    expect(table.columns.map(({ least, most }) => [least, most])).toEqual([
      [0.001, 0.5],
      [-1.25, 250],
    ]);
  });

  it.each([';', '\t'])(
    'decimal commas part lines as evenly as %j does, and are not taken for it',
    (separator) => {
      const table = read(`0,5${separator}1,25\n1,5${separator}2,5\n`);
      expect([table.separator, table.decimal]).toEqual([separator, ',']);
      expect(table.columns.map(({ most }) => most)).toEqual([1.5, 2.5]);
    },
  );

  it('decimal commas may stand in quotes between commas', () => {
    const table = read('x,y\n"0,5","1,25"\n"1,5","2,5"\n');
    expect([table.separator, table.decimal]).toEqual([',', ',']);
    expect(table.columns.map(({ most }) => most)).toEqual([1.5, 2.5]);
  });

  it('a byte order mark, returns before newlines and an empty last line are none of the cells', () => {
    const table = read('\uFEFFx,y\r\n1,2\r\n3,4\r\n\r\n');
    expect(table.columns.map(({ name }) => name)).toEqual(['x', 'y']);
    expect(table.cells.rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('quoted fields hold separators, lines and doubled quotes', () => {
    const table = read('name,x\n"a, ""b""\nc",1\nd,2\n');
    expect(table.cells.rows).toEqual([
      ['a, "b"\nc', '1'],
      ['d', '2'],
    ]);
  });

  it('without a head columns have numbers for names, and the first row counts', () => {
    const table = read('1,2\n3,4\n');
    expect(table.header).toBe(false);
    expect(table.cells.rows).toHaveLength(2);
    expect(table.columns.map(({ name }) => name)).toEqual(['1', '2']);
    expect(read('1,2\n3,4\n', { header: 'yes' }).columns.map(({ name }) => name)).toEqual(['1', '2']);
    expect(read('1,2\n3,4\n', { header: 'yes' }).cells.rows).toEqual([['3', '4']]);
  });

  it('of words alone the first row is a head where none of it comes again', () => {
    expect(read('colour,class\nred,a\nblue,b\nred,b\n').header).toBe(true);
    expect(read('red,a\nblue,b\nred,b\n').header).toBe(false);
  });

  it('empty lines are left out, but count: rows have the numbers of a spreadsheet', () => {
    expect(read('x,y\n\n1,2\n ,\n3,4\n').cells.numbers).toEqual([3, 5]);
  });

  it('an unclosed quotation mark is told with its row', () => {
    expect(readTable('x,y\n1,2\n"3,4\n', AS_FOUND)).toEqual({ kind: 'quotes', row: 3 });
  });

  it('nothing, and a head alone, are no table', () => {
    expect(readTable(' \n\n', AS_FOUND)).toEqual({ kind: 'empty' });
    expect(readTable('x,y\n', { ...AS_FOUND, header: 'yes' })).toEqual({ kind: 'empty' });
  });

  it('more bytes, rows or columns than the limits are refused, the last within them read', () => {
    const { bytes, rows, columns } = tableLimits;
    expect(readTable('1'.repeat(bytes + 1), AS_FOUND)).toMatchObject({ kind: 'bytes', count: bytes + 1 });
    const lines = 'x\n' + '1\n'.repeat(rows);
    expect(read(lines).cells.rows).toHaveLength(rows);
    expect(readTable(`${lines}1\n`, AS_FOUND)).toMatchObject({ kind: 'rows', row: rows + 2 });
    const wide = `1${',1'.repeat(columns - 1)}`;
    expect(read(`2,3\n${wide}\n`, { separator: ',' }).columns).toHaveLength(columns);
    expect(readTable(`2,3\n${wide},1\n`, { ...AS_FOUND, separator: ',' })).toMatchObject({
      kind: 'columns',
      row: 2,
    });
  });

  it('separators within quotes count for no limit', () => {
    const text = `"${','.repeat(2 * tableLimits.columns)}",1\n2,3\n`;
    expect(read(text).cells.rows[0]).toHaveLength(2);
  });

  it('Excel’s line sep= says the separator, and rows keep their numbers', () => {
    const table = read('sep=;\nx;y\n1,5;2\n3;4,5\n');
    expect([table.separator, table.decimal, table.header]).toEqual([';', ',', true]);
    expect(table.columns.map(({ name }) => name)).toEqual(['x', 'y']);
    expect(table.cells.numbers).toEqual([3, 4]);
    // One column alone: nothing else says that it is one.
    expect(read('sep=;\nx\n"1,5"\n"2,5"\n').columns.map(({ most }) => most)).toEqual([2.5]);
    expect(readTable('sep=;\n', AS_FOUND)).toEqual({ kind: 'empty' });
  });

  it.each(['comma', 'semicolon', 'tab'] as const)(
    'what is saved here (%s) reads back to the same bits, its lines of comment left out',
    (name) => {
      const rows = [
        [0.1, -1.5e-300, 1 / 3],
        [1e21, 5e-324, -123456.789],
      ];
      const columns = ['t', 'a;b, c', 'W[0]'];
      const text = csvOf({ columns, rows }, dialects[name], ['made; by, the lab', 'run document: {"a":1}']);
      const table = read(text);
      expect(table.columns.map((column) => column.name)).toEqual(columns);
      expect(table.cells.numbers).toEqual([4, 5]);
      expect(table.cells.rows.map((row) => row.map((cell) => numberOf(cell, table.decimal)))).toEqual(rows);
    },
  );

  it('a # that no space follows is a cell', () => {
    expect(read('#,x\n1,2\n').columns.map(({ name }) => name)).toEqual(['#', 'x']);
  });
});
