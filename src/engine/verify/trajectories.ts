import type { Kernels } from '../../kernels/types.ts';
import type { RunDocument } from '../../scenario/types.ts';
import { createSimulation } from '../simulation.ts';
import { worstRelative } from './errors.ts';
import { bitsHash } from '../hash.ts';
import stored from './trajectories.json';
import type { Check, Finding } from './types.ts';

/** Steps after which a trajectory is looked at. */
export const STEPS = 200;
/** Numbers that are stored beside the hash, from all over the state. */
const SAMPLES = 8;
/** Trajectories this near differ by round-off that 200 steps have carried on, not by another formula. */
const ROUND_OFF = 1e-9;

/** What is kept of a trajectory: the bits of everything, and a few numbers to say how far others are from it. */
export interface StoredTrajectory {
  readonly hash: string;
  readonly sample: readonly number[];
}

/** By the id of its scenario. Made by `npm run trajectories`. */
export const storedTrajectories: Readonly<Record<string, StoredTrajectory>> = stored;

/** Weights and velocities of every track after 200 steps, one after the other. */
function stateOf(document: RunDocument, kernels: Kernels): Float64Array {
  const simulation = createSimulation(document, kernels);
  simulation.advance(STEPS);
  const parts = simulation.tracks.flatMap(({ weights, velocity }) => [weights, velocity]);
  const state = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    state.set(part, at);
    at += part.length;
  }
  return state;
}

/** Runs a document and keeps of it what is stored. */
export function trajectoryOf(document: RunDocument, kernels: Kernels): StoredTrajectory {
  const state = stateOf(document, kernels);
  const count = Math.min(SAMPLES, state.length);
  const sample = Array.from({ length: count }, (_, k) => state[Math.floor((k * state.length) / count)]);
  return { hash: bitsHash(state), sample };
}

/** A trajectory of which one side is not there. */
const missing = (subject: string): Finding => ({
  subject,
  expected: 0,
  tolerance: 0,
  measured: NaN,
  verdict: 'failed',
});

/** How far a trajectory is from the stored one: 0 where every bit is the same; NaN where none is stored. */
export function trajectoryFinding(
  subject: string,
  here: StoredTrajectory,
  there: StoredTrajectory | undefined,
): Finding {
  if (there === undefined) return missing(subject);
  const finding = { subject, expected: 0, tolerance: 0 };
  if (here.hash === there.hash) return { ...finding, measured: 0, verdict: 'ok' };
  const measured = worstRelative(here.sample, there.sample);
  return { ...finding, measured, verdict: measured <= ROUND_OFF ? 'last-bits' : 'failed' };
}

export const trajectories: Check = {
  id: 'trajectories',
  label: 'Trajectories, bit for bit',
  help: 'Every shipped scenario after 200 steps, all its runs: the bits of all weights and velocities against those stored with the lab (64-bit hash). Where bits differ, how far eight stored numbers are off, relative to the largest.',
  trials: ({ kernels, shipped }) => {
    const sent = new Map(shipped.map(({ id, document }) => [id, document]));
    // What is stored and did not come (a list that could not be fetched) fails: it was not found right.
    const ids = new Set([...Object.keys(storedTrajectories), ...sent.keys()]);
    return [...ids].map((id) => ({
      subject: id,
      measure: () => {
        const document = sent.get(id);
        if (document === undefined) return missing(id);
        return trajectoryFinding(id, trajectoryOf(document, kernels), storedTrajectories[id]);
      },
    }));
  },
};
