import type { RunInfo } from '../../engine/protocol.ts';
import { COMPARISON_ID } from '../../scenario/trackChoices.ts';
import type { AskedCharts } from '../../store/index.ts';
import type { ChartPicture } from '../pictures.ts';
import type { SlotName } from './chartState.ts';

/** The chart of the weights against time. */
const MOTION = 'weights';

function isCompared(info: Pick<RunInfo, 'tracks'> | null): boolean {
  return info?.tracks.some(({ id }) => id === COMPARISON_ID) ?? false;
}

/** The charts that have something to show of a run; of two that are compared the weights come first. */
export function offeredCharts(
  charts: readonly ChartPicture[],
  info: RunInfo | null,
): readonly ChartPicture[] {
  const offered = charts.filter(({ applies }) => info === null || applies === undefined || applies(info));
  if (!isCompared(info)) return offered;
  // Two runs side by side: what moves comes before what it costs.
  return [...offered].sort((a, b) => Number(b.id === MOTION) - Number(a.id === MOTION));
}

/** The chart that suits a run where none was chosen: what a dense network has learned, else its waves. */
export function preferredChart(
  offered: readonly ChartPicture[],
  slot: SlotName,
  info: Pick<RunInfo, 'layout' | 'tracks'> | null,
): string {
  const left = isCompared(info) ? MOTION : 'cost';
  const wanted = slot === 'right' ? (info?.layout.shape === 'layers' ? 'learned' : 'space-time') : left;
  return offered.find(({ id }) => id === wanted)?.id ?? offered[0].id;
}

/** The chart that the document asks for in a slot; where there is one slot the right one's counts first. */
export function askedChart({ left, right }: AskedCharts, slot: SlotName): string | null {
  if (slot === 'single') return right ?? left;
  return slot === 'left' ? left : right;
}
