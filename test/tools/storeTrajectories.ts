import { typescriptKernels } from '../../src/kernels/index.ts';
import { trajectoryOf, type StoredTrajectory } from '../../src/engine/verify/trajectories.ts';
import { shippedDocuments } from '../helpers/shipped.ts';

/** Trajectories of everything that is shipped, by id. */
export function allTrajectories(): Readonly<Record<string, StoredTrajectory>> {
  return Object.fromEntries(
    shippedDocuments().map(({ id, document }) => [id, trajectoryOf(document, typescriptKernels)]),
  );
}
