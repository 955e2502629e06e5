import type { RunInfo } from '../../engine/protocol.ts';
import type { Scenario } from '../../scenario/types.ts';
import { stabilityOf, type Stability } from '../drawer/stability.ts';

/** From this share of the bound on, the step is warned of. */
export const WARN_FROM = 0.8;

export type StepWarning = 'near' | 'past';

/** Histories of constant friction: the bound that was found at the start holds throughout. */
const STEADY: readonly string[] = ['de-sitter', 'flat'];

/** Sub-steps that the main run takes in a step; null where it takes as many as stay stable. */
function substepsOf(scenario: Scenario): number | null {
  const { substeps } = scenario.dynamics;
  if (substeps === 'auto') return null;
  return typeof substeps === 'number' ? substeps : 1;
}

/** Ids of the second-order runs: they all step with the clock. */
function steppers(info: RunInfo): RunInfo['tracks'] {
  return info.tracks.filter(
    ({ dynamics, adaptive }, index) => index === 0 || (dynamics === 'second-order' && !adaptive),
  );
}

/**
 * The largest stable step of the clock: that of the main run, and of every second-order run beside it.
 *    constant friction: the sharp bound of the run's facts;  else 2/√λ, which holds whatever γ does
 *  @returns null where there is no bound (exact motion, sub-steps that follow, no curvature)
 *  Source: physics.md 4.1, 4.3.
 */
export function largestStep(info: RunInfo, scenario: Scenario): number | null {
  const bounds = steppers(info).map((track, index) => {
    const { dynamics, curvature, largestStableStep } = track;
    const substeps = index === 0 ? substepsOf(scenario) : dynamics === 'second-order' ? 1 : null;
    if (dynamics === 'second-order') {
      if (!(curvature > 0) || substeps === null) return Infinity;
      const steady = STEADY.includes(scenario.expansion.kind) && largestStableStep !== null;
      return steady ? largestStableStep : (2 * substeps) / Math.sqrt(curvature);
    }
    return largestStableStep === null || substeps === null ? Infinity : substeps * largestStableStep;
  });
  const least = Math.min(...bounds);
  return Number.isFinite(least) ? least : null;
}

/**
 * How far the step of the clock stands from the bound of the second-order run nearest to it.
 *  @param gamma  friction now
 *  @returns null where there is no bound
 */
export function stabilityNow(info: RunInfo, scenario: Scenario, gamma: number): Stability | null {
  const [main] = info.tracks;
  const { dt } = info;
  if (steppers(info).some(({ dynamics }) => dynamics === 'second-order')) {
    const curvature = Math.max(
      ...steppers(info).flatMap((track) => (track.dynamics === 'second-order' ? [track.curvature] : [])),
    );
    const substeps = main.dynamics === 'second-order' ? substepsOf(scenario) : 1;
    return substeps === null ? null : stabilityOf({ dt: dt / substeps, gamma, curvature }, 'second-order');
  }
  const bound = largestStep(info, scenario);
  if (bound === null) return null;
  return main.dynamics === 'gradient-descent'
    ? { rule: 'gradient-descent', now: dt, bound }
    : { rule: 'gradient-flow', now: dt, bound };
}

/** Whether a step is near its bound, or past it. */
export function warningOf({ now, bound }: Stability): StepWarning | null {
  if (now >= bound) return 'past';
  return now >= WARN_FROM * bound ? 'near' : null;
}
