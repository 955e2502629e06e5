import { valuesOf } from '../scenario/sections.ts';
import type { Kernels, Reals } from '../kernels/types.ts';
import { batches } from '../physics/batch/index.ts';
import { integrators } from '../physics/integrators/index.ts';
import { createRandom, type Random } from '../physics/math/random.ts';
import type { Sampling } from '../physics/continuum/sampling.ts';
import type { EnergyBudget } from '../physics/observables/types.ts';
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
import { inSection } from '../scenario/build.ts';
import type { Scenario, TrackRole } from '../scenario/types.ts';
import { checkStart, isWorkable } from './check.ts';
import { findCurvature, loadOf } from './curvature.ts';
import { Ledger } from './ledger.ts';
import { createExpansion, createInitial, part, type PartMaker } from './parts.ts';
import { HeldState } from './heldState.ts';
import type { ModeFacts } from './regime.ts';
import { ShownWeights } from './shownWeights.ts';
import { LONGEST_STRETCH } from './stretch.ts';
import { TrackLimits } from './trackLimits.ts';
import { TrackModes } from './trackModes.ts';
import { completeParts, stiffnessOf, type TrackParts, type Workshop } from './trackParts.ts';

/** State of one track between two steps: weights and velocity at a full step, and where its batches stand. */
export interface TrackSnapshot {
  readonly weights: Float64Array;
  readonly velocity: Float64Array;
  readonly batch: readonly number[];
  readonly current: readonly number[];
  readonly squares: number;
  readonly dissipated: number;
  readonly injected: number;
  readonly heat: number;
  /** State of the stream of noise; empty without a bath. */
  readonly noise: readonly number[];
  /** Curvature that the parts were made with: it decides sub-steps. */
  readonly curvature: number;
  /** What growth is measured in. */
  readonly scale: number;
}

/** What ties a track to the main run's lattice. */
export interface Partnership {
  readonly sampling: Sampling;
  readonly energyScale: number;
  readonly energyShift: number;
}

/**
 * One run on the shared clock: a system, its data, an integrator and an expansion history.
 * It knows nothing of other tracks; the simulation moves all of them in step.
 */
export class Track {
  readonly id: string;
  readonly role: TrackRole;
  /** What its integrator declares. */
  readonly method: IntegratorPart;
  readonly weights: Reals;
  readonly velocity: Reals;

  readonly shown: ShownWeights;
  /** How far its steps stand from their bound. */
  readonly limits: TrackLimits;
  /** What the scenario makes of it now. */
  parts: TrackParts;

  private readonly kernels: Kernels;
  private readonly maker: PartMaker;
  /** Energies are given in these units of the system's, plus a constant. */
  private readonly energyScale: number;
  private energyShift: number;
  private readonly batch: Batch;
  /** Samples of the step to come. */
  private readonly current: Int32Array | null;
  private readonly samples: Int32Array | null;
  private readonly squaresOut = new Float64Array(2 * LONGEST_STRETCH + 1);
  private readonly ledger = new Ledger();
  /** What is added to the history's ln a, so that it stays continuous through edits. */
  private logShift = 0;
  private startEnergy = 0;
  private readonly held: HeldState;
  private readonly found: TrackModes;
  /** Stream of the bath's noise; goes on through edits. */
  private readonly random: Random;
  private readonly workshop: Workshop;

  /** @throws ScenarioError when the parts do not fit each other */
  constructor(
    id: string,
    role: TrackRole,
    scenario: Scenario,
    { kernels, maker }: { readonly kernels: Kernels; readonly maker: PartMaker },
    partner?: Partnership,
  ) {
    this.id = id;
    this.role = role;
    this.energyScale = partner?.energyScale ?? 1;
    this.energyShift = partner?.energyShift ?? 0;
    this.kernels = kernels;
    this.random = createRandom(scenario.seed, 'noise');
    this.maker = maker;
    const { data, system } = maker.make(scenario);
    this.batch = inSection('batch', '', () =>
      part<BatchPart>(batches, scenario.batch).create(
        valuesOf(scenario.batch),
        data.sampleCount,
        createRandom(scenario.seed, 'batch'),
      ),
    );
    this.workshop = {
      kernels,
      random: this.random,
      batch: this.batch,
      logShift: () => this.logShift,
      modes: (system) => this.found.of(system),
    };
    const size = system.weightCount;
    const single = scenario.dynamics.precision === 'f32';
    const reals = (): Reals => (single ? new Float32Array(size) : new Float64Array(size));
    this.weights = kernels.reals(system.force, single);
    this.velocity = kernels.reals(system.force, single);
    this.shown = new ShownWeights(this.weights, partner?.sampling ?? null, kernels);
    this.found = new TrackModes(this.weights);
    const initial = createInitial(scenario, system);
    this.weights.set(initial.weights);
    this.velocity.set(initial.velocity);
    const { ledger } = this;
    ledger.time = scenario.expansion.t0 as number;
    const { logShift } = this.workshop;
    const stiffness = stiffnessOf(system, createExpansion(scenario, system), logShift)(ledger.time);
    const curvature = findCurvature(system, this.weights, stiffness, this.batchLoad);
    checkStart(scenario, system.cost(this.weights, null, stiffness), curvature);
    this.current = this.batch.size === 0 ? null : new Int32Array(this.batch.size);
    this.samples = this.batch.size === 0 ? null : new Int32Array(LONGEST_STRETCH * this.batch.size);
    if (this.current !== null) this.batch.next(this.current);
    this.method = part<IntegratorPart>(integrators, scenario.dynamics);
    const { weights, velocity, batch, current } = this;
    const stream = this.hasBath ? this.random : null;
    this.held = new HeldState({ weights, velocity, ledger, batch, current, noise: stream }, reals);
    this.parts = completeParts({ scenario, data, system, curvature }, this.workshop);
    this.limits = new TrackLimits(this, this.workshop);
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
    this.ledger.time = time;
    this.integrator.settle(this.weights, this.velocity, time, this.current);
    this.ledger.squares = this.kernels.sumOfSquares(this.velocity);
    this.startEnergy = this.boundEnergy();
    this.limits.rescale();
  }

  /** Samples of the step to come; null is the full batch. */
  get batchAtWork(): Int32Array | null {
    return this.current;
  }

  /** Factor on cost, force and sources of the samples at work. */
  get batchScale(): number {
    return this.current === null ? 1 : this.batch.scale;
  }

  /** What the mean force of many steps is of the full gradient; 1 for the full batch. */
  get meanShare(): number {
    return this.current === null ? 1 : this.batchLoad / this.data.sampleCount;
  }

  /** Time of its last full step. */
  get time(): number {
    return this.ledger.time;
  }

  /** How many times a batch may count one sample's curvature. */
  get batchLoad(): number {
    return loadOf(this.batch);
  }

  /** Factor on K now. */
  get stiffness(): number {
    return this.stiffnessAt(this.ledger.time);
  }

  stiffnessAt(t: number): number {
    return this.parts.stiffness(t);
  }

  cost(): number {
    return this.energy(null);
  }

  batchCost(): number {
    return this.energy(this.current);
  }

  kinetic(): number {
    return (this.energyScale * this.ledger.squares) / 2;
  }

  /** Energies since t0. First-order tracks have no inertia: their kinetic energy counts as 0. */
  budget(): EnergyBudget {
    const { dissipated, injected } = this.ledger;
    const kinetic = this.firstOrder ? 0 : this.kinetic();
    const potential = this.batchCost();
    const residual = kinetic + potential - this.startEnergy + dissipated - injected;
    return { kinetic, potential, dissipated, injected, residual };
  }

  get dissipatedEnergy(): number {
    return this.ledger.dissipated;
  }

  get injectedEnergy(): number {
    return this.ledger.injected;
  }

  /** The motion has no inertia. */
  get firstOrder(): boolean {
    return this.method.firstOrder;
  }

  private get hasBath(): boolean {
    return this.method.noise !== undefined;
  }

  /** Energy given by the noise of a bath since t0; null without one. */
  get heat(): number | null {
    return this.hasBath ? this.ledger.heat : null;
  }

  /** Most steps that `advance` takes at once. */
  get chunk(): number {
    // Energy put in from outside, by other samples or by redshift, is counted step by step.
    return this.current === null && this.system.gradientEnergy === undefined ? LONGEST_STRETCH : 1;
  }

  /** Whether it may stay inside a step of the clock, of length dt. */
  canStay(dt: number): boolean {
    return this.chunk > 1 && this.integrator.canStay?.(dt) === true;
  }

  /**
   * Advances in a stretch of up to `chunk` steps until `count` of them are done.
   * @param from   steps of it that are done, the one that follows being stayed in; null: it begins
   * @param stays  to stay in the step after the last: see Integrator
   * @returns steps done; when less than `count` the state is that of the last good step
   */
  advance(clock: Clock, count: number, from: number | null = null, stays = false): number {
    if (from === null) this.held.hold();
    const done = this.tryAdvance(clock, count, from, stays);
    if (done === count) {
      this.account(clock, from ?? 0, count);
      return count;
    }
    this.takeBack(clock, done);
    return done;
  }

  /** Undoes the last stretch down to its first `count` steps. */
  takeBack(clock: Clock, count: number): void {
    this.held.giveBack();
    if (count === 0) return;
    this.tryAdvance(clock, count);
    this.account(clock, 0, count);
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
      return completeParts(
        { ...parts, scenario, curvature: snapshot?.curvature ?? parts.curvature },
        this.workshop,
      );
    }
    const made = this.maker.make(scenario);
    const curvature = snapshot?.curvature ?? this.curvatureOf(scenario, made.system);
    // Where the weights do not suit a change at all the next step says so: a blow-up, not a refusal.
    const known = isWorkable(curvature) ? curvature : parts.curvature;
    return completeParts({ scenario, ...made, curvature: known }, this.workshop);
  }

  /**
   * Replaces the parts; weights and velocity stay as they are, unless a command moves them.
   * @param logShift     what is added to the new history's ln a from now on
   * @param energyShift  what is added to energies of a continuum partner
   */
  change(
    parts: TrackParts,
    time: number,
    logShift: number,
    energyShift = this.energyShift,
    move: ((system: System, weights: Reals, velocity: Reals) => void) | null = null,
  ): void {
    const before = this.boundEnergy();
    move?.(parts.system, this.weights, this.velocity);
    this.energyShift = energyShift;
    this.parts = parts;
    this.logShift = logShift;
    this.integrator.settle(this.weights, this.velocity, time, this.current);
    this.ledger.squares = this.kernels.sumOfSquares(this.velocity);
    this.ledger.injected += this.boundEnergy() - before;
    this.limits.rescale();
  }

  save(): TrackSnapshot {
    return {
      weights: new Float64Array(this.weights),
      velocity: new Float64Array(this.velocity),
      batch: this.batch.save(),
      current: this.current === null ? [] : Array.from(this.current),
      squares: this.ledger.squares,
      dissipated: this.ledger.dissipated,
      injected: this.ledger.injected,
      heat: this.ledger.heat,
      noise: this.hasBath ? this.random.save() : [],
      curvature: this.curvature,
      scale: this.limits.scale,
    };
  }

  load(snapshot: TrackSnapshot, time: number, logShift: number): void {
    this.logShift = logShift;
    this.limits.scale = snapshot.scale;
    this.ledger.set(snapshot, time);
    this.weights.set(snapshot.weights);
    this.velocity.set(snapshot.velocity);
    this.batch.load(snapshot.batch);
    if (this.hasBath) this.random.load(snapshot.noise);
    this.current?.set(snapshot.current);
  }

  /** What friction makes of the modes now; null without inertia, and where the mean force has other modes than the cost. */
  modeFacts(time: number, step: number): ModeFacts | null {
    return this.firstOrder || this.batch.uneven === true
      ? null
      : this.found.facts(this.parts, time, step, this.meanShare);
  }

  /** Normal modes of a quadratic cost. */
  modes(): Modes | null {
    return this.found.of(this.system);
  }

  private energy(batch: Int32Array | null): number {
    const cost = this.system.cost(this.weights, batch, this.stiffness);
    return this.energyScale * (batch === null ? cost : this.batch.scale * cost) + this.energyShift;
  }

  /** Energy of the budget: first-order tracks have no inertia, so theirs is the potential alone. */
  private boundEnergy(): number {
    return this.firstOrder ? this.batchCost() : this.kinetic() + this.batchCost();
  }

  private tryAdvance(clock: Clock, count: number, from: number | null = null, stays = false): number {
    const { samples, current, batch, weights, velocity, squaresOut } = this;
    if (samples !== null && current !== null) samples.set(current);
    const schedule = { samples, size: batch.size };
    return this.integrator.advance(weights, velocity, clock, schedule, count, squaresOut, from, stays);
  }

  /** Gathers dissipated and injected energy of steps just done, and draws the next samples. */
  private account(clock: Clock, from: number, count: number): void {
    const { ledger, squaresOut, integrator, energyScale } = this;
    ledger.follow(clock, from, count, squaresOut, integrator, this.friction, energyScale);
    const end = clock.origin + (clock.offset + count) * clock.dt;
    ledger.injected += this.workOfRedshift(end);
    ledger.time = end;
    if (this.current === null) return;
    const before = this.boundEnergy();
    this.batch.next(this.current);
    this.integrator.settle(this.weights, this.velocity, end, this.current);
    if (this.firstOrder) this.ledger.squares = this.kernels.sumOfSquares(this.velocity);
    this.ledger.injected += this.boundEnergy() - before;
  }

  /**
   * Work that the stretching of space does in one step, ∫ ∂C/∂t dt ≈ ½ (s₁ − s₀)(G₀ + G₁), with G the gradient
   * energy at stiffness 1. **approximate**: errs by O(h²) over a run, as the budget's dissipation does.
   */
  private workOfRedshift(end: number): number {
    const { system, stiffness } = this.parts;
    if (system.gradientEnergy === undefined) return 0;
    const both = system.gradientEnergy(this.held.weights) + system.gradientEnergy(this.weights);
    return 0.5 * this.energyScale * (stiffness(end) - stiffness(this.ledger.time)) * both;
  }

  /** Curvature of a system that is to replace the present one. */
  private curvatureOf(scenario: Scenario, system: System): number {
    const stiffness = stiffnessOf(system, createExpansion(scenario, system), this.workshop.logShift);
    return findCurvature(system, this.weights, stiffness(this.time), this.batchLoad);
  }

  /** Rate at which energy leaves: γ, or 1/η of first-order dynamics. */
  private readonly friction = (t: number): number => {
    const eta = this.integrator.eta(t);
    return eta === null ? this.expansion.gamma(t) : 1 / eta;
  };
}
