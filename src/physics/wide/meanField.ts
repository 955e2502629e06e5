import { log } from '../math/elementary.ts';
import type { ActivationValue } from '../parameters.ts';
import { responseOf, type Response } from './response.ts';

/** Standard deviations of a random start: of weights, times √n_in, and of biases. */
export interface Spread {
  readonly sigmaW: number;
  readonly sigmaB: number;
}

/** What a network at its random start tends to as its hidden layers widen. */
export interface WideNetwork extends Spread {
  readonly activation: ActivationValue;
  /** Neurons in every layer, from the inputs to the outputs. */
  readonly sizes: readonly number[];
}

/** Where lengths and angles settle in the depth of a wide network at its random start; physics.md 8. */
export interface MeanField {
  /** q*, the variance of weighted sums far from the inputs; null where it grows without end. */
  readonly q: number | null;
  /** χ₁ = σ_w²⟨φ′²⟩ at q*: what a small difference of two inputs is multiplied by, squared, from layer to layer. */
  readonly chi1: number | null;
  /** ξ_c = −1/ln χ₁ layers, over which differences die out; null on the edge of chaos and beyond. */
  readonly xi: number | null;
}

/** Where the search for q* gives up: from here on it is 0, or grows without end. */
const LEAST = 1e-18;
const MOST = 1e6;
/** Two fixed points closer than this factor are not told apart. */
const WALK = 1.1;
const HALVINGS = 200;

/** One layer of the length map, q′ = σ_w²⟨φ(√q z)²⟩ + σ_b². **exact** at infinite width */
export function nextLength(response: Response, { sigmaW, sigmaB }: Spread, q: number): number {
  return sigmaW * sigmaW * response.moments(q).square + sigmaB * sigmaB;
}

/**
 * The length q* that a wide network settles at, from that of its first layer for inputs of variance 1, σ_w² + σ_b².
 *    q* = σ_w²⟨φ(√q* z)²⟩ + σ_b²
 *  The map rises with q, so that lengths go to the next fixed point without passing it: walked to in steps of 10 %, then
 *  halved. **exact** to round-off.
 *  @returns null where it grows without end
 */
export function settledLength(response: Response, spread: Spread): number | null {
  const surplus = (q: number): number => nextLength(response, spread, q) - q;
  const start = spread.sigmaW * spread.sigmaW + spread.sigmaB * spread.sigmaB;
  const first = surplus(start);
  if (first === 0) return start;
  const factor = first > 0 ? WALK : 1 / WALK;
  let from = start;
  let to = start;
  do {
    from = to;
    to *= factor;
    if (to < LEAST) return 0;
    if (to > MOST * Math.max(1, start)) return null;
  } while (surplus(to) * first > 0);
  for (let k = 0; k < HALVINGS; k++) {
    const middle = from + (to - from) / 2;
    if (middle === from || middle === to) break;
    if (surplus(middle) * first > 0) from = middle;
    else to = middle;
  }
  return to;
}

/** q*, χ₁ and ξ_c of a response. **exact** at infinite width. Source: physics.md 8; 1606.05340, 1611.01232. */
export function meanFieldOf(response: Response, spread: Spread): MeanField {
  const q = settledLength(response, spread);
  const slope = q === null ? response.steadySlope : response.moments(q).slope;
  if (slope === null) return { q, chi1: null, xi: null };
  const chi1 = spread.sigmaW * spread.sigmaW * slope;
  // Nothing is left of a difference after one layer: −1/ln 0.
  return { q, chi1, xi: chi1 >= 1 ? null : chi1 === 0 ? 0 : -1 / log(chi1) };
}

/** The mean field of a wide network. Some milliseconds. */
export const meanField = (network: Omit<WideNetwork, 'sizes'>): MeanField =>
  meanFieldOf(responseOf(network.activation), network);
