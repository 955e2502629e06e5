import { formatNumber, formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { Dispersion } from '../../../store/index.ts';
import { extent } from '../axes.ts';
import type { EndLabel, Line, Panel, Shown, Table } from '../figure.ts';

/** Dots of a measured track. */
const DOTS = 48;
const LABEL_ROOM = 11;

/** What a mode is called: its wave number, or its number. */
function nameOf({ axis, cell, x }: Dispersion, mode: number): string {
  if (axis === 'number') return text('chart.modeTracks.number', { mode });
  const phase = formatShort(x[mode]);
  if (axis === 'grid') return text('chart.modeTracks.grid', { k: phase });
  return text(cell === 1 ? 'chart.modeTracks.site' : 'chart.modeTracks.cell', { k: phase });
}

/** The largest distance of a measured track from its closed form, in parts of the track's largest value. */
export function farthest(measured: Float64Array, exact: Float64Array): number {
  let size = 0;
  let off = 0;
  for (let row = 0; row < measured.length; row++) {
    size = Math.max(size, Math.abs(measured[row]));
    if (Number.isFinite(exact[row])) off = Math.max(off, Math.abs(measured[row] - exact[row]));
  }
  return size === 0 ? 0 : off / size;
}

/** A few modes through time: dots as the run has them, over their closed form as a line. */
export function modeTracksFigure(seen: Dispersion | null): Shown {
  if (seen === null) return { empty: text('chart.modeTracks.empty') };
  if (seen.obstacle !== null) return { empty: text(`chart.bands.${seen.obstacle}`) };
  const { modes, times, measured, exact } = seen.tracks;
  if (modes.length === 0 || times.length < 2) return { empty: text('chart.modeTracks.empty') };
  const every = Math.ceil(times.length / DOTS);
  const dots = Array.from({ length: Math.ceil(times.length / every) }, (_, n) => n * every);
  const ends = [times[0], times[times.length - 1]];
  const labels: EndLabel[] = [];
  const panels = modes.map((mode, index): Panel => {
    const course = exact[index];
    const values = measured[index];
    const reach = extent([values])?.max ?? 0;
    const least = extent([values])?.min ?? 0;
    const limit = Math.max(Math.abs(reach), Math.abs(least)) * 1.08 || 1;
    labels.push({ key: `mode-${mode}`, panel: index, at: limit, words: nameOf(seen, mode), ink: 'text' });
    const zero: Line = { kind: 'line', x: ends, y: [0, 0], ink: 'text-2', dash: 'dot', opacity: 0.5 };
    return {
      y: {
        name: text(index === 0 ? 'chart.modeTracks.amplitude' : 'chart.modeTracks.same'),
        scale: 'linear',
        span: { min: -limit, max: limit },
      },
      share: 1,
      marks: [
        zero,
        ...(course === null ? [] : [{ kind: 'line', x: times, y: course, ink: 'theory' } as const]),
        {
          kind: 'dots',
          x: dots.map((row) => times[row]),
          y: dots.map((row) => values[row]),
          ink: 'second',
          shape: 'solid',
          size: 5,
        },
      ],
    };
  });
  const known = exact.filter((course) => course !== null).length;
  labels.push(
    { key: 'measured', panel: 0, at: 0, words: text('chart.modeTracks.measured'), ink: 'second' },
    {
      key: 'exact',
      panel: modes.length > 1 ? 1 : 0,
      at: 0,
      words: text(known > 0 ? 'chart.modeTracks.exact' : 'chart.modeTracks.none'),
      ink: 'theory',
      strong: known > 0,
    },
  );
  const said = modes.map((mode, index) => {
    const course = exact[index];
    const name = nameOf(seen, mode);
    const values = measured[index];
    const now = formatNumber(values[values.length - 1]);
    return course === null
      ? text('chart.modeTracks.saidAlone', { name, now })
      : text('chart.modeTracks.said', { name, now, off: formatShort(100 * farthest(values, course), 2) });
  });
  return {
    x: { name: text('chart.time'), scale: 'linear', span: { min: ends[0], max: ends[1] } },
    panels,
    labels,
    labelRoom: LABEL_ROOM,
    summary: text('chart.modeTracks.summary', {
      from: formatNumber(ends[0]),
      to: formatNumber(ends[1]),
      said: said.join('; '),
    }),
  };
}

/** A row for every time: of each mode as measured and in closed form. */
export function modeTracksTable(seen: Dispersion | null): Table {
  if (seen === null) return { columns: [], rows: [] };
  const { modes, times, measured, exact } = seen.tracks;
  return {
    columns: [
      'time t [1]',
      ...modes.flatMap((mode) => [`mode ${mode} measured [1]`, `mode ${mode} exact [1]`]),
    ],
    rows: Array.from(times, (time, row) => [
      time,
      ...modes.flatMap((_, n) => [measured[n][row], exact[n]?.[row] ?? NaN]),
    ]),
  };
}
