import type { Expansion } from '../physics/types.ts';
import { inSection, valuesOf } from './build.ts';
import { partOf } from './sections.ts';
import type { Scenario } from './types.ts';

export type { Expansion };

/** Whether the friction of a scenario never changes: de Sitter or static space, whatever the kind is called. */
export function isSteady({ expansion }: Pick<Scenario, 'expansion'>): boolean {
  return partOf('expansion', expansion.kind).steady?.(valuesOf(expansion)) ?? false;
}

/**
 * Makes the expansion history of a scenario.
 *  @param dimension  of its lattice; the section's own `d` goes before it
 *  @param prefix     path of the scenario in its document
 *  @throws ScenarioError where the section's values do not fit each other
 */
export function expansionOf({ expansion }: Scenario, dimension: number, prefix = ''): Expansion {
  const d = (expansion.d as number | undefined) ?? dimension;
  return inSection('expansion', prefix, () =>
    partOf('expansion', expansion.kind).create(valuesOf(expansion), d),
  );
}
