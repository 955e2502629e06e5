/** What a worker of a sweep is told: the sweep first, then one point after another. */
export type ToSweeper =
  /** `sweep`: the text of a SWEEP.json, which the worker reads itself. */
  { readonly type: 'begin'; readonly sweep: string } | { readonly type: 'point'; readonly point: number };

export type FromSweeper =
  | { readonly type: 'ready' }
  /** `line`: the row as results have it, with its newline. */
  | { readonly type: 'row'; readonly point: number; readonly line: string };
