import { exp } from '../math/elementary.ts';
import type { Modes, Reals } from '../types.ts';

/** Curvatures up to this part of the largest count as none. */
const FLAT = 1e-9;

/** Whether a mode has a curvature that holds it: only then has it a thermal width, sqrt(T/λ). */
export function isHeld(lambda: number, largest: number): boolean {
  return lambda > FLAT * largest;
}

/**
 * Twice the energies that a state holds in each mode, which a bath of temperature T brings to T on average:
 *    out[k] = (u_k·V)²,  out[P + k] = s λ_k (u_k·(W − W*))²
 *  @param scale  s: how much of the cost's force acts on average (samples that are drawn), 1 for the full batch
 *  @param out    [2P], added to
 *  **exact**. Cost O(P²); allocates nothing.
 */
export function addModeEnergies(
  { values, vectors, shift }: Modes,
  weights: Reals,
  velocity: Reals,
  scale: number,
  out: Float64Array,
): void {
  const size = values.length;
  for (let k = 0, at = 0; k < size; k++) {
    let position = 0;
    let motion = 0;
    for (let i = 0; i < size; i++, at++) {
      position += vectors[at] * (weights[i] - shift[i]);
      motion += vectors[at] * velocity[i];
    }
    out[k] += motion * motion;
    out[size + k] += scale * values[k] * position * position;
  }
}

/**
 * What BAOAB's kinetic thermometer reads in a mode at the end of its steps:  ⟨V²⟩/T = 1 − h²λ/4; the configurational one,
 * λ⟨W²⟩/T, reads 1. **exact** for quadratic costs. Source: physics.md 4.2.
 */
export const kineticBias = (lambda: number, h: number): number => 1 - (h * h * lambda) / 4;

/**
 * Rate at which a mode forgets where it was: the slower of its two.
 *    Re s = γ/2 while it swings,  γ/2 − sqrt(γ²/4 − λ) while it creeps. **exact** at constant friction. physics.md 3.1
 */
export function relaxationRate(lambda: number, gamma: number): number {
  const half = gamma / 2;
  const inside = half * half - lambda;
  // λ/(γ/2 + root) is the same as γ/2 − root, without its cancellation.
  return inside <= 0 ? half : lambda / (half + Math.sqrt(inside));
}

/** The Gibbs measure of a quadratic cost, weight by weight: normal about W*_n, of variance T Σ_k u_kn²/λ_k. */
export interface GibbsWidths {
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
}

/** @returns null where a mode is flat or falls away: nothing holds it, and there is no equilibrium. **exact** */
export function gibbsWidths({ values, vectors, shift }: Modes, temperature: number): GibbsWidths | null {
  const size = values.length;
  const largest = values[size - 1];
  if (!(temperature > 0) || !isHeld(values[0], largest)) return null;
  const deviation = new Float64Array(size);
  for (let k = 0; k < size; k++) {
    for (let n = 0; n < size; n++) {
      const u = vectors[k * size + n];
      deviation[n] += (temperature * u * u) / values[k];
    }
  }
  return { mean: shift, deviation: deviation.map(Math.sqrt) };
}

/**
 * Density of the weights of all sites together at x:  (1/P) Σ_n exp(−(x − W*_n)²/2σ_n²)/(σ_n sqrt(2π)). **exact**
 */
export function gibbsDensity({ mean, deviation }: GibbsWidths, x: number): number {
  let sum = 0;
  for (let n = 0; n < mean.length; n++) {
    const z = (x - mean[n]) / deviation[n];
    sum += exp(-0.5 * z * z) / deviation[n];
  }
  return sum / (mean.length * Math.sqrt(2 * Math.PI));
}
