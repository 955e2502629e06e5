/** What a page asks its service worker. */
export interface ToKeeper {
  readonly type: 'held' | 'load' | 'again';
}

/** How many files of the lab the browser holds, of how many. */
export interface Held {
  readonly files: number;
  readonly of: number;
  /** Why what was fetched again did not come; left out, or '', where nothing failed. */
  readonly reason?: string;
}

/** Whether the version that waited is loaded: not while other pages show the lab, whose runs go on with the old one. */
export interface LoadAnswer {
  readonly others: number;
}
