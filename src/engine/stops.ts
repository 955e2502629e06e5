import type { StopConditions } from './protocol.ts';
import type { Simulation } from './simulation.ts';

type Reason = keyof StopConditions;
const reasons = ['time', 'costBelow', 'kineticBelow'] as const satisfies readonly Reason[];

/** Where playing stops by itself. */
export class Stops {
  private conditions: StopConditions = { time: null, costBelow: null, kineticBelow: null };
  /** Conditions that were met when last looked at. */
  private readonly met = { time: false, costBelow: false, kineticBelow: false };

  /** Whether anything may stop a run: then it is looked at. */
  get any(): boolean {
    return reasons.some((reason) => this.conditions[reason] !== null);
  }

  set(conditions: StopConditions): void {
    this.conditions = conditions;
    for (const reason of reasons) this.met[reason] = false;
  }

  /**
   * Looks at a run.
   * @returns the first condition that begins to be met: one that was met already has had its stop; null for none
   */
  look(simulation: Simulation): Reason | null {
    let first: Reason | null = null;
    for (const reason of reasons) {
      const meets = this.meets(simulation, reason);
      if (meets && !this.met[reason]) first ??= reason;
      this.met[reason] = meets;
    }
    return first;
  }

  /** The step at which the time of the condition is reached; Infinity where it is not ahead. */
  stepOfTime({ step, time, dt }: Simulation): number {
    const bound = this.conditions.time;
    if (bound === null || time >= bound) return Infinity;
    return step + Math.max(1, Math.ceil((bound - time) / dt - 1e-9));
  }

  private meets(simulation: Simulation, reason: Reason): boolean {
    const bound = this.conditions[reason];
    if (bound === null) return false;
    const [main] = simulation.tracks;
    switch (reason) {
      case 'time':
        return simulation.time >= bound;
      case 'costBelow':
        return main.cost() < bound;
      case 'kineticBelow':
        return main.kinetic() < bound;
    }
  }
}
