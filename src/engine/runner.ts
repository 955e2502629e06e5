import type { Kernels } from '../kernels/types.ts';
import { currentScenario } from '../scenario/patch.ts';
import { ScenarioError, type RunDocument } from '../scenario/types.ts';
import { describeData, describeLive, describeRun } from './describe.ts';
import type { FrameViews } from './frame.ts';
import type { Asked } from './observations/observers.ts';
import { OpenRun } from './openRun.ts';
import type { FromWorker, Present, ToWorker } from './protocol.ts';
import { createSimulation, type Advance, type Simulation } from './simulation.ts';
import { nextFrameAt, REST_MS, SLICE_MS, stepsOfSlice } from './slices.ts';
import { Stops } from './stops.ts';
import type { Watch } from './stretch.ts';
import { triedRemedy } from './trial.ts';

/** The world outside: the worker's scope, or a test. Time decides only how many steps are taken, never their bits. */
export interface Host {
  post(message: FromWorker, transfer: Transferable[]): void;
  /** Milliseconds. */
  now(): number;
  /** Calls back later, letting messages in first. */
  later(callback: () => void, milliseconds: number): void;
}

/** Longest stretch of work for what is observed, and how long the run gets between two of them: it keeps its pace. */
const WORK_MS = 5;
const WORK_REST_MS = 4;
/** Longest wall time that counts: a hidden or sleeping tab does not make simulated time jump. */
const LONGEST_GAP_MS = 100;
/** A snapshot this much above the first one's energy is not a good state to come back to. */
const GOOD_ENERGY_FACTOR = 100;

/** Messages that a run inside a step need not rest for. */
const passesBy: ReadonlySet<ToWorker['type']> = new Set(['return', 'speed', 'stop-when', 'unsubscribe']);

type AskedEdit = Extract<ToWorker, { type: 'edit' }>;

/**
 * Drives simulations for a page: opens runs, steps them in slices against the wall clock, sends frames and
 * traces, keeps snapshots, rolls back on blow-up.
 */
export class Runner {
  private readonly host: Host;
  private readonly kernels: Kernels;
  private run: OpenRun | null = null;
  private playing = false;
  private looping = false;
  /** Steps owed by the clock, and steps asked for beside it (step, seek). */
  private debt = 0;
  private asked = 0;
  /** Edits made while the run is on its way to a step: they are meant for that step. */
  private held: AskedEdit[] = [];
  private rate = 1;
  private last = 0;
  private frameDue = false;
  /** Wall time before which a run that goes on shows no frame. */
  private frameAt = 0;
  /** Wall milliseconds of a step, as the last stretch took. */
  private pace = 0;
  /** Questions that wait until the run has come to its step. */
  private questions: Extract<ToWorker, { type: 'ask' }>[] = [];
  private readonly stops = new Stops();

  constructor(host: Host, kernels: Kernels) {
    this.host = host;
    this.kernels = kernels;
  }

  /** Handles one message. Messages of other runs are stale and dropped. */
  handle(message: ToWorker): void {
    if (message.type === 'open') {
      this.open(message.run, message.document, true);
      return;
    }
    if (message.type === 'ask') {
      this.questions.push(message);
      this.answerAsked();
      return;
    }
    const { run } = this;
    if (run === null || message.run !== run.id) return;
    if (!passesBy.has(message.type)) this.land(run);
    switch (message.type) {
      case 'play':
        this.setPlaying(run, true);
        return;
      case 'pause':
        this.setPlaying(run, false);
        // While it played a few times a second were enough; what it comes to rest at is shown at once, and frames were
        // as far apart as displays need them.
        this.showFrame(run);
        this.showObserved(run, true);
        return;
      case 'step':
        this.release(run);
        this.setPlaying(run, false);
        this.asked += message.count;
        this.wake();
        return;
      case 'reset':
        this.release(run);
        this.reset(run);
        return;
      case 'seek':
        this.release(run);
        this.seek(run, message.step);
        return;
      case 'speed':
        this.rate = message.rate;
        return;
      case 'edit':
        if (this.asked > 0) this.held.push(message);
        else this.edit(run, message);
        return;
      case 'sample':
        run.framer.sample = Math.max(
          0,
          Math.min(message.sample, run.simulation.tracks[0].system.sampleCount - 1),
        );
        this.showFrame(run);
        return;
      case 'subscribe':
        this.subscribe(run, message);
        return;
      case 'unsubscribe':
        run.observers.unsubscribe(message.key);
        return;
      case 'stop-when':
        this.stops.set(message.conditions);
        return;
      case 'return':
        run.framer.takeBack(message.buffer);
        if (this.frameDue) this.showFrame(run);
        this.answerAsked();
        return;
    }
  }

  private open(id: number, document: RunDocument, asAsked: boolean): void {
    let simulation: Simulation;
    try {
      simulation = createSimulation(document, this.kernels);
    } catch (error) {
      // The run that was open goes on under its own id.
      this.refuse(id, error);
      return;
    }
    const run = new OpenRun(id, simulation, this.kernels);
    const before = this.run?.id === id ? this.run.observers : null;
    this.run = run;
    this.playing = false;
    this.asked = 0;
    this.held = [];
    this.debt = 0;
    this.pace = 0;
    run.look();
    run.keep();
    this.host.post({ type: 'ready', run: id, info: describeRun(simulation, run.framer.shape), asAsked }, []);
    this.sendTraces(run, true);
    this.showFrame(run);
    // Begun again, it is still what was asked about.
    for (const question of before?.questions() ?? []) this.subscribe(run, question);
  }

  private setPlaying(run: OpenRun, playing: boolean): void {
    this.debt = 0;
    this.last = this.host.now();
    if (this.playing !== playing) {
      this.playing = playing;
      this.host.post({ type: 'playing', run: run.id, playing }, []);
    }
    if (!playing) return;
    // What is met already has had its stop.
    this.stops.look(run.simulation);
    this.wake();
  }

  /** Back to t0 with the parameters as they are now: edits become part of the scenario. */
  private reset(run: OpenRun): void {
    this.setPlaying(run, false);
    const { document: whole, applied } = run.simulation;
    const document = { ...whole, edits: whole.edits.slice(0, applied) };
    this.open(run.id, { ...document, scenario: currentScenario(document), edits: [] }, false);
  }

  private seek(run: OpenRun, step: number): void {
    const target = Math.max(0, Math.floor(step));
    this.setPlaying(run, false);
    const snapshot = run.history.before(target);
    const { simulation } = run;
    if (snapshot !== undefined && (target < simulation.step || snapshot.step > simulation.step)) {
      this.sendTraces(run, false);
      run.restore(snapshot, true);
    }
    this.asked = target - simulation.step;
    if (this.asked > 0) {
      this.wake();
      return;
    }
    this.showFrame(run);
    this.showObserved(run, true);
  }

  private edit(run: OpenRun, { edit, command: asked }: AskedEdit): void {
    const { simulation } = run;
    const { data } = run.told;
    let same: number;
    try {
      same = simulation.edit(asked.kind === 'meet' ? simulation.meeting() : asked);
    } catch (error) {
      this.refuse(run.id, error, edit);
      return;
    }
    run.observers.dropJobs();
    // Rows of the state as it was before the edit are known before that of the state as it is now.
    this.sendTraces(run, false);
    // The future after this step is another one now.
    run.history.truncate(simulation.step, same);
    // A replaced edit of the first step leaves no state that could be gone back to.
    if (run.history.count === 0) run.keep();
    run.told = run.facts;
    this.host.post(
      {
        type: 'edited',
        run: run.id,
        edit,
        kept: same,
        edits: simulation.document.edits.slice(same),
        facts: describeLive(simulation),
        data: run.told.data === data ? null : describeData(simulation),
      },
      [],
    );
    run.lookAgain();
    this.sendTraces(run, false);
    this.showFrame(run);
    run.observers.truncate();
    this.showObserved(run);
  }

  /** Makes the edits that waited, where the run stands: it has come to its step, or goes elsewhere. */
  private release(run: OpenRun): void {
    for (const asked of this.held.splice(0)) this.edit(run, asked);
  }

  private subscribe(run: OpenRun, question: Asked): void {
    const { key } = question;
    try {
      run.observers.subscribe(question);
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      // The run is none for this question: there is nothing to see.
      this.answer(run, key, null);
      return;
    }
    this.showObserved(run);
  }

  /** Says that all is done, unless the run is still on its way, or rests and its picture is not sent yet. */
  private answerAsked(): void {
    const { run } = this;
    if (run !== null && (this.asked > 0 || (this.frameDue && !this.playing))) return;
    if (run !== null && this.questions.some(({ parameters }) => parameters)) this.land(run);
    for (const { ask, parameters } of this.questions.splice(0)) {
      const present = run === null || !parameters ? null : presentOf(run.simulation);
      this.host.post({ type: 'answer', ask, present }, []);
    }
  }

  private wake(): void {
    if (this.looping) return;
    this.looping = true;
    this.last = this.host.now();
    this.loop();
  }

  private readonly loop = (): void => {
    const { run } = this;
    if (run === null || (!this.playing && this.asked === 0)) {
      this.looping = false;
      return;
    }
    const now = this.host.now();
    if (this.playing) {
      const elapsed = Math.min(now - this.last, LONGEST_GAP_MS) / 1000;
      this.debt += (elapsed * this.rate) / run.simulation.dt;
    }
    this.last = now;
    this.work(run, now + SLICE_MS);
    if (this.asked === 0) this.release(run);
    this.sendTraces(run, false);
    const over = !this.playing && this.asked === 0;
    if (over || this.host.now() >= this.frameAt) this.showFrame(run);
    // The last state is shown at once; on the way there a few times a second are enough.
    this.showObserved(run, over);
    this.answerAsked();
    this.host.later(this.loop, this.asked > 0 ? 0 : REST_MS);
  };

  /** Takes owed steps until none are left or the slice is over. */
  private work(run: OpenRun, until: number): void {
    let owed = this.asked > 0 ? this.asked : Math.floor(this.debt);
    while (owed > 0) {
      const taken = this.go(run, owed);
      if (taken === null) return;
      owed -= taken;
      if (this.host.now() >= until) break;
    }
    // What could not be done in time is not owed: a heavy run goes slower, it never jumps.
    this.debt = Math.min(this.debt, 1);
  }

  /** Takes some of the steps that are owed, and does what is due where it stops. @returns how many; null where the run stops */
  private go(
    run: OpenRun,
    owed: number,
    passing?: { readonly watch: Watch; readonly most: number },
  ): number | null {
    const { simulation, history, observers } = run;
    // A condition is looked at by the step alone: a run stops at the same step however its slices fall.
    const passes = simulation.passes && !this.stops.any;
    const kept = observers.next();
    const target = this.stops.stepOfTime(simulation);
    const next = Math.min(passes ? run.nextSnapshot : run.nextLook, kept, target);
    const wanted = Math.min(owed, next - simulation.step);
    const start = this.host.now();
    const most = Math.min(wanted, passing?.most ?? stepsOfSlice(this.pace, passes));
    const watch = passing?.watch ?? (passes ? run.watch : null);
    const advance = this.advance(run, wanted, watch, most);
    if (advance === null) return null;
    const { done, blowUp } = advance;
    if (done > 0 && passing === undefined) this.pace = (this.host.now() - start) / done;
    const taken = blowUp === null ? done : wanted;
    if (this.asked > 0) this.asked -= taken;
    else this.debt -= taken;
    if (blowUp !== null) {
      this.rollBack(run, blowUp);
      return null;
    }
    if (done === 0 || simulation.isInside) return taken;
    const { isLookedAt } = run;
    if (isLookedAt && watch === null) run.look();
    if (history.due(simulation.step)) run.keep();
    if (simulation.step === kept) observers.keep();
    const fixed = isLookedAt || simulation.step === target;
    return this.playing && fixed && this.shouldStop(run) ? null : taken;
  }

  /** Takes the step to its end that the run stays in: what is read of it, or done to it, needs it at rest. */
  private land(run: OpenRun): void {
    if (run.simulation.isInside) this.go(run, 1);
  }

  /** Takes steps; where a recorded edit cannot be made the run stops before it, and null is returned. */
  private advance(run: OpenRun, count: number, watch: Watch | null, most: number): Advance | null {
    const { simulation } = run;
    const first = simulation.step;
    try {
      return simulation.advance(count, watch, most);
    } catch (error) {
      this.refuse(run.id, error);
      const { step } = simulation;
      if (step > first && run.isLookedAt) run.look();
      this.asked = 0;
      this.setPlaying(run, false);
      return null;
    }
  }

  /** Tells the page what was refused and why. @throws any other error */
  private refuse(run: number, error: unknown, edit: number | null = null): void {
    if (!(error instanceof ScenarioError)) throw error;
    const { path, value, expected } = error;
    this.host.post({ type: 'refused', run, edit, path, value, expected }, []);
  }

  /** Stops a playing run where a condition begins to be met. */
  private shouldStop(run: OpenRun): boolean {
    const reason = this.stops.look(run.simulation);
    if (reason === null) return false;
    this.setPlaying(run, false);
    this.host.post({ type: 'stopped', run: run.id, reason, step: run.simulation.step }, []);
    return true;
  }

  private rollBack(run: OpenRun, blowUp: NonNullable<Advance['blowUp']>): void {
    const { simulation, history } = run;
    const first = history.first;
    const energy = GOOD_ENERGY_FACTOR * Math.max(Math.abs(first?.energy ?? 0), Number.MIN_VALUE);
    const good = history.newestBelow(energy) ?? first;
    // What was caught can be seen: the run stands there. What is no longer finite cannot.
    const caught = blowUp.growth !== null;
    if (caught && run.isLookedAt) run.look();
    this.sendTraces(run, false);
    const remedy = good === undefined ? null : triedRemedy(simulation.document, this.kernels, good, blowUp);
    if (good !== undefined && !caught) run.restore(good, false);
    this.asked = 0;
    this.setPlaying(run, false);
    const { step } = simulation;
    const told = { ...blowUp, remedy, resumedAt: step, goodStep: good?.step ?? step };
    this.host.post({ type: 'blow-up', run: run.id, blowUp: told }, []);
  }

  private sendTraces(run: OpenRun, restart: boolean): void {
    const rows = run.recorder.take();
    if (rows === null) return;
    this.host.post({ type: 'traces', run: run.id, restart, rows }, [rows.buffer]);
  }

  /** Answers what is due. @param rests  the run has come to rest: what follows it is due at once */
  private showObserved(run: OpenRun, rests = false): void {
    if (rests) run.observers.refresh();
    if (run.simulation.isInside && run.observers.areDue(this.host.now())) this.land(run);
    const answers = run.observers.answers(this.host.now());
    for (const [key, value] of answers) this.answer(run, key, value);
    if (answers.length > 0) this.workOn(run);
  }

  private answer({ id, simulation }: OpenRun, key: number, value: unknown): void {
    const { step, time } = simulation;
    this.host.post({ type: 'observed', run: id, key, step, time, value }, buffersOf(value));
  }

  /** Works for what is observed, in stretches between those of the run. */
  private workOn(run: OpenRun): void {
    if (run.working || !run.observers.pending) return;
    run.working = true;
    this.host.later(() => {
      run.working = false;
      if (this.run !== run) return;
      this.land(run);
      const until = this.host.now() + WORK_MS;
      run.observers.work(() => this.host.now() < until);
      this.showObserved(run);
      this.workOn(run);
    }, WORK_REST_MS);
  }

  /** Tells the page when other edits are in force than it knows. */
  private showFacts(run: OpenRun): void {
    const { simulation, told } = run;
    if (simulation.applied === told.applied) return;
    run.observers.dropJobs();
    run.told = run.facts;
    const data = run.told.data === told.data ? null : describeData(simulation);
    this.host.post({ type: 'facts', run: run.id, facts: describeLive(simulation), data }, []);
  }

  /** Shows the present, or the next step in passing. */
  private showFrame(run: OpenRun): void {
    const { simulation, framer } = run;
    if (simulation.applied !== run.told.applied) this.land(run);
    this.showFacts(run);
    this.frameDue = framer.free === 0;
    if (this.frameDue) return;
    const now = (): number => this.host.now();
    let isSent = false;
    const send = (frame: FrameViews | null, start: number): void => {
      isSent = true;
      if (frame === null) return;
      this.frameAt = nextFrameAt(start, now());
      this.host.post({ type: 'frame', run: run.id, buffer: frame.buffer }, [frame.buffer]);
    };
    // Two steps are asked for and one is taken, so that it is left as it was come to: inside.
    if (simulation.isInside) this.go(run, 2, { watch: run.frameWatch(now, send), most: 1 });
    if (isSent) return;
    this.land(run);
    const start = now();
    send(framer.fill(simulation), start);
  }
}

/** Buffers of the arrays in an answer: they are its own, and travel with it. */
function buffersOf(value: unknown, found = new Set<ArrayBuffer>()): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) found.add(value.buffer as ArrayBuffer);
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) buffersOf(part, found);
  }
  return [...found];
}

function presentOf(simulation: Simulation): Present {
  const { tracks, step, dt } = simulation;
  return { scenario: tracks[0].scenario, step, dt, gamma: simulation.gamma() };
}
