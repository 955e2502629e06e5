import { formatNumber, formatShort } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { ForceNoise } from '../../../store/index.ts';
import { extent } from '../axes.ts';
import type { Shown, Table } from '../figure.ts';
import type { Hold } from '../held.ts';

/** Size of a vector. */
const sizeOf = (values: ArrayLike<number>): number =>
  Math.sqrt(Array.from(values).reduce((sum, value) => sum + value * value, 0));

/** Ratio in words; noise without a mean force has none. */
function ratioOf(noise: number, mean: number): string {
  return mean > 0 ? formatShort(noise / mean) : '∞';
}

/**
 * The force of the step along the lattice: on average, how far it scatters about that, and what the samples at work make
 * of it now. −∂C, so that it points where the weights are driven.
 *  @param weights  those that are drawn, in the order of the picture
 */
export function noiseFigure(
  seen: ForceNoise | null,
  weights: readonly number[],
  every: number,
  hold: Hold,
): Shown {
  if (seen === null) return { empty: text('chart.noise.empty') };
  const pick = (values: Float64Array, sign: number): Float64Array =>
    Float64Array.from(weights, (weight) => sign * values[weight]);
  const mean = pick(seen.mean, -1);
  const deviation = pick(seen.deviation, 1);
  const now = pick(seen.atWork, -1);
  const sites = Float64Array.from(weights, (_, n) => n * every);
  const upper = mean.map((value, n) => value + deviation[n]);
  const lower = mean.map((value, n) => value - deviation[n]);
  const drawn = seen.drawn;
  const whole = { mean: sizeOf(seen.mean), noise: sizeOf(seen.deviation) };
  const ratio = ratioOf(whole.noise, whole.mean);
  const found = extent([upper, lower, ...(drawn ? [now] : [])]) ?? { min: -1, max: 1 };
  const count = seen.mean.length;
  const directions =
    seen.directions === null
      ? []
      : [text('chart.noise.directions', { directions: formatShort(seen.directions), weights: count })];
  const spread = extent([deviation]) ?? { min: 0, max: 0 };
  const row = (name: string, value: string) => ({ name, values: [value] });
  return {
    x: {
      name: text('chart.sources.place'),
      scale: 'linear',
      span: { min: 0, max: Math.max(1, (weights.length - 1) * every) },
      whole: true,
    },
    panels: [
      {
        y: { name: text('chart.noise.force'), scale: 'linear', span: hold('noise.force', found) },
        share: 1.4,
        marks: [
          { kind: 'line', x: sites, y: upper, ink: 'heat', dash: 'dot' },
          { kind: 'line', x: sites, y: lower, ink: 'heat', dash: 'dot' },
          { kind: 'line', x: sites, y: mean, ink: 'text', thick: true },
          ...(drawn ? [{ kind: 'line', x: sites, y: now, ink: 'J', steps: false } as const] : []),
        ],
      },
      {
        y: {
          name: text('chart.noise.deviation'),
          scale: 'linear',
          span: hold('noise.deviation', { min: 0, max: spread.max || 1 }),
        },
        share: 1,
        marks: [{ kind: 'line', x: sites, y: deviation, ink: 'heat', filled: true }],
      },
    ],
    labels: [],
    facts: {
      columns: [{ name: text('chart.noise.size'), ink: 'text' }],
      long: true,
      rows: [
        row(text('chart.noise.meanSize'), formatNumber(whole.mean)),
        row(text('chart.noise.noiseSize'), formatNumber(whole.noise)),
        row(text('chart.noise.ratio'), ratio),
      ],
      notes: [
        ...directions,
        text('chart.noise.notHeat'),
        text('chart.noise.lines'),
        ...(drawn ? [text('chart.noise.lineNow')] : [text('chart.noise.full')]),
      ],
    },
    summary: text('chart.noise.summary', {
      mean: formatNumber(whole.mean),
      noise: formatNumber(whole.noise),
      ratio,
      said: directions.join(' '),
    }),
  };
}

export function noiseTable(seen: ForceNoise | null): Table {
  if (seen === null) return { columns: [], rows: [] };
  const { mean, deviation, atWork } = seen;
  return {
    columns: ['weight', 'mean force', 'standard deviation', 'force of the samples at work'],
    rows: Array.from(mean, (value, n) => [n, -value, deviation[n], -atWork[n]]),
  };
}
