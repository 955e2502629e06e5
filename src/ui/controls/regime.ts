/** Regimes of damped motion, from fast friction to slow. */
export type Regime = 'overdamped' | 'critical' | 'mixed' | 'underdamped';

/** What friction does to the modes of the cost. */
export interface RegimeFacts {
  /** null where every direction is flat or falls away: nothing can swing. */
  readonly regime: Regime | null;
  /** Some direction falls away: the cost has no minimum there. */
  readonly unstable: boolean;
  /** Only the largest curvature at the start is known. */
  readonly approximate: boolean;
  /** Friction at which the slowest and the fastest mode are critical, 2√λ; null where not known. */
  readonly slowest: number | null;
  readonly fastest: number | null;
}

/** γ/2 this close to √λ counts as critical: a slider has three digits. */
const NEAR = 0.01;

function critical(lambda: number): number | null {
  return lambda > 0 ? 2 * Math.sqrt(lambda) : null;
}

/**
 * Compares friction with the modes of the cost.
 *    γ/2 > √λ of every mode: overdamped;  γ/2 < √λ of every mode: underdamped;  between: mixed;
 *    γ/2 = √λ_max: critical, for the fastest mode swings no more and the others creep
 *  @param gamma      friction now; Infinity at a big bang
 *  @param range      smallest and largest curvature of a quadratic cost, null where unknown
 *  @param curvature  largest |λ| at the start, used where the range is unknown
 *  **exact** for quadratic costs; **approximate (the fastest mode at the start)** elsewhere.
 *  Source: physics.md 3.1.
 */
export function regimeOf(
  gamma: number,
  range: { readonly smallest: number; readonly largest: number } | null,
  curvature: number,
): RegimeFacts {
  const approximate = range === null;
  const { smallest, largest } = range ?? { smallest: curvature, largest: curvature };
  const unstable = !approximate && smallest < 0;
  const slowest = critical(smallest);
  const fastest = critical(largest);
  const known = { unstable, approximate, slowest, fastest };
  if (fastest === null || !Number.isFinite(fastest)) return { regime: null, ...known };
  if (Math.abs(gamma - fastest) <= NEAR * fastest) return { regime: 'critical', ...known };
  if (gamma > fastest) return { regime: 'overdamped', ...known };
  // Directions that fall away never swing, whatever the friction.
  const someCreep = slowest === null || gamma > slowest;
  return { regime: someCreep ? 'mixed' : 'underdamped', ...known };
}
