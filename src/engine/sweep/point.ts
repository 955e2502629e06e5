import type { Kernels } from '../../kernels/types.ts';
import { ScenarioError } from '../../scenario/types.ts';
import { History } from '../history.ts';
import { advanceObserved, defaultSpan, stepsBetween } from '../observations/advance.ts';
import { Observers } from '../observations/observers.ts';
import { createSimulation, type Simulation } from '../simulation.ts';
import { pointDocument, sweepVersion, valuesOf } from './document.ts';
import type { Sweep, SweepEnd, SweepRow } from './types.ts';
import { largestStableStep as largestStableStepOf } from '../clockLimits.ts';

/**
 * Runs one point of a sweep to its end: the main track alone, as the terminal does.
 *  @param hash  `sweepHash` of the sweep
 *  @returns     its row; what cannot be run is a row that says why. Nothing is thrown.
 */
export function runPoint(sweep: Sweep, hash: string, point: number, kernels: Kernels): SweepRow {
  const placed = { version: sweepVersion, sweep: hash, point, values: valuesOf(sweep.axes, point) } as const;
  try {
    return { ...placed, ...measured(sweep, point, kernels) };
  } catch (error) {
    // One point that fails is no reason to lose the others: whatever it is, it is told.
    return { ...placed, state: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
}

type Measured<Row> = Row extends SweepRow ? Omit<Row, 'version' | 'sweep' | 'point' | 'values'> : never;

/** @throws ScenarioError where the point is no run, or an observation none of it */
function measured(sweep: Sweep, point: number, kernels: Kernels): Measured<SweepRow> {
  const simulation = createSimulation(pointDocument(sweep, point), kernels, { tracks: 'main' });
  const observed = new Observers({ simulation, history: new History(), kernels });
  for (const [key, id] of sweep.observe.entries()) observed.subscribe({ key, id });
  const last = untilOf(sweep.end, simulation.time);
  for (;;) {
    const left = stepsLeft(sweep.end, last, simulation);
    if (left <= 0) break;
    const blowUp = advanceObserved(simulation, observed, left);
    if (blowUp === null) continue;
    const { time: t, step, dt, gamma, growth, largestStableStep } = blowUp;
    return { state: 'blow-up', t, step, dt, kernel: kernels.name, gamma, growth, largestStableStep };
  }
  const [main] = simulation.tracks;
  return {
    state: 'done',
    t: simulation.time,
    step: simulation.step,
    dt: simulation.dt,
    kernel: kernels.name,
    cost: main.cost(),
    batchCost: main.batchCost(),
    kinetic: main.kinetic(),
    gamma: simulation.gamma(),
    logScaleFactor: simulation.logScaleFactor(),
    largestStableStep: largestStableStepOf(simulation, 0),
    observables: Object.fromEntries(sweep.observe.map((id, key) => [id, observed.value(key)])),
  };
}

/** Time at which a run ends. @throws ScenarioError where it begins after it */
function untilOf(end: SweepEnd, t0: number): number {
  if ('steps' in end) return Infinity;
  const until = end.until ?? t0 + defaultSpan;
  if (until < t0) throw new ScenarioError('until', until, `a time >= t0 = ${t0}`);
  return until;
}

function stepsLeft(end: SweepEnd, until: number, { time, dt, step }: Simulation): number {
  return 'steps' in end ? end.steps - step : stepsBetween(time, until, dt);
}
