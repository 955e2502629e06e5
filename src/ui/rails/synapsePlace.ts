import type { RunInfo } from '../../engine/protocol.ts';
import { text, type MessageId } from '../../messages/index.ts';
import { presentOf } from '../../store/index.ts';
import { partOf, valuesOf } from '../../scenario/sections.ts';

/** Where a synapse stands, by its sheet and the axes that its system names; null where the pictures say it. */
export function placeOf(
  info: Pick<RunInfo, 'document' | 'applied' | 'layout'>,
  weight: number,
): string | null {
  const { system } = presentOf(info).scenario;
  const sheet = info.layout.sheets.find(({ weight: at }) => at.includes(weight));
  const place = partOf('system', system.kind).place?.(valuesOf(system), weight);
  if (sheet === undefined || place === undefined) return null;
  const where = place.map(({ axis, value }) => text(`axis.${axis}` as MessageId, { value })).join(', ');
  return text('synapse.place', { sheet: sheet.name, where });
}
