import { History } from '../history.ts';
import { advanceObserved, CLOCK_TOLERANCE, defaultSpan, stepsBetween } from '../observations/advance.ts';
import { Observers } from '../observations/observers.ts';
import type { Advance, Simulation } from '../simulation.ts';
import { fastestKernels } from '../../kernels/simd/index.ts';
import { ScenarioError } from '../../scenario/types.ts';

/** About how many rows a run has where neither --every nor --steps says it. */
export const defaultRows = 100;

/** Which steps have a row, besides the first. */
export interface Cadence {
  /** Time at which the run ends. */
  readonly until: number;
  /** Most steps of the run. */
  readonly steps: number;
  /** Time between rows; null: rows are counted in steps. */
  readonly every: number | null;
  /** Steps between rows where `every` is null. */
  readonly stride: number;
}

/**
 * Decides which steps have a row.
 * @param t0  time of the first row
 * @param dt  resolved step of the clock at the start
 * @throws ScenarioError when --every is not a multiple of dt, or --until lies before t0
 */
export function cadenceOf(
  options: { readonly until?: number; readonly every?: number; readonly steps?: number },
  t0: number,
  dt: number,
): Cadence {
  const { steps, every = null } = options;
  const until = options.until ?? (steps === undefined ? t0 + defaultSpan : Infinity);
  if (until < t0) throw new ScenarioError('--until', until, `a time >= t0 = ${t0}`);
  if (steps !== undefined) return { until, steps, every: null, stride: 1 };
  const affordable = stepsBetween(t0, until, dt);
  if (!Number.isSafeInteger(affordable)) {
    throw new ScenarioError('--until', until, `at most 2^53 steps of dt = ${dt}`);
  }
  if (every !== null) wholeSteps(every, every, dt);
  return { until, steps: Infinity, every, stride: Math.max(1, Math.ceil(affordable / defaultRows)) };
}

/** Number of steps in a time that must be a multiple of dt. @throws ScenarioError */
function wholeSteps(time: number, every: number, dt: number): number {
  const count = Math.round(time / dt);
  if (count < 1 || Math.abs(time / dt - count) > CLOCK_TOLERANCE * count) {
    throw new ScenarioError('--every', every, `a multiple of dt = ${dt}`);
  }
  return count;
}

/** What a run leaves behind: columns of the contract, one entry a row. */
export interface Rows {
  readonly columns: Readonly<Record<ColumnName, unknown[]>>;
  readonly observables: Readonly<Record<string, unknown[]>>;
}
export const columnNames = [
  't',
  'step',
  'weights',
  'velocity',
  'cost',
  'batchCost',
  'kinetic',
  'gamma',
  'logScaleFactor',
] as const;
export type ColumnName = (typeof columnNames)[number];

/**
 * Runs a simulation and gathers its rows; they never change the trajectory.
 * @param cadence  edits may change dt, so steps are counted afresh from every edit on
 * @param tell     told of the step after each row
 * @returns the rows up to the last good state, and why the run stopped there, if it did
 * @throws ScenarioError when an observable cannot be given
 */
export function gatherRows(
  simulation: Simulation,
  cadence: Cadence,
  observe: readonly string[],
  tell: (step: number) => void = () => undefined,
): { rows: Rows; blowUp: Advance['blowUp'] } {
  const columns = Object.fromEntries(columnNames.map((name) => [name, [] as unknown[]])) as Record<
    ColumnName,
    unknown[]
  >;
  const observables = Object.fromEntries(observe.map((name) => [name, [] as unknown[]]));
  const rows = { columns, observables };
  const observed = new Observers({ simulation, history: new History(), kernels: fastestKernels });
  for (const [key, id] of observe.entries()) observed.subscribe({ key, id });
  const gather = (): void => {
    gatherRow(simulation, columns);
    for (const [key, id] of observe.entries()) observables[id].push(observed.value(key));
  };
  gather();
  const t0 = simulation.time;
  for (let row = 1; ; row += 1) {
    const first = simulation.step;
    for (;;) {
      const left = stepsToRow(simulation, cadence, t0, row, first);
      if (left <= 0) break;
      const blowUp = advanceObserved(simulation, observed, left);
      if (blowUp !== null) return { rows, blowUp };
    }
    if (simulation.step === first) return { rows, blowUp: null };
    gather();
    tell(simulation.step);
  }
}

/** Steps from now to the row; 0 at the row, or when the run ends before it. */
function stepsToRow(
  simulation: Simulation,
  { until, steps, every, stride }: Cadence,
  t0: number,
  row: number,
  first: number,
): number {
  const { time, dt, step } = simulation;
  if (every === null) {
    const affordable = Math.min(steps - step, stepsBetween(time, until, dt));
    return Math.min(affordable, first + stride - step);
  }
  const target = t0 + row * every;
  if (stepsBetween(target, until, dt) < 0) return 0;
  return target - time < CLOCK_TOLERANCE * dt ? 0 : wholeSteps(target - time, every, dt);
}

function gatherRow(simulation: Simulation, columns: Rows['columns']): void {
  const [main] = simulation.tracks;
  columns.t.push(simulation.time);
  columns.step.push(simulation.step);
  columns.weights.push(main.weights.slice());
  columns.velocity.push(main.velocity.slice());
  columns.cost.push(main.cost());
  columns.batchCost.push(main.batchCost());
  columns.kinetic.push(main.kinetic());
  columns.gamma.push(simulation.gamma());
  columns.logScaleFactor.push(simulation.logScaleFactor());
}
