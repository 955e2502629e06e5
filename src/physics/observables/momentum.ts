import { exp, expm1, log } from '../math/elementary.ts';
import type { Expansion } from '../types.ts';

/** Momentum SGD:  W_{n+1} = W_n + μ (W_n − W_{n−1}) − η ∂C/∂W. */
export interface HeavyBall {
  /** Momentum μ, 0 to 1. */
  readonly mu: number;
  /** Learning rate η. */
  readonly eta: number;
}

/**
 * The momentum SGD that the positions of kick-drift-kick with constant friction obey.
 *    μ = e^{−γh},  η = h (1 − μ)/γ;  at γ = 0: μ = 1, η = h². **exact**
 *  @param gamma  friction, >= 0
 *  @param h      time step
 *  Source: physics.md 4.1.
 */
export function heavyBall(gamma: number, h: number): HeavyBall {
  const x = gamma * h;
  return { mu: exp(-x), eta: x < 1e-16 ? h * h : (-h * expm1(-x)) / gamma };
}

/**
 * The same for any history: the coefficients of the step that leaves time t, from the two half kicks at t.
 *    μ = E₂ E₁,  η = h (E₂ c₁ + c₂),  1: from t − h/2 to t, 2: from t to t + h/2. **exact**, also where kicks themselves
 *    are not: these are the ones that kick-drift-kick makes
 *  Agrees with `heavyBall(γ, h)` for constant γ. At a big bang nothing comes before: μ = 0.
 */
export function heavyBallAt(expansion: Expansion, t: number, h: number): HeavyBall {
  const kick = new Float64Array([1, 0, 1, 0]);
  if (expansion.gamma(t) < Infinity) expansion.kick(t - h / 2, t, kick, 0);
  expansion.kick(t, t + h / 2, kick, 2);
  const [E1, c1, E2, c2] = kick;
  return { mu: E2 * E1, eta: h * (E2 * c1 + c2) };
}

/**
 * The friction and step for which kick-drift-kick is a given momentum SGD.
 *    κ = −ln μ,  h = sqrt(η κ/(1 − μ)),  γ = κ/h;  at μ = 1: h = sqrt(η), γ = 0. **exact**
 *  @throws RangeError unless 0 < μ <= 1 and η > 0 (μ = 0 is plain gradient descent, which has no inertia)
 *  Source: physics.md 4.1.
 */
export function dampedMotionOf({ mu, eta }: HeavyBall): { readonly gamma: number; readonly h: number } {
  if (!(mu > 0 && mu <= 1)) throw new RangeError(`momentum ${mu}: expected more than 0, up to 1`);
  if (!(eta > 0 && eta < Infinity)) throw new RangeError(`learning rate ${eta}: expected a positive number`);
  if (mu === 1) return { gamma: 0, h: Math.sqrt(eta) };
  const kappa = -log(mu);
  const h = Math.sqrt((eta * kappa) / (1 - mu));
  return { gamma: kappa / h, h };
}
