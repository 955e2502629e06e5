import type { OutputNorms } from '../../physics/observables/outputDynamics.ts';
import { OutputStretch, type Forecast, type NoPrediction, type OutputRow } from './outputStretch.ts';
import { Reliving } from './reliving.ts';
import { observation, type ObservedRun } from './types.ts';

/** Most instants of a course, and fewest of it where they are heavy: weights × samples that all of them may take. */
const MOST_INSTANTS = 128;
const FEWEST_INSTANTS = 16;
const WORK = 2 ** 27;

/** The outputs' motion since the start or the last edit, in instants as far apart as they need to be. */
export interface OutputCourse {
  /** Time of Θ₀. */
  readonly since: number;
  /** The motion has no inertia: friction is Z′/η, and the identity Z′/η + Θ ∂C/∂Z = 0. */
  readonly firstOrder: boolean;
  /** γ, or 1/η, of the present. */
  readonly gamma: number;
  /** Samples whose kernel is followed; null: all. */
  readonly samples: Int32Array | null;
  /** Eigenvalues of Θ₀, ascending. */
  readonly startValues: Float64Array;
  /** [instants], rising; the present last, once it is found. */
  readonly times: Float64Array;
  /** Norms of the terms, ρ, and ‖Θ − Θ₀‖/‖Θ₀‖; [instants] each. */
  readonly norms: Readonly<Record<keyof OutputNorms | 'drift', Float64Array>>;
  /** Places l·outputs + o of the outputs whose course is told, and their targets. */
  readonly lines: Int32Array;
  readonly targets: Float64Array;
  /** [instants × lines] Z, and Z under Θ₀. */
  readonly outputs: Float64Array;
  readonly frozen: Float64Array | null;
  /** [instants] ‖Z − Z under Θ₀‖ over ‖Z − Y‖ at the start. */
  readonly apart: Float64Array | null;
  readonly forecast: Forecast | null;
  /** Outputs are linear in the weights: nothing stands on the right, and Θ stays. */
  readonly linear: boolean;
  readonly without: NoPrediction | null;
}

/** The rows of a stretch, gathered on a simulation of its own. */
class Course {
  private readonly run: ObservedRun;
  private readonly reliving: Reliving;
  private stretch: OutputStretch | null = null;
  private rows: OutputRow[] = [];
  private spacing = 1;
  private stuck = false;

  constructor(run: ObservedRun) {
    this.run = run;
    this.reliving = new Reliving(run.kernels);
  }

  private get most(): number {
    const { weightCount, sampleCount } = this.run.simulation.tracks[0].system;
    return Math.max(FEWEST_INSTANTS, Math.min(MOST_INSTANTS, WORK / (weightCount * sampleCount) || 0));
  }

  /** Forgets what is of another past. */
  renew(): void {
    this.reliving.drop();
    this.stretch = null;
    this.rows = [];
    this.spacing = 1;
    this.stuck = false;
  }

  private onGrid(step: number): boolean {
    return (step - this.run.simulation.disturbed) % this.spacing === 0;
  }

  /** Step of the next row that is missing; Infinity where none is. */
  private get missing(): number {
    const { disturbed, step } = this.run.simulation;
    const { rows, spacing } = this;
    const last = rows.at(-1)?.step;
    if (this.stretch === null || last === undefined) return disturbed;
    const next = disturbed + (Math.floor((last - disturbed) / spacing) + 1) * spacing;
    if (next <= step) return next;
    return rows.some((row) => row.step === step) ? Infinity : step;
  }

  get pending(): boolean {
    const { disturbed } = this.run.simulation;
    if (this.stretch !== null && this.stretch.step !== disturbed) this.renew();
    return !this.stuck && this.missing < Infinity;
  }

  /** Makes the next row, or comes nearer to it. @returns whether there is one more */
  work(mayGoOn: () => boolean): boolean {
    const { simulation, history } = this.run;
    const target = this.missing;
    const there = this.reliving.towards(target, simulation.document, history, mayGoOn);
    this.stuck = there === null;
    if (there === null || there.step < target) return false;
    this.stretch ??= new OutputStretch(there);
    const { stretch } = this;
    const row = stretch.row(there);
    this.stuck = row === null;
    if (row === null) return false;
    // A present that stood between rows gives way.
    this.rows = this.rows.filter(({ step }) => this.onGrid(step));
    const after = this.rows.findIndex(({ step }) => step > target);
    this.rows.splice(after < 0 ? this.rows.length : after, 0, row);
    if (this.rows.length > this.most) {
      this.spacing *= 2;
      this.rows = this.rows.filter(({ step }) => this.onGrid(step) || step === target);
    }
    return true;
  }

  read(): OutputCourse | null {
    const { simulation } = this.run;
    const { stretch } = this;
    const rows = this.rows.filter(({ step }) => step <= simulation.step);
    if (stretch === null || rows.length === 0) return null;
    const [track] = simulation.tracks;
    const eta = track.integrator.eta(simulation.time);
    const of = (value: (row: OutputRow) => number): Float64Array => Float64Array.from(rows, value);
    const table = (value: (row: OutputRow) => Float64Array): Float64Array => {
      const out = new Float64Array(rows.length * stretch.lines.length);
      rows.forEach((row, n) => out.set(value(row), n * stretch.lines.length));
      return out;
    };
    const predicted = rows.every(({ frozen }) => frozen !== null);
    return {
      since: stretch.time,
      firstOrder: eta !== null,
      gamma: eta === null ? simulation.gamma() : 1 / eta,
      samples: stretch.samples?.slice() ?? null,
      startValues: stretch.startValues.slice(),
      times: of(({ time }) => time),
      norms: {
        acceleration: of(({ norms }) => norms.acceleration),
        friction: of(({ norms }) => norms.friction),
        force: of(({ norms }) => norms.force),
        rhs: of(({ norms }) => norms.rhs),
        residual: of(({ norms }) => norms.residual),
        ratio: of(({ norms }) => norms.ratio),
        drift: of(({ drift }) => drift),
      },
      lines: stretch.lines.slice(),
      targets: Float64Array.from(stretch.lines, (line) => track.data.targets[line]),
      outputs: table(({ outputs }) => outputs),
      frozen: predicted ? table(({ frozen, outputs }) => frozen ?? outputs) : null,
      apart: predicted ? of(({ apart }) => apart) : null,
      forecast: stretch.forecast && {
        times: stretch.forecast.times.slice(),
        outputs: stretch.forecast.outputs.slice(),
      },
      linear: stretch.linear,
      without: stretch.without,
    };
  }
}

/**
 * How the outputs move beside what a kernel that stays Θ₀ predicts, since the start or the last edit: the terms of their
 * equation, **exact** at each instant, the kernel's drift, and both courses. The past is lived again: it has the same bits
 * wherever the run was wound to.
 */
export const outputCourse = observation({
  id: 'output-course',
  parameters: {},
  shape:
    '{ since, firstOrder, gamma, samples, startValues, times [instants], norms: { acceleration, friction, force, rhs, residual, ratio, drift }, lines, targets, outputs [instants × lines], frozen, apart, forecast: { times, outputs }, linear, without }, null for fields',
  cadence: 'step',
  create(_query, run) {
    const course = new Course(run);
    const none = run.simulation.tracks[0].system.derivatives === undefined;
    return {
      read: () => (none ? null : course.read()),
      pending: () => !none && course.pending,
      work(mayGoOn) {
        let seen = false;
        do seen = course.work(mayGoOn) || seen;
        while (course.pending && mayGoOn());
        return seen;
      },
      truncate: () => course.renew(),
    };
  },
});
