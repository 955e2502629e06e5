/**
 * The momentum SGD that one damped step is, exactly:
 *    W(n+1) − W(n) = μ (W(n) − W(n−1)) − η ∇C,   μ = e^(−γh),   η = h (1 − μ)/γ   (h² where γ = 0)
 *  **exact** for constant γ; at changing γ it is the value of this moment.
 *  Source: physics.md 4.1.
 */
export function equivalentMomentum(gamma: number, dt: number): { mu: number; eta: number } {
  if (gamma === 0) return { mu: 1, eta: dt * dt };
  if (gamma === Infinity) return { mu: 0, eta: 0 };
  return { mu: Math.exp(-gamma * dt), eta: (-dt * Math.expm1(-gamma * dt)) / gamma };
}
