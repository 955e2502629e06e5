import { formatNumber } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { Expansion } from '../../../scenario/expansion.ts';
import { decades, extent, roundSpan } from '../axes.ts';
import type { EndLabel, Line, Shown } from '../figure.ts';
import { drawnRows } from '../rows.ts';

/** The expansion at one moment. */
export interface HistoryRow {
  readonly time: number;
  readonly gamma: number;
  readonly logScaleFactor: number;
}

/** The expansion of a run from its start to now. */
export interface History {
  readonly length: number;
  readonly dimension: number;
  time(row: number): number;
  gamma(row: number): number;
  logScaleFactor(row: number): number;
}

/** A rate that changes by more than this part of itself from row to row has jumped: it has no slope there. */
const JUMP = 0.25;

/**
 * w_eff at some rows: of the history itself, or, where that was changed on the way, by differences.
 *    w = −1 + 2 Δη/Δt   **approximate**, O(Δt²) in the middle of a row
 */
export function fluidRows(history: History, rows: Int32Array, expansion: Expansion | null): Float64Array {
  if (expansion !== null) {
    return Float64Array.from(rows, (row) => expansion.equationOfState(history.time(row)) ?? NaN);
  }
  return Float64Array.from(rows, (_, index) => {
    const one = rows[Math.max(0, index - 1)];
    const other = rows[Math.min(rows.length - 1, index + 1)];
    const [a, b] = [1 / history.gamma(one), 1 / history.gamma(other)];
    const slope = (b - a) / (history.time(other) - history.time(one));
    return Math.abs(b - a) > JUMP * Math.max(a, b) || !Number.isFinite(slope) ? NaN : -1 + 2 * slope;
  });
}

function finite(values: Float64Array): Float64Array {
  return values.map((value) => (Number.isFinite(value) ? value : NaN));
}

function lastOf(values: Float64Array): number {
  return values[values.length - 1];
}

/** η and H on a logarithmic axis; ln a and w_eff, which are pure numbers, on a plain one below. */
export function expansionFigure(history: History, expansion: Expansion | null): Shown {
  const rows = drawnRows(history.length);
  const time = Float64Array.from(rows, (row) => history.time(row));
  const gamma = Float64Array.from(rows, (row) => history.gamma(row));
  const eta = finite(gamma.map((value) => 1 / value));
  const hubble = finite(gamma.map((value) => value / history.dimension));
  const log = finite(Float64Array.from(rows, (row) => history.logScaleFactor(row)));
  const w = finite(fluidRows(history, rows, expansion));
  const times = extent([time]);
  if (times === null || history.length < 2) return { empty: text('universe.chart.empty') };
  const rates = decades([eta, hubble]);
  const pure = extent([log, w]);
  if (rates === null || pure === null) return { empty: text('universe.chart.flat') };
  const rateMarks: Line[] = [
    { kind: 'line', x: time, y: hubble, ink: 'expansion' },
    { kind: 'line', x: time, y: eta, ink: 'text', thick: true },
  ];
  const pureMarks: Line[] = [
    { kind: 'line', x: time, y: log, ink: 'expansion', thick: true },
    { kind: 'line', x: time, y: w, ink: 'text-2', dash: 'dash' },
  ];
  const label = (key: string, panel: number, at: number, words: string, ink: EndLabel['ink']): EndLabel => ({
    key,
    panel,
    at,
    words,
    ink,
    strong: key === 'rate' || key === 'log',
  });
  const now = { eta: lastOf(eta), hubble: lastOf(hubble), log: lastOf(log), w: lastOf(w) };
  const shown = {
    eta: formatNumber(now.eta),
    hubble: formatNumber(now.hubble),
    log: formatNumber(now.log),
    w: formatNumber(now.w),
  };
  return {
    x: { name: text('chart.time'), scale: 'linear', span: times },
    panels: [
      {
        y: { name: text('universe.chart.rates'), scale: 'log', span: rates },
        share: 1,
        marks: rateMarks,
      },
      {
        y: {
          name: text('universe.chart.pure'),
          scale: 'linear',
          span: roundSpan({ min: Math.min(-1, pure.min), max: Math.max(0, pure.max) }),
        },
        share: 1,
        marks: pureMarks,
      },
    ],
    labels: [
      label('rate', 0, now.eta, text('universe.chart.rate', { value: shown.eta }), 'text'),
      label('hubble', 0, now.hubble, text('universe.chart.hubble', { value: shown.hubble }), 'expansion'),
      label('log', 1, now.log, text('universe.chart.log', { value: shown.log }), 'expansion'),
      label('w', 1, now.w, text('universe.chart.fluid', { value: shown.w }), 'text-2'),
    ],
    summary: text('universe.chart.summary', { time: formatNumber(times.max), ...shown }),
  };
}
