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
export interface ObservableContext {
  readonly system: System;
  readonly weights: Reals;
  readonly velocity: Reals;
  /** Samples at work; null is the full batch. */
  readonly batch: Int32Array | null;
  readonly expansion: Expansion;
  readonly time: number;
  /** Length of the method's own step. */
  readonly dt: number;
  /** The motion has no inertia. */
  readonly firstOrder: boolean;
  /** Factor on K. */
  readonly stiffness: number;
  readonly budget: EnergyBudget;
}

/** A quantity that can be asked of a running system. */
export interface Observable {
  readonly id: string;
  /** What comes out, in words, with sizes in P, L, outputs. */
  readonly shape: string;
  /** Order of growth, for the reader. */
  readonly cost: string;
  /** `frame`: cheap enough for every frame; `job`: long, cancellable. */
  readonly cadence: 'frame' | 'job';
  /** Systems with more weights are refused. */
  readonly maxWeights?: number;
  /** Plain JSON; null where the observable does not apply to the system. */
  compute(context: ObservableContext): unknown;
}
