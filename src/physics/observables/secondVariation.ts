import { exp, log, sin } from '../math/elementary.ts';
import { symmetricEigen } from '../math/linalg.ts';

/**
 * A stretch of a path of the discrete action (action.ts), wiggled along one direction u that stays: W_n + ε b_n u. All [N],
 * of the steps from n to n + 1.
 */
export interface Stretch {
  /** ln w_n */
  readonly logWeight: Float64Array;
  readonly h: Float64Array;
  /** p_n uᵀH(W_n)u: what the curvature of the cost takes. */
  readonly pull: Float64Array;
}

/** Pivots this close to 0 are counted as above it: the end of the path is conjugate to its start. */
const TINY = 1e-300;

/**
 * Counts the directions in which an action falls, as the path grows: the negative eigenvalues of its second variation
 *    δ²S[b] = Σ_n w_n [(b_{n+1} − b_n)²/h_n − p_n λ_n b_n²],  b = 0 at both ends
 *  by the pivots of its tridiagonal form (Sturm; Sylvester's law of inertia), weights scaled out:
 *    q_n = μ_n/h_{n−1} + 1/h_n − p_n λ_n − μ_n/(h²_{n−1} q_{n−1}).
 *  **exact**: at constant coefficients it grows where sin(nθ) turns, 2√μ cos θ = 1 + μ − ηλ; as h → 0 every half period π/Ω.
 *  Source: physics.md 3.6.
 */
export class DescentCount {
  private pivot = Infinity;
  private last = NaN;
  private h = NaN;
  count = 0;

  /** The state between the step before and one of `logWeight`, h and pull. @returns the count for paths that end with that step */
  push(logWeight: number, h: number, pull: number): number {
    if (this.last === this.last) {
      const mu = exp(this.last - logWeight);
      const old = this.h;
      const pivot = mu / old + 1 / h - pull - (this.pivot === Infinity ? 0 : mu / (old * old * this.pivot));
      this.pivot = pivot === 0 ? TINY : pivot;
      if (this.pivot < 0) this.count++;
    }
    this.last = logWeight;
    this.h = h;
    return this.count;
  }
}

/** The same of all directions at once: pivots are matrices, Q_n = (μ_n/h_{n−1} + 1/h_n) 1 − p_n H(W_n) − μ_n h⁻²_{n−1} Q⁻¹_{n−1}. O(P³) a step */
export class BlockDescentCount {
  private readonly size: number;
  private inverse: Float64Array | null = null;
  private last = NaN;
  private h = NaN;
  count = 0;

  constructor(size: number) {
    this.size = size;
  }

  /** @param pull  p_n H(W_n) [P·P]; not modified */
  push(logWeight: number, h: number, pull: Float64Array): number {
    const { size, inverse } = this;
    if (this.last === this.last) {
      const mu = exp(this.last - logWeight);
      const matrix = new Float64Array(size * size);
      for (let i = 0; i < size * size; i++) {
        matrix[i] = -pull[i] - (inverse === null ? 0 : (mu / (this.h * this.h)) * inverse[i]);
        if (i % (size + 1) === 0) matrix[i] += mu / this.h + 1 / h;
      }
      const { values, vectors } = symmetricEigen(matrix, size);
      const next = new Float64Array(size * size);
      for (let k = 0; k < size; k++) {
        const value = values[k] === 0 ? TINY : values[k];
        if (value < 0) this.count++;
        for (let i = 0; i < size; i++) {
          for (let j = 0; j < size; j++)
            next[i * size + j] += (vectors[k * size + i] * vectors[k * size + j]) / value;
        }
      }
      this.inverse = next;
    }
    this.last = logWeight;
    this.h = h;
    return this.count;
  }
}

/** A bump over the states first … last of a path, 0 at both and outside. */
export interface Bump {
  readonly first: number;
  readonly last: number;
  /** y_n = √w_n b_n in units of `logPeak`: sin π(n − first)/(last − first). */
  readonly even: Float64Array;
  /** b_n: 1 at its highest. */
  readonly values: Float64Array;
  /** ln of the weight by which b and y differ, w_n b_n² = e^{logPeak} y_n². */
  readonly logPeak: number;
}

/**
 * The bump for which every moment weighs alike, b_n = sin(…)/√w_n: at constant coefficients the one of its width along which
 * an action falls first, exactly when its width is beyond half a period.
 *  @param logWeight  ln w_n of all states from 0 on
 */
export function evenBump(logWeight: Float64Array, first: number, last: number): Bump {
  const count = last - first + 1;
  const even = new Float64Array(count);
  const values = new Float64Array(count);
  let peak = -Infinity;
  for (let k = 1; k + 1 < count; k++) {
    even[k] = sin((Math.PI * k) / (count - 1));
    peak = Math.max(peak, log(even[k]) - logWeight[first + k] / 2);
  }
  for (let k = 1; k + 1 < count; k++) {
    values[k] = even[k] * exp(-logWeight[first + k] / 2 - peak);
  }
  return { first, last, even, values, logPeak: -2 * peak };
}

/**
 * δ²S[b] of a bump, in units of e^{logPeak}: S(ε) = S(0) + ½ ε² δ²S, exactly where the cost is quadratic.
 *  The same sum as above in y, so that nothing overflows.
 */
export function secondVariation({ logWeight, h, pull }: Stretch, { first, last, even }: Bump): number {
  let sum = 0;
  for (let n = first; n < last; n++) {
    const k = n - first;
    const ahead = n + 1 < last ? exp((logWeight[n] - logWeight[n + 1]) / 2) * even[k + 1] : 0;
    const rise = ahead - even[k];
    sum += (rise * rise) / h[n] - pull[n] * even[k] * even[k];
  }
  return sum;
}
