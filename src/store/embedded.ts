/**
 * Whether the page stands in somebody's article (`?embed`): then it takes part in what it is asked for and leaves the rest
 * alone. It reads and writes no storage, makes no entry of the history, and takes no key that it does not use.
 */
export const isEmbedded = (): boolean => asks('embed');

/** Whether the page is the audience's window, which views the run of another page (app/second). */
export const isAudience = (): boolean => asks('audience');

function asks(name: string): boolean {
  return typeof location !== 'undefined' && new URLSearchParams(location.search).has(name);
}
