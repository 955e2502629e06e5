import { formatNumber, superscript } from '../../../messages/format.ts';
import { text, type MessageId } from '../../../messages/index.ts';
import type { Temperatures } from '../../../store/index.ts';
import { extent } from '../axes.ts';
import type { Facts } from '../figure.ts';
import { trackLabel, type ChartTrack } from '../tracks.ts';

/** A run with noise, and what thermometers on it read. */
export interface Hot {
  readonly track: ChartTrack;
  readonly read: Temperatures;
}

export type Readings = NonNullable<Temperatures['kinetic']>;

/** Readings whose errors are known. */
export function known({ error }: Readings): readonly number[] {
  return Array.from(error.keys()).filter((k) => Number.isFinite(error[k]));
}

/** Errors that begin with less than this have two digits, others one. */
const TWO_DIGITS = 3.55;

/** A mean to the digits that its error leaves it: '0.492 ± 0.012', '0.49 ± 0.04'. */
export function written(reading: Temperatures['meanKinetic']): string {
  if (reading === null) return formatNumber(null);
  const { mean, error } = reading;
  if (error === 0) return formatNumber(mean);
  if (!(error > 0)) return text('chart.heat.measuring');
  const decade = Math.floor(Math.log10(error));
  const last = error / 10 ** decade < TWO_DIGITS ? decade - 1 : decade;
  const high = Math.max(decade, Math.floor(Math.log10(Math.abs(mean))));
  // Where few digits round the point do not hold it, a power of ten does.
  const power = high > 5 || last < -6 ? high : 0;
  const [m, e] = [mean, error].map((value) => (value / 10 ** power).toFixed(Math.max(0, power - last)));
  return power === 0
    ? text('chart.heat.reading', { mean: m, error: e })
    : text('chart.heat.power', { mean: m, error: e, power: superscript(power) });
}

/** The average of what BAOAB's kinetic thermometers read at this step. */
function expectedMotion({ expected, kinetic }: Temperatures): number | null {
  if (expected === null || kinetic === null) return null;
  return expected.reduce((sum, value) => sum + value / expected.length, 0);
}

/** How far the thermometers of a run disagree: '0.01 to 0.2'. */
export function spreadOf({ kinetic, configurational }: Temperatures): string {
  const span = extent(
    [kinetic, configurational].map((readings) =>
      readings === null ? [] : known(readings).map((k) => readings.mean[k]),
    ),
  );
  if (span === null) return text('chart.heat.measuring');
  return text('chart.heat.spread', { low: formatNumber(span.min), high: formatNumber(span.max) });
}

/** Why position has no thermometers. */
const WITHOUT: Readonly<Record<NonNullable<Temperatures['without']>, MessageId>> = {
  'not-quadratic': 'chart.heat.notQuadratic',
  redshift: 'chart.heat.redshift',
  modes: 'chart.heat.noModes',
};

/** What has to be known of a run to read its thermometers right. */
function notesOf({ track, read }: Hot, main: boolean): readonly string[] {
  const { temperature, bath, shaken, without, expected } = read;
  return [
    ...(main && temperature !== null && expected !== null ? [text('chart.heat.red')] : []),
    // Samples, and modes that change, move it from T by more than the step's bias.
    ...(temperature !== null && expected === null && !shaken && without !== 'redshift'
      ? [text('chart.heat.motionOnly')]
      : []),
    ...(bath && temperature === null ? [text('chart.heat.idle')] : []),
    ...(temperature !== null && shaken ? [text('chart.heat.bathOfSamples')] : []),
    ...(temperature === null && !bath
      ? [text('chart.heat.noTemperature', { track: trackLabel(track), spread: spreadOf(read) })]
      : []),
    ...(without === null ? [] : [text(WITHOUT[without])]),
  ];
}

/** The averages of the first run beside what they are exactly in its bath, and what the others are not. */
export function factsOf(all: readonly Hot[]): Facts {
  const [{ read }] = all;
  const { temperature, shaken, meanKinetic, meanConfigurational, excess } = read;
  const exact = shaken ? null : temperature;
  const notes = all.flatMap((hot, index) => notesOf(hot, index === 0));
  const row = (name: MessageId, reading: Temperatures['meanKinetic'], value: number | null) => ({
    name: text(name),
    values: [written(reading), formatNumber(value)],
  });
  return {
    columns: [
      { name: text('chart.heat.measured'), ink: all[0].track.role },
      { name: text('chart.heat.exact'), ink: 'heat' },
    ],
    rows: [
      ...(meanKinetic === null ? [] : [row('chart.heat.motion', meanKinetic, expectedMotion(read))]),
      ...(meanConfigurational === null ? [] : [row('chart.heat.position', meanConfigurational, exact)]),
      ...(excess === null ? [] : [row('chart.heat.excess', excess, excess.expected)]),
    ],
    // What the others are not comes first: it may be all that a low drawer shows.
    notes: [...new Set(notes)].reverse(),
    long: true,
  };
}
