/** A mean of a series whose entries know of each other. */
export interface Estimate {
  readonly mean: number;
  /** Standard error of the mean; NaN where the series is too short to tell. */
  readonly error: number;
  /** Integrated autocorrelation time in entries, ½ for independent ones; NaN where it is not known. */
  readonly tau: number;
}

/** The window is this many autocorrelation times long. Sokal: 4 to 10; longer ones add noise, shorter ones bias. */
const WINDOW = 5;
/** Fewer independent entries than these have no error worth telling. */
const LEAST_INDEPENDENT = 16;

/**
 * Mean of a stationary series and its standard error, from the series itself.
 *    τ = ½ + Σ_{t=1}^{W} ρ(t),  W the first with W ≥ 5 max(τ, 1);  error² = 2 τ σ²/N
 *  ρ and σ² about the series' own mean are too small by what that mean wanders: corrected to first order,
 *  σ² (1 + 2τ/N) and τ (1 + (2W + 1)/N).
 *  @param series  [N]; entries may be averages over blocks of equal length: nothing is lost by that
 *  @returns       error and τ NaN below 16 independent entries, N/2τ
 *  **approximate**: τ itself is known to a part sqrt(2(2W + 1)/N).
 *  Cost O(N W); allocates nothing but its result.
 *  Source: Madras and Sokal 1988, J. Stat. Phys. 50, 109; Wolff 2004, hep-lat/0306017, Eqs. 26, 41, 49.
 */
export function estimateMean(series: Float64Array, count = series.length): Estimate {
  let sum = 0;
  for (let i = 0; i < count; i++) sum += series[i];
  const mean = sum / count;
  const unknown = { mean, error: NaN, tau: NaN };
  if (count < 2 * LEAST_INDEPENDENT) return unknown;
  const correlation = (t: number): number => {
    let total = 0;
    for (let i = 0; i + t < count; i++) total += (series[i] - mean) * (series[i + t] - mean);
    return total / (count - t);
  };
  const variance = correlation(0);
  // Of a constant the error is 0, and there is no time to be known.
  if (!(variance > 0)) return { mean, error: 0, tau: NaN };
  let tau = 0.5;
  for (let window = 1; window < count / 2; window++) {
    tau += correlation(window) / variance;
    if (window < WINDOW * Math.max(tau, 1)) continue;
    const corrected = tau * (1 + (2 * window + 1) / count);
    if (!(corrected > 0) || count / (2 * corrected) < LEAST_INDEPENDENT) return unknown;
    const error = Math.sqrt((2 * corrected * variance * (1 + (2 * corrected) / count)) / count);
    return { mean, error, tau: corrected };
  }
  return unknown;
}
