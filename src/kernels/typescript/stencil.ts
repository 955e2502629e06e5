import type { Reals } from '../types.ts';
import { dot } from './rows.ts';

/**
 * Loops over rows of samples, [row][sample], of a ring whose ends are repeated: row `edge + i` is site i.
 * A stencil has an odd number of taps; three rows go through together, then two by two, so that one pass
 * over the target serves several products.
 */

/** The taps of one stencil. */
let tap = new Float64Array(3);
/** Σ_k tap_k source of all sites. */
let sum = new Float64Array(0);
function reserve(taps: number, count: number): void {
  if (tap.length !== taps) tap = new Float64Array(taps);
  if (sum.length < count) sum = new Float64Array(count);
}

/** target[row][s] = start + Σ_k tap[k] source[row + k][s], for every sample s. */
function stencil(
  start: number,
  source: Float64Array,
  row: number,
  width: number,
  target: Float64Array,
): void {
  const at = row * width;
  let k = 1;
  if (tap.length === 1) {
    const w = tap[0];
    for (let s = 0; s < width; s++) target[at + s] = start + w * source[at + s];
  } else {
    const w0 = tap[0];
    const w1 = tap[1];
    const w2 = tap[2];
    const row1 = at + width;
    const row2 = row1 + width;
    for (let s = 0; s < width; s++) {
      target[at + s] = start + w0 * source[at + s] + w1 * source[row1 + s] + w2 * source[row2 + s];
    }
    k = 3;
  }
  for (; k < tap.length; k += 2) {
    const w0 = tap[k];
    const w1 = tap[k + 1];
    const row0 = at + k * width;
    const row1 = row0 + width;
    for (let s = 0; s < width; s++) target[at + s] += w0 * source[row0 + s] + w1 * source[row1 + s];
  }
}

/**
 * target[i][s] = b_i + Σ_k w_ik source[i + k][s], every site with its own weights: w from flat[at + i·fan] on, then b_i
 * where it is `biased`.
 */
export function stencilSites(
  flat: Reals,
  at: number,
  fan: number,
  taps: number,
  biased: boolean,
  sites: number,
  source: Float64Array,
  width: number,
  target: Float64Array,
): void {
  reserve(taps, 0);
  for (let i = 0; i < sites; i++) {
    const from = at + i * fan;
    for (let k = 0; k < taps; k++) tap[k] = flat[from + k];
    stencil(biased ? flat[from + taps] : 0, source, i, width, target);
  }
}

/**
 * target[j][s] = Σ_k w source[j + k][s], w the weight with which site j + k − reach hears site j: that one's of place
 * taps − 1 − k.
 */
export function stencilBack(
  flat: Reals,
  at: number,
  fan: number,
  taps: number,
  sites: number,
  source: Float64Array,
  width: number,
  target: Float64Array,
): void {
  reserve(taps, 0);
  const reach = taps >> 1;
  for (let j = 0; j < sites; j++) {
    for (let k = 0; k < taps; k++) {
      const to = j + k - reach;
      const site = to < 0 ? to + sites : to >= sites ? to - sites : to;
      tap[k] = flat[at + site * fan + taps - 1 - k];
    }
    stencil(0, source, j, width, target);
  }
}

/** target[i][s] += Σ_k w_k source[i + k][s], w_k = flat[at + k·step]: all sites with the same weights. */
export function stencilShared(
  flat: Reals,
  at: number,
  step: number,
  taps: number,
  sites: number,
  source: Float64Array,
  width: number,
  target: Float64Array,
): void {
  const count = sites * width;
  reserve(taps, count);
  for (let k = 0; k < taps; k++) tap[k] = flat[at + k * step];
  for (let i = 0; i < sites; i++) stencil(0, source, i, width, sum);
  for (let n = 0; n < count; n++) target[n] += sum[n];
}

/**
 * out[at + i·fan + k] += Σ_n delta[from + i·length + n] source[i·width + k·width + n], n = 0..length − 1, added as
 * `dot` adds: every site by itself (length = width), or all as one.
 */
export function addStencilSlopes(
  delta: Float64Array,
  from: number,
  sites: number,
  length: number,
  source: Float64Array,
  width: number,
  taps: number,
  out: Reals,
  at: number,
  fan: number,
): void {
  for (let i = 0; i < sites; i++) {
    for (let k = 0; k < taps; k++) {
      out[at + i * fan + k] += dot(delta, from + i * length, source, (i + k) * width, length);
    }
  }
}
