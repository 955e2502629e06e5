import type { RunDocument } from '../scenario/types.ts';
import type { AskedCharts, Comparison } from './types.ts';

/** The comparison that a document asks to be shown: `view.comparison`; null where it is none. */
export function comparisonOf({ view }: RunDocument): Comparison | null {
  const asked = view.comparison;
  if (typeof asked !== 'object' || asked === null) return null;
  const { track, mode } = asked as { readonly track?: unknown; readonly mode?: unknown };
  if (typeof track !== 'string' || (mode !== 'twin' && mode !== 'difference')) return null;
  return { track, mode };
}

/** The charts that a document asks to be shown: `view.charts`, by slot. */
export function chartsOf({ view }: RunDocument): AskedCharts {
  const asked = (view.charts ?? {}) as { readonly left?: unknown; readonly right?: unknown };
  const name = (value: unknown): string | null => (typeof value === 'string' ? value : null);
  return { left: name(asked.left), right: name(asked.right) };
}
