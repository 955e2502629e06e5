import type { BlowUp } from '../../engine/protocol.ts';

/** The condition a time step must meet, with its numbers. */
export interface Stability {
  /** Which condition it is; the panel writes it out. */
  readonly rule: 'second-order' | 'undamped' | 'gradient-descent' | 'gradient-flow';
  /** Left side, with the step as it was. */
  readonly now: number;
  /** Right side: `now` must stay below it. */
  readonly bound: number;
}

/**
 * Says how far a time step stands from its stability bound.
 *    second order  h tanh(γh/2) < 2γ/λ   (γ = 0: h < 2/√λ)
 *    descent       h < 2γ/λ;   flow by RK4  h < 2.78 γ/λ
 *  @param dynamics  kind of the dynamics of the track that stopped
 *  @returns null where no bound is known (no curvature, or one that is not finite)
 *  **exact** for quadratic costs; **approximate (near the curvature's estimate)** elsewhere.
 *  Source: physics.md 4.1, 4.3.
 */
export function stabilityOf(
  blowUp: Pick<BlowUp, 'dt' | 'gamma' | 'curvature'>,
  dynamics: string,
): Stability | null {
  const { dt, gamma, curvature } = blowUp;
  if (!(curvature > 0) || !Number.isFinite(curvature)) return null;
  if (dynamics === 'gradient-descent') {
    return { rule: 'gradient-descent', now: dt, bound: (2 * gamma) / curvature };
  }
  if (dynamics === 'gradient-flow') {
    return { rule: 'gradient-flow', now: dt, bound: (2.78 * gamma) / curvature };
  }
  if (gamma === 0) return { rule: 'undamped', now: dt, bound: 2 / Math.sqrt(curvature) };
  return {
    rule: 'second-order',
    now: dt * Math.tanh((gamma * dt) / 2),
    bound: (2 * gamma) / curvature,
  };
}

/** Share of the meter that is safe; the rest is the hatched side. */
export const SAFE_SHARE = 0.62;

/** Where the present value stands on the meter, 0 to 1; far beyond the bound it stays at the end. */
export function meterPosition({ now, bound }: Stability): number {
  if (!Number.isFinite(now) || bound <= 0) return 0.97;
  return Math.min(0.97, (SAFE_SHARE * now) / bound);
}
