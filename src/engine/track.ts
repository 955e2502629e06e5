import type { Kernels, Reals } from '../kernels/types.ts';
import { batches } from '../physics/batch/index.ts';
import { attachTest, datasets } from '../physics/data/index.ts';
import { estimateCurvature } from '../physics/curvature.ts';
import { expansions } from '../physics/expansion/index.ts';
import { initials } from '../physics/initial/index.ts';
import { integrators } from '../physics/integrators/index.ts';
import { denseHessian } from '../physics/denseHessian.ts';
import { symmetricEigen } from '../physics/math/linalg.ts';
import { createRandom } from '../physics/math/random.ts';
import { simpsonDissipation } from '../physics/observables/energy.ts';
import type { EnergyBudget } from '../physics/observables/index.ts';
import { systems } from '../physics/systems.ts';
import type {
  Batch,
  BatchPart,
  Clock,
  DataPart,
  Expansion,
  ExpansionPart,
  InitialPart,
  Integrator,
  IntegratorPart,
  Modes,
  System,
  SystemPart,
  TrainingData,
} from '../physics/types.ts';
import { ParameterError } from '../physics/parameters.ts';
import {
  ScenarioError,
  sectionNames,
  type Scenario,
  type Section,
  type SectionName,
  type TrackRole,
} from '../scenario/types.ts';

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
}

const part = <T>(registry: object, section: Section): T =>
  (registry as Readonly<Record<string, T>>)[section.kind];

/** Runs what makes a part; a refused value is reported under the part's section. @throws ScenarioError */
function inSection<T>(section: SectionName, make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    const { path, value, expected } = error;
    const whole = sectionNames.some((name) => path === name || path.startsWith(`${name}.`));
    throw new ScenarioError(whole ? path : `${section}.${path}`, value, expected);
  }
}

/** Makes the training data of a scenario from its seed. @throws ScenarioError */
function createData(scenario: Scenario): TrainingData {
  const { system, data, seed } = scenario;
  const shape = part<SystemPart>(systems, system).shape(system as never);
  return inSection('data', () => {
    const made = part<DataPart>(datasets, data).create(data as never, {
      system,
      shape,
      random: createRandom(seed, 'data'),
    });
    const test = data.test as { X: number[][]; Y: number[][] } | undefined;
    return test === undefined || shape === null ? made : attachTest(made, test.X, test.Y, shape);
  });
}

/**
 * One run on the shared clock: a system, its data, an integrator and an expansion history.
 * It knows nothing of other tracks; the simulation moves all of them in step.
 */
export class Track {
  readonly id: string;
  readonly role: TrackRole;
  scenario: Scenario;
  system: System;
  data: TrainingData;
  expansion: Expansion;
  integrator: Integrator;
  readonly firstOrder: boolean;
  readonly weights: Reals;
  readonly velocity: Reals;
  /** Largest curvature |λ| at the start, or its bound. */
  curvature: number;

  private readonly kernels: Kernels;
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
    this.scenario = scenario;
    this.kernels = kernels;
    this.data = createData(scenario);
    this.system = this.createSystem();
    const size = this.system.weightCount;
    const single = scenario.dynamics.precision === 'f32';
    const reals = (): Reals => (single ? new Float32Array(size) : new Float64Array(size));
    this.weights = reals();
    this.velocity = reals();
    this.heldWeights = reals();
    this.heldVelocity = reals();
    this.initialize();
    this.curvature = this.findCurvature();
    this.batch = inSection('batch', () =>
      part<BatchPart>(batches, scenario.batch).create(
        scenario.batch as never,
        this.data.sampleCount,
        createRandom(scenario.seed, 'batch'),
      ),
    );
    this.current = this.batch.size === 0 ? null : new Int32Array(this.batch.size);
    this.samples = this.batch.size === 0 ? null : new Int32Array(CHUNK * this.batch.size);
    if (this.current !== null) this.batch.next(this.current);
    this.expansion = this.createExpansion();
    this.firstOrder = part<IntegratorPart>(integrators, scenario.dynamics).firstOrder;
    this.integrator = this.createIntegrator();
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

  /** Replaces parts after a live change of the scenario; weights and velocity stay as they are. */
  change(scenario: Scenario, time: number): void {
    const before = this.boundEnergy();
    const { system, data, seed } = this.scenario;
    const rebuild = scenario.system !== system || scenario.data !== data || scenario.seed !== seed;
    this.scenario = scenario;
    if (rebuild) {
      this.data = createData(scenario);
      this.system = this.createSystem();
      this.curvature = this.findCurvature();
    }
    this.expansion = this.createExpansion();
    this.integrator = this.createIntegrator();
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
    const modes = this.modes();
    if (modes === null) return null;
    const { values } = modes;
    const size = values.length;
    const largest = Math.max(values[size - 1], -values[0]);
    const curved = values.filter((value) => Math.abs(value) > 1e-12 * largest);
    if (curved.length === 0) return { smallest: 0, largest: 0 };
    return { smallest: curved[0], largest: curved[curved.length - 1] };
  }

  /** Normal modes of a quadratic cost, made when first asked for. */
  private modes(): Modes | null {
    const { system, known } = this;
    if (known?.system === system) return known.modes;
    const size = system.weightCount;
    const couplings = size > LARGEST_MODES ? null : system.couplings(null);
    let modes: Modes | null = null;
    if (couplings !== null) {
      const { values, vectors } = symmetricEigen(denseHessian(system, this.weights), size);
      modes = { values, vectors, shift: couplings.shift };
    }
    this.known = { system, modes };
    return modes;
  }

  /** Largest curvature where the weights are now; the start's where a bound holds everywhere. */
  curvatureNow(): number {
    return this.findCurvature();
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

  private createSystem(): System {
    const { system } = this.scenario;
    return inSection('system', () =>
      part<SystemPart>(systems, system).create(system as never, this.data, this.kernels),
    );
  }

  private createExpansion(): Expansion {
    const { expansion } = this.scenario;
    const dimension = (expansion.d as number | undefined) ?? this.system.dimension;
    return inSection('expansion', () =>
      part<ExpansionPart>(expansions, expansion).create(expansion as never, dimension),
    );
  }

  private createIntegrator(): Integrator {
    const { dynamics } = this.scenario;
    return inSection('dynamics', () =>
      part<IntegratorPart>(integrators, dynamics).create(dynamics as never, {
        kernels: this.kernels,
        force: this.system.force,
        expansion: this.expansion,
        stiffness: () => 1,
        curvature: this.curvature,
        modes: () => this.modes(),
        singlePrecision: dynamics.precision === 'f32',
      }),
    );
  }

  private initialize(): void {
    const { system, initial, seed } = this.scenario;
    const weights = new Float64Array(this.system.weightCount);
    const velocity = new Float64Array(this.system.weightCount);
    const context = { system: this.system, values: system, random: createRandom(seed, 'initial') };
    inSection('initial', () =>
      part<InitialPart>(initials, initial).create(initial as never, context, weights, velocity),
    );
    this.weights.set(weights);
    this.velocity.set(velocity);
  }

  private findCurvature(): number {
    const { system } = this;
    if (system.curvatureBound !== null) return system.curvatureBound;
    const product = (vector: Float64Array, out: Float64Array): void =>
      system.hessianVector(this.weights, vector, 1, out);
    // A start vector of its own, so that the estimate never disturbs the run's random numbers.
    return estimateCurvature(product, system.weightCount, CURVATURE_ITERATIONS, createRandom(0, 'noise'));
  }
}

/** Hessians up to this size are diagonalised when a run opens: about 20 ms. */
const LARGEST_SPECTRUM = 256;
/** Largest Hessian that an exact track diagonalises: about a second. */
const LARGEST_MODES = 512;
/** physics.md 4.3: 20 to 30 power iterations. */
const CURVATURE_ITERATIONS = 30;
