import type { RunInfo, WeightHistory } from '../../engine/protocol.ts';
import { useLab } from '../../store/index.ts';
import { siteIndex, symbolOf } from '../names.ts';
import { sitesOf } from '../lattice.ts';
import { lowered } from './words.ts';

/** The weight that is chosen; the first where none is. */
export function chosenWeight(): number {
  const { selected, info } = useLab.getState();
  return selected !== null && selected < (info?.tracks[0].weightCount ?? 0) ? selected : 0;
}

/** A weight as words with its symbol: '*w*₅', '*W*²₆, ₅'. */
export function weightWords({ layout, tracks }: RunInfo, weight: number): string {
  const sites = sitesOf(layout.sheets, tracks[0].weightCount);
  const sheet = sites.sheet[weight];
  const { symbol, sup } = symbolOf(sheet < 0 ? 'w' : layout.sheets[sheet].name);
  const raised = [...(sup ?? '')].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
  return `*${symbol ?? 'w'}*${raised}${lowered(siteIndex(layout.sheets, sites, weight))}`;
}

/**
 * A weight and those beside it, the nearest first: along its row, round where the row is closed.
 *  @param count  weights wanted, itself among them
 */
export function neighboursOf(
  { layout, tracks }: Pick<RunInfo, 'layout' | 'tracks'>,
  weight: number,
  count: number,
): number[] {
  const sites = sitesOf(layout.sheets, tracks[0].weightCount);
  const index = sites.sheet[weight];
  if (index === undefined || index < 0) return [weight];
  const sheet = layout.sheets[index];
  const row = sites.row[weight];
  const found = [weight];
  for (let away = 1; away < sheet.columns && found.length < count; away++) {
    for (const step of [-away, away]) {
      const column = sites.column[weight] + step;
      const inside = column >= 0 && column < sheet.columns;
      if (!inside && !sheet.periodicColumns) continue;
      const round = (column + sheet.columns) % sheet.columns;
      const next = sheet.weight[row * sheet.columns + round];
      if (next >= 0 && !found.includes(next) && found.length < count) found.push(next);
    }
  }
  return found;
}

/** The past of one weight on one track. */
export interface Past {
  readonly value: Float64Array;
  readonly rate: Float64Array;
}

/** Takes one weight out of what was watched; null where it was not, or the track has it not. */
export function pastOf(history: WeightHistory, track: number, weight: number): Past | null {
  const column = history.weights.indexOf(weight);
  const values = history.tracks[track];
  if (column < 0 || values === undefined) return null;
  const rows = history.times.length;
  const width = history.weights.length;
  const read = (part: 0 | 1) =>
    Float64Array.from({ length: rows }, (_, row) => values[2 * (row * width + column) + part]);
  return { value: read(0), rate: read(1) };
}

/** Keeps watching the weights that a chart shows, under a name. @returns what ends it */
export function watchWeights(name: string, weights: () => readonly number[]): () => void {
  let sent = '';
  const watch = (): void => {
    const wanted = useLab.getState().info === null ? [] : weights();
    const key = wanted.join();
    if (key === sent) return;
    sent = key;
    useLab.getState().watch(name, wanted.length === 0 ? null : { weights: wanted });
  };
  watch();
  const end = useLab.subscribe((state, before) => {
    if (state.info !== before.info || state.selected !== before.selected) watch();
  });
  return () => {
    end();
    useLab.getState().watch(name, null);
  };
}
