import { valuesOf } from '../scenario/sections.ts';
import type { Kernels, Reals } from '../kernels/types.ts';
import { batches } from '../physics/batch/index.ts';
import { integrators } from '../physics/integrators/index.ts';
import { createRandom, type Random } from '../physics/math/random.ts';
import { sampleAll, sampleAt, type Sampling } from '../physics/continuum/sampling.ts';
import type { EnergyBudget } from '../physics/observables/types.ts';
import { dampingShare } from '../physics/spectrum.ts';
import type {
  Batch,
  BatchPart,
  Clock,
  Expansion,
  Integrator,
  IntegratorPart,
  Modes,
  StepBound,
  System,
  TrainingData,
} from '../physics/types.ts';
import { inSection } from '../scenario/build.ts';
import type { Scenario, Section, TrackRole } from '../scenario/types.ts';
import { checkStart, isWorkable } from './check.ts';
import { findCurvature, findModes, loadOf } from './curvature.ts';
import { Ledger } from './ledger.ts';
import { createExpansion, createInitial, part, type PartMaker } from './parts.ts';
import { findCurvatures, modeFactsOf, scaled, type Curvatures, type ModeFacts } from './regime.ts';
import {
  completeParts,
  createIntegrator,
  stiffnessOf,
  type TrackParts,
  type Workshop,
} from './trackParts.ts';

/** Steps handed to an integrator at once. */
const CHUNK = 64;
const NO_STATE: readonly number[] = [];
/** Whether a step is over its bound is asked once for so many steps. */
export const STRETCH = 32;
/** Weights that have grown this many times beyond the run's scale, from step to step, are a blow-up. */
const GROWTH = 1e3;

function isPast(bound: StepBound | null): boolean {
  return bound !== null && bound.step >= bound.largest;
}

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

  /** How the main run's weights are read from this track's; null where it stands on a lattice of its own. */
  readonly sampling: Sampling | null;

  private readonly kernels: Kernels;
  private readonly maker: PartMaker;
  /** Energies are given in these units of the system's, plus a constant. */
  private readonly energyScale: number;
  private energyShift: number;
  private parts: TrackParts;
  private readonly batch: Batch;
  /** Samples of the step to come. */
  private readonly current: Int32Array | null;
  private readonly samples: Int32Array | null;
  private readonly squaresOut = new Float64Array(2 * CHUNK);
  private readonly ledger = new Ledger();
  /** What is added to the history's ln a, so that it stays continuous through edits. */
  private logShift = 0;
  private startEnergy = 0;
  private seen: Float32Array | null = null;
  /** State at the start of the chunk at work, to come back to when it fails. */
  private readonly heldWeights: Reals;
  private readonly heldVelocity: Reals;
  private known: { system: System; modes: Modes | null } | null = null;
  private curvatures: Curvatures | null = null;
  /** Largest |w| of the run so far as it should be: at the start, and after the last edit. Growth is measured in it. */
  private scale = 0;
  /** Step of the clock, last. */
  private lastDt = 0;
  private over: { parts: TrackParts; from: number; dt: number; is: boolean; bends: boolean } | null = null;
  private readonly held = new Ledger();
  private heldBatch = NO_STATE;
  private heldCurrent = NO_STATE;
  /** Stream of the bath's noise; goes on through edits. */
  private readonly random: Random;
  private heldNoise = NO_STATE;
  private readonly workshop: Workshop;
  /** Other dynamics whose bound was asked for. */
  private would: { parts: TrackParts; dynamics: Section; integrator: Integrator } | null = null;

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
    this.sampling = partner?.sampling ?? null;
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
      modes: (system) => this.modes(system),
    };
    const size = system.weightCount;
    const single = scenario.dynamics.precision === 'f32';
    const reals = (): Reals => (single ? new Float32Array(size) : new Float64Array(size));
    this.weights = kernels.reals(system.force, single);
    this.velocity = kernels.reals(system.force, single);
    this.heldWeights = reals();
    this.heldVelocity = reals();
    const initial = createInitial(scenario, system);
    this.weights.set(initial.weights);
    this.velocity.set(initial.velocity);
    const { ledger } = this;
    ledger.time = scenario.expansion.t0 as number;
    const { logShift } = this.workshop;
    const stiffness = stiffnessOf(system, createExpansion(scenario, system), logShift)(ledger.time);
    const curvature = findCurvature(system, this.weights, stiffness, loadOf(this.batch));
    checkStart(scenario, system.cost(this.weights, null, stiffness), curvature);
    this.current = this.batch.size === 0 ? null : new Int32Array(this.batch.size);
    this.samples = this.batch.size === 0 ? null : new Int32Array(CHUNK * this.batch.size);
    if (this.current !== null) this.batch.next(this.current);
    this.method = part<IntegratorPart>(integrators, scenario.dynamics);
    this.parts = completeParts({ scenario, data, system, curvature }, this.workshop);
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
    this.scale = this.amplitude();
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
    return this.current === null ? 1 : loadOf(this.batch) / this.data.sampleCount;
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

  /** Number of weights as they are shown: those of the main run's lattice, where they are read there. */
  get shownCount(): number {
    const { sampling } = this;
    return sampling === null ? this.system.weightCount : sampling.index.length / sampling.width;
  }

  /** Writes the weights as they are shown, out [shownCount]. */
  showWeights(out: Float32Array): void {
    if (this.sampling === null) out.set(this.weights);
    else sampleAll(this.sampling, this.weights, out);
  }

  /** The weights as they are shown; read only, until the next step. */
  shown(): ArrayLike<number> {
    if (this.sampling === null) return this.weights;
    this.seen ??= new Float32Array(this.shownCount);
    sampleAll(this.sampling, this.weights, this.seen);
    return this.seen;
  }

  /** One weight or velocity of a state of this track as it is shown; NaN where there is none. */
  shownAt(values: ArrayLike<number>, weight: number): number {
    if (this.sampling === null) return values[weight] ?? NaN;
    return weight < this.shownCount ? sampleAt(this.sampling, values, weight) : NaN;
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
    return this.current === null && this.system.gradientEnergy === undefined ? CHUNK : 1;
  }

  /**
   * Advances by up to `chunk` steps.
   * @returns steps done; when less than `count` the state is that of the last good step
   */
  advance(clock: Clock, count: number): number {
    this.hold();
    this.lastDt = clock.dt;
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
    this.weights.set(this.heldWeights);
    this.velocity.set(this.heldVelocity);
    this.ledger.set(this.held, this.held.time);
    if (this.current !== null) {
      this.batch.load(this.heldBatch);
      this.current.set(this.heldCurrent);
    }
    if (this.hasBath) this.random.load(this.heldNoise);
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
    this.scale = this.amplitude();
  }

  save(): TrackSnapshot {
    return {
      weights: Float64Array.from(this.weights),
      velocity: Float64Array.from(this.velocity),
      batch: this.batch.save(),
      current: this.current === null ? [] : Array.from(this.current),
      squares: this.ledger.squares,
      dissipated: this.ledger.dissipated,
      injected: this.ledger.injected,
      heat: this.ledger.heat,
      noise: this.hasBath ? this.random.save() : NO_STATE,
      curvature: this.curvature,
      scale: this.scale,
    };
  }

  load(snapshot: TrackSnapshot, time: number, logShift: number): void {
    this.logShift = logShift;
    this.scale = snapshot.scale;
    this.ledger.set(snapshot, time);
    this.weights.set(snapshot.weights);
    this.velocity.set(snapshot.velocity);
    this.batch.load(snapshot.batch);
    if (this.hasBath) this.random.load(snapshot.noise);
    this.current?.set(snapshot.current);
  }

  /**
   * What friction makes of the modes now; null without inertia. The curvatures are found when first asked for after
   * the system was made: when the run opens, and after edits.
   */
  modeFacts(time: number, step: number): ModeFacts | null {
    if (this.firstOrder) return null;
    if (this.curvatures?.system !== this.system) {
      const found = findCurvatures(this.system, this.weights, this.stiffness, step);
      // Of drawn samples the mean force is what swings.
      this.curvatures = scaled(found, this.meanShare);
    }
    const { expansion, stiffness, meanShare } = this;
    const share = dampingShare(expansion, time);
    const bound = this.system.curvatureBound(stiffness);
    const mean = bound === null ? null : meanShare * bound;
    return modeFactsOf(this.curvatures, stiffness, expansion.gamma(time), share, mean);
  }

  /** How far the method's own step stands from its bound; null where nothing bounds it. */
  stability(dt: number, gamma: number, curvature = this.curvatureBound()): StepBound | null {
    return this.integrator.stability?.(dt, gamma, curvature) ?? null;
  }

  /** The same for other dynamics that would move this track. */
  stabilityOf(dynamics: Section, dt: number, gamma: number): StepBound | null {
    const { parts } = this;
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
    const { parts, over } = this;
    if (over?.parts === parts && over.from === from && over.dt === dt) return over.is;
    const bound = this.boundAt(parts.stiffness(time));
    const is = isPast(this.stability(dt, this.expansion.gamma(time), bound ?? this.curvature));
    this.over = { parts, from, dt, is, bends: bound === null };
    return is;
  }

  /**
   * Whether the weights have outgrown the run's scale under a step over its bound, as a fastest mode does that turns
   * over at every step. Growth that the theory itself has (a saddle under a stable step) is none of it.
   *  @param over  whether the step is over the bound that was known; of a cost that is not quadratic curvature is
   *               looked up anew where the weights have grown, at multiples of `STRETCH` steps
   */
  hasGrown(step: number, over: boolean): boolean {
    const bends = this.over?.bends === true;
    if (!over && !(bends && step % STRETCH === 0)) return false;
    const amplitude = this.amplitude();
    // A run from zero has the scale of its first step.
    if (this.scale === 0) this.scale = amplitude;
    if (!(amplitude > GROWTH * this.scale)) return false;
    if (!bends) return true;
    const now = this.curvatureNow();
    const { time } = this.ledger;
    const past =
      !Number.isFinite(now) || isPast(this.stability(this.lastDt, this.expansion.gamma(time), now));
    // Growth of the theory's own: looked at again when there is as much of it again.
    if (!past) this.scale = amplitude;
    return past;
  }

  /** Largest |w| in units of the run's scale. */
  growth(): number {
    return this.amplitude() / this.scale;
  }

  private amplitude(): number {
    let largest = 0;
    for (const weight of this.weights) largest = Math.max(largest, Math.abs(weight));
    return largest;
  }

  /** The largest |λ| that steps have to reckon with: a bound that holds everywhere, else as it was found. */
  private curvatureBound(): number {
    return this.boundAt(this.stiffness) ?? this.curvature;
  }

  /** Bound that holds everywhere, whatever samples are drawn; null where none is known. */
  private boundAt(stiffness: number): number | null {
    const all = this.system.curvatureBound(stiffness);
    return all === null || loadOf(this.batch) <= 1 ? all : Math.max(all, this.curvature);
  }

  /** Normal modes of a quadratic cost, made when first asked for. */
  modes(system = this.system): Modes | null {
    const { known } = this;
    if (known?.system === system) return known.modes;
    const modes = findModes(system, this.weights);
    this.known = { system, modes };
    return modes;
  }

  /** Largest curvature where the weights are now; the start's where a bound holds everywhere. */
  curvatureNow(): number {
    return findCurvature(this.system, this.weights, this.stiffness, loadOf(this.batch));
  }

  private energy(batch: Int32Array | null): number {
    const cost = this.system.cost(this.weights, batch, this.stiffness);
    return this.energyScale * (batch === null ? cost : this.batch.scale * cost) + this.energyShift;
  }

  /** Energy of the budget: first-order tracks have no inertia, so theirs is the potential alone. */
  private boundEnergy(): number {
    return this.firstOrder ? this.batchCost() : this.kinetic() + this.batchCost();
  }

  private hold(): void {
    this.heldWeights.set(this.weights);
    this.heldVelocity.set(this.velocity);
    this.held.set(this.ledger, this.ledger.time);
    if (this.hasBath) this.heldNoise = this.random.save();
    if (this.current === null) return;
    this.heldBatch = this.batch.save();
    this.heldCurrent = Array.from(this.current);
  }

  private tryAdvance(clock: Clock, count: number): number {
    const { samples, current, batch } = this;
    if (samples !== null && current !== null) samples.set(current);
    const schedule = { samples, size: batch.size };
    return this.integrator.advance(this.weights, this.velocity, clock, schedule, count, this.squaresOut);
  }

  /** Gathers dissipated and injected energy of steps just done, and draws the next samples. */
  private account(clock: Clock, count: number): void {
    const { ledger, squaresOut, integrator, energyScale } = this;
    ledger.follow(clock, count, squaresOut, integrator, this.friction, energyScale);
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
    const both = system.gradientEnergy(this.heldWeights) + system.gradientEnergy(this.weights);
    return 0.5 * this.energyScale * (stiffness(end) - stiffness(this.ledger.time)) * both;
  }

  /** Curvature of a system that is to replace the present one. */
  private curvatureOf(scenario: Scenario, system: System): number {
    const stiffness = stiffnessOf(system, createExpansion(scenario, system), this.workshop.logShift);
    return findCurvature(system, this.weights, stiffness(this.ledger.time), loadOf(this.batch));
  }

  /** Rate at which energy leaves: γ, or 1/η of first-order dynamics. */
  private readonly friction = (t: number): number => {
    const eta = this.integrator.eta(t);
    return eta === null ? this.expansion.gamma(t) : 1 / eta;
  };
}
