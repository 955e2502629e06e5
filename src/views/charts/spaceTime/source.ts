import { HEADER, type FrameViews } from '../../../engine/frame.ts';
import type { RunInfo } from '../../../engine/protocol.ts';
import { formatNumber, formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { useLab } from '../../../store/index.ts';
import { sitesOf } from '../../lattice.ts';
import { onNewFrame } from '../../scene/watch.ts';
import type { ChartSource, Line, Shown, Table } from '../figure.ts';
import { commonState, frameNow } from '../now.ts';
import { chosenWeight, weightWords } from '../watched.ts';
import { addColumn, createStrip, largestOf, stripRaster, type Strip } from './strip.ts';

/** Sites that are drawn at most: more than the pixels of a drawer would only cost time. */
const MOST_SITES = 512;

/** The row that is drawn: the chosen weight's on its own sheet, else the middle of the first. */
export function rowWeights(
  { layout, tracks }: Pick<RunInfo, 'layout' | 'tracks'>,
  chosen: number,
): Int32Array {
  const sites = sitesOf(layout.sheets, tracks[0].weightCount);
  const own = layout.sheets[sites.sheet[chosen] ?? -1];
  const sheet = own ?? layout.sheets[0];
  const row = own === undefined ? Math.floor(sheet.rows / 2) : sites.row[chosen];
  const weights = sheet.weight
    .subarray(row * sheet.columns, (row + 1) * sheet.columns)
    .filter((weight) => weight >= 0);
  const every = Math.ceil(weights.length / MOST_SITES);
  return weights.filter((_, site) => site % every === 0);
}

/** A source of the space-time diagram. Frames alone hold every site, so it begins when the chart is opened. */
export function spaceTimeSource(): ChartSource {
  let strip: Strip | null = null;
  let run: number | null = null;
  let weights: Int32Array = new Int32Array(0);
  let key = '';
  let limit = 0;

  const take = (): void => {
    const { info } = useLab.getState();
    const frame: FrameViews | null = frameNow(info);
    if (info === null || frame === null) return;
    const time = frame.header[HEADER.time];
    const row = rowWeights(info, chosenWeight());
    if (strip === null || run !== frame.header[HEADER.run] || row.join() !== key || time < strip.start) {
      weights = row;
      key = row.join();
      run = frame.header[HEADER.run];
      strip = createStrip(row.length, time, info.dt);
      limit = 0;
    }
    const values = frame.tracks[0].weights;
    addColumn(strip, time, (site) => values[weights[site]]);
  };

  const figure = (): Shown => {
    const { info } = useLab.getState();
    if (info === null || strip === null || strip.filled < 2) return { empty: text('chart.spaceTime.empty') };
    const largest = largestOf(strip);
    // The scale grows at once and shrinks late, as the axes of the other charts do.
    if (largest > limit || largest < 0.4 * limit) limit = largest;
    const { start, spacing, filled, sites } = strip;
    const end = start + spacing * (filled - 1);
    // A line through the picture is drawn for a weight that a hand has chosen only.
    const chosen = useLab.getState().selected === null ? -1 : weights.indexOf(chosenWeight());
    const ends = { min: start, max: Math.max(end, start + spacing) };
    const marks: Line[] =
      chosen < 0
        ? []
        : [{ kind: 'line', x: [ends.min, ends.max], y: [chosen, chosen], ink: 'text', dash: 'dot' }];
    const words = weightWords(info, chosenWeight());
    return {
      x: { name: text('chart.time'), scale: 'linear', span: ends },
      panels: [
        {
          y: {
            name: text('chart.spaceTime.site'),
            scale: 'linear',
            span: { min: -0.5, max: sites - 0.5 },
            whole: true,
          },
          share: 1,
          marks,
        },
      ],
      labels: [
        ...(chosen < 0
          ? []
          : [{ key: 'chosen', panel: 0, at: chosen, words, ink: 'text' as const, strong: true }]),
        {
          key: 'limit',
          panel: 0,
          at: sites,
          words: text('chart.spaceTime.scale', { limit: formatShort(limit, 2) }),
          ink: 'text-2',
        },
      ],
      raster: { columns: filled, rows: sites, values: stripRaster(strip, limit), smooth: true },
      summary: text('chart.spaceTime.summary', {
        sites,
        from: formatNumber(ends.min),
        to: formatNumber(ends.max),
        limit: formatNumber(limit),
      }),
    };
  };

  const table = (): Table => {
    const held = strip;
    if (held === null) return { columns: [], rows: [] };
    return {
      columns: ['time t [1]', ...Array.from(weights, (weight) => `w[${weight}] [1]`)],
      rows: Array.from({ length: held.filled }, (_, column) => [
        held.start + column * held.spacing,
        ...held.values.subarray(column * held.sites, (column + 1) * held.sites),
      ]),
    };
  };

  return {
    state: () => [...commonState(), useLab.getState().selected, strip?.filled, strip?.spacing],
    figure,
    table,
    open() {
      take();
      const end = onNewFrame(take);
      return () => {
        end();
        strip = null;
      };
    },
  };
}
