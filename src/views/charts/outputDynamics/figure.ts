import { formatNumber, formatShort } from '../../../messages/format.ts';
import { text, type MessageId } from '../../../messages/index.ts';
import type { OutputCourse } from '../../../store/index.ts';
import { decades, extent, roundSpan } from '../axes.ts';
import type { EndLabel, Facts, Ink, Line, Mark, Shown, Table } from '../figure.ts';
import type { Hold } from '../held.ts';

type Norm = keyof OutputCourse['norms'];

/** The terms of the equation, as they are drawn. */
const TERMS: readonly {
  readonly norm: Norm;
  readonly words: MessageId;
  readonly first?: MessageId;
  readonly ink: Ink;
  readonly dash?: 'dash';
}[] = [
  { norm: 'force', words: 'chart.outputs.force', ink: 'text' },
  {
    norm: 'friction',
    words: 'chart.outputs.friction',
    first: 'chart.outputs.frictionFirst',
    ink: 'expansion',
  },
  { norm: 'acceleration', words: 'chart.outputs.acceleration', ink: 'second' },
  { norm: 'rhs', words: 'chart.outputs.rhs', ink: 'theory', dash: 'dash' },
];
/** One output of an instants × lines table. */
function lineOf({ times, lines }: OutputCourse, table: Float64Array, line: number): Float64Array {
  return Float64Array.from(times, (_, row) => table[row * lines.length + line]);
}

/** What a logarithmic axis has a place for. */
const positive = (value: number): number => (value > 0 ? value : NaN);

/** What is said of the frozen kernel. */
function predictionWords(course: OutputCourse): string {
  const { without, since } = course;
  if (without !== null) return text(`chart.outputs.without.${without}`);
  return text(course.linear ? 'chart.outputs.linear' : 'chart.outputs.approximate', {
    since: formatShort(since),
  });
}

function factsOf(course: OutputCourse, leaves: boolean): Facts {
  const { norms, apart, firstOrder } = course;
  const row = (name: MessageId, value: number | undefined) => ({
    name: text(name),
    values: [formatNumber(value ?? null)],
  });
  return {
    columns: [{ name: text('chart.outputs.now'), ink: 'text' }],
    rows: [
      row('chart.outputs.rho', norms.ratio.at(-1)),
      row('chart.outputs.drift', norms.drift.at(-1)),
      ...(apart === null ? [] : [row('chart.outputs.apart', apart.at(-1))]),
      row('chart.outputs.residual', norms.residual.at(-1)),
    ],
    notes: [
      predictionWords(course),
      ...(leaves ? [text('chart.outputs.leaves')] : []),
      text(firstOrder ? 'chart.outputs.exactFirst' : 'chart.outputs.exact'),
    ],
    long: true,
  };
}

/** How far beyond what is real a forecast may stretch the axis, in heights of it. */
const STRETCH = 0.5;

/** Part of a forecast that is still to come: from the present on. */
function toCome({ forecast, times, lines, frozen }: OutputCourse): readonly Line[] {
  if (forecast === null || frozen === null) return [];
  const [now, last] = [times[times.length - 1], times.length - 1];
  const from = forecast.times.findIndex((time) => time > now);
  if (from < 0) return [];
  const x = Float64Array.of(now, ...forecast.times.subarray(from));
  return Array.from(lines, (_, line): Line => {
    const y = new Float64Array(x.length);
    y[0] = frozen[last * lines.length + line];
    for (let n = 1; n < y.length; n++) y[n] = forecast.outputs[(from + n - 1) * lines.length + line];
    return { kind: 'line', x, y, ink: 'theory', dash: 'dash', opacity: 0.55 };
  });
}

/** The outputs over time beside those of the frozen kernel, and ahead of them; below, the sizes of the terms of their equation. */
export function outputsFigure(course: OutputCourse | null, hold: Hold): Shown {
  if (course === null || course.times.length === 0) return { empty: text('chart.outputs.empty') };
  const { times, lines, targets, outputs, frozen, norms, firstOrder, since } = course;
  const last = times.length - 1;
  const ahead = toCome(course);
  if (last === 0 && ahead.length === 0) return { empty: text('chart.outputs.empty') };
  const now = times[last];
  const ends = [times[0], ahead[0]?.x[ahead[0].x.length - 1] ?? now];
  const real = Array.from(lines, (_, line) => lineOf(course, outputs, line));
  const told = frozen === null ? [] : Array.from(lines, (_, line) => lineOf(course, frozen, line));
  const whole = extent([...real, targets]) ?? { min: -1, max: 1 };
  const guess = extent([...told, ...ahead.map(({ y }) => y)]) ?? whole;
  const room = STRETCH * (whole.max - whole.min || 1);
  const y = hold('outputs.z', {
    min: Math.min(whole.min, Math.max(guess.min, whole.min - room)),
    max: Math.max(whole.max, Math.min(guess.max, whole.max + room)),
  });
  const leaves = guess.min < y.min || guess.max > y.max;
  const sizes = TERMS.map(({ norm }) => norms[norm]);
  const low = decades(sizes) ?? { min: -1, max: 0 };
  const marks: Mark[] = [
    ...Array.from(targets, (target): Mark => ({
      kind: 'line',
      x: ends,
      y: [target, target],
      ink: 'text-2',
      dash: 'dot',
      opacity: 0.6,
    })),
    ...real.map((values): Mark => ({ kind: 'line', x: times, y: values, ink: 'second', thick: true })),
    ...told.map((values): Mark => ({ kind: 'line', x: times, y: values, ink: 'theory', dash: 'dash' })),
    ...ahead,
    // Where the run is: what is right of it is forecast.
    ...(ahead.length === 0
      ? []
      : [
          { kind: 'line', x: [now, now], y: [y.min, y.max], ink: 'text-2', opacity: 0.5 } as const,
          {
            kind: 'dots',
            x: real.map(() => now),
            y: real.map((values) => values[last]),
            ink: 'second',
            shape: 'solid',
            size: 7,
          } as const,
        ]),
  ];
  const labels: EndLabel[] = [
    {
      key: 'real',
      panel: 0,
      at: real[0][last],
      words: text('chart.outputs.real'),
      ink: 'second',
      strong: true,
    },
    ...(told.length === 0
      ? []
      : [
          {
            key: 'frozen',
            panel: 0,
            at: told[0][last],
            words: text(ahead.length === 0 ? 'chart.outputs.frozen' : 'chart.outputs.ahead'),
            ink: 'theory' as const,
          },
        ]),
    ...TERMS.flatMap(({ norm, words, first, ink }): EndLabel[] => {
      const size = norms[norm][last];
      if (!(size > 0)) return [];
      return [
        {
          key: norm,
          panel: 1,
          at: Math.log10(size),
          words: text(firstOrder ? (first ?? words) : words),
          ink,
        },
      ];
    }),
  ];
  const { apart } = course;
  const number = (value: number | undefined): string => formatNumber(value ?? null);
  return {
    x: { name: text('chart.time'), scale: 'linear', span: { min: ends[0], max: ends[1] } },
    panels: [
      {
        y: { name: text('chart.outputs.axis'), scale: 'linear', span: roundSpan(y) },
        share: 0.58,
        marks,
      },
      {
        y: { name: text('chart.outputs.terms'), scale: 'log', span: hold('outputs.terms', low) },
        share: 0.42,
        marks: TERMS.map(({ norm, ink, dash }): Mark =>
          last === 0
            ? { kind: 'dots', x: times, y: norms[norm].map(positive), ink, shape: 'solid', size: 7 }
            : {
                kind: 'line',
                x: times,
                y: norms[norm].map(positive),
                ink,
                ...(dash === undefined ? {} : { dash }),
              },
        ),
      },
    ],
    labels,
    labelRoom: 6.6,
    facts: factsOf(course, leaves),
    summary: [
      text('chart.outputs.summary', {
        time: formatShort(now),
        since: formatShort(since),
        ratio: number(norms.ratio[last]),
        residual: number(norms.residual[last]),
        drift: number(norms.drift[last]),
        prediction:
          apart === null
            ? predictionWords(course)
            : text('chart.outputs.predicted', { apart: number(apart[last]) }),
      }),
      ...(ahead.length === 0 ? [] : [text('chart.outputs.until', { until: formatShort(ends[1]) })]),
    ].join(' '),
  };
}

/** A row for every instant, and for every one to come that is forecast. */
export function outputsTable(course: OutputCourse | null): Table {
  if (course === null) return { columns: [], rows: [] };
  const { times, norms, lines, outputs, frozen, apart } = course;
  const ahead = toCome(course);
  const names = Object.keys(norms) as Norm[];
  return {
    columns: [
      'time t [1]',
      ...names.map((name) => (name === 'ratio' || name === 'drift' ? name : `|${name}|`)),
      ...(apart === null ? [] : ['off the frozen kernel']),
      ...Array.from(lines, (line) => `Z[${line}]`),
      ...(frozen === null ? [] : Array.from(lines, (line) => `Z[${line}], frozen kernel`)),
    ],
    rows: [
      ...Array.from(times, (time, row) => {
        const of = (table: Float64Array): Float64Array =>
          table.subarray(row * lines.length, (row + 1) * lines.length);
        return [
          time,
          ...names.map((name) => norms[name][row]),
          ...(apart === null ? [] : [apart[row]]),
          ...of(outputs),
          ...(frozen === null ? [] : of(frozen)),
        ];
      }),
      // What is still to come has no other numbers.
      ...Array.from(ahead[0]?.x ?? [])
        .slice(1)
        .map((time, n) => [
          time,
          ...Array<number>(names.length + 1 + lines.length).fill(NaN),
          ...ahead.map(({ y }) => y[n + 1]),
        ]),
    ],
  };
}
