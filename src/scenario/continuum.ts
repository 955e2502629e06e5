import { dynamicsOf, kindsWith, partOf } from './sections.ts';
import type { ContinuumOrder, Scenario, TrackDeclaration } from './types.ts';

/** Systems on a ring that have a continuum theory: Eq. 17, for Example 2 Eq. 19. */
export const continuumKinds: readonly string[] = kindsWith('system', (part) => part.continuum !== undefined);

/** Whether a run can have its continuum theory beside it. */
export function hasContinuum({ system, batch }: Scenario): boolean {
  return partOf('system', system.kind).continuum !== undefined && batch.kind === 'full';
}

export const CONTINUUM_ID = 'continuum';

/**
 * The continuum theory of a run's network as a further track: second order, on a mesh of its own that takes what
 * sub-steps it needs.
 */
export function continuumTrack(order: ContinuumOrder = 'quadratic'): TrackDeclaration {
  const dynamics = { ...dynamicsOf('second'), substeps: 'auto' };
  const continuum = { mesh: 'auto', order } as const;
  return { id: CONTINUUM_ID, role: 'continuum', sections: { dynamics }, continuum };
}
