import type { RunDocument } from '../../scenario/types.ts';

/** What is wanted of a run that is run again, apart from the one on the screen. */
export interface OutputWish {
  readonly document: RunDocument;
  /** Step of the last row. */
  readonly last: number;
  /** Steps between rows; 0: the last step alone. */
  readonly stride: number;
  /** `json`: the terminal's output; `columns`: arrays of numbers; `python`: a script that makes the run again. */
  readonly form: 'json' | 'columns' | 'python';
  /** Name and version of what makes it, for a script. */
  readonly software: string;
}

/** Numbers of a run, a row a step. */
export interface OutputColumns {
  /** By the names of the terminal's output; NaN where that has null. */
  readonly scalars: Readonly<Record<string, Float64Array>>;
  /** [rows × weightCount], row-major. */
  readonly weights: Float64Array;
  readonly velocity: Float64Array;
  readonly weightCount: number;
}

export type FromOutput =
  | { readonly type: 'progress'; readonly step: number }
  | { readonly type: 'text'; readonly parts: readonly string[] }
  | { readonly type: 'columns'; readonly columns: OutputColumns }
  | { readonly type: 'failed'; readonly reason: string };
