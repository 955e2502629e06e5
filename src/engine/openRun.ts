import type { Kernels } from '../kernels/types.ts';
import type { FrameViews } from './frame.ts';
import { Framer } from './framer.ts';
import { History } from './history.ts';
import { isTraced, lookSpacing, nextLook, snapshotSpacing } from './looks.ts';
import { Observers } from './observations/observers.ts';
import { Peaks } from './peaks.ts';
import { Recorder } from './recorder.ts';
import type { Simulation, Snapshot } from './simulation.ts';
import { SourceCache } from './sources.ts';
import type { Watch } from './stretch.ts';

/** What is measured of a run up to a step, without that step. */
interface Measured {
  readonly extremes: Float64Array;
  readonly peaks: Float64Array;
}

/** One open run: its simulation, and what is measured, kept and shown of it. */
export class OpenRun {
  readonly id: number;
  readonly simulation: Simulation;
  readonly framer: Framer;
  readonly recorder: Recorder;
  readonly peaks: Peaks;
  readonly history: History;
  readonly observers: Observers;
  /** Whether a stretch of work for what is observed waits. */
  working = false;
  /** What the page knows: edits in force, and data. */
  told: { readonly applied: number; readonly data: unknown };
  /** Looks at the steps that the run passes. */
  readonly watch: Watch;
  /** Steps between looks; see looks.ts. */
  private readonly spacing: number;
  /** What was measured of the run before each of its snapshots. */
  private readonly measured = new WeakMap<Snapshot, Measured>();

  constructor(id: number, simulation: Simulation, kernels: Kernels) {
    const sources = new SourceCache();
    this.id = id;
    this.simulation = simulation;
    this.recorder = new Recorder(simulation.tracks.length);
    this.peaks = new Peaks(simulation, sources);
    this.spacing = lookSpacing(simulation);
    this.history = new History(snapshotSpacing(this.spacing));
    const { recorder, peaks, history } = this;
    this.framer = new Framer(id, simulation, { sources, recorder, peaks });
    this.observers = new Observers({ simulation, history, kernels });
    this.told = this.facts;
    this.watch = {
      next: (step) => nextLook(step, this.spacing),
      positions: () => {
        recorder.positions(simulation);
        peaks.look(simulation);
      },
      velocities: () => {
        recorder.velocities(simulation);
        this.trace();
      },
    };
  }

  /** The watch of the next step alone, whose frame is handed on; that step is looked at too where its turn has come. */
  frameWatch(now: () => number, show: (frame: FrameViews | null, start: number) => void): Watch {
    const { simulation, framer, watch } = this;
    let frame: FrameViews | null = null;
    let work = 0;
    return {
      next: (step) => step + 1,
      positions: () => {
        if (this.isLookedAt) watch.positions();
        const start = now();
        frame = framer.place(simulation);
        work = now() - start;
      },
      velocities: () => {
        if (this.isLookedAt) watch.velocities();
        if (frame !== null) framer.move(simulation, frame);
        // As if it had been filled at once: the step between is none of its work.
        show(frame, now() - work);
      },
    };
  }

  /** What the page is to know now. */
  get facts(): OpenRun['told'] {
    const { applied, tracks } = this.simulation;
    return { applied, data: tracks[0].data };
  }

  /** The next step that is looked at. */
  get nextLook(): number {
    return nextLook(this.simulation.step, this.spacing);
  }

  /** The next step that a snapshot is due at. */
  get nextSnapshot(): number {
    return this.history.next(this.simulation.step);
  }

  /** Whether the present step is one of those that are looked at. */
  get isLookedAt(): boolean {
    const { step } = this.simulation;
    return step === nextLook(step - 1, this.spacing);
  }

  /** Looks at the present step, and makes a row of it where traces hold it. */
  look(): void {
    this.recorder.look(this.simulation);
    this.peaks.look(this.simulation);
    this.trace();
  }

  /** The same for the state that an edit made of the present step. */
  lookAgain(): void {
    this.recorder.look(this.simulation);
    this.trace();
    this.peaks.edited(this.simulation);
  }

  /** Keeps the present state, with what was measured before it. */
  keep(): void {
    const { simulation, recorder, peaks, history, measured } = this;
    const snapshot = simulation.snapshot();
    measured.set(snapshot, { extremes: recorder.save(simulation), peaks: peaks.save(simulation) });
    history.add(snapshot);
  }

  /** Goes back to a state. @param known  whether what came after it will come again */
  restore(snapshot: Snapshot, known: boolean): void {
    const { simulation, recorder, peaks } = this;
    const before = this.measured.get(snapshot);
    simulation.restore(snapshot);
    if (before === undefined) throw new Error(`no measures of step ${snapshot.step}`);
    recorder.resume(simulation, before.extremes, isTraced(simulation.step, this.spacing));
    peaks.resume(simulation, before.peaks, known);
  }

  private trace(): void {
    if (isTraced(this.simulation.step, this.spacing)) this.recorder.record();
  }
}
