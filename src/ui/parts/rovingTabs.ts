/**
 * Where a key leads in a row of tabs: arrows go round, Home and End to the ends.
 *  @returns index of the next tab, or null where the key is none of these
 */
export function nextTab(key: string, at: number, count: number): number | null {
  const last = count - 1;
  switch (key) {
    case 'ArrowRight':
      return at === last ? 0 : at + 1;
    case 'ArrowLeft':
      return at === 0 ? last : at - 1;
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}

/** Entries that a page key leaps over. */
const LEAP = 8;

/**
 * Where a key leads in a list that is walked from a field: up and down go round, page keys leap.
 *  @returns index of the next entry, or null where the key is none of these
 */
export function nextEntry(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return at + 1 < count ? at + 1 : 0;
    case 'ArrowUp':
      return at > 0 ? at - 1 : count - 1;
    case 'PageDown':
      return Math.min(count - 1, at + LEAP);
    case 'PageUp':
      return Math.max(0, at - LEAP);
    default:
      return null;
  }
}
