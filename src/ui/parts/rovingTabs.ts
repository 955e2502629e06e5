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
