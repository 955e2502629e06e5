import type { Kernels } from '../../kernels/types.ts';
import type { RunDocument } from '../../scenario/types.ts';
import type { History } from '../history.ts';
import { createSimulation, type Simulation } from '../simulation.ts';

/** Most steps between two looks at the clock. */
const STRIDE = 64;

/**
 * Lives stretches of a run's past again, the main track alone, on a simulation of its own: the run goes on meanwhile
 * and notices nothing. From a snapshot on it has the same bits as the run had.
 */
export class Reliving {
  private readonly kernels: Kernels;
  private simulation: Simulation | null = null;
  private failed = false;

  constructor(kernels: Kernels) {
    this.kernels = kernels;
  }

  /** Another run, or other edits. */
  drop(): void {
    this.simulation = null;
    this.failed = false;
  }

  /**
   * Goes towards a step of the past for as long as it may.
   *  @returns its simulation, at that step or on the way there; null where the run cannot be lived again
   */
  towards(step: number, document: RunDocument, history: History, mayGoOn: () => boolean): Simulation | null {
    if (this.failed) return null;
    try {
      this.simulation ??= createSimulation(document, this.kernels, { tracks: 'main' });
      const { simulation } = this;
      const near = history.before(step);
      const behind = simulation.step > step;
      if (near !== undefined && (behind || near.step > simulation.step)) simulation.restore(near);
      else if (behind) return null;
      while (simulation.step < step && mayGoOn()) {
        const count = Math.min(STRIDE, step - simulation.step);
        if (simulation.advance(count).done < count) return null;
      }
      return simulation;
    } catch {
      // An edit of the past that can no longer be made: what it led to stays a gap.
      this.simulation = null;
      this.failed = true;
      return null;
    }
  }
}
