import { formatInteger, formatNumber } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { decades, extent } from '../axes.ts';
import type { History } from '../expansion/series.ts';
import type { EndLabel, Mark, Shown } from '../figure.ts';
import { drawnRows } from '../rows.ts';
import { crossings, drawnModes, frequencyOf, swinging, type WaveSources } from './modes.ts';

/** The waves of a run's lattice. */
export interface Waves {
  readonly sources: WaveSources;
  /** Sites along the lattice. */
  readonly sites: number;
  /** Whether K falls as a^{−2}. */
  readonly redshift: boolean;
  /** First row of the history since which J and K are what they are: an edit made them. */
  readonly first: number;
}

/** a^{−2} with physical redshift, else 1. */
export function stiffnessAt(redshift: boolean, log: number): number {
  return redshift ? Math.exp(-2 * log) : 1;
}

/** Values where a condition holds, with the point after each stretch, so that stretches meet. */
function where(values: Float64Array, holds: (index: number) => boolean): Float64Array {
  return values.map((value, i) => (holds(i) || (i > 0 && holds(i - 1)) ? value : NaN));
}

/**
 * Frequencies of modes against γ/2 through time. Without redshift they stay, and only γ moves: the "horizon" is
 * static, **analogy** (physics.md 3.4). With it they fall, and cross γ/2 as waves that leave the horizon.
 */
export function horizonFigure(history: History, { sources, sites, redshift, first }: Waves): Shown {
  const rows = drawnRows(history.length);
  const time = Float64Array.from(rows, (row) => history.time(row));
  const times = extent([time]);
  if (times === null || history.length < 2) return { empty: text('universe.horizon.empty') };
  const half = Float64Array.from(rows, (row) => {
    const gamma = history.gamma(row);
    return Number.isFinite(gamma) && gamma > 0 ? gamma / 2 : NaN;
  });
  const stiffness = Float64Array.from(rows, (row) => stiffnessAt(redshift, history.logScaleFactor(row)));
  const marks: Mark[] = [];
  const labels: EndLabel[] = [];
  const modes = drawnModes(sites, sources.J > 0);
  // What the frequencies were before an edit of J or K is not known here, and not made up.
  const curves = modes.map((mode) =>
    stiffness.map((factor, i) => (rows[i] < first ? NaN : frequencyOf(sources, mode, sites, factor))),
  );
  const span = decades([...curves, half]);
  if (span === null) return { empty: text('universe.horizon.none') };
  // First, last, and one between: more names than these have no room.
  const named = [0, Math.floor(modes.length / 2), modes.length - 1];
  curves.forEach((curve, k) => {
    const over = (i: number): boolean => !(curve[i] <= half[i]);
    marks.push(
      { kind: 'line', x: time, y: where(curve, over), ink: 'second' },
      { kind: 'line', x: time, y: where(curve, (i) => !over(i)), ink: 'text-2', dash: 'dot' },
    );
    if (!named.includes(k)) return;
    labels.push({
      key: `mode-${modes[k]}`,
      panel: 0,
      at: curve[curve.length - 1],
      words: text('universe.horizon.mode', { index: modes[k] }),
      ink: over(curve.length - 1) ? 'second' : 'text-2',
    });
  });
  marks.push({ kind: 'line', x: time, y: half, ink: 'expansion', thick: true });
  for (const curve of curves) {
    const met = crossings(time, curve, half);
    if (met.x.length > 0) marks.push({ kind: 'dots', ...met, ink: 'expansion', shape: 'cross', size: 9 });
  }
  const last = rows.length - 1;
  labels.unshift({
    key: 'half',
    panel: 0,
    at: half[last],
    words: text('universe.horizon.half'),
    ink: 'expansion',
    strong: true,
  });
  const over = swinging(sources, sites, stiffness[last], half[last] > 0 ? half[last] : 0);
  const counts = { over: formatInteger(over), modes: formatInteger(sites) };
  const axis = redshift ? 'axisTrue' : sources.uniform ? 'axis' : 'axisMean';
  return {
    x: { name: text('chart.time'), scale: 'linear', span: times },
    panels: [{ y: { name: text(`universe.horizon.${axis}`, counts), scale: 'log', span }, share: 1, marks }],
    labels,
    summary: text('universe.horizon.summary', {
      time: formatNumber(times.max),
      ...counts,
      half: formatNumber(half[last]),
      note: [
        text(redshift ? 'universe.horizon.noteTrue' : 'universe.horizon.note'),
        ...(first > 0
          ? [text('universe.horizon.noteEdited', { time: formatNumber(history.time(first)) })]
          : []),
      ].join('; '),
    }),
  };
}
