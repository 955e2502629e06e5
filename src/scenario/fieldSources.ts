import { sourcesOf as sources1d } from '../physics/fields/scalarField1d/declaration.ts';
import { sourcesOf as sources2d } from '../physics/fields/scalarField2d/declaration.ts';
import { valuesOf } from './build.ts';
import type { Scenario } from './types.ts';

/** Lattice stiffness K/a² on every bond of a scalar field, and its J, as its scenario gives them; null for other systems. */
export function scalarSourcesOf({
  system,
}: Scenario): { readonly K: Float64Array; readonly J: Float64Array; readonly dimension: 1 | 2 } | null {
  if (system.kind === 'scalar-field-1d') return { ...sources1d(valuesOf(system)), dimension: 1 };
  if (system.kind === 'scalar-field-2d') return { ...sources2d(valuesOf(system)), dimension: 2 };
  return null;
}
