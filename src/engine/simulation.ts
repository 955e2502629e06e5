import type { Kernels } from '../kernels/types.ts';
import type { Instant } from '../physics/observables/types.ts';
import type { Clock, System } from '../physics/types.ts';
import { commandPart, commandPath } from '../scenario/commands/index.ts';
import { appended, currentScenario, nextScenario } from '../scenario/edits.ts';
import { partOf } from '../scenario/sections.ts';
import {
  ScenarioError,
  type Command,
  type Edit,
  type RunDocument,
  type Scenario,
  type StateCommand,
  type TrackDeclaration,
} from '../scenario/types.ts';
import { forCommand, inTrack } from './check.ts';
import { explained, safeStepOf, type Failure } from './clockLimits.ts';
import { continuumOf, type Continuum } from './continuum.ts';
import { PartMaker } from './parts.ts';
import type { ModeFacts } from './regime.ts';
import { LONGEST_STRETCH, Stretch, type Watch } from './stretch.ts';
import { Track, type TrackSnapshot } from './track.ts';
import { STRETCH } from './trackLimits.ts';
import type { TrackParts } from './trackParts.ts';

/** Everything that the future of a run depends on, at one full step. */
export interface Snapshot {
  readonly step: number;
  readonly time: number;
  readonly editCursor: number;
  readonly anchor: Anchor;
  readonly tracks: readonly TrackSnapshot[];
  /** Largest energy of its tracks, to tell good states from bad. */
  readonly energy: number;
  readonly bytes: number;
}

/** t = time + (n − step) dt: the clock since dt was last changed; ln a is shifted to stay continuous. */
interface Anchor {
  readonly step: number;
  readonly time: number;
  readonly dt: number;
  /** [tracks] added to the history's ln a. */
  readonly logShift: readonly number[];
}

/** Where a stretch of steps ended, and why it ended early. */
export interface Advance {
  readonly done: number;
  readonly blowUp: Failure | null;
}

export interface SimulationOptions {
  /** `main` leaves ghosts and comparisons out (the terminal). */
  readonly tracks?: 'all' | 'main';
}

/**
 * A run: tracks on one clock t_n = t0 + n dt. Its trajectory is a function of the run document and the
 * count of steps alone: bit-identical however the steps are sliced, restored or watched.
 */
export class Simulation {
  readonly tracks: readonly Track[];
  private readonly source: RunDocument;
  private readonly declarations: readonly TrackDeclaration[];
  private edits: readonly Edit[];
  private cursor = 0;
  private anchor: Anchor;
  /** Name of the kernels that step it. */
  readonly kernel: string;
  /** Continuum theories of the main run's network, by track; made anew when its system is. */
  private readonly continua: { system: System; made: Continuum }[] = [];
  private at = 0;
  /** A stretch that stays inside a step: nothing but more steps may be asked of the run until it has ended. */
  private stretch: Stretch | null = null;
  /** The step of the clock at t0, resolved. */
  private readonly startStep: number;
  /** ln a of each track at t0. */
  private readonly startLog: readonly number[];

  /** @throws ScenarioError when the parts of the scenario do not fit each other */
  constructor(document: RunDocument, kernels: Kernels, options: SimulationOptions = {}) {
    this.source = document;
    this.edits = document.edits;
    this.declarations = options.tracks === 'main' ? [] : document.tracks;
    const { scenario } = document;
    this.kernel = kernels.name;
    const tools = { kernels, maker: new PartMaker(kernels) };
    const main = new Track('main', partOf('dynamics', scenario.dynamics.kind).role, scenario, tools);
    this.tracks = [
      main,
      ...this.declarations.map(({ id, role, sections }, index) =>
        inTrack(index + 1, () => {
          const partner = this.partnerOf(index + 1, main, main);
          return new Track(id, role, { ...scenario, ...partner?.sections, ...sections }, tools, partner);
        }),
      ),
    ];
    const time = scenario.expansion.t0 as number;
    const dt = this.resolveStep(scenario, time);
    this.startStep = dt;
    this.anchor = { step: 0, time, dt, logShift: this.tracks.map(() => 0) };
    for (const track of this.tracks) track.begin(time);
    this.startLog = this.tracks.map((track) => track.expansion.logScaleFactor(time));
    this.applyDueEdits();
  }

  get step(): number {
    return this.at;
  }

  get time(): number {
    return this.timeOf(this.at);
  }

  /** Edits of the document in force. */
  get applied(): number {
    return this.cursor;
  }

  /** Step of the last edit in force; 0 without one. */
  get disturbed(): number {
    return this.edits[this.cursor - 1]?.step ?? 0;
  }

  get dt(): number {
    return this.anchor.dt;
  }

  /** The run document with its edits so far, as it was opened ('auto' stays). */
  get document(): RunDocument {
    return { ...this.source, edits: this.edits };
  }

  /** The scenario of the start with dt resolved: what the terminal writes. */
  get resolvedScenario(): Scenario {
    const { scenario } = this.source;
    return { ...scenario, dynamics: { ...scenario.dynamics, dt: this.startStep } };
  }

  /** ln a of a track; continuous through edits. −Infinity at a big bang. */
  logScaleFactor(track = 0): number {
    return this.tracks[track].expansion.logScaleFactor(this.time) + this.anchor.logShift[track];
  }

  /** ln a(t)/a(t0); Infinity when t0 is a big bang. */
  efolds(track = 0): number {
    return this.at === 0 ? 0 : this.logScaleFactor(track) - this.startLog[track];
  }

  gamma(track = 0): number {
    return this.tracks[track].expansion.gamma(this.time);
  }

  /** Whether a track is the continuum theory of the staggered field (−1)ⁿw (erratum E2). */
  isStaggered(track: number): boolean {
    return this.continua[track]?.made.choices.staggered ?? false;
  }

  /**
   * Advances every track by `count` steps, applying recorded edits when their step comes.
   * @param watch  looks at steps on the way, and where it comes to rest; only where no step has to be cut for it (`passes`)
   * @param most   steps after which it may stop before `count`, and stay inside a step: see `isInside`
   * @throws ScenarioError at an edit that the system cannot take; the run stands before it
   */
  advance(count: number, watch: Watch | null = null, most = count): Advance {
    let done = 0;
    while (done < Math.min(count, most)) {
      const stretch = this.stretch ?? this.begin();
      const before = stretch.done;
      const end = Math.min(stretch.longest, before + count - done);
      const until = Math.min(end, before + most - done);
      const stays = until < end && stretch.canStay;
      const failed =
        watch !== null && stretch.canStay
          ? stretch.goWatched(until, stays, watch, (step) => (this.at = step))
          : stretch.go(until, stays);
      this.at = stretch.from + stretch.done;
      done += stretch.done - before;
      this.stretch = stretch.inside ? stretch : null;
      if (this.stretch !== null) return { done, blowUp: null };
      if (failed >= 0) return { done, blowUp: explained(this, failed, null) };
      const caught = this.tracks.findIndex((track) =>
        track.limits.hasGrown(this.at, this.dt, this.overAt(track)),
      );
      if (caught >= 0) return { done, blowUp: explained(this, caught, this.tracks[caught].limits.growth()) };
      if (watch === null) continue;
      this.applyDueEdits();
      if (watch.next(this.at - 1) !== this.at) continue;
      watch.positions();
      watch.velocities();
    }
    this.applyDueEdits();
    return { done, blowUp: null };
  }

  /** Whether it stays inside a step. One more step, `advance(1)`, and it is at rest again. */
  get isInside(): boolean {
    return this.stretch !== null;
  }

  /** Whether steps can be looked at as they pass. */
  get passes(): boolean {
    return this.tracks.every((track) => track.canStay(this.dt));
  }

  /** @throws Error inside a step, where nothing but more steps can be asked for */
  private rest(): void {
    if (this.isInside) throw new Error(`the run stays inside a step after ${this.at}`);
  }

  /** Begins a stretch of steps, up to the next edit or check. */
  private begin(): Stretch {
    this.applyDueEdits();
    const next = this.edits[this.cursor]?.step ?? Infinity;
    let longest = Math.min(next - this.at, this.stepsToCheck());
    for (const track of this.tracks) longest = Math.min(longest, track.chunk);
    return new Stretch(this.tracks, this.clock(), this.at, longest);
  }

  /**
   * Records a command at the present step and applies it at once; recorded edits of a future that was
   * left behind are dropped, and so is one of this very step that it takes the place of.
   * @returns how many of the first edits are the same as before: snapshots with more are of another past
   * @throws ScenarioError when the value does not fit
   */
  edit(command: Command): number {
    this.rest();
    const past = this.edits.slice(0, this.cursor);
    const edit: Edit = { step: this.at, command };
    const { edits, same } = appended(past, edit);
    const cursor = edits.length;
    // Refuse before anything changes.
    nextScenario({ ...this.source, edits: past }, edit);
    const parts = forCommand(command, commandPath(command), () => this.prepareFor(command, edits));
    this.edits = edits;
    this.apply(cursor - 1, cursor, parts);
    return same;
  }

  /** The command by which every run goes on from where the main one stands. */
  meeting(): StateCommand {
    this.rest();
    const [{ weights, velocity }] = this.tracks;
    return { kind: 'state', weights: Array.from(weights), velocity: Array.from(velocity) };
  }

  /** A track as physics sees it, at the present step. */
  instant(index = 0): Instant {
    this.rest();
    const track = this.tracks[index];
    return {
      system: track.system,
      weights: track.weights,
      velocity: track.velocity,
      batch: track.batchAtWork,
      batchScale: track.batchScale,
      expansion: track.expansion,
      time: this.time,
      dt: this.dt / (track.integrator.substeps?.(this.dt) ?? 1),
      eta: track.integrator.eta(this.time),
      heavyBall: track.method.heavyBall === true,
      stiffness: track.stiffness,
      budget: track.budget(),
    };
  }

  snapshot(): Snapshot {
    this.rest();
    const tracks = this.tracks.map((track) => track.save());
    const bytes = tracks.reduce(
      (sum, track) => sum + 16 * track.weights.length + 8 * (track.batch.length + track.current.length) + 128,
      256,
    );
    const energy = Math.max(
      ...this.tracks.map((track) => track.batchCost() + (track.firstOrder ? 0 : track.kinetic())),
    );
    const { at: step, time, cursor: editCursor, anchor } = this;
    return { step, time, editCursor, anchor, tracks, energy, bytes };
  }

  /** Goes back to a snapshot of this run; the future is then the same, bit for bit. */
  restore(snapshot: Snapshot): void {
    this.rest();
    if (snapshot.editCursor !== this.cursor) {
      const parts = this.prepare(this.edits, snapshot.editCursor, snapshot);
      this.cursor = snapshot.editCursor;
      for (const [index, track] of this.tracks.entries()) {
        const shift = this.continua[index]?.made.energyShift;
        track.change(parts[index], snapshot.time, snapshot.anchor.logShift[index], shift);
      }
    }
    this.at = snapshot.step;
    this.anchor = snapshot.anchor;
    for (const [index, track] of this.tracks.entries()) {
      track.load(snapshot.tracks[index], snapshot.time, snapshot.anchor.logShift[index]);
    }
    // Edits of this very step came after the snapshot.
    this.applyDueEdits();
  }

  /** What friction makes of the main run's modes; null without inertia, or of samples that come unevenly. */
  modeFacts(): ModeFacts | null {
    return this.tracks[0].modeFacts(this.time, this.at);
  }

  private timeOf(step: number): number {
    return this.anchor.time + (step - this.anchor.step) * this.anchor.dt;
  }

  private clock(): Clock {
    const { time, step, dt } = this.anchor;
    return { origin: time, offset: this.at - step, dt };
  }

  /** @throws ScenarioError before anything changes */
  private applyDueEdits(): void {
    const { edits, at } = this;
    const isDue = (index: number): boolean => index < edits.length && edits[index].step <= at;
    while (isDue(this.cursor)) {
      const { cursor } = this;
      let end = cursor + 1;
      // Edits of one step come into force together, but for those after one that moves: they are made of its state.
      while (commandPart(edits[end - 1].command).move === undefined && isDue(end)) end++;
      // The last one that reaches the system is named.
      let named = end - 1;
      while (named > cursor && !/^(system|data)\./.test(commandPath(edits[named].command))) named--;
      const { command } = edits[named];
      const path = `edits[${named}].command${command.kind === 'set' ? '.value' : ''}`;
      const parts = forCommand(command, path, () => this.prepareFor(edits[end - 1].command, edits, end));
      this.apply(cursor, end, parts);
    }
  }

  /** Makes the parts of every track with edits in force. @throws ScenarioError */
  private prepare(edits: readonly Edit[], count = edits.length, from?: Snapshot): readonly TrackParts[] {
    const scenario = currentScenario({ ...this.source, edits }, count);
    const [main, ...others] = this.tracks;
    const first = main.prepare(scenario, from?.tracks[0]);
    const rest = others.map((track, n) =>
      inTrack(n + 1, () => {
        const sections = {
          ...this.partnerOf(n + 1, first, main)?.sections,
          ...this.declarations[n].sections,
        };
        return track.prepare({ ...scenario, ...sections }, from?.tracks[n + 1]);
      }),
    );
    return [first, ...rest];
  }

  /** The continuum theory that a track asks for; undefined where it asks for none. @throws ScenarioError */
  private partnerOf(
    index: number,
    parts: Pick<TrackParts, 'scenario' | 'system' | 'data'>,
    main: Track,
  ): Continuum | undefined {
    const { continuum } = this.declarations[index - 1];
    if (continuum === undefined) return undefined;
    const known = this.continua[index];
    if (known?.system === parts.system) return known.made;
    const { scenario, system, data } = parts;
    const { weights, velocity } = main;
    const network = { scenario, system, data, weights, velocity };
    const made = continuumOf(network, continuum, known?.made.choices);
    this.continua[index] = { system, made };
    return made;
  }

  /** Brings edits from `first` up to `end` into force; the clock and ln a stay continuous. */
  private apply(first: number, end: number, parts: readonly TrackParts[]): void {
    const { time } = this;
    const logs = this.tracks.map((_, index) => this.logScaleFactor(index));
    this.cursor = end;
    const logShift = parts.map(({ expansion }, index) => {
      const shift = logs[index] - expansion.logScaleFactor(time);
      return Number.isFinite(shift) ? shift : this.anchor.logShift[index];
    });
    for (const [index, track] of this.tracks.entries()) {
      const move = first < end ? this.moveOf(this.edits[end - 1].command, track.id, parts[index]) : null;
      track.change(parts[index], time, logShift[index], this.continua[index]?.made.energyShift, move);
    }
    // "auto" was resolved at the start; only an edit of dt itself changes the step.
    const edited = this.edits.slice(first, end).some(({ command }) => commandPath(command) === 'dynamics.dt');
    const dt = edited ? this.resolveStep(parts[0].scenario, time) : this.anchor.dt;
    this.anchor = { step: this.at, time, dt, logShift };
  }

  /** The same, for edits whose last command the system has to take. @throws ScenarioError */
  private prepareFor(command: Command, edits: readonly Edit[], count = edits.length): readonly TrackParts[] {
    const parts = this.prepare(edits, count);
    const [{ system, expansion }] = parts;
    const obstacle = commandPart(command).obstacle?.(command, system, expansion.gamma(this.time)) ?? null;
    if (obstacle !== null) throw new ScenarioError('system', parts[0].scenario.system.kind, obstacle);
    return parts;
  }

  /** What a command does to the state of a track; null: nothing. */
  private moveOf(command: Command, id: string, parts: TrackParts): Parameters<Track['change']>[4] {
    const part = commandPart(command);
    const meant = part.track?.(command) ?? id;
    if (part.move === undefined || meant !== id || !this.isAlike(parts)) return null;
    return (system, weights, velocity) => part.move?.(command, system, weights, velocity);
  }

  /** Whether a track's weights mean what the main run's do: a continuum's mesh and other systems go on as they are. */
  isAlike({ system, scenario }: Pick<TrackParts, 'system' | 'scenario'>): boolean {
    const [main] = this.tracks;
    return (
      scenario.system.kind === main.scenario.system.kind && system.weightCount === main.system.weightCount
    );
  }

  /** The step of the clock: as given, or chosen from curvature and the smallest gamma. physics.md 4.3 */
  private resolveStep(scenario: Scenario, from: number): number {
    const { dt } = scenario.dynamics;
    if (typeof dt === 'number') return dt;
    const [main] = this.tracks;
    return safeStepOf(main, main.curvature, main.expansion.smallestGamma(from));
  }

  /**
   * Steps to the next one at which growth is looked for: after every step of a run that is over its bound, else at
   * multiples of 32, but those where nothing is to be found: the curvature is known and the step below its bound. A
   * function of the step alone, so that a run stops at the same one however it is sliced.
   */
  private stepsToCheck(): number {
    const { at, tracks } = this;
    if (tracks.some((track) => this.overAt(track))) return 1;
    let end = at - (at % STRETCH) + STRETCH;
    const isFree = (track: Track): boolean => !this.overAt(track, end) && !track.limits.bends;
    while (end + STRETCH - at <= LONGEST_STRETCH && tracks.every(isFree)) end += STRETCH;
    return end - at;
  }

  /** Whether a track's step is over its bound in the stretch of a step. */
  private overAt(track: Track, at = this.at): boolean {
    const start = at - (at % STRETCH);
    const from = Math.max(start, this.anchor.step);
    return track.limits.isOver(from, this.timeOf(from), this.dt);
  }
}

/** Makes a run ready to step. @throws ScenarioError when the parts of the scenario do not fit each other */
export function createSimulation(
  document: RunDocument,
  kernels: Kernels,
  options?: SimulationOptions,
): Simulation {
  return new Simulation(document, kernels, options);
}
