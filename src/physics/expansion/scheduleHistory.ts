import { exp, expm1 } from '../math/elementary.ts';
import type { Expansion } from '../types.ts';

/** A learning-rate schedule η(t) > 0. */
export interface LearningRate {
  eta(t: number): number;
  /** dη/dt; at a corner that of the time after it. */
  slope(t: number): number;
  /** ∫_0^t dt/η. */
  integral(t: number): number;
  /** Least upper bound of η from t on. */
  largest(t: number): number;
  /** 1/(n + 1) where η begins at 0 as t/n; 1 elsewhere. */
  initialResponse?(t: number): number;
}

/** Writes E and c of friction γ over a time Δ: out[at] = e^{−γΔ}, out[at+1] = (1 − e^{−γΔ})/γ. */
export function constantKick(gamma: number, delta: number, out: Float64Array, at: number): void {
  const x = gamma * delta;
  out[at] = exp(-x);
  // Below 1e-16 the first term of the series is exact, and γ may be too small to divide by.
  out[at + 1] = Math.abs(x) < 1e-16 ? delta : -expm1(-x) / gamma;
}

/** Adds a later kick to an earlier one: V ← E₂(E₁V − c₁g) − c₂g. */
export function addKick(E: number, c: number, out: Float64Array, at: number): void {
  out[at + 1] = E * out[at + 1] + c;
  out[at] *= E;
}

/**
 * Makes the history of a learning-rate schedule.
 *    γ = 1/η(t),  ln a = (1/d) ∫_0^t dt/η,  a = 1 at t = 0;  w_eff = −1 + 2 dη/dt. **exact**
 *  @param kick  exact kicks of a schedule that has them in closed form; left out: those of constant γ at the
 *               middle of the half step, **approximate**, of order 2 in the step, measured (physics.md 4.1)
 *  Source: physics.md 3.3.
 */
export function scheduleHistory(dimension: number, rate: LearningRate, kick?: Expansion['kick']): Expansion {
  return {
    dimension,
    approximateKicks: kick === undefined,
    gamma: (t) => 1 / rate.eta(t),
    logScaleFactor: (t) => rate.integral(t) / dimension,
    equationOfState: (t) => -1 + 2 * rate.slope(t),
    kick: kick ?? ((t1, t2, out, at) => constantKick(1 / rate.eta(t1 + 0.5 * (t2 - t1)), t2 - t1, out, at)),
    smallestGamma: (t) => 1 / rate.largest(t),
    initialResponse: (t) => rate.initialResponse?.(t) ?? 1,
  };
}
