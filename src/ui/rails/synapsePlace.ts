import type { RunInfo } from '../../engine/protocol.ts';
import { text } from '../../messages/index.ts';

/** Where the synapse of a deep ring stands: its component, layer and site; null for other systems. */
export function placeOf(
  { document, layout }: Pick<RunInfo, 'document' | 'layout'>,
  weight: number,
): string | null {
  if (document.scenario.system.kind !== 'deep-ring') return null;
  for (const { name, columns, weight: at } of layout.sheets) {
    const site = at.indexOf(weight);
    if (site < 0) continue;
    return text('synapse.place', { sheet: name, row: Math.floor(site / columns), column: site % columns });
  }
  return null;
}
