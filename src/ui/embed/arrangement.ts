/** Least side of one of two pictures, pixels: where there is less room, one stands alone. */
const LEAST_PICTURE = 220;

/** How the pictures beside each other stand in a room: two, one above the other, or one alone. */
export function arrangement(width: number, height: number): 'beside' | 'above' | 'one' {
  const beside = Math.min(width / 2, height);
  const above = Math.min(width, height / 2);
  if (Math.max(beside, above) < LEAST_PICTURE) return 'one';
  return above > beside ? 'above' : 'beside';
}
