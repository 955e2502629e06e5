import type { Section } from './types.ts';

/**
 * Distance of neighbouring sites of a row at a = 1: fields say theirs, and those of two fields have a mesh in every
 * cell of 4 spacings; networks count in sites. Source: physics.md 2. **exact**
 */
export function siteSpacing({ kind, spacing, mesh }: Section): number {
  if (typeof spacing !== 'number') return 1;
  return kind === 'two-field-1d' && typeof mesh === 'number' ? (4 * spacing) / mesh : spacing;
}
