import type { Sheet } from '../types.ts';

/** A ring of weights first..first+columns−1, in order. */
export function ringSheet(name: string, columns: number, first = 0): Sheet {
  return gridSheet(name, 1, columns, true, true, first);
}

/** A grid of weights first.., row by row (site r·columns + c). A single row is never periodic across. */
export function gridSheet(
  name: string,
  rows: number,
  columns: number,
  periodicRows: boolean,
  periodicColumns: boolean,
  first = 0,
): Sheet {
  return {
    name,
    rows,
    columns,
    periodicRows: rows > 1 && periodicRows,
    periodicColumns,
    weight: Int32Array.from({ length: rows * columns }, (_, site) => first + site),
    columnLabel: 'x',
    rowLabel: rows > 1 ? 'y' : '',
    offset: 0,
    pitch: 1,
  };
}
