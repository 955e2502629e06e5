import { action } from './action.ts';
import { energy } from './energy.ts';
import { couplings, gradients, hessians } from './gradients.ts';
import { heat } from './heat.ts';
import { equationOfState, hubble, kicks } from './histories.ts';
import { layers } from './layers.ts';
import { dispersion, exactModes, modeEquation } from './modes.ts';
import { momentum } from './momentum.ts';
import { heatRuns, replays } from './noisyRuns.ts';
import { orders } from './orders.ts';
import { seriation } from './seriation.ts';
import { outputs } from './outputs.ts';
import { samples } from './samples.ts';
import { slopes } from './slopes.ts';
import { trajectories } from './trajectories.ts';
import { decimation, edge } from './wide.ts';
import type { Check, Finding, Materials } from './types.ts';

/** Everything that is verified, in its order. A new check is one entry. */
export const checks: readonly Check[] = [
  gradients,
  hessians,
  couplings,
  samples,
  layers,
  outputs,
  orders,
  energy,
  modeEquation,
  exactModes,
  dispersion,
  momentum,
  action,
  heat,
  heatRuns,
  replays,
  hubble,
  equationOfState,
  kicks,
  seriation,
  edge,
  decimation,
  slopes,
  trajectories,
];

/** What is found on the way, trial by trial. */
export interface Progress {
  /** Index of the check, and what it found with one trial. */
  readonly check: number;
  readonly findings: readonly Finding[];
  /** Trials done, of how many. */
  readonly done: number;
  readonly total: number;
}

/**
 * Measures everything, one trial at a time, so that whoever drives it stays free to answer. A trial that cannot be
 * made has failed: its figure is no number.
 */
export function* verify(materials: Materials, list = checks): Generator<Progress, void> {
  const trials = list.flatMap((check, index) => check.trials(materials).map((trial) => ({ index, trial })));
  for (const [n, { index, trial }] of trials.entries()) {
    let findings: readonly Finding[];
    try {
      findings = [trial.measure()].flat();
    } catch (error) {
      const subject = `${trial.subject}: ${error instanceof Error ? error.message : String(error)}`;
      findings = [{ subject, measured: NaN, expected: 0, tolerance: 0, verdict: 'failed' }];
    }
    yield { check: index, findings, done: n + 1, total: trials.length };
  }
}
