import type { Expansion, Reals, System } from '../types.ts';

/** Where the energy of a run went, since t0; in units of cost. physics.md 3.1 */
export interface EnergyBudget {
  readonly kinetic: number;
  readonly potential: number;
  /** ∫γ W'² dt; **approximate** as far as the quadrature is (energy.ts). */
  readonly dissipated: number;
  /** Work of whatever changed the potential from outside: samples, edits. */
  readonly injected: number;
  /** (kinetic + potential) now − at t0 + dissipated − injected; 0 for the exact flow. */
  readonly residual: number;
}

/** The instant at which an observable is asked for. */
export interface Instant {
  readonly system: System;
  readonly weights: Reals;
  readonly velocity: Reals;
  /** Samples at work; null is the full batch. */
  readonly batch: Int32Array | null;
  /** Factor on their cost, force and sources. */
  readonly batchScale: number;
  readonly expansion: Expansion;
  readonly time: number;
  /** Length of the method's own step. */
  readonly dt: number;
  /** Learning rate of a run without inertia; null with inertia. */
  readonly eta: number | null;
  /** Positions of the method's own steps are those of momentum SGD: its declaration says so. */
  readonly heavyBall: boolean;
  /** Factor on K. */
  readonly stiffness: number;
  readonly budget: EnergyBudget;
}

/** A quantity of one instant of a running system. engine/observations/index.ts lists them all. */
export interface Observable<Id extends string = string, Value = unknown> {
  readonly id: Id;
  /** What comes out, in words, with sizes in P, L, outputs. */
  readonly shape: string;
  /** Order of growth, for the reader. */
  readonly cost: string;
  /** `frame`: cheap enough to follow a run; `request`: computed where it is asked for. */
  readonly cadence: 'frame' | 'request';
  /** Systems with more weights are refused. */
  readonly maxWeights?: number;
  /** What was expected of a system that it is not for; null: it may be asked. */
  refuses?(system: System): string | null;
  /** Numbers and arrays of its own, none of the system's; null where it does not apply to the system. */
  compute(instant: Instant): Value;
}

/** Keeps the types of an observable's id and value. */
export function observable<const Id extends string, Value>(
  declared: Observable<Id, Value>,
): Observable<Id, Value> {
  return declared;
}
