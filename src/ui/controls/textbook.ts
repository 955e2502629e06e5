/** Gradient descent in steps against its bound. */
export interface TextbookBound {
  /** η Δt λ for one step. */
  readonly value: number;
  readonly kept: boolean;
}

/**
 * How far steps of descent stand from their bound.
 *    η Δt λ < 2
 *  @param eta        learning rate, as given or 1/γ
 *  @param curvature  largest λ
 *  @param jump       time that one step stands for; 1 is the textbook's
 *  @returns null where the rate is 0 or infinite, or no curvature is known
 *  **exact** for quadratic costs; **approximate (near the start)** elsewhere.
 *  Source: physics.md 3.2.
 */
export function textbookBound(eta: number, curvature: number, jump: number): TextbookBound | null {
  if (!(eta > 0) || !Number.isFinite(eta) || !(curvature > 0)) return null;
  const value = eta * jump * curvature;
  return { value, kept: value < 2 };
}
