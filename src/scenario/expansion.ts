import { flatScaleFactor, steadyScaleFactor } from '../physics/expansion/scaleFactors.ts';
import type { Formula } from '../physics/formula.ts';
import type { Expansion } from '../physics/types.ts';
import { inSection } from './build.ts';
import { partOf, valuesOf } from './sections.ts';
import type { Scenario, Section } from './types.ts';

export type { Expansion };

/** How a universe's growth changes: ä > 0 where w < 2/d − 1. Modes leave its Hubble length, enter it, or neither. */
export type Growth = 'accelerating' | 'decelerating' | 'coasting';

/**
 * ä/a = γ̇/d + γ²/d², so ä > 0 iff w_eff < −1 + 2/d. **exact**
 *  @returns null where nothing expands
 *  Source: physics.md 3.3.
 */
export function growthAt(expansion: Expansion, t: number): Growth | null {
  const w = expansion.equationOfState(t);
  if (w === null) return null;
  const excess = w + 1 - 2 / expansion.dimension;
  if (Math.abs(excess) < 1e-9) return 'coasting';
  return excess < 0 ? 'accelerating' : 'decelerating';
}

/** Whether the friction of a scenario never changes: de Sitter or static space, whatever the kind is called. */
export function isSteady({ expansion }: Pick<Scenario, 'expansion'>): boolean {
  return partOf('expansion', expansion.kind).steady?.(valuesOf(expansion)) ?? false;
}

/** Exponent n of γ = n/t; null where the history is no power law. */
export function powerOf(section: Section, { dimension }: Pick<Expansion, 'dimension'>): number | null {
  return partOf('expansion', section.kind).power?.(valuesOf(section), dimension) ?? null;
}

/** Whether nothing expands: γ = 0 at all times. In every history γ is 0 at all times or at none. */
export function isFrictionless({ expansion }: Pick<Scenario, 'expansion'>): boolean {
  return expansionOf({ expansion }, 1).gamma(1) === 0;
}

/** a(t) of a history, piece by piece; empty where it has no closed form. **exact** */
export function scaleFactorOf(section: Section, start: number, dimension: number): readonly Formula[] {
  if (isFrictionless({ expansion: section })) return [flatScaleFactor];
  // Every kind whose rate may be constant counts from a = 1 at t = 0.
  if (isSteady({ expansion: section })) return [steadyScaleFactor];
  return partOf('expansion', section.kind).scaleFactor?.(valuesOf(section), start, dimension) ?? [];
}

/**
 * Makes the expansion history of a scenario.
 *  @param dimension  of its lattice; the section's own `d` goes before it
 *  @param prefix     path of the scenario in its document
 *  @throws ScenarioError where the section's values do not fit each other
 */
export function expansionOf(
  { expansion }: Pick<Scenario, 'expansion'>,
  dimension: number,
  prefix = '',
): Expansion {
  const d = (expansion.d as number | undefined) ?? dimension;
  return inSection('expansion', prefix, () =>
    partOf('expansion', expansion.kind).create(valuesOf(expansion), d),
  );
}
