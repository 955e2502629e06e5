import { denseHessian } from './denseHessian.ts';
import { eigenvaluesInPieces } from './math/eigenvalues.ts';
import { sin } from './math/elementary.ts';
import type { Expansion, Reals, System } from './types.ts';

/** All curvatures of a cost: λ_k = mass + s κ_k, with s the factor on every K (a⁻² under redshift). */
export interface Spectrum {
  readonly mass: number;
  /** [P], ascending. */
  readonly kappa: Float64Array;
  /** Whether s acts on κ; else λ_k = κ_k whatever s is. */
  readonly stretched: boolean;
}

/** How many modes do what at one friction. */
export interface ModeCounts {
  /** λ = 0: no force along them. */
  readonly flat: number;
  /** 0 < λ ≤ γ²/4: they come to rest without a swing. */
  readonly creeping: number;
  /** λ > γ²/4. */
  readonly swinging: number;
  /** λ < 0: the weights run away along them. */
  readonly growing: number;
  /** Friction at which the slowest and the fastest of the curved modes are critical, 2√λ; null where none is. */
  readonly slowest: number | null;
  readonly fastest: number | null;
}

/**
 * What friction makes of the modes.
 *    overdamped   none swings;  underdamped  all that are not flat swing;  mixed  some do
 *    critical     the fastest is within 1 % of γ = 2√λ
 *    some-swing   not all curvatures are known, but one swings for certain
 *    likely-overdamped  by an estimate from below of the largest curvature
 */
export const regimes = [
  'none',
  'overdamped',
  'critical',
  'mixed',
  'underdamped',
  'some-swing',
  'likely-overdamped',
] as const;
export type Regime = (typeof regimes)[number];

/** Curvatures this much smaller than the largest are round-off of 0. */
const FLAT = 1e-12;
/** Differences of couplings that count as none. */
const SAME = 1e-12;

/** A periodic lattice whose bonds and sites are all alike. */
export interface UniformLattice {
  /** 1 for a chain. */
  readonly rows: number;
  readonly columns: number;
  /** Lattice stiffness of every bond at a = 1, and J of every site. */
  readonly K: number;
  readonly J: number;
  /** Whether redshift weakens K. */
  readonly stretched: boolean;
}

/**
 * The lattice of a system whose weights stand on one closed lattice with one K and one J.
 *  @returns null where the lattice or its couplings are not uniform
 */
export function uniformLattice(system: System): UniformLattice | null {
  const { layout } = system;
  const [sheet] = layout.sheets;
  const closed =
    layout.sheets.length === 1 && sheet.periodicColumns && (sheet.rows === 1 || sheet.periodicRows);
  if (!closed || sheet.rows * sheet.columns !== system.weightCount) return null;
  const found = system.couplings(null);
  const directions = sheet.rows > 1 ? 2 : 1;
  if (found === null || found.bonds !== undefined) return null;
  if (layout.bonds.length !== 2 * directions * system.weightCount) return null;
  const { K, J } = found;
  const scale = Math.max(Math.abs(K[0]), Math.abs(J[0]));
  const same = (values: Float64Array): boolean =>
    values.every((value) => Math.abs(value - values[0]) <= SAME * scale);
  if (!same(K) || !same(J)) return null;
  const { rows, columns } = sheet;
  return { rows, columns, K: K[0], J: J[0], stretched: system.gradientEnergy !== undefined };
}

/**
 * What the gradients add to every plane wave's ω² at a = 1, wave (n, m) at n·columns + m.
 *    κ = 4 K (sin²(πm/columns) + sin²(πn/rows)). **exact**
 *  Source: physics.md 3.1.
 */
export function waveStiffness({ rows, columns, K }: UniformLattice): Float64Array {
  const part = (index: number, count: number): number => {
    const s = sin((Math.PI * index) / count);
    return 4 * K * s * s;
  };
  const along = Float64Array.from({ length: columns }, (_, m) => part(m, columns));
  const kappa = new Float64Array(rows * columns);
  for (let n = 0; n < rows; n++) {
    const across = rows > 1 ? part(n, rows) : 0;
    for (let m = 0; m < columns; m++) kappa[n * columns + m] = along[m] + across;
  }
  return kappa;
}

/**
 * All curvatures of a uniform periodic lattice, in closed form.
 *    λ = J + s κ. **exact**
 *  @returns null where the lattice or its couplings are not uniform
 */
export function latticeSpectrum(system: System): Spectrum | null {
  const lattice = uniformLattice(system);
  if (lattice === null) return null;
  return { mass: lattice.J, kappa: waveStiffness(lattice).sort(), stretched: lattice.stretched };
}

/**
 * All curvatures where the weights are, by diagonalising the Hessian. **exact** to round-off
 *  @param stiffness  factor on every K; of a system that is stretched they hold at this one alone
 *  Cost O(P² samples + P³).
 */
export function denseSpectrum(system: System, weights: Reals, stiffness = 1): Spectrum {
  const pieces = eigenvaluesInPieces(denseHessian(system, weights, stiffness), system.weightCount);
  let next = pieces.next();
  while (next.done !== true) next = pieces.next();
  return { mass: 0, kappa: next.value, stretched: false };
}

/**
 * The part of friction that keeps modes from swinging, by the normal form w = e^{−½∫γ} y:
 *    ÿ + (ω² − γ²/4 − γ̇/2) y = 0,  so 2√(γ²/4 + γ̇/2) = γ √−w_eff,  since γ̇ = −(1 + w) γ²/2
 *  @returns √−w_eff: 1 at constant friction; 0 where whatever has a frequency swings (w ≥ 0: matter and beyond)
 *  **exact** at constant friction; else **approximate**. Source: physics.md 3.4.
 */
export function dampingShare(expansion: Expansion, t: number): number {
  // Without friction there is no w, and its constant 0 counts whole.
  const w = expansion.equationOfState(t) ?? -1;
  return w >= 0 ? 0 : Math.sqrt(-w);
}

/** The constant friction whose modes swing as those of this moment do: that part of γ. */
export function swingingFriction(expansion: Expansion, t: number): number {
  const share = dampingShare(expansion, t);
  // At a big bang γ is infinite, and 0 of it is none.
  return share === 0 ? 0 : expansion.gamma(t) * share;
}

/** Number of κ at or below a value. */
function upTo(kappa: Float64Array, value: number): number {
  let low = 0;
  let high = kappa.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (kappa[middle] <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Counts what the modes do: λ < 0 grows, 0 is flat, λ ≤ γ²/4 creeps, the rest swings.
 *  @param stiffness  s
 *  @param gamma      friction of this moment, of a changing one `swingingFriction`; Infinity at a big bang
 *  **exact** at constant friction and curvature; else **approximate**.
 *  O(log P). Source: physics.md 3.1.
 */
export function countModes(
  { mass, kappa, stretched }: Spectrum,
  stiffness: number,
  gamma: number,
): ModeCounts {
  const size = kappa.length;
  const s = stretched ? stiffness : 1;
  const at = (index: number): number => mass + s * kappa[index];
  const tolerance = size === 0 ? 0 : FLAT * Math.max(Math.abs(at(size - 1)), Math.abs(at(0)));
  const below = (lambda: number): number => {
    if (s === 0) return mass <= lambda ? size : 0;
    return upTo(kappa, (lambda - mass) / s);
  };
  // Up to −tolerance they grow; the next ones, up to +tolerance, are flat.
  let growing = below(-tolerance);
  while (growing > 0 && !(at(growing - 1) < -tolerance)) growing--;
  const curved = Math.max(growing, below(tolerance));
  const creeping = Math.max(curved, gamma < Infinity ? below((gamma * gamma) / 4) : size);
  const critical = (index: number): number | null => (curved < size ? 2 * Math.sqrt(at(index)) : null);
  return {
    flat: curved - growing,
    creeping: creeping - curved,
    swinging: size - creeping,
    growing,
    slowest: critical(curved),
    fastest: critical(size - 1),
  };
}
