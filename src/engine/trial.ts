import type { Kernels } from '../kernels/types.ts';
import type { RunDocument } from '../scenario/types.ts';
import type { BlowUp, Remedy } from './protocol.ts';
import { Simulation, type Snapshot } from './simulation.ts';

/** Times that a step which did not hold is halved before none is offered. */
const HALVINGS = 6;
/** Steps that a remedy is tried for: fewer of large systems, in weights times steps. */
const TRIAL_WORK = 2e6;
const TRIAL_STEPS = { least: 16, most: 256 };

/**
 * Tries a remedy on a copy of the run, from a state that was good; a step that does not hold is halved.
 *  @returns what held, null if nothing did. Deterministic; its cost is bounded
 */
export function triedRemedy(
  document: RunDocument,
  kernels: Kernels,
  good: Snapshot,
  { remedy, curvature, largestStableStep }: Pick<BlowUp, 'remedy' | 'curvature' | 'largestStableStep'>,
): Remedy | null {
  if (remedy === null || !Number.isFinite(curvature)) return null;
  let { value } = remedy;
  for (let attempt = 0; attempt <= HALVINGS; attempt++) {
    const below =
      remedy.path !== 'dynamics.dt' || largestStableStep === null || Number(value) < largestStableStep;
    if (below && holds(document, kernels, good, { path: remedy.path, value })) {
      return { path: remedy.path, value };
    }
    if (typeof value !== 'number') return null;
    value /= 2;
  }
  return null;
}

function holds(document: RunDocument, kernels: Kernels, good: Snapshot, { path, value }: Remedy): boolean {
  const copy = new Simulation(document, kernels);
  copy.restore(good);
  copy.edit({ kind: 'set', path, value });
  const weights = copy.tracks.reduce(
    (sum, { system }) => sum + system.weightCount * Math.max(1, system.sampleCount),
    0,
  );
  const steps = Math.round(Math.min(TRIAL_STEPS.most, Math.max(TRIAL_STEPS.least, TRIAL_WORK / weights)));
  return copy.advance(steps).blowUp === null;
}
