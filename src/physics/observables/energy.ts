import { observable } from './types.ts';

/** γ Σ V², with the 0 · Infinity of a big bang, where V vanishes as t, as 0. */
function power(gamma: number, squares: number): number {
  return squares === 0 ? 0 : gamma * squares;
}

/**
 * Energy lost to friction in one step, by Simpson's rule:
 *    ∫ γ V² dt ≈ h/6 (γ₀ V₀² + 4 γ_½ V_½² + γ₁ V₁²)
 *  @param h               time step
 *  @param startGamma      γ at the step's start; Infinity is allowed where startSquares is 0
 *  @param startSquares    Σ V² there; then the same for the middle and the end of the step
 *  **approximate**: with the mid-step velocity of kick-drift-kick, which errs by O(h²), the sum over a
 *  run errs by O(h²), measured; with exact velocities by O(h⁴).
 *  Source: dE/dt = −γ V², physics.md 3.1.
 */
export function simpsonDissipation(
  h: number,
  startGamma: number,
  startSquares: number,
  middleGamma: number,
  middleSquares: number,
  endGamma: number,
  endSquares: number,
): number {
  const start = power(startGamma, startSquares);
  const middle = power(middleGamma, middleSquares);
  return (h / 6) * (start + 4 * middle + power(endGamma, endSquares));
}

/** Kinetic, potential, dissipated and injected energy since t0, and what is left over; physics.md 3.1. */
export const energyBudget = observable({
  id: 'energy-budget',
  shape: '{ kinetic, potential, dissipated, injected, residual }',
  cost: 'O(P) a step, gathered while the run goes',
  cadence: 'frame',
  compute: ({ budget }) => ({ ...budget }),
});
