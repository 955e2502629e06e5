/**
 * The step whose time is nearest to a time, of two equally near the earlier.
 *  @param most    largest step
 *  @param timeOf  grows with the step
 */
export function stepNear(time: number, most: number, timeOf: (step: number) => number): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (timeOf(middle) < time) low = middle + 1;
    else high = middle;
  }
  return low > 0 && time - timeOf(low - 1) <= timeOf(low) - time ? low - 1 : low;
}
