import type { Reals } from '../kernels/types.ts';
import type { Integrator, StepBound } from '../physics/types.ts';
import type { Section } from '../scenario/types.ts';
import { findCurvature } from './curvature.ts';
import { createIntegrator, type TrackParts, type Workshop } from './trackParts.ts';

/** Whether a step is over its bound is asked once for so many steps. */
export const STRETCH = 32;
/** Weights that have grown this many times beyond the run's scale, from step to step, are a blow-up. */
const GROWTH = 1e3;

/** What of a track its limits are found from. */
export interface Limited {
  readonly parts: TrackParts;
  readonly weights: Reals;
  readonly time: number;
  /** How many times a batch may count one sample's curvature. */
  readonly batchLoad: number;
}

function isPast(bound: StepBound | null): boolean {
  return bound !== null && bound.step >= bound.largest;
}

/** How far a track's steps stand from their bound, and whether its weights have outgrown it. */
export class TrackLimits {
  /** Largest |w| of the run so far as it should be: at the start, and after the last edit. Growth is measured in it. */
  scale = 0;
  private readonly track: Limited;
  private readonly workshop: Workshop;
  private over: { parts: TrackParts; from: number; dt: number; is: boolean; bends: boolean } | null = null;
  /** Other dynamics whose bound was asked for. */
  private would: { parts: TrackParts; dynamics: Section; integrator: Integrator } | null = null;

  constructor(track: Limited, workshop: Workshop) {
    this.track = track;
    this.workshop = workshop;
  }

  /** How far the method's own step stands from its bound; null where nothing bounds it. */
  stability(dt: number, gamma: number, curvature = this.curvatureBound()): StepBound | null {
    return this.track.parts.integrator.stability?.(dt, gamma, curvature) ?? null;
  }

  /** The same for other dynamics that would move this track. */
  stabilityOf(dynamics: Section, dt: number, gamma: number): StepBound | null {
    const { parts } = this.track;
    if (!(gamma > 0)) return null;
    if (this.would?.parts !== parts || this.would.dynamics !== dynamics) {
      this.would = { parts, dynamics, integrator: createIntegrator(dynamics, parts, this.workshop) };
    }
    return this.would.integrator.stability?.(dt, gamma, this.curvatureBound()) ?? null;
  }

  /**
   * Whether the method's step is over its bound from a step of the clock on.
   *  @param from  that step, and `time` its time: what is found is kept until another is asked for
   */
  isOver(from: number, time: number, dt: number): boolean {
    const { over } = this;
    const { parts } = this.track;
    if (over?.parts === parts && over.from === from && over.dt === dt) return over.is;
    const bound = this.boundAt(parts.stiffness(time));
    const is = isPast(this.stability(dt, parts.expansion.gamma(time), bound ?? parts.curvature));
    this.over = { parts, from, dt, is, bends: bound === null };
    return is;
  }

  /** Whether curvature changes with the weights, as `isOver` found. */
  get bends(): boolean {
    return this.over?.bends === true;
  }

  /**
   * Whether the weights have outgrown the run's scale under a step over its bound, as a fastest mode does that turns
   * over at every step. Growth that the theory itself has (a saddle under a stable step) is none of it.
   *  @param dt    of the clock, in the steps just taken
   *  @param over  whether the step is over the bound that was known; of a cost that is not quadratic curvature is
   *               looked up anew where the weights have grown, at multiples of `STRETCH` steps
   */
  hasGrown(step: number, dt: number, over: boolean): boolean {
    const { bends } = this;
    if (!over && !(bends && step % STRETCH === 0)) return false;
    const amplitude = this.amplitude();
    // A run from zero has the scale of its first step.
    if (this.scale === 0) this.scale = amplitude;
    if (!(amplitude > GROWTH * this.scale)) return false;
    if (!bends) return true;
    const now = this.curvatureNow();
    const { parts, time } = this.track;
    const past = !Number.isFinite(now) || isPast(this.stability(dt, parts.expansion.gamma(time), now));
    // Growth of the theory's own: looked at again when there is as much of it again.
    if (!past) this.scale = amplitude;
    return past;
  }

  /** Largest |w| in units of the run's scale. */
  growth(): number {
    return this.amplitude() / this.scale;
  }

  /** The weights are as they should be: growth is measured in them from now on. */
  rescale(): void {
    this.scale = this.amplitude();
  }

  /** Largest curvature where the weights are now; the start's where a bound holds everywhere. */
  curvatureNow(): number {
    const { parts, weights, time, batchLoad } = this.track;
    return findCurvature(parts.system, weights, parts.stiffness(time), batchLoad);
  }

  private amplitude(): number {
    let largest = 0;
    for (const weight of this.track.weights) largest = Math.max(largest, Math.abs(weight));
    return largest;
  }

  /** The largest |λ| that steps have to reckon with: a bound that holds everywhere, else as it was found. */
  private curvatureBound(): number {
    const { parts, time } = this.track;
    return this.boundAt(parts.stiffness(time)) ?? parts.curvature;
  }

  /** Bound that holds everywhere, whatever samples are drawn; null where none is known. */
  private boundAt(stiffness: number): number | null {
    const { parts, batchLoad } = this.track;
    const all = parts.system.curvatureBound(stiffness);
    return all === null || batchLoad <= 1 ? all : Math.max(all, parts.curvature);
  }
}
