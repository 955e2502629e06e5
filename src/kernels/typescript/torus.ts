import type { Force, Reals } from '../types.ts';

/**
 * Force of couplings on a torus of rows × columns sites (site r·columns + c):
 *   out_i = J_i w_i + s Σ_{b=(i,j)} K_b (w_i − w_j) − f_i
 * @param K      [2P] first the bond to the site below (r+1, c) of every site, then the bond to the right
 *               (r, c+1); read at every call
 * @param J      [P]
 * @param force  [P]
 * O(P), row by row; allocates nothing.
 */
export function torus(
  rows: number,
  columns: number,
  K: Float64Array,
  J: Float64Array,
  force: Float64Array,
): Force {
  const size = rows * columns;
  const last = columns - 1;
  function pulled(weights: Reals, stiffness: number, pushed: Float64Array, out: Reals): void {
    for (let row = 0; row < rows; row++) {
      const at = row * columns;
      const below = row + 1 === rows ? 0 : at + columns;
      const above = row === 0 ? size - columns : at - columns;
      const right = size + at;
      let left = K[right + last] * (weights[at] - weights[at + last]);
      for (let c = 0; c < last; c++) {
        const i = at + c;
        const w = weights[i];
        const next = K[right + c] * (weights[i + 1] - w);
        const down = K[i] * (weights[below + c] - w);
        const up = K[above + c] * (w - weights[above + c]);
        out[i] = J[i] * w - stiffness * (next - left + (down - up)) - pushed[i];
        left = next;
      }
      const i = at + last;
      const w = weights[i];
      const next = K[right + last] * (weights[at] - w);
      const down = K[i] * (weights[below + last] - w);
      const up = K[above + last] * (w - weights[above + last]);
      out[i] = J[i] * w - stiffness * (next - left + (down - up)) - pushed[i];
    }
  }
  const none = new Float64Array(size);
  return {
    size,
    gradient: (weights, _batch, stiffness, out) => pulled(weights, stiffness, force, out),
    hessian: (vector, stiffness, out) => pulled(vector, stiffness, none, out),
  };
}
