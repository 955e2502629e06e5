import { cos, exp, expm1, sin } from './math/elementary.ts';

/** State of one mode: amplitude and its rate of change. */
export interface ModeState {
  readonly w: number;
  readonly v: number;
}

/**
 * Damped harmonic mode  w'' + γ w' + ω² w = 0  with constant γ, in closed form.
 *    w = e^{−γt/2} [w₀ C + (v₀ + γ w₀/2) S],  v = e^{−γt/2} [v₀ C − (ω² w₀ + γ v₀/2) S]
 *    C = cosh δt, S = sinh(δt)/δ, δ² = γ²/4 − ω² (δ imaginary: cos, sin; δ = 0: S = t). **exact**
 *  @param omega2  ω²; negative values grow
 *  @param gamma   friction, >= 0
 *  @param t       time since (w0, v0), >= 0; no overflow before the mode itself overflows
 *  Relative error about 1e-15 of the larger of the two terms.
 *  Source: physics.md 3.1.
 */
export function dampedMode(omega2: number, gamma: number, w0: number, v0: number, t: number): ModeState {
  const delta2 = 0.25 * gamma * gamma - omega2;
  let C: number;
  let S: number;
  if (delta2 > 0) {
    const delta = Math.sqrt(delta2);
    // Slow rate −γ/2 + δ, without its cancellation.
    const slow = -omega2 / (0.5 * gamma + delta);
    const growth = exp(slow * t);
    // e^{−2δt} − 1: the fast part against the slow one.
    const gap = expm1(-2 * delta * t);
    C = growth * (1 + 0.5 * gap);
    S = (growth * -gap) / (2 * delta);
  } else {
    const damping = exp(-0.5 * gamma * t);
    const frequency = Math.sqrt(-delta2);
    C = damping * cos(frequency * t);
    S = frequency === 0 ? damping * t : (damping * sin(frequency * t)) / frequency;
  }
  return {
    w: w0 * C + (v0 + 0.5 * gamma * w0) * S,
    v: v0 * C - (omega2 * w0 + 0.5 * gamma * v0) * S,
  };
}

/**
 * Frequency squared of mode m on a uniform ring.
 *    ω² = J + (4K/a²) sin²(ka/2),  ka = 2π m/N. **exact**
 *  Source: physics.md 3.1.
 */
export function ringFrequency2(m: number, N: number, K: number, J: number, spacing = 1): number {
  const s = sin((Math.PI * m) / N);
  return J + ((4 * K) / (spacing * spacing)) * s * s;
}
