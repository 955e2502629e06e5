import { partOf, valuesOf } from './sections.ts';
import type { Section } from './types.ts';

/** Distance of neighbouring sites of a row at a = 1: fields say theirs, networks count in sites. **exact** */
export function siteSpacing(system: Section): number {
  return partOf('system', system.kind).siteSpacing?.(valuesOf(system)) ?? 1;
}
