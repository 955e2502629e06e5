import type { ScalarSources } from '../physics/types.ts';
import { partOf, valuesOf } from './sections.ts';
import type { Scenario } from './types.ts';

/** Lattice stiffness K/a² on every bond of a scalar field, and its J, as its scenario gives them; null for other systems. */
export function scalarSourcesOf({ system }: Pick<Scenario, 'system'>): ScalarSources | null {
  return partOf('system', system.kind).sources?.(valuesOf(system)) ?? null;
}
