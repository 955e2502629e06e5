import { startOutput, type OutputJob } from '../../engine/output/client.ts';
import type { OutputColumns } from '../../engine/output/protocol.ts';
import { csvPieces, dialects, type Table } from '../../scenario/table/write.ts';
import type { RunDocument } from '../../scenario/types.ts';
import { npyOf, npzOf } from './npy.ts';
import type { TableWish } from './TableRows.tsx';
import { commentOf, type RunNote } from './run.ts';

export type DataFormat = 'csv-traces' | 'csv-weights' | 'npz' | 'npy' | 'json' | 'python';

export interface DataWish {
  readonly format: DataFormat;
  /** Steps between rows; 0: the present step alone. */
  readonly stride: number;
  readonly table: TableWish;
}

/** Columns with the symbols of the theory, for whoever opens the table without us. */
function tableOf({ scalars, weights, velocity, weightCount }: OutputColumns, whole: boolean): Table {
  const names = Object.keys(scalars);
  const each = (symbol: string): string[] =>
    whole ? Array.from({ length: weightCount }, (_, n) => `${symbol}[${n}]`) : [];
  return {
    columns: [...names, ...each('W'), ...each("W'")],
    rows: Array.from({ length: weights.length / weightCount }, (_, row) => {
      const [from, to] = [row * weightCount, (row + 1) * weightCount];
      const scalar = names.map((name) => scalars[name][row]);
      return whole ? [...scalar, ...weights.subarray(from, to), ...velocity.subarray(from, to)] : scalar;
    }),
  };
}

/** What a format is saved as. */
export const extensionOf = (format: DataFormat): string =>
  format.startsWith('csv') ? 'csv' : format === 'python' ? 'py' : format;

/** Runs a document again up to a step, and makes its rows a file. */
export function startDataFile(
  document: RunDocument,
  last: number,
  { format, stride, table: { dialect, comments } }: DataWish,
  note: RunNote,
  tell: (step: number) => void,
): { readonly file: Promise<Blob>; readonly cancel: OutputJob['cancel'] } {
  const form = format === 'json' || format === 'python' ? format : 'columns';
  const job = startOutput({ document, last, stride, form, software: note.software }, tell);
  const file = job.made.then((made) => {
    if (!('scalars' in made))
      return new Blob([...made], { type: form === 'json' ? 'application/json' : 'text/x-python' });
    if (format === 'npz') return new Blob([npzOf(made, note.text)], { type: 'application/zip' });
    if (format === 'npy') {
      const { weights, weightCount } = made;
      const file = npyOf(weights, [weights.length / weightCount, weightCount]);
      return new Blob([file], { type: 'application/octet-stream' });
    }
    const table = tableOf(made, format === 'csv-weights');
    const pieces = csvPieces(table, dialects[dialect], comments ? commentOf(note) : []);
    return new Blob([...pieces], { type: 'text/csv;charset=utf-8' });
  });
  return { file, cancel: job.cancel };
}
