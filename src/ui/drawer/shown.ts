import type { RunInfo } from '../../engine/protocol.ts';
import type { AskedCharts } from '../../store/index.ts';
import { isOffered, type ChartPicture } from '../../store/pictures.ts';
import type { ChosenCharts, SlotName } from '../../store/screenKeys.ts';

/** The charts that have something to show of a run, in the order of the registry. */
export function offeredCharts(
  charts: readonly ChartPicture[],
  info: RunInfo | null,
): readonly ChartPicture[] {
  return charts.filter((chart) => isOffered(chart, info));
}

/** Those that open in a slot of themselves, the most fitting first; where there is one slot, the left one's come first. */
export function homeCharts(
  offered: readonly ChartPicture[],
  slot: SlotName,
  info: RunInfo | null,
): readonly ChartPicture[] {
  if (slot === 'single') return [...homeCharts(offered, 'left', info), ...homeCharts(offered, 'right', info)];
  const suits = (chart: ChartPicture): number => (info === null ? 0 : (chart.suits?.(info) ?? 0));
  return offered.filter((chart) => chart.slot === slot).sort((a, b) => suits(b) - suits(a));
}

/** The chart that the document asks for in a slot; where there is one slot the right one's counts first. */
function askedIn({ left, right }: AskedCharts, slot: SlotName): string | null {
  if (slot === 'single') return right ?? left;
  return slot === 'left' ? left : right;
}

/** The chart of each slot, by id. */
export type ShownCharts = Readonly<Record<SlotName, string>>;

/**
 * What each slot shows: the chart that a hand chose there while it is offered, else the one that the document asks for,
 * else the one that suits the run best. Two slots never show the same one: what a hand put into the left one gives way
 * in the right one.
 */
export function shownCharts(
  offered: readonly ChartPicture[],
  chosen: ChosenCharts,
  asked: AskedCharts,
  info: RunInfo | null,
): ShownCharts {
  const firstOf = (slot: SlotName, taken: string | null): string => {
    const wanted = [
      chosen[slot],
      askedIn(asked, slot),
      ...homeCharts(offered, slot, info).map(({ id }) => id),
    ];
    const all = [...wanted, ...offered.map(({ id }) => id)];
    const found = all.find((id) => id !== null && id !== taken && offered.some((chart) => chart.id === id));
    return found ?? offered[0].id;
  };
  const left = firstOf('left', null);
  return { left, right: firstOf('right', left), single: firstOf('single', null) };
}

/** What is chosen once a hand has put a chart into a slot: one that stood in the other slot changes places. */
export function chosenWith(
  chosen: ChosenCharts,
  shown: ShownCharts,
  slot: SlotName,
  id: string,
): ChosenCharts {
  const other = slot === 'left' ? 'right' : 'left';
  if (slot !== 'single' && shown[other] === id) return { ...chosen, [slot]: id, [other]: shown[slot] };
  return { ...chosen, [slot]: id };
}

/**
 * Which tabs of a row there is room for: the first ones, and always the current one.
 *  @param widths   of all tabs, in their order
 *  @param gap      between two
 *  @param room     width of the row
 *  @param current  index of the current one
 *  @returns        indices, ascending
 */
export function fittingTabs(
  widths: readonly number[],
  gap: number,
  room: number,
  current: number,
): readonly number[] {
  const fitting: number[] = [];
  let left = room - (widths[current] ?? 0);
  for (let index = 0; index < widths.length; index++) {
    if (index === current) continue;
    left -= gap + widths[index];
    if (left < 0) break;
    fitting.push(index);
  }
  if (current in widths) fitting.push(current);
  return fitting.sort((a, b) => a - b);
}
