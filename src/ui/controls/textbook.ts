/** Textbook gradient descent against its bound. */
export interface TextbookBound {
  /** η λ for one step. */
  readonly value: number;
  readonly kept: boolean;
}

/**
 * How far textbook steps stand from their bound.
 *    η Δt λ < 2,  η = 1/γ unless given
 *  @param reach      time that one step stands for; 1 is the textbook's
 *  @param curvature  largest λ
 *  @returns null where friction is infinite or absent, or no curvature is known
 *  **exact** for quadratic costs; **approximate (near the start)** elsewhere.
 *  Source: physics.md 3.2.
 */
export function textbookBound(gamma: number, curvature: number, reach: number): TextbookBound | null {
  if (!(gamma > 0) || !Number.isFinite(gamma) || !(curvature > 0)) return null;
  const value = (reach * curvature) / gamma;
  return { value, kept: value < 2 };
}
