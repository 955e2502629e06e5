import type { RunInfo } from '../../engine/protocol.ts';
import type { AskedCharts } from '../../store/index.ts';
import type { ChartPicture } from '../pictures.ts';
import type { SlotName } from './chartState.ts';

/** The charts that have something to show of a run. */
export function offeredCharts(
  charts: readonly ChartPicture[],
  info: RunInfo | null,
): readonly ChartPicture[] {
  return charts.filter(({ applies }) => info === null || applies === undefined || applies(info));
}

/** The chart that suits a run where none was chosen: what a dense network has learned, else its waves. */
export function preferredChart(
  offered: readonly ChartPicture[],
  slot: SlotName,
  info: Pick<RunInfo, 'layout'> | null,
): string {
  const wanted = slot === 'right' ? (info?.layout.shape === 'layers' ? 'learned' : 'space-time') : 'cost';
  return offered.find(({ id }) => id === wanted)?.id ?? offered[0].id;
}

/** The chart that the document asks for in a slot; where there is one slot the right one's counts first. */
export function askedChart({ left, right }: AskedCharts, slot: SlotName): string | null {
  if (slot === 'single') return right ?? left;
  return slot === 'left' ? left : right;
}
