import { observable } from './types.ts';

/**
 * Participation number: how many weights carry the field.
 *    (Σ w²)²/Σ w⁴:  1 for one weight alone, P for a uniform field, 2P/3 for a standing wave of m periods round N sites (4m no multiple of N). **exact**
 *  @returns  1 to P; null where all are zero
 *  Source: Bell and Dean, Discuss. Faraday Soc. 50, 55 (1970).
 */
export function participationOf(values: ArrayLike<number>): number | null {
  let largest = 0;
  for (let n = 0; n < values.length; n++) largest = Math.max(largest, Math.abs(values[n]));
  if (largest === 0) return null;
  let squares = 0;
  let fourths = 0;
  for (let n = 0; n < values.length; n++) {
    // In units of the largest nothing overflows.
    const square = (values[n] / largest) * (values[n] / largest);
    squares += square;
    fourths += square * square;
  }
  return (squares * squares) / fourths;
}

/** Over how many weights the field and its rate of change are spread. **exact** */
export const participation = observable({
  id: 'participation',
  shape: '{ weights, velocity }, numbers from 1 to P, null where all are zero',
  cost: 'O(P)',
  cadence: 'frame',
  compute: ({ weights, velocity }) => ({
    weights: participationOf(weights),
    velocity: participationOf(velocity),
  }),
});
