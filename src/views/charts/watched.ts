import type { RunInfo } from '../../engine/protocol.ts';
import { seenAs, useLab, type WeightHistory } from '../../store/index.ts';
import { weightParts } from '../names.ts';
import { sitesOf } from '../lattice.ts';

/** The weight that is chosen; the first where none is. */
export function chosenWeight(): number {
  const { selected, info } = useLab.getState();
  return selected !== null && selected < (info?.tracks[0].weightCount ?? 0) ? selected : 0;
}

/** A weight as words with its symbol (words.ts): '*w*_{5}', '*W*^{2}_{6, 5}'. */
export function weightWords({ layout, tracks }: RunInfo, weight: number): string {
  const sites = sitesOf(layout.sheets, tracks[0].weightCount);
  const { symbol, sup, sub } = weightParts(layout.sheets, sites, weight);
  const raised = sup === undefined ? '' : `^{${sup}}`;
  return `*${symbol ?? 'w'}*${raised}_{${sub}}`;
}

/**
 * A weight and those beside it, the nearest first: along its row, then along its column, round where they close.
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
  const { rows, columns, periodicRows, periodicColumns, weight: at } = layout.sheets[index];
  const found = [weight];
  const take = (row: number, column: number): void => {
    if (row < 0 || column < 0 || row >= rows || column >= columns || found.length >= count) return;
    const next = at[row * columns + column];
    if (next >= 0 && !found.includes(next)) found.push(next);
  };
  const [row, column] = [sites.row[weight], sites.column[weight]];
  const round = (place: number, size: number, closed: boolean): number =>
    closed ? (place + size) % size : place;
  for (let away = 1; away < columns; away++) {
    for (const step of [-away, away]) take(row, round(column + step, columns, periodicColumns));
  }
  for (let away = 1; away < rows; away++) {
    for (const step of [-away, away]) take(round(row + step, rows, periodicRows), column);
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

/** What was seen last of the weights that are watched under a name. */
export function watchedWeights(name: string): WeightHistory | null {
  return seenAs(useLab.getState().seen, name, 'weight-history');
}

/** Keeps watching the weights that a chart shows, under a name. @returns what ends it */
export function watchWeights(name: string, weights: () => readonly number[]): () => void {
  let sent = '';
  const watch = (): void => {
    const wanted = useLab.getState().info === null ? [] : weights();
    const key = wanted.join();
    if (key === sent) return;
    sent = key;
    useLab
      .getState()
      .watch(name, wanted.length === 0 ? null : { id: 'weight-history', query: { weights: wanted } });
  };
  return keepAsking(name, watch);
}

/**
 * Asks, and asks anew whenever the run or the chosen weight is another one.
 *  @param name  what is asked under
 *  @param ask   asks; does nothing where the question is the same as before
 *  @returns     what ends it, and the question
 */
export function keepAsking(name: string, ask: () => void): () => void {
  ask();
  const end = useLab.subscribe((state, before) => {
    if (state.info !== before.info || state.selected !== before.selected) ask();
  });
  return () => {
    end();
    useLab.getState().watch(name, null);
  };
}
