import { cos, exp } from '../math/elementary.ts';
import { createRandom } from '../math/random.ts';
import { ParameterError } from '../parameters.ts';
import type { ProfileName } from '../parameters.ts';

/**
 * Named shapes s(n) on N sites, between −1 and 1:
 *   cosine  cos(2πn/N)
 *   bump    e^{−u²/2}, u = (n − N/2)/(N/16)
 *   step    +1 on the first half, −1 on the second
 *   noise   uniform in [−1, 1), always the same numbers
 */
function shapeOf(name: ProfileName, N: number): Float64Array {
  const random = createRandom(2503, 'data');
  return Float64Array.from({ length: N }, (_, n) => {
    switch (name) {
      case 'cosine':
        return cos((2 * Math.PI * n) / N);
      case 'bump':
        return bump((n - N / 2) / (N / 16));
      case 'step':
        return 2 * n < N ? 1 : -1;
      case 'noise':
        return 2 * random.uniform() - 1;
    }
  });
}

/** The same shapes on rows × columns sites: products of cosines, a round bump, left and right halves, noise. */
function gridShapeOf(name: ProfileName, rows: number, columns: number): Float64Array {
  const random = createRandom(2503, 'data');
  const width = Math.min(rows, columns) / 16;
  return Float64Array.from({ length: rows * columns }, (_, site) => {
    const row = Math.floor(site / columns);
    const column = site % columns;
    switch (name) {
      case 'cosine':
        return cos((2 * Math.PI * column) / columns) * cos((2 * Math.PI * row) / rows);
      case 'bump':
        return bump((column - columns / 2) / width) * bump((row - rows / 2) / width);
      case 'step':
        return 2 * column < columns ? 1 : -1;
      case 'noise':
        return 2 * random.uniform() - 1;
    }
  });
}

const bump = (u: number): number => exp(-0.5 * u * u);

/**
 * Spreads a profile parameter over N sites or bonds: a number everywhere, an array as it is, a name as
 * mean + swing·s(n).
 * @param path  of the parameter, for the error
 * @throws ParameterError when an array has not N entries
 */
export function resolveProfile(
  value: number | readonly number[] | ProfileName,
  N: number,
  mean: number,
  swing: number,
  path: string,
): Float64Array {
  if (typeof value === 'number') return new Float64Array(N).fill(value);
  if (typeof value === 'string') return shapeOf(value, N).map((s) => mean + swing * s);
  if (value.length !== N)
    throw new ParameterError(path, value, `a number, a profile, or an array of ${N} numbers`);
  return Float64Array.from(value);
}

/**
 * Spreads a profile parameter over a grid, as `resolveProfile` does over a line.
 * @param copies  numbers per site: 2 for bonds (all bonds down, then all to the right), 1 for sites; a named
 *                profile gives every copy the shape at the site
 * @returns       [copies·rows·columns]
 * @throws ParameterError when an array has another length
 */
export function resolveGridProfile(
  value: number | readonly number[] | ProfileName,
  rows: number,
  columns: number,
  copies: 1 | 2,
  mean: number,
  swing: number,
  path: string,
): Float64Array {
  const count = copies * rows * columns;
  if (typeof value !== 'string') return resolveProfile(value, count, mean, swing, path);
  const shape = gridShapeOf(value, rows, columns);
  return Float64Array.from({ length: count }, (_, n) => mean + swing * shape[n % shape.length]);
}
