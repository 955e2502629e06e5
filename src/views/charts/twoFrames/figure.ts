import { formatNumber, formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { TwoFrames } from '../../../store/index.ts';
import { extent } from '../axes.ts';
import type { EndLabel, Panel, Shown, Table } from '../figure.ts';

const LABEL_ROOM = 11;

/** The packet as the lattice has it, shorter by Γ, and below it as it is in its own frame. */
export function twoFramesFigure(seen: TwoFrames | null): Shown {
  if (seen === null) return { empty: text('chart.twoFrames.empty') };
  const { places, lattice, rest, time, proper, factor, speed } = seen;
  const all = extent([lattice.measured, lattice.exact, rest.measured, rest.exact]) ?? { min: -1, max: 1 };
  // It swings within the height that it started with, unless an edit gave it more: the scale stays.
  const reach = 1.1 * Math.max(Math.abs(seen.amplitude), Math.abs(all.min), Math.abs(all.max)) || 1;
  const span = { min: -reach, max: reach };
  const panel = (name: string, { measured, exact }: TwoFrames['lattice']): Panel => ({
    y: { name, scale: 'linear', span },
    share: 1,
    marks: [
      { kind: 'line', x: places, y: exact, ink: 'theory', thick: true },
      {
        kind: 'dots',
        x: places.filter((_, n) => n % 2 === 0),
        y: measured.filter((_, n) => n % 2 === 0),
        ink: 'second',
        shape: 'solid',
        size: 4.5,
      },
    ],
  });
  const label = (key: string, index: number, at: number, words: string, ink: EndLabel['ink']): EndLabel => ({
    key,
    panel: index,
    at,
    words,
    ink,
  });
  const known = rest.measured.some(Number.isFinite);
  return {
    x: {
      name: text('chart.twoFrames.x'),
      scale: 'linear',
      span: { min: places[0], max: places[places.length - 1] },
    },
    panels: [
      panel(text('chart.twoFrames.lattice', { time: formatShort(time) }), lattice),
      panel(text('chart.twoFrames.rest', { proper: formatShort(proper) }), rest),
    ],
    labels: [
      label('measured', 0, span.max, text('chart.twoFrames.measured'), 'second'),
      label('exact', 0, 0, text('chart.twoFrames.exact'), 'theory'),
      label('short', 0, span.min, text('chart.twoFrames.shorter', { factor: formatShort(factor) }), 'text-2'),
      label('rests', 1, span.max, text(known ? 'chart.twoFrames.rests' : 'chart.twoFrames.later'), 'text-2'),
    ],
    labelRoom: LABEL_ROOM,
    summary: text('chart.twoFrames.summary', {
      time: formatNumber(time),
      proper: formatNumber(proper),
      speed: formatNumber(speed),
      factor: formatNumber(factor),
      lattice: formatNumber(100 * apart(lattice)),
      rest: formatNumber(100 * apart(rest)),
    }),
  };
}

/** |measured − exact|/|exact| over the places where something was measured. */
export function apart({ measured, exact }: TwoFrames['lattice']): number {
  let difference = 0;
  let size = 0;
  measured.forEach((value, n) => {
    if (!Number.isFinite(value)) return;
    difference += (value - exact[n]) ** 2;
    size += exact[n] ** 2;
  });
  return size === 0 ? 0 : Math.sqrt(difference / size);
}

/** A row for every place. */
export function twoFramesTable(seen: TwoFrames | null): Table {
  if (seen === null) return { columns: [], rows: [] };
  const { places, lattice, rest } = seen;
  return {
    columns: [
      'place from the centre [widths at rest]',
      'w of the lattice [1]',
      'w of the boosted packet [1]',
      'w in its own frame, measured [1]',
      'w of the resting packet [1]',
    ],
    rows: Array.from(places, (place, n) => [
      place,
      lattice.measured[n],
      lattice.exact[n],
      rest.measured[n],
      rest.exact[n],
    ]),
  };
}
