import type { OutputNorms } from '../../physics/observables/outputDynamics.ts';
import type { Simulation } from '../simulation.ts';
import { OutputStretch, type Forecast, type NoPrediction, type OutputRow } from './outputStretch.ts';
import { joined, pastObserver } from './rowTape.ts';
import { observation, type Observer } from './types.ts';

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

/** What a stretch's rows say, the present last. */
function courseOf(simulation: Simulation, stretch: OutputStretch, rows: readonly OutputRow[]): OutputCourse {
  const [track] = simulation.tracks;
  const eta = track.integrator.eta(simulation.time);
  const of = (value: (row: OutputRow) => number): Float64Array => Float64Array.from(rows, value);
  const table = (value: (row: OutputRow) => Float64Array): Float64Array => joined(rows.map(value));
  const predicted = rows.every(({ frozen }) => frozen !== null);
  const { forecast } = stretch;
  return {
    since: stretch.time,
    firstOrder: eta !== null,
    gamma: eta === null ? simulation.gamma() : 1 / eta,
    samples: stretch.samples?.slice() ?? null,
    startValues: stretch.startValues.slice(),
    times: of((row) => row.time),
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
    forecast: forecast && { times: forecast.times.slice(), outputs: forecast.outputs.slice() },
    linear: stretch.linear,
    without: stretch.without,
  };
}

/** Instants of a course of a run: fewer where they are heavy. */
function instantsOf({ tracks: [{ system }] }: Simulation): number {
  const work = system.weightCount * system.sampleCount;
  return Math.max(FEWEST_INSTANTS, Math.min(MOST_INSTANTS, Math.floor(WORK / work) || 0));
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
    const { simulation } = run;
    if (simulation.tracks[0].system.derivatives === undefined) return { read: () => null };
    let stretch: OutputStretch | null = null;
    const at = (there: Simulation): OutputRow | null => {
      const { disturbed } = there;
      if (stretch?.step !== disturbed) stretch = there.step === disturbed ? new OutputStretch(there) : null;
      return stretch?.row(there) ?? null;
    };
    const begin = (): Observer<OutputCourse | null> =>
      pastObserver(
        run,
        { rows: instantsOf(simulation), last: 0 },
        at,
        ({ rows }) => (stretch === null || rows.length === 0 ? null : courseOf(simulation, stretch, rows)),
        null,
        { since: () => simulation.disturbed, passing: false },
      );
    let past = begin();
    let since = simulation.disturbed;
    const renew = (): void => {
      since = simulation.disturbed;
      stretch = null;
      past = begin();
    };
    /** Of the stretch that the run is in: an edit, and winding back to before one, lead to another. */
    const now = (): typeof past => {
      if (since !== simulation.disturbed) renew();
      return past;
    };
    return {
      read: () => now().read(),
      pending: () => now().pending?.() === true,
      work: (mayGoOn) => now().work?.(mayGoOn) === true,
      truncate: renew,
    };
  },
});
