import type { RunInfo } from '../../engine/protocol.ts';
import type { ChartPicture } from '../pictures.ts';
import type { SlotName } from './chartState.ts';

/** The chart that suits a run where none was chosen: what a dense network has learned, else its waves. */
export function preferredChart(
  offered: readonly ChartPicture[],
  slot: SlotName,
  info: Pick<RunInfo, 'layout'> | null,
): string {
  const wanted = slot === 'right' ? (info?.layout.shape === 'layers' ? 'learned' : 'space-time') : 'cost';
  return offered.find(({ id }) => id === wanted)?.id ?? offered[0].id;
}
