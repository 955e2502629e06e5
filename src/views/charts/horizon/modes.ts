/** Sources of a lattice's waves: their means, and whether they are the same everywhere. */
export interface WaveSources {
  /** Mean J, and mean K at a = 1. */
  readonly J: number;
  readonly K: number;
  /** Whether every J and every K is the mean, to 1e-5 (frames hold 32-bit numbers). */
  readonly uniform: boolean;
}

const SAME = 1e-5;

/**
 * Means of the sources of a lattice.
 *  @param couplingK  at a = 1: frames hold it redshifted, and after 52 e-folds no 32-bit number is left of it
 *  @returns null where a bond has K ≤ 0: there no waves run round
 */
export function waveSources(sourceJ: ArrayLike<number>, couplingK: ArrayLike<number>): WaveSources | null {
  const J = meanOf(sourceJ);
  const K = meanOf(couplingK);
  for (let bond = 0; bond < couplingK.length; bond++) if (!(couplingK[bond] > 0)) return null;
  if (couplingK.length === 0) return null;
  const scale = Math.max(Math.abs(J), K);
  const near = (values: ArrayLike<number>, mean: number): boolean => {
    for (let i = 0; i < values.length; i++) if (Math.abs(values[i] - mean) > SAME * scale) return false;
    return true;
  };
  return { J, K, uniform: near(sourceJ, J) && near(couplingK, K) };
}

function meanOf(values: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return values.length === 0 ? 0 : sum / values.length;
}

/**
 * Frequency of a wave along the lattice.
 *    ω² = J + 4 K a^{−2} sin²(πm/N)
 *  @param stiffness  a^{−2} with physical redshift, else 1
 *  @returns 0 where ω² < 0, which does not swing at all
 *  **exact** where J and K are uniform; with their means **approximate**. Source: physics.md 3.1, 3.4.
 */
export function frequencyOf({ J, K }: WaveSources, mode: number, sites: number, stiffness: number): number {
  const s = Math.sin((Math.PI * mode) / sites);
  return Math.sqrt(Math.max(0, J + 4 * K * stiffness * s * s));
}

/** Modes that are drawn: 0 (if J > 0), then powers of two up to the shortest wave. */
export function drawnModes(sites: number, withZero: boolean): readonly number[] {
  const last = Math.floor(sites / 2);
  const modes = withZero ? [0] : [];
  for (let mode = 1; mode < last; mode *= 2) modes.push(mode);
  if (last > 0) modes.push(last);
  return modes;
}

/** Of all modes 0..N−1 along the lattice, those whose ω is above γ/2: they swing. */
export function swinging(sources: WaveSources, sites: number, stiffness: number, half: number): number {
  let count = 0;
  for (let mode = 0; mode < sites; mode++) {
    if (frequencyOf(sources, mode, sites, stiffness) > half) count++;
  }
  return count;
}

/** Crossings of a falling or rising curve with another, by straight lines between points. */
export function crossings(
  x: ArrayLike<number>,
  one: ArrayLike<number>,
  other: ArrayLike<number>,
): { readonly x: number[]; readonly y: number[] } {
  const found = { x: [] as number[], y: [] as number[] };
  for (let i = 0; i + 1 < x.length; i++) {
    const before = one[i] - other[i];
    const after = one[i + 1] - other[i + 1];
    if (!(before * after < 0)) continue;
    const part = before / (before - after);
    found.x.push(x[i] + part * (x[i + 1] - x[i]));
    found.y.push(other[i] + part * (other[i + 1] - other[i]));
  }
  return found;
}
