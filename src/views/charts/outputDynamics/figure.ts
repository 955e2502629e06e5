import { formatNumber, formatShort } from '../../../messages/format.ts';
import { text, type MessageId } from '../../../messages/index.ts';
import type { OutputCourse } from '../../../store/index.ts';
import { decades, extent, roundSpan } from '../axes.ts';
import type { EndLabel, Facts, Ink, Mark, Shown, Table } from '../figure.ts';
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
/** Under this ratio of the terms the right side is round-off. */
const ROUND_OFF = 1e-14;

/** Whether the outputs are linear in the weights, as far as it went. */
const isLinear = ({ norms }: OutputCourse): boolean => norms.ratio.every((ratio) => ratio < ROUND_OFF);

/** One output of an instants × lines table. */
function lineOf({ times, lines }: OutputCourse, table: Float64Array, line: number): Float64Array {
  return Float64Array.from(times, (_, row) => table[row * lines.length + line]);
}

/** What is said of the frozen kernel. */
function predictionWords(course: OutputCourse): string {
  const { without, since } = course;
  if (without !== null) return text(`chart.outputs.without.${without}`);
  if (isLinear(course)) return text('chart.outputs.linear');
  return text('chart.outputs.approximate', { since: formatShort(since) });
}

function factsOf(course: OutputCourse): Facts {
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
    notes: [predictionWords(course), text(firstOrder ? 'chart.outputs.exactFirst' : 'chart.outputs.exact')],
    long: true,
  };
}

/** The outputs over time beside those of the frozen kernel; below, the sizes of the terms of their equation. */
export function outputsFigure(course: OutputCourse | null, hold: Hold): Shown {
  if (course === null || course.times.length < 2) return { empty: text('chart.outputs.empty') };
  const { times, lines, targets, outputs, frozen, norms, firstOrder, since } = course;
  const last = times.length - 1;
  const ends = [times[0], times[last]];
  const real = Array.from(lines, (_, line) => lineOf(course, outputs, line));
  const told = frozen === null ? [] : Array.from(lines, (_, line) => lineOf(course, frozen, line));
  const y = hold('outputs.z', extent([...real, ...told, targets]) ?? { min: -1, max: 1 });
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
            words: text('chart.outputs.frozen'),
            ink: 'theory' as const,
          },
        ]),
    ...TERMS.flatMap(({ norm, words, first, ink }): EndLabel[] => {
      const now = norms[norm][last];
      if (!(now > 0)) return [];
      return [
        {
          key: norm,
          panel: 1,
          at: Math.log10(now),
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
        marks: TERMS.map(({ norm, ink, dash }): Mark => ({
          kind: 'line',
          x: times,
          y: norms[norm].map((value) => (value > 0 ? value : NaN)),
          ink,
          ...(dash === undefined ? {} : { dash }),
        })),
      },
    ],
    labels,
    labelRoom: 6.6,
    facts: factsOf(course),
    summary: text('chart.outputs.summary', {
      time: formatShort(times[last]),
      since: formatShort(since),
      ratio: number(norms.ratio[last]),
      residual: number(norms.residual[last]),
      drift: number(norms.drift[last]),
      prediction:
        apart === null
          ? predictionWords(course)
          : text('chart.outputs.predicted', { apart: number(apart[last]) }),
    }),
  };
}

/** A row for every instant. */
export function outputsTable(course: OutputCourse | null): Table {
  if (course === null) return { columns: [], rows: [] };
  const { times, norms, lines, outputs, frozen, apart } = course;
  const names = Object.keys(norms) as Norm[];
  return {
    columns: [
      'time t [1]',
      ...names.map((name) => (name === 'ratio' || name === 'drift' ? name : `|${name}|`)),
      ...(apart === null ? [] : ['off the frozen kernel']),
      ...Array.from(lines, (line) => `Z[${line}]`),
      ...(frozen === null ? [] : Array.from(lines, (line) => `Z[${line}], frozen kernel`)),
    ],
    rows: Array.from(times, (time, row) => {
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
  };
}
