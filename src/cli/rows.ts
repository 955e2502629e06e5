import type { Simulation } from '../engine/simulation.ts';
import { ScenarioError } from '../scenario/types.ts';
import type { Options } from './options.ts';

/** Length of a run where neither --until nor --steps says it, in units of t. */
export const defaultSpan = 10;
/** About how many rows a run has where neither --every nor --steps says it. */
export const defaultRows = 100;

/** Which steps have a row: t0, every `stride` steps, and the last one. */
export interface Cadence {
  readonly steps: number;
  readonly stride: number;
}

/** How close a time must be to a step of the clock, in steps. */
const tolerance = 1e-9;

/**
 * Decides which steps have a row.
 * @param t0  time of the first row
 * @param dt  resolved step of the clock
 * @throws ScenarioError when --every is not a multiple of dt, or --until lies before t0
 */
export function cadenceOf(options: Options, t0: number, dt: number): Cadence {
  const { steps, every } = options;
  const until = options.until ?? (steps === undefined ? t0 + defaultSpan : Infinity);
  if (until < t0) throw new ScenarioError('--until', until, `a time >= t0 = ${t0}`);
  const affordable = Math.floor(((until - t0) / dt) * (1 + 1e-15) + tolerance);
  if (steps !== undefined) return { steps: Math.min(steps, affordable), stride: 1 };
  if (!Number.isSafeInteger(affordable)) {
    throw new ScenarioError('--until', until, `at most 2^53 steps of dt = ${dt}`);
  }
  if (every === undefined) {
    return { steps: affordable, stride: Math.max(1, Math.ceil(affordable / defaultRows)) };
  }
  const stride = Math.round(every / dt);
  if (stride < 1 || Math.abs(every / dt - stride) > tolerance * Math.max(1, stride)) {
    throw new ScenarioError('--every', every, `a multiple of dt = ${dt}`);
  }
  return { steps: affordable - (affordable % stride), stride };
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
 * @returns the rows up to the last good state, and why the run stopped there, if it did
 * @throws ScenarioError when an observable cannot be given
 */
export function gatherRows(
  simulation: Simulation,
  cadence: Cadence,
  observe: readonly string[],
): { rows: Rows; blowUp: ReturnType<Simulation['advance']>['blowUp'] } {
  const columns = Object.fromEntries(columnNames.map((name) => [name, [] as unknown[]])) as Record<
    ColumnName,
    unknown[]
  >;
  const observables = Object.fromEntries(observe.map((name) => [name, [] as unknown[]]));
  const [main] = simulation.tracks;
  const gather = (): void => {
    columns.t.push(simulation.time);
    columns.step.push(simulation.step);
    columns.weights.push(main.weights.slice());
    columns.velocity.push(main.velocity.slice());
    columns.cost.push(main.cost());
    columns.batchCost.push(main.batchCost());
    columns.kinetic.push(main.kinetic());
    columns.gamma.push(simulation.gamma());
    columns.logScaleFactor.push(simulation.logScaleFactor());
    for (const name of observe) observables[name].push(simulation.observe(name));
  };
  gather();
  for (let done = 0; done < cadence.steps;) {
    const count = Math.min(cadence.stride, cadence.steps - done);
    const { blowUp } = simulation.advance(count);
    if (blowUp !== null) return { rows: { columns, observables }, blowUp };
    done += count;
    gather();
  }
  return { rows: { columns, observables }, blowUp: null };
}
