import type { FieldPast } from '../../../store/index.ts';
import { formatInteger, formatNumber, formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { EndLabel, Line, Shown, Table } from '../figure.ts';
import { pastRaster } from '../pastRaster.ts';
import { coneLines, steadyCourse, type LightCourse } from './cone.ts';

/** Room for a note that says why there is no cone, in type sizes. */
const NOTE_ROOM = 12;

/** The row of sites that is drawn. */
export interface Row {
  /** The weights that are drawn, evenly along it. */
  readonly weights: readonly number[];
  /** Sites between two of them. */
  readonly every: number;
  readonly row: number;
  /** Rows of its sheet; 1 for a chain. */
  readonly rows: number;
  /** Name of its sheet; empty where there is one. */
  readonly sheet: string;
}

/** What is drawn beside the past itself. */
export interface Look {
  /** Largest |w| of the run so far, the scale of the field's picture. */
  readonly peak: number;
  readonly magnified: number;
  /** Site of the row that a hand has chosen, and its weight in words; null for none. */
  readonly chosen: { readonly site: number; readonly words: string } | null;
  /** Whether its fastest wave swings between two rows, so that what is drawn does not follow it. */
  readonly coarse: boolean;
  /**
   * √K in sites per unit of time where one K holds everywhere; with redshift the way that light has come from the first
   * instant that is drawn on; else why there is no light cone.
   */
  readonly cone: number | LightCourse | 'varies' | 'stretched' | 'none';
}

function siteName({ row, rows, sheet, every }: Row): string {
  const thinned = every === 1 ? '' : text('view.field.every', { every });
  const where =
    rows === 1 ? text('chart.spaceTime.site', { sheet }) : text('chart.spaceTime.siteOfRow', { row, sheet });
  return where.trim() + thinned;
}

/** Column of the weight that was largest when the past begins. */
function loudest({ weights, values }: FieldPast): number {
  let best = 0;
  for (let site = 1; site < weights.length; site++) {
    if (Math.abs(values[site]) > Math.abs(values[best])) best = site;
  }
  return best;
}

/** The field along a row against time, from its start on. */
export function spaceTimeFigure(row: Row, past: FieldPast | null, look: Look): Shown {
  if (past === null || past.times.length < 2) return { empty: text('chart.spaceTime.empty') };
  const { peak, magnified, chosen, coarse, cone } = look;
  const limit = peak / magnified;
  const sites = row.weights.length;
  const { times } = past;
  const ends = { min: times[0], max: times[times.length - 1] };
  const line = (site: number): Line => ({
    kind: 'line',
    x: [ends.min, ends.max],
    y: [site, site],
    ink: 'text',
    dash: 'dot',
  });
  const apex = chosen?.site ?? loudest(past) * row.every;
  const course = typeof cone === 'number' ? steadyCourse(cone, ends.min, ends.max) : cone;
  const fronts = typeof course === 'string' ? [] : coneLines(apex, sites * row.every, course);
  const gap = past.spacing * ((ends.max - ends.min) / Math.max(1, past.steps[past.steps.length - 1]));
  const note = (key: string, words: string): EndLabel => ({
    key,
    panel: 0,
    at: -row.every,
    words,
    ink: 'text-2',
  });
  const factor = magnified > 1 ? text('chart.spaceTime.magnified', { factor: formatInteger(magnified) }) : '';
  const labels: EndLabel[] = [
    ...(chosen === null
      ? []
      : [
          {
            key: 'chosen',
            panel: 0,
            at: chosen.site,
            words: chosen.words,
            ink: 'text' as const,
            strong: true,
          },
        ]),
    {
      key: 'limit',
      panel: 0,
      at: sites * row.every,
      words:
        limit > 0
          ? text('chart.spaceTime.scale', { limit: formatShort(limit) }) + factor
          : text('chart.spaceTime.zero'),
      ink: 'text-2',
    },
    ...(typeof cone !== 'string'
      ? [
          {
            key: 'cone',
            panel: 0,
            at: apex,
            words:
              typeof cone === 'number'
                ? text('chart.spaceTime.cone', { speed: formatShort(cone) })
                : text('chart.spaceTime.bent'),
            ink: 'K' as const,
          },
        ]
      : cone === 'none'
        ? []
        : [note('cone', text(`chart.spaceTime.cone.${cone}`))]),
    ...(past.complete ? [] : [note('gaps', text('chart.spaceTime.gaps'))]),
    ...(coarse ? [note('coarse', text('chart.spaceTime.coarse', { gap: formatShort(gap, 2) }))] : []),
  ];
  return {
    x: { name: text('chart.time'), scale: 'linear', span: ends },
    panels: [
      {
        y: {
          name: siteName(row),
          scale: 'linear',
          span: { min: -0.5 * row.every, max: (sites - 0.5) * row.every },
          whole: true,
        },
        share: 1,
        marks: [...(chosen === null ? [] : [line(chosen.site)]), ...fronts],
      },
    ],
    labels,
    ...(labels.some(({ key }) => key === 'cone' && typeof cone === 'string') ? { labelRoom: NOTE_ROOM } : {}),
    raster: pastRaster({ ...past, width: sites }, limit, { times, name: '*w*' }),
    summary: [
      text('chart.spaceTime.summary', {
        sites,
        from: formatNumber(ends.min),
        to: formatNumber(ends.max),
        limit: formatNumber(limit),
      }),
      typeof cone === 'string'
        ? text(`chart.spaceTime.coneSaid.${cone}`)
        : typeof cone === 'number'
          ? text('chart.spaceTime.coneSaid', { site: apex, speed: formatNumber(cone) })
          : text('chart.spaceTime.coneSaid.bent', { site: apex }),
      ...(past.complete ? [] : [text('chart.spaceTime.gapsSaid')]),
      ...(coarse ? [text('chart.spaceTime.coarseSaid', { gap: formatNumber(gap) })] : []),
    ].join(' '),
  };
}

/** A line for every row of the past, a column for every weight. */
export function spaceTimeTable(past: FieldPast | null): Table {
  if (past === null) return { columns: [], rows: [] };
  const { weights, steps, times, values } = past;
  return {
    columns: ['step', 'time t [1]', ...weights.map((weight) => `w[${weight}] [1]`)],
    rows: Array.from(steps, (step, row) => [
      step,
      times[row],
      ...values.subarray(row * weights.length, (row + 1) * weights.length),
    ]),
  };
}
