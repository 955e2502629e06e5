import { autoTimeStep } from '../physics/curvature.ts';
import type { StepBound } from '../physics/types.ts';
import { textbookDynamics } from '../scenario/trackChoices.ts';
import type { BlowUp } from './protocol.ts';
import { remedyOf, SAFE_PART } from './remedy.ts';
import type { Track } from './track.ts';

/** Tracks on one clock. */
export interface Clocked {
  readonly tracks: readonly Track[];
  readonly step: number;
  readonly time: number;
  readonly dt: number;
  gamma(track?: number): number;
}

/** Why a run cannot go on. */
export type Failure = Omit<BlowUp, 'resumedAt' | 'goodStep'>;

/**
 * Largest step of the clock that is stable for a track at the present gamma; null where nothing bounds it. Of a
 * method that jumps as far on any clock it is the largest jump.
 */
export function largestStableStep(run: Clocked, index: number, curvature?: number): number | null {
  const bound = run.tracks[index].limits.stability(run.dt, run.gamma(index), curvature);
  return bound === null ? null : clockStep(bound, run.dt);
}

/** Whether a track's own step is beyond what is stable at this moment, whatever bounds the others. */
export function isBeyondBound(run: Clocked, index: number): boolean {
  const bound = run.tracks[index].limits.stability(run.dt, run.gamma(index));
  return bound !== null && bound.step > bound.largest;
}

/**
 * Largest step of the clock at which all its runs are stable, and the run that bounds it; Infinity and −1 where
 * nothing does. Runs with inertia have to stand the smallest friction ahead, where their bound is least; without
 * inertia that of this moment counts, for where friction fades their rate has no end.
 */
export function clockBound(run: Clocked): { readonly largest: number; readonly track: number } {
  let least = { largest: Infinity, track: -1 };
  for (const [index, track] of run.tracks.entries()) {
    const gamma = track.firstOrder ? run.gamma(index) : track.expansion.smallestGamma(run.time);
    const bound = track.limits.stability(run.dt, gamma);
    if (bound?.follows !== true) continue;
    const largest = clockStep(bound, run.dt);
    if (largest < least.largest) least = { largest, track: index };
  }
  return least;
}

/**
 * η Δt λ of one textbook step at this moment, stable below 2: of the run by it that is on the clock, else of one that
 * would follow the main run's friction; null where nothing bounds it.
 */
export function textbookStep(run: Clocked): number | null {
  const index = run.tracks.findIndex(({ integrator }) => integrator.jump !== undefined);
  const bound =
    index < 0
      ? run.tracks[0].limits.stabilityOf(textbookDynamics, run.dt, run.gamma())
      : run.tracks[index].limits.stability(run.dt, run.gamma(index));
  return bound === null ? null : (2 * bound.step) / bound.largest;
}

/** Why a track's run ended at this step. @param growth  of weights that were caught growing; null where a step failed */
export function explained(run: Clocked, index: number, growth: number | null): Failure {
  const track = run.tracks[index];
  const gamma = run.gamma(index);
  const now = track.limits.curvatureNow();
  // Near a blow-up curvature may have outgrown every number.
  const curvature = Number.isFinite(now) ? Math.max(track.curvature, now) : track.curvature;
  const ahead = Math.min(gamma, track.expansion.smallestGamma(run.time));
  const smallest = Number.isFinite(ahead) ? ahead : 0;
  const bound = track.limits.stability(run.dt, gamma, curvature);
  const given = typeof track.scenario.dynamics.eta === 'number';
  return {
    track: track.id,
    growth,
    step: growth === null ? run.step + 1 : run.step,
    time: run.time,
    dt: run.dt,
    gamma,
    curvature,
    bound,
    largestStableStep: largestStableStep(run, index, curvature),
    remedy: remedyOf(bound, { dt: run.dt, curvature, smallest, given }),
  };
}

/** The largest step of the clock, whose own step a method takes or divides. */
function clockStep({ step, largest, follows }: StepBound, dt: number): number {
  return follows ? (dt / step) * largest : largest;
}

/**
 * The step of "auto": physics.md 4.3, halved until it is stable for the method, too (hηλ < 2 of the textbook step, 2.785 of
 * the flow, h√λ < 2 of a bath), and resolves friction where the method needs that (γh ≤ 1 of a bath). Where friction fades to 0 no step stays stable, and the rule of the field stands.
 *  @param gamma  smallest friction of the run
 */
export function safeStepOf(track: Track, curvature: number, gamma: number): number {
  let step = autoTimeStep(curvature, gamma);
  const bound = track.limits.stability(step, gamma, curvature);
  if (bound === null) return step;
  const largest = clockStep(bound, step);
  while (step > SAFE_PART * largest || step > (bound.resolved ?? Infinity)) step /= 2;
  return step;
}
