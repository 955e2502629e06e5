import { GRID, rootBetween, tableOf } from './criticality.ts';
import { nextLength, settledLength, type Spread } from './meanField.ts';
import type { Response } from './response.ts';

/** A length that a wide layer keeps. */
export interface FixedLength {
  readonly q: number;
  /** Lengths near it come nearer from layer to layer; else they leave it. */
  readonly draws: boolean;
  /** χ₁ there: what a small difference of two inputs of this length is multiplied by, squared. */
  readonly chi1: number;
}

/** Two lengths closer than this part are one. */
const SAME = 1e-9;

/**
 * All lengths that the length map of a wide network keeps, ascending: q = σ_w²⟨φ(√q z)²⟩ + σ_b².
 *    0 where φ(0) = 0 and σ_b = 0: it draws where σ_w²(⟨φ′²⟩ + ⟨φφ″⟩) < 1 there; else where the map crosses the diagonal, which it
 *    draws to from above to below.
 *  **exact** to round-off at infinite width, of lengths 1e-6 to 1e4 and the one that is settled at; a pair that lies within a
 *  tenth of each other is not found, nor a length that the map touches only.
 *  @returns null where every length is kept
 *  Source: physics.md 8; Poole et al., 1606.05340.
 */
export function fixedLengths(response: Response, spread: Spread): readonly FixedLength[] | null {
  const weight = spread.sigmaW * spread.sigmaW;
  const surplus = (q: number): number => nextLength(response, spread, q) - q;
  const table = tableOf(response);
  const rough = table.map(({ square }, k) => weight * square + spread.sigmaB * spread.sigmaB - GRID[k]);
  if (rough.every((off, k) => Math.abs(off) <= SAME * GRID[k])) return null;
  const found: FixedLength[] = [];
  const add = (q: number, draws: boolean): void => {
    if (found.some((known) => Math.abs(known.q - q) <= SAME * q)) return;
    found.push({ q, draws, chi1: weight * response.moments(q).slope });
  };
  if (surplus(0) === 0) {
    const { slope, bend } = response.moments(0);
    const along = weight * (slope + bend);
    add(0, Math.abs(along - 1) <= SAME ? rough[0] < 0 : along < 1);
  }
  for (let k = 1; k < GRID.length; k++) {
    if (rough[k - 1] > 0 === rough[k] > 0) continue;
    const q = rootBetween(surplus, GRID[k - 1], GRID[k]);
    if (q !== null) add(q, rough[k] < 0);
  }
  const settled = settledLength(response, spread);
  // Where 0 draws, what is settled at below the table is 0 within round-off.
  const zero = found.some(({ q, draws }) => q === 0 && draws);
  if (settled !== null && !(zero && settled < GRID[0])) add(settled, true);
  return found.sort((a, b) => a.q - b.q);
}
