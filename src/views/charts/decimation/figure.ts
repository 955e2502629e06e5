import { formatInteger, formatNumber, formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { Renormalisation } from '../../../store/index.ts';
import { extent, type Span } from '../axes.ts';
import type { Dots, EndLabel, Figure, Line, Shown, Table } from '../figure.ts';
import { fallsApart, lengthOf, ratioOf } from './levels.ts';

/** Sites up to which each has a dot: more are a line. */
const MOST_DOTS = 128;
const ROOM = 0.08;

/** From 0, or below, to the largest, with some room. */
function spanOf(rows: readonly ArrayLike<number>[]): Span {
  const { min, max } = extent([...rows, [0]]) ?? { min: 0, max: 1 };
  const room = ROOM * (max - min || 1);
  return { min: min < 0 ? min - room : 0, max: max > 0 ? max + room : room };
}

/** A number as a fact: 0 is exact here, and said so. */
const factOf = (value: number): string =>
  value === 0 ? '0' : Number.isFinite(value) ? formatNumber(value) : '∞';

/** J, K and force of one level along the ring, each at the place that it has on the ring itself. */
export function decimationFigure(seen: Renormalisation | null, asked: number): Shown {
  if (seen === null) return { empty: text('wide.decimation.none') };
  const index = Math.min(asked, seen.levels.length - 1);
  const level = seen.levels[index];
  const stride = (level.every * seen.levels[0].sites) / level.sites;
  const sites = Float64Array.from(level.J, (_, i) => i * stride);
  const bonds = sites.map((site) => site + stride / (2 * level.every));
  const row = (x: Float64Array, y: Float64Array, ink: Dots['ink'], shape: Dots['shape']): (Line | Dots)[] => {
    const dots = y.length <= MOST_DOTS;
    const line: Line = { kind: 'line', x, y, ink, opacity: dots ? 0.45 : 1 };
    return dots ? [line, { kind: 'dots', x, y, ink, shape, size: 6 }] : [line];
  };
  const x = ratioOf(level);
  const xi = x > 0 && !fallsApart(seen) ? lengthOf(x) : NaN;
  const facts = [
    { name: text('wide.decimation.sites'), values: [formatInteger(level.sites)] },
    { name: text('wide.decimation.meanJ'), values: [factOf(level.meanJ)] },
    { name: text('wide.decimation.meanK'), values: [factOf(level.meanK)] },
    { name: text(level.meanK < 0 ? 'wide.decimation.xStaggered' : 'wide.decimation.x'), values: [factOf(x)] },
    { name: text('wide.decimation.xi'), values: [Number.isNaN(xi) ? '–' : formatShort(xi)] },
  ];
  const last = (values: Float64Array): number => values[values.length - 1];
  const labels: EndLabel[] = [
    { key: 'J', panel: 0, at: last(level.J), words: text('wide.decimation.J'), ink: 'J' },
    {
      key: 'K',
      panel: 0,
      at: last(level.K),
      words: text(level.mostK === 0 ? 'wide.decimation.K0' : 'wide.decimation.K'),
      ink: 'K',
      strong: level.mostK === 0,
    },
    { key: 'force', panel: 1, at: last(level.force), words: text('wide.decimation.force'), ink: 'text' },
  ];
  const figure: Figure = {
    x: {
      name: text('wide.decimation.site'),
      scale: 'linear',
      span: { min: 0, max: seen.levels[0].sites },
      whole: true,
    },
    panels: [
      {
        y: { name: text('wide.decimation.couplings'), scale: 'linear', span: spanOf([level.J, level.K]) },
        share: 3,
        marks: [...row(bonds, level.K, 'K', 'open'), ...row(sites, level.J, 'J', 'solid')],
      },
      {
        y: { name: text('wide.decimation.forces'), scale: 'linear', span: spanOf([level.force]) },
        share: 2,
        marks: row(sites, level.force, 'text', 'solid'),
      },
    ],
    labels,
    facts: {
      columns: [{ name: text('wide.decimation.level', { level: index }), ink: 'text' }],
      rows: facts,
      notes: [
        ...(level.mostK === 0 && index > 0 ? [text('wide.decimation.apart')] : []),
        text('wide.decimation.claim'),
        text('wide.decimation.dynamics'),
        text('wide.decimation.other'),
        ...(level.meanK < 0 ? [text('wide.decimation.staggered')] : []),
        ...(seen.uniform ? [] : [text('wide.decimation.means')]),
      ],
      long: true,
    },
    summary: text('wide.decimation.summary', {
      level: index,
      levels: seen.levels.length - 1,
      sites: level.sites,
      J: factOf(level.meanJ),
      K: factOf(level.meanK),
      x: factOf(x),
    }),
  };
  return figure;
}

/** A row for every site of every level; of long rings those that are drawn. */
export function decimationTable(seen: Renormalisation | null): Table {
  const rows = (seen?.levels ?? []).flatMap((level, index) =>
    Array.from(level.J, (J, i) => [index, i * level.every, J, level.K[i], level.force[i]]),
  );
  return { columns: ['level', 'site', 'J', 'K to the next site', 'force'], rows };
}
