import type { Reals } from '../kernels/types.ts';
import { dampingShare } from '../physics/spectrum.ts';
import type { Modes, System } from '../physics/types.ts';
import { findModes } from './curvature.ts';
import { findCurvatures, modeFactsOf, scaled, type Curvatures, type ModeFacts } from './regime.ts';
import type { TrackParts } from './trackParts.ts';

/** The modes of a track, each found when first asked for after its system was made: when the run opens, and after edits. */
export class TrackModes {
  private readonly weights: Reals;
  private known: { readonly system: System; readonly modes: Modes | null } | null = null;
  private curvatures: Curvatures | null = null;

  constructor(weights: Reals) {
    this.weights = weights;
  }

  /** Normal modes of a quadratic cost; null for others. */
  of(system: System): Modes | null {
    if (this.known?.system !== system) this.known = { system, modes: findModes(system, this.weights) };
    return this.known.modes;
  }

  /**
   * What friction makes of them now.
   * @param meanShare  what the mean force of many steps is of the full gradient: of drawn samples that is what swings
   */
  facts(
    { system, expansion, stiffness }: TrackParts,
    time: number,
    step: number,
    meanShare: number,
  ): ModeFacts {
    const now = stiffness(time);
    if (this.curvatures?.system !== system) {
      this.curvatures = scaled(findCurvatures(system, this.weights, now, step), meanShare);
    }
    const bound = system.curvatureBound(now);
    const mean = bound === null ? null : meanShare * bound;
    return modeFactsOf(this.curvatures, now, expansion.gamma(time), dampingShare(expansion, time), mean);
  }
}
