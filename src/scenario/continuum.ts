import { defaultSection } from './sections.ts';
import type { ContinuumOrder, Scenario, TrackDeclaration } from './types.ts';

/** Systems on a ring that have a continuum theory: Eq. 17, for Example 2 Eq. 19. */
export const continuumKinds: readonly string[] = [
  'ring-perceptron',
  'ring-shared',
  'ring-two-layer',
  'scalar-field-1d',
];

/** Whether a run can have its continuum theory beside it. */
export function hasContinuum({ system, batch }: Scenario): boolean {
  return continuumKinds.includes(system.kind) && batch.kind === 'full';
}

export const CONTINUUM_ID = 'continuum';

/**
 * The continuum theory of a run's network as a further track: second order, on a mesh of its own that takes what
 * sub-steps it needs.
 */
export function continuumTrack(order: ContinuumOrder = 'quadratic'): TrackDeclaration {
  const dynamics = { ...defaultSection('dynamics', 'second-order'), substeps: 'auto' };
  const continuum = { mesh: 'auto', order } as const;
  return { id: CONTINUUM_ID, role: 'continuum', sections: { dynamics }, continuum };
}
