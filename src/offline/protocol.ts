/** What a page asks its service worker. */
export type ToKeeper = { readonly type: 'held' } | { readonly type: 'load' };

/** How many files of the lab the browser holds, of how many. */
export interface Held {
  readonly files: number;
  readonly of: number;
}

/** Whether the version that waited is loaded: not while other pages show the lab, whose runs go on with the old one. */
export interface LoadAnswer {
  readonly others: number;
}
