/** Where a card stands. */
export interface Place {
  readonly left: number;
  readonly top: number;
}

/** Cards whose tops differ by less stand in one row. */
const ROW = 8;

/**
 * The card that an arrow leads to from another, whatever the number of columns, across headings too.
 *  @returns its index; −1 where Up leads out of the first row, null where the key leads nowhere
 */
export function nextCard(places: readonly Place[], at: number, key: string): number | null {
  if (places.length === 0) return null;
  switch (key) {
    case 'Home':
      return 0;
    case 'End':
      return places.length - 1;
    case 'ArrowLeft':
      return at > 0 ? at - 1 : null;
    case 'ArrowRight':
      return at < places.length - 1 ? at + 1 : null;
    case 'ArrowUp':
    case 'ArrowDown': {
      const { left, top } = places[at];
      const down = key === 'ArrowDown';
      const beyond = places.filter((place) => (down ? place.top > top + ROW : place.top < top - ROW));
      if (beyond.length === 0) return down ? null : -1;
      const row = down
        ? Math.min(...beyond.map((place) => place.top))
        : Math.max(...beyond.map((place) => place.top));
      const inRow = beyond.filter((place) => Math.abs(place.top - row) < ROW);
      const nearest = inRow.reduce((best, place) =>
        Math.abs(place.left - left) < Math.abs(best.left - left) ? place : best,
      );
      return places.indexOf(nearest);
    }
    default:
      return null;
  }
}
