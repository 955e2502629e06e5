import { nextLength, type Spread } from './meanField.ts';
import type { Response } from './response.ts';

/** How far outputs of a random network are from normal: E z⁴/(E z²)² − 3. */
export interface Kurtosis {
  readonly excess: number;
  /** `exact` at these widths; `leading`: to first order in 1/n, **approximate**. */
  readonly claim: 'exact' | 'leading';
}

/**
 * Excess kurtosis of an output at a random start, before its own activation. Given the last hidden layer it is normal
 * with a variance K that fluctuates from network to network, so that
 *    excess = 3 Var K/(E K)², **exact**;
 *    one hidden layer: Var K = σ_w⁴(⟨φ⁴⟩ − ⟨φ²⟩²)/n, E K = σ_w²⟨φ²⟩ + σ_b², **exact**: without biases
 *      (3/n)(⟨φ⁴⟩/⟨φ²⟩² − 1), linear 6/n, relu 15/n;
 *    scale-free without biases: E z⁴/3(E z²)² = Π_l (1 + (⟨φ⁴⟩/⟨φ²⟩² − 1)/n_l), **exact**;
 *    else Var K_{l+1} = σ_w⁴(⟨φ⁴⟩ − ⟨φ²⟩²)/n_l + χ∥² Var K_l, to first order in 1/n, **approximate**.
 *  @param first   variance of the first layer's sums, σ_w²|x|²/n_in + σ_b²
 *  @param widths  of the hidden layers; without one outputs are normal
 *  Source: physics.md 8; 1910.00019; 2106.10165, 4.
 */
export function outputKurtosis(
  response: Response,
  spread: Spread,
  first: number,
  widths: readonly number[],
): Kurtosis {
  const weight = spread.sigmaW * spread.sigmaW;
  if (response.bent !== null && response.atZero === 0 && spread.sigmaB === 0) {
    const { square, fourth } = response.moments(1);
    const spreading = fourth / (square * square) - 1;
    const product = widths.reduce((so, n) => so * (1 + spreading / n), 1);
    return { excess: 3 * (product - 1), claim: 'exact' };
  }
  let q = first;
  let variance = 0;
  for (const n of widths) {
    const { square, fourth, slope, bend } = response.moments(q);
    const parallel = weight * (slope + bend);
    const own = (weight * weight * (fourth - square * square)) / n;
    // 0 · ∞ where a bent activation is asked at a length of 0, before anything fluctuates.
    variance = own + (variance === 0 ? 0 : parallel * parallel * variance);
    q = nextLength(response, spread, q);
  }
  return {
    excess: q === 0 ? 0 : (3 * variance) / (q * q),
    claim: widths.length <= 1 ? 'exact' : 'leading',
  };
}
