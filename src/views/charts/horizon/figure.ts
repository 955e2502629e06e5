import { formatInteger, formatNumber } from '../../../messages/format.ts';
import { text, type MessageId } from '../../../messages/index.ts';
import { decades, extent } from '../axes.ts';
import { growthAt, type Expansion, type Growth } from '../../../scenario/expansion.ts';
import { fluidRows, type History } from '../expansion/series.ts';
import type { EndLabel, Mark, Shown } from '../figure.ts';
import { drawnRows } from '../rows.ts';
import {
  boundaryOf,
  crossings,
  drawnModes,
  frequencyOf,
  gradientFrequency,
  swinging,
  type WaveSources,
} from './modes.ts';

/** The waves of a run's lattice. */
export interface Waves {
  readonly sources: WaveSources;
  /** Sites along the lattice, and its rows where these close too. */
  readonly sites: number;
  readonly rows: number;
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

/** What is said of a boundary: static, moving, or beside a true crossing that waves leave or enter. */
function noteOf(redshift: boolean, steady: boolean, growth: Growth | null): MessageId {
  if (!redshift) return steady ? 'universe.horizon.note' : 'universe.horizon.noteMoving';
  if (growth === 'accelerating') return 'universe.horizon.noteOut';
  return growth === 'decelerating' ? 'universe.horizon.noteIn' : 'universe.horizon.noteCoasting';
}

/**
 * Frequencies of modes against the boundary above which they swing, through time: γ/2 at constant friction, where it
 * is static and no mode crosses it; else it moves, **approximate**. With redshift frequencies fall, and the true
 * crossing is √K k/a = H, marked by crosses. Lines are waves along a row; all modes of a torus are counted.
 *  @param expansion  the history in force; null where it was changed on the way
 *  Source: physics.md 3.4.
 */
export function horizonFigure(
  history: History,
  { sources, sites, rows: across, redshift, first }: Waves,
  expansion: Expansion | null,
): Shown {
  const rows = drawnRows(history.length);
  const time = Float64Array.from(rows, (row) => history.time(row));
  const times = extent([time]);
  if (times === null || history.length < 2) return { empty: text('universe.horizon.empty') };
  const w = fluidRows(history, rows, expansion);
  // Between differences w is −1 up to their rounding.
  const steady = w.every((value) => Number.isNaN(value) || Math.abs(value + 1) < 1e-9);
  const half = Float64Array.from(rows, (row, i) => {
    const boundary = boundaryOf(history.gamma(row), w[i]);
    return Number.isFinite(boundary) && boundary > 0 ? boundary : NaN;
  });
  const hubble = Float64Array.from(rows, (row) => {
    const rate = history.gamma(row) / history.dimension;
    return Number.isFinite(rate) && rate > 0 ? rate : NaN;
  });
  const stiffness = Float64Array.from(rows, (row) => stiffnessAt(redshift, history.logScaleFactor(row)));
  const marks: Mark[] = [];
  const labels: EndLabel[] = [];
  const modes = drawnModes(sites, sources.J > 0);
  // What the frequencies were before an edit of J or K is not known here, and not made up.
  const curves = modes.map((mode) =>
    stiffness.map((factor, i) => (rows[i] < first ? NaN : frequencyOf(sources, mode, sites, factor))),
  );
  const span = decades([...curves, half, ...(redshift ? [hubble] : [])]);
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
  if (redshift) marks.push({ kind: 'line', x: time, y: hubble, ink: 'expansion', dash: 'dash' });
  for (const [k, curve] of curves.entries()) {
    const gradients = stiffness.map((factor, i) =>
      rows[i] < first ? NaN : gradientFrequency(sources, modes[k], sites, factor),
    );
    const met = redshift ? crossings(time, gradients, hubble) : crossings(time, curve, half);
    if (met.x.length > 0) marks.push({ kind: 'dots', ...met, ink: 'expansion', shape: 'cross', size: 9 });
  }
  const last = rows.length - 1;
  // Where whatever has a frequency swings there is no boundary to be named.
  if (half[last] > 0) {
    labels.unshift({
      key: 'half',
      panel: 0,
      at: half[last],
      words: text(steady ? 'universe.horizon.half' : 'universe.horizon.moving'),
      ink: 'expansion',
      strong: true,
    });
  }
  if (redshift) {
    const words = text('universe.horizon.hubble');
    labels.push({ key: 'hubble', panel: 0, at: hubble[last], words, ink: 'expansion' });
  }
  const over = swinging(sources, sites, stiffness[last], half[last] > 0 ? half[last] : 0, across);
  const counts = { over: formatInteger(over), modes: formatInteger(sites * across) };
  const plain = steady ? 'axis' : 'axisMoving';
  const axis = !sources.uniform ? 'axisMean' : redshift ? 'axisTrue' : plain;
  const growth = expansion === null ? null : growthAt(expansion, times.max);
  return {
    x: { name: text('chart.time'), scale: 'linear', span: times },
    panels: [{ y: { name: text(`universe.horizon.${axis}`, counts), scale: 'log', span }, share: 1, marks }],
    labels,
    summary: text('universe.horizon.summary', {
      time: formatNumber(times.max),
      ...counts,
      half: formatNumber(half[last] > 0 ? half[last] : 0),
      note: [
        text(noteOf(redshift, steady, growth)),
        ...(first > 0
          ? [text('universe.horizon.noteEdited', { time: formatNumber(history.time(first)) })]
          : []),
      ].join('; '),
    }),
  };
}
