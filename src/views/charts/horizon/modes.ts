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

/**
 * Frequency of the gradients alone, √K k/a: what crosses the Hubble rate under redshift.
 *    4 K a^{−2} sin²(πm/N)
 */
export function gradientFrequency(
  { K }: WaveSources,
  mode: number,
  sites: number,
  stiffness: number,
): number {
  return 2 * Math.sqrt(K * stiffness) * Math.sin((Math.PI * mode) / sites);
}

/** Of all modes of a lattice of rows × sites, those whose ω is above a boundary: they swing. */
export function swinging(
  { J, K }: WaveSources,
  sites: number,
  stiffness: number,
  boundary: number,
  rows = 1,
): number {
  const parts = (count: number): Float64Array =>
    Float64Array.from(
      { length: count },
      (_, mode) => 4 * K * stiffness * Math.sin((Math.PI * mode) / count) ** 2,
    );
  const along = parts(sites);
  const across = rows > 1 ? parts(rows) : new Float64Array(1);
  let count = 0;
  for (const y of across) for (const x of along) if (J + x + y > boundary * boundary) count++;
  return count;
}

/**
 * The frequency above which modes swing, by the normal form w = e^{−½∫γ} y:  ÿ + (ω² − γ²/4 − γ̇/2) y = 0.
 *    √(γ²/4 + γ̇/2) = (γ/2) √−w_eff,  since γ̇ = −(1 + w) γ²/2
 *  @returns 0 where the root is of a negative number or there is no friction: whatever has a frequency swings
 *  **exact** at constant γ, where w = −1; else **approximate**. Source: physics.md 3.4.
 */
export function boundaryOf(gamma: number, w: number): number {
  return gamma > 0 && w < 0 ? (gamma / 2) * Math.sqrt(-w) : 0;
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
