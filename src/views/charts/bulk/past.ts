import { text } from '../../../messages/index.ts';
import { seenAs, useLab, type LayerPast } from '../../../store/index.ts';
import type { ChartSource, Shown, Table } from '../figure.ts';
import { heldSpan, type Hold } from '../held.ts';
import { keepAsking } from '../watched.ts';

/** Steps of the moving picture, those that statistics are of, and rows of the whole past. */
export const LAST = 96;
export const WINDOW = 256;
const ROWS = 192;

export interface PastSource<Mode extends string> extends ChartSource {
  readonly mode: () => Mode;
  pick(mode: Mode): void;
  /** Something beside the mode, which is no question to the engine, is another one. */
  readonly extra: () => boolean;
  setExtra(on: boolean): void;
}

/** Why nothing of single layers is seen. */
export function noLayers(): { readonly empty: string } {
  const layered = (useLab.getState().info?.layers ?? 0) > 0;
  return { empty: text(layered ? 'layered.tooMany' : 'layered.none') };
}

/**
 * The source of a picture of the layers' past.
 *  @param name   what is asked under
 *  @param steps  how many of the last steps a mode wants, each of them; 0: all from the start, thinned
 */
export function pastSource<Mode extends string>(
  name: string,
  first: Mode,
  steps: (mode: Mode) => number,
  figure: (past: LayerPast, mode: Mode, extra: boolean, hold: Hold) => Shown,
  table: (past: LayerPast) => Table,
): PastSource<Mode> {
  let mode = first;
  let extra = false;
  let sent = '';
  const seenPast = (): LayerPast | null => seenAs(useLab.getState().seen, name, 'layer-past');
  const watch = (): void => {
    const { info } = useLab.getState();
    const key = info === null ? '' : mode;
    if (key === sent) return;
    sent = key;
    const last = steps(mode);
    const query = last === 0 ? { rows: ROWS } : { last };
    useLab.getState().watch(name, info === null ? null : { id: 'layer-past', query });
  };
  return {
    mode: () => mode,
    extra: () => extra,
    pick(next) {
      mode = next;
      watch();
    },
    setExtra(on) {
      extra = on;
    },
    state() {
      return [useLab.getState().info, seenPast(), mode, extra];
    },
    figure() {
      const past = seenPast();
      return past === null ? noLayers() : figure(past, mode, extra, heldSpan);
    },
    table() {
      const past = seenPast();
      return past === null ? { columns: [], rows: [] } : table(past);
    },
    open() {
      sent = '';
      return keepAsking(name, watch);
    },
  };
}

/** Numbers of steps for a picture in which each holds throughout its step: the last one, too. */
export function stepEdges({ steps, spacing }: Pick<LayerPast, 'steps' | 'spacing'>): Float64Array {
  const edges = new Float64Array(steps.length + 1);
  edges.set(steps);
  edges[steps.length] = steps[steps.length - 1] + spacing;
  return edges;
}

/** One column of rows [rows × width], its last value held throughout its step; a gap where rows are missing. */
export function courseOf(
  { steps, spacing }: Pick<LayerPast, 'steps' | 'spacing'>,
  value: (row: number) => number,
): Float64Array {
  const out = new Float64Array(steps.length + 1);
  for (let row = 0; row < steps.length; row++) {
    const gap = row + 1 < steps.length && steps[row + 1] - steps[row] > spacing;
    out[row] = gap ? NaN : value(row);
  }
  out[steps.length] = value(steps.length - 1);
  return out;
}
