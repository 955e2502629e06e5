import type { Light } from '../../scenario/lesson/types.ts';
import { useLab } from '../../store/index.ts';
import type { ChartPicture } from '../../store/pictures.ts';
import { useCharts } from '../drawer/chartState.ts';
import { offeredCharts, shownCharts, type ShownCharts } from '../drawer/shown.ts';
import type { SlotName } from '../../store/screenKeys.ts';
import { light as lightTerm } from '../math/terms.ts';

/** Ids of the charts in sight, by their slot. */
export function chartSlots(
  charts: readonly ChartPicture[],
): readonly { readonly slot: HTMLElement; readonly chart: string }[] {
  const { info, askedCharts } = useLab.getState();
  const offered = offeredCharts(charts, info);
  if (offered.length === 0) return [];
  const shown: ShownCharts = shownCharts(offered, useCharts.getState().chosen, askedCharts, info);
  return [...document.querySelectorAll<HTMLElement>('[data-slot]')].map((slot) => ({
    slot,
    chart: shown[slot.dataset.slot as SlotName],
  }));
}

/** What of the screen a light falls on; what is not there is not lit. */
function targets({ picture, chart, control }: Light, charts: readonly ChartPicture[]): readonly Element[] {
  const found: Element[] = [];
  const all = (selector: string): void => void found.push(...document.querySelectorAll(selector));
  if (picture !== undefined) all(`[data-pane="${CSS.escape(picture)}"]`);
  if (control !== undefined) all(`:is(.ctl, .pick, .switch)[data-path="${CSS.escape(control)}"]`);
  if (chart !== undefined) {
    for (const one of chartSlots(charts)) if (one.chart === chart) found.push(one.slot);
  }
  return found;
}

/** Lights what a step says to watch. @returns  puts it out */
export function lightUp(light: Light, charts: readonly ChartPicture[]): () => void {
  const found = targets(light, charts);
  for (const element of found) element.setAttribute('data-watched', '');
  if (light.term !== undefined) lightTerm(light.term);
  return () => {
    for (const element of found) element.removeAttribute('data-watched');
    if (light.term !== undefined) lightTerm(null);
  };
}
