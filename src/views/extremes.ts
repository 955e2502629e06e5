/** Indices of the largest and the smallest finite number; 0 and 0 where there is none. */
export function extremesOf(values: ArrayLike<number>): { highest: number; lowest: number } {
  let highest = -1;
  let lowest = -1;
  for (let i = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i])) continue;
    if (highest < 0 || values[i] > values[highest]) highest = i;
    if (lowest < 0 || values[i] < values[lowest]) lowest = i;
  }
  return { highest: Math.max(0, highest), lowest: Math.max(0, lowest) };
}
