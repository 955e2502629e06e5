import { exp } from '../math/elementary.ts';
import type { Random } from '../math/random.ts';

/** Beyond this many correlation lengths the filter e^{−d²/ℓ²} is below 1e-15. */
const REACH = 6;

/**
 * Draws smooth Gaussian noise of unit variance on a periodic lattice: white noise under the filter
 * e^{−d²/ℓ²} along rows and columns, so that ⟨x_i x_j⟩ = e^{−d²/2ℓ²}. ℓ = 0 is white noise.
 * **approximate** where the lattice is shorter than a few ℓ: the filter is cut at half its length.
 * @param correlation  ℓ, in sites
 * @returns            [rows·columns], row-major
 */
export function smoothNoise(
  random: Random,
  rows: number,
  columns: number,
  correlation: number,
): Float64Array {
  const field = Float64Array.from({ length: rows * columns }, () => random.normal());
  if (correlation <= 0) return field;
  const line = new Float64Array(Math.max(rows, columns));
  for (let r = 0; r < rows; r++) filter(field, r * columns, 1, columns, correlation, line);
  for (let c = 0; c < columns; c++) filter(field, c, columns, rows, correlation, line);
  return field;
}

/** Filters one periodic line of a field in place, keeping unit variance. */
function filter(
  field: Float64Array,
  at: number,
  stride: number,
  count: number,
  correlation: number,
  line: Float64Array,
): void {
  if (count === 1) return;
  const reach = Math.min(Math.ceil(REACH * correlation), Math.floor((count - 1) / 2));
  const kernel = Float64Array.from({ length: 2 * reach + 1 }, (_, n) => {
    const u = (n - reach) / correlation;
    return exp(-u * u);
  });
  let square = 0;
  for (const value of kernel) square += value * value;
  const norm = 1 / Math.sqrt(square);
  for (let n = 0; n < count; n++) line[n] = field[at + n * stride];
  for (let n = 0; n < count; n++) {
    let sum = 0;
    for (let d = -reach; d <= reach; d++) sum += kernel[d + reach] * line[(n + d + count) % count];
    field[at + n * stride] = norm * sum;
  }
}
