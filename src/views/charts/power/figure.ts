import { formatInteger, formatNumber } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { WaveSpectrum } from '../../../store/index.ts';
import { decades } from '../axes.ts';
import type { Dots, EndLabel, Line, Shown, Table } from '../figure.ts';
import type { Hold } from '../held.ts';

/** Sheets that are drawn. */
const MOST_SHEETS = 3;
/** Powers below this part of the largest are round-off. */
const FAINT = 1e-24;

interface SheetPower {
  readonly name: string;
  readonly flat: boolean;
  readonly k: Float64Array;
  readonly power: Float64Array;
}

/** The waves of each sheet by |k|; of ±k, which a real field has alike, the sum. */
export function sheetPowers({ k, power, sheets }: WaveSpectrum): readonly SheetPower[] {
  const parts = sheets ?? [{ name: '', from: 0, rows: typeof k[0] === 'number' ? 1 : 0, columns: k.length }];
  return parts.map((part, index): SheetPower => {
    const end = parts[index + 1]?.from ?? k.length;
    const waves = Array.from({ length: end - part.from }, (_, n) => part.from + n);
    const size = (wave: number): number => {
      const at = k[wave];
      const folded = (phase: number): number => Math.min(phase, 2 * Math.PI - phase);
      return typeof at === 'number' ? folded(at) : Math.hypot(folded(at[0]), folded(at[1]));
    };
    const flat = part.rows === 1;
    if (!flat) {
      return { name: part.name, flat, k: Float64Array.from(waves, size), power: power.slice(part.from, end) };
    }
    const count = waves.length;
    const half = Math.floor(count / 2);
    const both = (m: number): number => {
      const mirror = (count - m) % count;
      return power[part.from + m] + (mirror === m ? 0 : power[part.from + mirror]);
    };
    return {
      name: part.name,
      flat,
      k: Float64Array.from({ length: half + 1 }, (_, m) => (2 * Math.PI * m) / count),
      power: Float64Array.from({ length: half + 1 }, (_, m) => both(m)),
    };
  });
}

/** Power of the waves that the field is made of, by their wave number, now. */
export function powerFigure(seen: WaveSpectrum | null, closed: boolean, hold: Hold): Shown {
  if (seen === null || seen.power.length === 0) return { empty: text('chart.power.empty') };
  const all = sheetPowers(seen);
  const shown = all.slice(0, MOST_SHEETS);
  const total = seen.power.reduce((sum, value) => sum + value, 0);
  const most = seen.power.reduce((largest, value) => Math.max(largest, value), 0);
  if (!(most > 0)) return { empty: text('chart.power.zero') };
  const visible = shown.map(({ power }) => power.map((value) => (value > FAINT * most ? value : NaN)));
  const span = decades(visible);
  if (span === null) return { empty: text('chart.power.zero') };
  const farthestK = shown.reduce(
    (largest, { k }) => k.reduce((end, value) => Math.max(end, value), largest),
    0,
  );
  const marks = shown.map((sheet, index): Line | Dots =>
    sheet.flat
      ? {
          kind: 'line',
          x: sheet.k,
          y: visible[index],
          ink: 'second',
          thick: index === 0,
          opacity: 1 - 0.3 * index,
        }
      : {
          kind: 'dots',
          x: sheet.k,
          y: visible[index],
          ink: 'second',
          shape: index === 0 ? 'solid' : 'open',
          size: 4,
        },
  );
  const labels = shown.map((sheet, index): EndLabel => {
    const values = visible[index];
    const last = values.findIndex((value, n) => value > 0 && !values.slice(n + 1).some((later) => later > 0));
    return {
      key: `sheet-${index}`,
      panel: 0,
      at: values[Math.max(0, last)],
      words: sheet.name === '' ? '|*w*_{k}|²/*N*' : sheet.name,
      ink: 'second',
      strong: index === 0,
    };
  });
  if (all.length > shown.length) {
    labels.push({
      key: 'more',
      panel: 0,
      at: 10 ** span.min,
      words: text('chart.power.more', { count: formatInteger(all.length - shown.length) }),
      ink: 'text-2',
    });
  }
  if (!closed) {
    labels.push({
      key: 'open',
      panel: 0,
      at: 10 ** span.max,
      words: text('chart.power.open'),
      ink: 'text-2',
    });
  }
  let peak = 0;
  shown[0].power.forEach((value, n) => {
    if (value > shown[0].power[peak]) peak = n;
  });
  return {
    x: { name: text('chart.power.k'), scale: 'linear', span: { min: 0, max: Math.max(farthestK, 1e-6) } },
    panels: [
      {
        y: { name: text('chart.power.power'), scale: 'log', span: hold('power', span) },
        share: 1,
        marks,
      },
    ],
    labels,
    labelRoom: 10,
    summary: text('chart.power.summary', {
      waves: seen.power.length,
      total: formatNumber(total),
      peak: formatNumber(shown[0].k[peak]),
      part: formatNumber((100 * shown[0].power[peak]) / total),
      closed: closed ? 'yes' : 'no',
    }),
  };
}

/** A row for every wave. */
export function powerTable(seen: WaveSpectrum | null): Table {
  if (seen === null) return { columns: [], rows: [] };
  return {
    columns: ['sheet', '|k| [rad]', 'power |w_k|^2/N [1]'],
    rows: sheetPowers(seen).flatMap(({ k, power }, sheet) => Array.from(k, (at, n) => [sheet, at, power[n]])),
  };
}
