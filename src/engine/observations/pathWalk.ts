import type { Kernels, Reals } from '../../kernels/types.ts';
import { DiscreteAction, type ActionTerm, type Meeting } from '../../physics/observables/action.ts';
import type { Expansion, System } from '../../physics/types.ts';
import { commandPart } from '../../scenario/commands/index.ts';
import type { Edit } from '../../scenario/types.ts';
import type { History } from '../history.ts';
import type { Simulation } from '../simulation.ts';
import { Reliving } from './reliving.ts';

/** What the force at a state was made of. */
interface Setting {
  readonly system: System;
  readonly batch: Int32Array | null;
  /** Factor on the cost of the samples at work. */
  readonly scale: number;
}

/** One step of a run's path, as its action counts it. */
export interface WalkedStep extends ActionTerm {
  readonly step: number;
  readonly time: number;
  readonly h: number;
  /** W_n [P] */
  readonly weights: Reals;
  /** W_{n+1} [P] as the kicks alone make it. */
  readonly end: Reals;
  /** p_n ∂C(W_n) [P] */
  readonly force: Reals;
  readonly stiffness: number;
  /** What made the force at W_n, of the kick before and of the kick after. */
  readonly settings: readonly [Setting, Setting];
  /** What each of their costs counts. */
  readonly shares: readonly [number, number];
  /** A hand set the state that it leaves, or it is the first. */
  readonly set: boolean;
}

const NO_KICK = { E: 1, c: 0 };

function kickOf(expansion: Expansion, from: number, to: number): Meeting['before'] {
  const kick = new Float64Array(2);
  expansion.kick(from, to, kick, 0);
  return { E: kick[0], c: kick[1] };
}

/** The half kick that would have come before the first step: none after a big bang. */
function kickBefore(expansion: Expansion, t: number, h: number): Meeting['before'] {
  if (!(expansion.gamma(t) < Infinity) || !(expansion.gamma(t - h / 2) >= 0)) return NO_KICK;
  const kick = kickOf(expansion, t - h / 2, t);
  return kick.E >= 0 && Number.isFinite(kick.c) ? kick : NO_KICK;
}

/** The settings of neighbouring steps, at the state between them. */
const same = (a: Setting, b: Setting): boolean =>
  a.system === b.system && a.batch === null && b.batch === null;

/**
 * Walks along a run's past step by step, on a simulation of its own, and gathers its action: complete and right wherever
 * the run was wound to, and the run notices nothing.
 */
export class PathWalk {
  private readonly run: { readonly simulation: Simulation; readonly history: History };
  private readonly reliving: Reliving;
  private action!: DiscreteAction;
  private at = 0;
  /** Half kick and setting by which the run came to where it stands. */
  private before: {
    readonly kick: Meeting['before'];
    readonly setting: Setting;
    readonly end: Reals;
  } | null = null;
  private stuck = false;

  constructor(run: { readonly simulation: Simulation; readonly history: History }, kernels: Kernels) {
    this.run = run;
    this.reliving = new Reliving(kernels);
    this.begin(0);
  }

  /** Step up to which the path is known. */
  get step(): number {
    return this.at;
  }

  /** Whether the present lies ahead, and can be reached. */
  get pending(): boolean {
    return !this.stuck && this.at !== this.run.simulation.step;
  }

  /** The action from where it began up to where it stands; null where there is none. */
  read(): ReturnType<DiscreteAction['read']> {
    return this.action.read();
  }

  /** Begins anew at a step. */
  begin(step: number): void {
    this.action = new DiscreteAction(this.run.simulation.tracks[0].system.weightCount);
    this.at = step;
    this.before = null;
    this.stuck = false;
  }

  /** The future changed. */
  truncate(): void {
    this.reliving.drop();
    this.stuck = false;
  }

  /**
   * Goes on by one step.
   *  @param visit  is told of it
   *  @returns whether it did
   */
  walk(mayGoOn: () => boolean, visit?: (step: WalkedStep) => void): boolean {
    const { history, simulation } = this.run;
    const { document } = simulation;
    const from = this.reliving.towards(this.at, document, history, mayGoOn);
    this.stuck = from === null;
    if (from === null || from.step < this.at) return false;
    const [track] = from.tracks;
    const { step, time, dt: h } = from;
    const { expansion } = track;
    const weights = track.weights.slice();
    const velocity = track.velocity.slice();
    const { stiffness } = track;
    const now: Setting = {
      system: track.system,
      batch: track.batchAtWork?.slice() ?? null,
      scale: track.batchScale,
    };
    const { before } = this;
    const set = step === 0 || isSet(document.edits, step);
    const after = kickOf(expansion, time, time + h / 2);
    const arriving = kickOf(expansion, time + h / 2, time + h);
    const settings = [before?.setting ?? now, now] as const;
    const there = acting(now, weights, stiffness);
    const then =
      before === null || (!set && same(before.setting, now))
        ? there
        : acting(before.setting, before.end, stiffness);
    const meeting = { before: before?.kick ?? kickBefore(expansion, time, h), after };
    this.action.leave(
      weights,
      h,
      meeting,
      [then.cost, there.cost],
      [then.force, there.force],
      before !== null && !set,
    );

    const to = this.reliving.towards(step + 1, document, history, () => true);
    this.stuck = to === null;
    if (to === null) return false;
    // Where a hand set the weights the step ends where the kick alone would have led.
    const end = isSet(document.edits, step + 1)
      ? weights.map((weight, i) => weight + h * (after.E * velocity[i] - after.c * there.force[i]))
      : to.tracks[0].weights;
    const term = this.action.arrive(end);
    const shares = [meeting.before.c * after.E, after.c] as const;
    const arrivedAt = end.slice();
    if (visit !== undefined) {
      const force = new Float64Array(weights.length);
      for (let i = 0; i < force.length; i++) {
        force[i] = shares[0] * then.force[i] + shares[1] * there.force[i];
      }
      visit({ ...term, step, time, h, weights, end: arrivedAt, force, stiffness, settings, shares, set });
    }
    this.before = { kick: arriving, setting: now, end: arrivedAt };
    this.at = step + 1;
    return true;
  }
}

/** Cost and force of a setting. */
function acting(
  { system, batch, scale }: Setting,
  weights: Reals,
  stiffness: number,
): { readonly cost: number; readonly force: Reals } {
  const force = weights.slice();
  system.force.gradient(weights, batch, stiffness, force);
  for (let i = 0; i < force.length; i++) force[i] *= scale;
  return { cost: scale * system.cost(weights, batch, stiffness), force };
}

/** Whether a hand set weights or velocity of the main run at a step. */
function isSet(edits: readonly Edit[], step: number): boolean {
  return edits.some((edit) => {
    if (edit.step !== step) return false;
    const part = commandPart(edit.command);
    return part.move !== undefined && (part.track?.(edit.command) ?? 'main') === 'main';
  });
}
