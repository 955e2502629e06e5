/** What workers are to do, as its own text, which they read themselves. */
export type Work =
  /** A SWEEP.json. */
  | { readonly kind: 'sweep'; readonly text: string }
  /** An ensemble of networks at their random start. */
  | { readonly kind: 'ensemble'; readonly text: string };

/** What a worker is told: the work first, then one point of it after another. */
export type ToSweeper =
  { readonly type: 'begin'; readonly work: Work } | { readonly type: 'point'; readonly point: number };

export type FromSweeper =
  | { readonly type: 'ready' }
  /** The work cannot be done by any worker: path, value, what was expected. */
  | { readonly type: 'refused'; readonly reason: string }
  /** `line`: the point's row, of a sweep as results have it, with its newline. */
  | { readonly type: 'row'; readonly point: number; readonly line: string };
