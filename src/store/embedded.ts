/**
 * Whether the page stands in somebody's article (`?embed`): then it takes part in what it is asked for and leaves the rest
 * alone. It reads and writes no storage, makes no entry of the history, and takes no key that it does not use.
 */
export function isEmbedded(): boolean {
  return typeof location !== 'undefined' && new URLSearchParams(location.search).has('embed');
}
