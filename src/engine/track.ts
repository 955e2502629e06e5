import type { Kernels, Reals } from '../kernels/types.ts';
import { batches } from '../physics/batch/index.ts';
import { integrators } from '../physics/integrators/index.ts';
import { createRandom } from '../physics/math/random.ts';
import { simpsonDissipation } from '../physics/observables/energy.ts';
import type { EnergyBudget } from '../physics/observables/index.ts';
import type {
  Batch,
  BatchPart,
  Clock,
  Expansion,
  Integrator,
  IntegratorPart,
  Modes,
  System,
  TrainingData,
} from '../physics/types.ts';
import { inSection, valuesOf } from '../scenario/build.ts';
import type { Scenario, TrackRole } from '../scenario/types.ts';
import { checkStart, isWorkable } from './check.ts';
import { findCurvature, findModes, LARGEST_SPECTRUM, rangeOf } from './curvature.ts';
import { createData, createExpansion, createInitial, createSystem, part } from './parts.ts';

/** Steps handed to an integrator at once. */
const CHUNK = 64;
const NO_STATE: readonly number[] = [];

/** State of one track between two steps: weights and velocity at a full step, and where its batches stand. */
export interface TrackSnapshot {
  readonly weights: Float64Array;
  readonly velocity: Float64Array;
  readonly batch: readonly number[];
  readonly current: readonly number[];
  readonly squares: number;
  readonly dissipated: number;
  readonly injected: number;
  /** Curvature that the parts were made with: it decides sub-steps. */
  readonly curvature: number;
}

/** What a scenario makes of a track, apart from its state. */
export interface TrackParts {
  readonly scenario: Scenario;
  readonly data: TrainingData;
  readonly system: System;
  /** Largest curvature |λ| where the weights were when the system was made, or its bound. */
  readonly curvature: number;
  readonly expansion: Expansion;
  readonly integrator: Integrator;
}

/**
 * One run on the shared clock: a system, its data, an integrator and an expansion history.
 * It knows nothing of other tracks; the simulation moves all of them in step.
 */
export class Track {
  readonly id: string;
  readonly role: TrackRole;
  readonly firstOrder: boolean;
  readonly weights: Reals;
  readonly velocity: Reals;

  private readonly kernels: Kernels;
  private parts: TrackParts;
  private readonly batch: Batch;
  /** Samples of the step to come. */
  private readonly current: Int32Array | null;
  private readonly samples: Int32Array | null;
  private readonly squaresOut = new Float64Array(2 * CHUNK);
  /** Σ V² now. */
  private squares = 0;
  private dissipated = 0;
  private injected = 0;
  private startEnergy = 0;
  /** State at the start of the chunk at work, to come back to when it fails. */
  private readonly heldWeights: Reals;
  private readonly heldVelocity: Reals;
  private known: { system: System; modes: Modes | null } | null = null;
  private held = { squares: 0, dissipated: 0, injected: 0, batch: NO_STATE, current: NO_STATE };

  /** @throws ScenarioError when the parts do not fit each other */
  constructor(id: string, role: TrackRole, scenario: Scenario, kernels: Kernels) {
    this.id = id;
    this.role = role;
    this.kernels = kernels;
    const data = createData(scenario, this.kernels);
    const system = createSystem(scenario, data, this.kernels);
    const size = system.weightCount;
    const single = scenario.dynamics.precision === 'f32';
    const reals = (): Reals => (single ? new Float32Array(size) : new Float64Array(size));
    this.weights = reals();
    this.velocity = reals();
    this.heldWeights = reals();
    this.heldVelocity = reals();
    const initial = createInitial(scenario, system);
    this.weights.set(initial.weights);
    this.velocity.set(initial.velocity);
    const curvature = findCurvature(system, this.weights);
    checkStart(scenario, system.cost(this.weights, null, 1), curvature);
    this.batch = inSection('batch', '', () =>
      part<BatchPart>(batches, scenario.batch).create(
        valuesOf(scenario.batch),
        data.sampleCount,
        createRandom(scenario.seed, 'batch'),
      ),
    );
    this.current = this.batch.size === 0 ? null : new Int32Array(this.batch.size);
    this.samples = this.batch.size === 0 ? null : new Int32Array(CHUNK * this.batch.size);
    if (this.current !== null) this.batch.next(this.current);
    this.firstOrder = part<IntegratorPart>(integrators, scenario.dynamics).firstOrder;
    this.parts = this.complete(scenario, data, system, curvature);
  }

  get scenario(): Scenario {
    return this.parts.scenario;
  }

  get data(): TrainingData {
    return this.parts.data;
  }

  get system(): System {
    return this.parts.system;
  }

  get expansion(): Expansion {
    return this.parts.expansion;
  }

  get integrator(): Integrator {
    return this.parts.integrator;
  }

  /** Largest curvature |λ| when the system was made, or its bound. */
  get curvature(): number {
    return this.parts.curvature;
  }

  /** Brings velocity and energies to their values at t0. Called once, when the clock is known. */
  begin(time: number): void {
    this.integrator.settle(this.weights, this.velocity, time, this.current);
    this.squares = this.kernels.sumOfSquares(this.velocity);
    this.startEnergy = this.boundEnergy();
  }

  /** Samples of the step to come; null is the full batch. */
  get batchAtWork(): Int32Array | null {
    return this.current;
  }

  cost(): number {
    return this.system.cost(this.weights, null, 1);
  }

  batchCost(): number {
    return this.current === null ? this.cost() : this.system.cost(this.weights, this.current, 1);
  }

  kinetic(): number {
    return this.squares / 2;
  }

  /** Energies since t0. First-order tracks have no inertia: their kinetic energy counts as 0. */
  budget(): EnergyBudget {
    const { dissipated, injected } = this;
    const kinetic = this.firstOrder ? 0 : this.kinetic();
    const potential = this.batchCost();
    const residual = kinetic + potential - this.startEnergy + dissipated - injected;
    return { kinetic, potential, dissipated, injected, residual };
  }

  get dissipatedEnergy(): number {
    return this.dissipated;
  }

  get injectedEnergy(): number {
    return this.injected;
  }

  /** Most steps that `advance` takes at once. */
  get chunk(): number {
    // Energy put in by changing samples is counted at every switch, so those runs go step by step.
    return this.current === null ? CHUNK : 1;
  }

  /**
   * Advances by up to `chunk` steps.
   * @returns steps done; when less than `count` the state is that of the last good step
   */
  advance(clock: Clock, count: number): number {
    this.hold();
    const done = this.tryAdvance(clock, count);
    if (done === count) {
      this.account(clock, count);
      return count;
    }
    this.takeBack(clock, done);
    return done;
  }

  /** Undoes the last `advance` down to its first `count` steps. */
  takeBack(clock: Clock, count: number): void {
    const { held } = this;
    this.weights.set(this.heldWeights);
    this.velocity.set(this.heldVelocity);
    this.squares = held.squares;
    this.dissipated = held.dissipated;
    this.injected = held.injected;
    if (this.current !== null) {
      this.batch.load(held.batch);
      this.current.set(held.current);
    }
    if (count === 0) return;
    this.tryAdvance(clock, count);
    this.account(clock, count);
  }

  /**
   * Makes the parts of a changed scenario; the track goes on as it is until they are handed to `change`.
   * @param snapshot  state that they are to go on from, whose curvature is known; without it, the present one
   * @throws ScenarioError when they cannot be made
   */
  prepare(scenario: Scenario, snapshot?: TrackSnapshot): TrackParts {
    const { parts } = this;
    const { system, data, seed } = parts.scenario;
    if (scenario.system === system && scenario.data === data && scenario.seed === seed) {
      return this.complete(scenario, parts.data, parts.system, snapshot?.curvature ?? parts.curvature);
    }
    const newData = createData(scenario, this.kernels);
    const newSystem = createSystem(scenario, newData, this.kernels);
    const curvature = snapshot?.curvature ?? findCurvature(newSystem, this.weights);
    // Where the weights do not suit a change at all the next step says so: a blow-up, not a refusal.
    const known = isWorkable(curvature) ? curvature : parts.curvature;
    return this.complete(scenario, newData, newSystem, known);
  }

  /** Replaces the parts; weights and velocity stay as they are. */
  change(parts: TrackParts, time: number): void {
    const before = this.boundEnergy();
    this.parts = parts;
    this.integrator.settle(this.weights, this.velocity, time, this.current);
    this.squares = this.kernels.sumOfSquares(this.velocity);
    this.injected += this.boundEnergy() - before;
  }

  save(): TrackSnapshot {
    return {
      weights: Float64Array.from(this.weights),
      velocity: Float64Array.from(this.velocity),
      batch: this.batch.save(),
      current: this.current === null ? [] : Array.from(this.current),
      squares: this.squares,
      dissipated: this.dissipated,
      injected: this.injected,
      curvature: this.curvature,
    };
  }

  load(snapshot: TrackSnapshot): void {
    this.weights.set(snapshot.weights);
    this.velocity.set(snapshot.velocity);
    this.batch.load(snapshot.batch);
    this.current?.set(snapshot.current);
    this.squares = snapshot.squares;
    this.dissipated = snapshot.dissipated;
    this.injected = snapshot.injected;
  }

  /**
   * Smallest and largest curvature of a quadratic cost, flat directions left out; null for other costs and
   * where the Hessian is too large to diagonalise on the way. **exact**
   */
  curvatureRange(): { readonly smallest: number; readonly largest: number } | null {
    if (this.system.weightCount > LARGEST_SPECTRUM) return null;
    const modes = this.modes(this.system);
    if (modes === null) return null;
    return rangeOf(modes);
  }

  /** Normal modes of a quadratic cost, made when first asked for. */
  private modes(system: System): Modes | null {
    const { known } = this;
    if (known?.system === system) return known.modes;
    const modes = findModes(system, this.weights);
    this.known = { system, modes };
    return modes;
  }

  /** Largest curvature where the weights are now; the start's where a bound holds everywhere. */
  curvatureNow(): number {
    return findCurvature(this.system, this.weights);
  }

  /** Energy of the budget: first-order tracks have no inertia, so theirs is the potential alone. */
  private boundEnergy(): number {
    return this.firstOrder ? this.batchCost() : this.kinetic() + this.batchCost();
  }

  private hold(): void {
    const { held } = this;
    this.heldWeights.set(this.weights);
    this.heldVelocity.set(this.velocity);
    held.squares = this.squares;
    held.dissipated = this.dissipated;
    held.injected = this.injected;
    if (this.current === null) return;
    held.batch = this.batch.save();
    held.current = Array.from(this.current);
  }

  private tryAdvance(clock: Clock, count: number): number {
    const { samples, current, batch } = this;
    if (samples !== null && current !== null) samples.set(current);
    const schedule = { samples, size: batch.size };
    return this.integrator.advance(this.weights, this.velocity, clock, schedule, count, this.squaresOut);
  }

  /** Gathers dissipated and injected energy of steps just done, and draws the next samples. */
  private account(clock: Clock, count: number): void {
    const { origin, offset, dt } = clock;
    for (let k = 0; k < count; k++) {
      const t = origin + (offset + k) * dt;
      const end = origin + (offset + k + 1) * dt;
      const middle = this.squaresOut[2 * k];
      const last = this.squaresOut[2 * k + 1];
      this.dissipated += simpsonDissipation(
        dt,
        this.friction(t),
        this.squares,
        this.friction(t + dt / 2),
        middle,
        this.friction(end),
        last,
      );
      this.squares = last;
    }
    if (this.current === null) return;
    const before = this.boundEnergy();
    this.batch.next(this.current);
    const end = origin + (offset + count) * dt;
    this.integrator.settle(this.weights, this.velocity, end, this.current);
    if (this.firstOrder) this.squares = this.kernels.sumOfSquares(this.velocity);
    this.injected += this.boundEnergy() - before;
  }

  /** Rate at which energy leaves: γ, or 1/η of first-order dynamics. */
  private friction(t: number): number {
    const eta = this.integrator.eta(t);
    return eta === null ? this.expansion.gamma(t) : 1 / eta;
  }

  /** Adds to a system what moves it. */
  private complete(scenario: Scenario, data: TrainingData, system: System, curvature: number): TrackParts {
    const { dynamics } = scenario;
    const expansion = createExpansion(scenario, system);
    const integrator = inSection('dynamics', '', () =>
      part<IntegratorPart>(integrators, dynamics).create(valuesOf(dynamics), {
        kernels: this.kernels,
        force: system.force,
        expansion,
        stiffness: () => 1,
        curvature,
        modes: () => this.modes(system),
        singlePrecision: dynamics.precision === 'f32',
      }),
    );
    return { scenario, data, system, curvature, expansion, integrator };
  }
}
