import { formatNumber } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import { aroundZero, extent, type Span } from '../axes.ts';
import type { EndLabel, Figure, Line, Mark, Table } from '../figure.ts';
import { strided, type Task } from '../learned/data.ts';
import type { TrackOutputs } from '../learned/figures.ts';
import { dashOf, trackLabel } from '../tracks.ts';

/** What each neuron before the outputs adds to them, main track: [parts × points × outputs]. */
export interface Parts {
  readonly neurons: ArrayLike<number>;
  readonly values: ArrayLike<number>;
}

/** What is drawn at one moment. */
export interface Seen {
  readonly task: Task;
  /** The main track first. */
  readonly all: readonly TrackOutputs[];
  readonly parts: Parts | null;
  /** −∂C/∂Z of the first output of every sample: how the data pull, main track. [samples] */
  readonly pulls: ArrayLike<number>;
}

/** A stem from zero to each value. */
function stems(x: ArrayLike<number>, y: ArrayLike<number>): Line {
  const at: number[] = [];
  const to: number[] = [];
  for (let i = 0; i < x.length; i++) {
    at.push(x[i], x[i], NaN);
    to.push(0, y[i], NaN);
  }
  return { kind: 'line', x: at, y: to, ink: 'J' };
}

/**
 * The first output as a function of the input, the contribution of each hidden unit under it, its targets; below, how hard
 * each sample pulls it.
 */
export function unitsFigure(
  { task, all, parts, pulls }: Seen,
  heldY: (data: Span) => Span,
  heldPull: (data: Span) => Span,
): Figure {
  const { data, spans, probe } = task;
  const points = probe ?? new Float64Array(0);
  const { outputCount } = data;
  const [main] = all;
  const count = parts?.neurons.length ?? 0;
  const row = points.length * outputCount;
  // Many lines would add up to a block.
  const opacity = Math.max(0.05, Math.min(0.35, 10 / Math.max(1, count)));
  const units = Array.from({ length: count }, (_, part): Line => {
    const values = Float64Array.from(
      { length: points.length },
      (_, i) => parts?.values[part * row + i * outputCount] ?? NaN,
    );
    return { kind: 'line', x: points, y: values, ink: main.track.role, opacity };
  });
  const outputs = [...all].reverse().map(({ track, probe: values }): Line => ({
    kind: 'line',
    x: points,
    y: strided(values, 0, outputCount),
    ink: track.role,
    thick: track.index === main.track.index,
    dash: dashOf(track),
  }));
  const targets = strided(data.targets, 0, outputCount);
  const wanted: Mark = { kind: 'dots', x: data.inputs, y: targets, ink: 'text', shape: 'open', size: 6 };
  const above: Mark[] = [...units, ...outputs, wanted];
  const y = heldY(extent(above.map((mark) => mark.y)) ?? { min: -1, max: 1 });
  const pull = heldPull(aroundZero(extent([pulls]) ?? { min: -1, max: 1 }));
  const below: Mark[] = [
    stems(data.inputs, pulls),
    { kind: 'dots', x: data.inputs, y: pulls, ink: 'J', shape: 'solid', size: 5 },
  ];
  const ink = main.track.role;
  const endOf = ({ probe: values }: TrackOutputs): number => {
    const row = strided(values, 0, outputCount);
    return row[row.length - 1] ?? 0;
  };
  const labels: EndLabel[] = [
    {
      key: 'output',
      panel: 0,
      at: endOf(main),
      words: text('chart.units.output'),
      ink,
      strong: true,
    },
    {
      key: 'part',
      panel: 0,
      at: units[0]?.y[points.length - 1] ?? 0,
      words: text(parts === null ? 'chart.units.noSum' : 'chart.units.part'),
      ink,
      faint: true,
    },
    ...all.slice(1).map((one): EndLabel => ({
      key: one.track.id,
      panel: 0,
      at: endOf(one),
      words: trackLabel(one.track),
      ink: one.track.role,
    })),
    { key: 'pull', panel: 1, at: 0, words: text('chart.units.source'), ink: 'J' },
  ];
  const largest = aroundZero(extent(units.map((line) => line.y)) ?? { min: 0, max: 0 }).max;
  const strongest = aroundZero(extent([pulls]) ?? { min: 0, max: 0 }).max;
  const figure: Figure = {
    x: { name: text('chart.learned.input'), scale: 'linear', span: spans[0] },
    panels: [
      { y: { name: text('chart.learned.output'), scale: 'linear', span: y }, share: 0.68, marks: above },
      { y: { name: text('chart.units.pull'), scale: 'linear', span: pull }, share: 0.32, marks: below },
    ],
    labels,
    labelRoom: 10,
    summary:
      parts === null
        ? text('chart.units.summaryWhole', { strongest: formatNumber(strongest) })
        : text('chart.units.summary', {
            count,
            largest: formatNumber(largest),
            strongest: formatNumber(strongest),
          }),
  };
  return figure;
}

/** A row for every place along the input: what each track gives there, and what each unit of the main one adds. */
export function unitsTable({ task, all, parts }: Seen): Table {
  const points = task.probe ?? new Float64Array(0);
  const { outputCount } = task.data;
  const count = parts?.neurons.length ?? 0;
  return {
    columns: [
      'input X [1]',
      ...all.map(({ track }) => `${track.id}: output Z [target]`),
      ...Array.from({ length: count }, (_, part) => `part ${part} [target]`),
    ],
    rows: Array.from(points, (x, i) => [
      x,
      ...all.map(({ probe }) => probe[i * outputCount]),
      ...Array.from(
        { length: count },
        (_, part) => parts?.values[(part * points.length + i) * outputCount] ?? NaN,
      ),
    ]),
  };
}
