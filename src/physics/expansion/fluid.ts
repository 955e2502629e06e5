/** The universe that a stretch of a history is. Names are **analogy** but for the numbers: they say w_eff alone. */
export type Fluid =
  | 'flat'
  | 'deSitter'
  | 'phantom'
  | 'littleRip'
  | 'matter'
  | 'radiation'
  | 'kination'
  | 'coasting'
  | 'nesterov'
  | 'accelerating'
  | 'decelerating';

/** Difference of w of two fluids that counts as none. */
export const SAME_FLUID = 1e-6;

/** The fluid of w in d dimensions, by its numbers alone: w < 2/d − 1 accelerates, ä > 0. */
export function fluidOf(w: number, dimension: number): Fluid {
  const is = (other: number): boolean => Math.abs(w - other) < SAME_FLUID;
  if (is(-1)) return 'deSitter';
  if (w < -1) return 'phantom';
  if (is(0)) return 'matter';
  if (is(1)) return 'kination';
  if (is(1 / dimension)) return 'radiation';
  if (is(2 / dimension - 1)) return 'coasting';
  if (is(-1 / 3)) return 'nesterov';
  return w < 2 / dimension - 1 ? 'accelerating' : 'decelerating';
}
