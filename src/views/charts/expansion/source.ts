import type { RunInfo } from '../../../engine/protocol.ts';
import { HEADER } from '../../../engine/frame.ts';
import { text } from '../../../messages/index.ts';
import { expansionOf, type Expansion } from '../../../scenario/expansion.ts';
import { commandPath } from '../../../scenario/patch.ts';
import { latestTraces, presentOf, TRACE, useLab } from '../../../store/index.ts';
import type { ChartSource, Table } from '../figure.ts';
import { commonState, frameNow } from '../now.ts';
import type { Traces } from '../types.ts';
import { expansionFigure, type History, type HistoryRow } from './series.ts';

/** The history of a run up to now: its traces, and the present at their end. */
export function historyOf(
  traces: Traces,
  now: HistoryRow & { readonly step: number },
  dimension: number,
): History {
  const known = traces.rowsUpTo(now.step);
  const own = known > 0 && traces.at(known - 1, TRACE.step) === now.step;
  const past = own ? known - 1 : known;
  const read = (column: number, present: number) => (row: number) =>
    row < past ? traces.at(row, column) : present;
  return {
    length: past + 1,
    dimension,
    time: read(TRACE.time, now.time),
    gamma: read(TRACE.gamma, now.gamma),
    logScaleFactor: read(TRACE.logScaleFactor, now.logScaleFactor),
  };
}

/** What the run's history is now; null before there is a run. */
export function historyNow(): {
  readonly history: History;
  readonly expansion: Expansion;
  readonly edited: boolean;
} | null {
  const { info } = useLab.getState();
  const frame = frameNow(info);
  const traces = latestTraces();
  if (info === null || frame === null || traces === null) return null;
  const { header } = frame;
  const now = {
    step: header[HEADER.step],
    time: header[HEADER.time],
    gamma: header[HEADER.gamma],
    logScaleFactor: header[HEADER.logScaleFactor],
  };
  const expansion = expansionIn(info);
  return { history: historyOf(traces, now, expansion.dimension), expansion, edited: editedIn(info) };
}

/** The history in force; null where it was changed on the way, so that it is not that of the past. */
export function expansionNow(info: RunInfo): Expansion | null {
  return editedIn(info) ? null : expansionIn(info);
}

function expansionIn(info: RunInfo): Expansion {
  return expansionOf(presentOf(info).scenario, info.dimension);
}

/** Whether the history was changed on the way, so that the one in force is not that of the past. */
function editedIn(info: RunInfo): boolean {
  return presentOf(info).document.edits.some(({ command }) => commandPath(command).startsWith('expansion'));
}

const NO_ROWS: Table = { columns: [], rows: [] };

/** The source of the chart of the expansion. */
export const expansionSource: ChartSource = {
  state: () => [...commonState(), latestTraces(), latestTraces()?.version],
  figure() {
    const now = historyNow();
    return now === null
      ? { empty: text('universe.chart.empty') }
      : expansionFigure(now.history, now.edited ? null : now.expansion);
  },
  table() {
    const now = historyNow();
    if (now === null) return NO_ROWS;
    const { history, expansion, edited } = now;
    return {
      columns: [
        'time t [1]',
        'friction gamma [1/t]',
        'learning rate eta [t]',
        'Hubble H [1/t]',
        'ln a',
        'w_eff',
      ],
      rows: Array.from({ length: history.length }, (_, row) => {
        const gamma = history.gamma(row);
        const w = edited ? NaN : (expansion.equationOfState(history.time(row)) ?? NaN);
        return [
          history.time(row),
          gamma,
          1 / gamma,
          gamma / history.dimension,
          history.logScaleFactor(row),
          w,
        ];
      }),
    };
  },
};
