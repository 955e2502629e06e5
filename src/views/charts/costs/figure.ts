import { formatNumber, formatShort } from '../../../messages/format.ts';
import { text, type MessageId } from '../../../messages/index.ts';
import { outputCost, outputSlope, type CostKind } from '../../../scenario/costs.ts';
import { extent, type Span } from '../axes.ts';
import type { Dots, EndLabel, Figure, Line, Shown, Table } from '../figure.ts';
import { trackLabel, type ChartTrack } from '../tracks.ts';
import { plainWords } from '../words.ts';

/** What one track gives, and by what it is charged. */
export interface Charged {
  readonly track: ChartTrack;
  readonly kind: CostKind;
  /** Z [samples × outputs] */
  readonly outputs: ArrayLike<number>;
}

/** Targets of the run, Y [samples × outputs], and whether all of them are 0 or 1. */
export interface Wanted {
  readonly targets: ArrayLike<number>;
  readonly outputCount: number;
  readonly bits: boolean;
}

/** Points of a curve. */
const POINTS = 241;
/** Dots of one track at most. */
const MOST_DOTS = 2000;

const names: Readonly<Record<CostKind, MessageId>> = {
  squared: 'chart.costs.squared',
  absolute: 'chart.costs.absolute',
  'cross-entropy': 'chart.costs.crossEntropy',
};
const dashes: Readonly<Record<CostKind, NonNullable<Line['dash']>>> = {
  squared: 'solid',
  absolute: 'dash',
  'cross-entropy': 'dot',
};

/** Kinds that can be told of one output by itself: cross-entropy reads it as the logit of "1". */
export function kindsOf({ bits, outputCount }: Wanted): readonly CostKind[] {
  return bits && outputCount === 1 ? ['squared', 'absolute', 'cross-entropy'] : ['squared', 'absolute'];
}

/** Value of Z at which a class is as likely as not. */
function borderOf(kind: CostKind): number {
  return kind === 'cross-entropy' ? 0 : 0.5;
}

/** How outputs are laid along the axis. */
interface Scale {
  readonly name: string;
  place(kind: CostKind, Z: number, Y: number): number;
  cost(kind: CostKind, place: number): number;
}

/**
 * Numbers are laid out by their errors. Of two classes outputs are laid by how far they are beyond the border on their right
 * side, m = (2Y − 1)(Z − border): each kind of cost is one curve of it, the same for both classes.
 *    squared (m − ½)²,  absolute |m − ½|,  cross-entropy ln(1 + e^{−m})     **exact**
 */
function scaleOf({ bits, outputCount }: Wanted): Scale {
  return bits && outputCount === 1
    ? {
        name: text('chart.costs.margin'),
        place: (kind, Z, Y) => (2 * Y - 1) * (Z - borderOf(kind)),
        cost: (kind, place) => outputCost(kind, place + borderOf(kind), 1),
      }
    : {
        name: text('chart.costs.error'),
        place: (_kind, Z, Y) => Z - Y,
        cost: (kind, place) => outputCost(kind, place, 0),
      };
}

/** Sum and mean |∂c/∂Z| of a track. */
function totalsOf({ kind, outputs }: Charged, { targets }: Wanted): { pull: number; largest: number } {
  let pull = 0;
  let largest = 0;
  for (let i = 0; i < targets.length; i++) {
    const size = Math.abs(outputSlope(kind, outputs[i], targets[i]));
    pull += size;
    largest = Math.max(largest, size);
  }
  return { pull: pull / targets.length, largest };
}

/**
 * What an output costs by every kind of cost, as curves, and where the outputs of the tracks stand on their own curve.
 * The slope of a curve is the pull on the output.
 *  @param held  see held.ts
 */
export function costsFigure(
  wanted: Wanted,
  all: readonly Charged[],
  heldX: (data: Span) => Span,
  heldY: (data: Span) => Span,
): Shown {
  const { targets } = wanted;
  const kinds = kindsOf(wanted);
  const drawn = all.filter(({ kind }) => kinds.includes(kind));
  if (drawn.length === 0)
    return { empty: text(wanted.outputCount > 1 ? 'chart.costs.many' : 'chart.costs.soft') };
  const scale = scaleOf(wanted);
  const every = Math.max(1, Math.ceil(targets.length / MOST_DOTS));
  const dots = drawn.map(({ track, kind, outputs }): Dots => {
    const x: number[] = [];
    const y: number[] = [];
    for (let i = 0; i < targets.length; i += every) {
      if (!Number.isFinite(outputs[i])) continue;
      x.push(scale.place(kind, outputs[i], targets[i]));
      y.push(outputCost(kind, outputs[i], targets[i]));
    }
    const shape = track.index === 0 ? 'solid' : 'open';
    return { kind: 'dots', x, y, ink: track.role, shape, size: 6 };
  });
  const places = extent(dots.map(({ x }) => x)) ?? { min: -1, max: 1 };
  const x = heldX({ min: Math.min(-1, places.min), max: Math.max(1, places.max) });
  const heights = extent(dots.map(({ y }) => y)) ?? { min: 0, max: 1 };
  const y = heldY({ min: 0, max: Math.max(2, heights.max) });
  const axis = Float64Array.from({ length: POINTS }, (_, i) => x.min + ((x.max - x.min) * i) / (POINTS - 1));
  const inkOf = (kind: CostKind): Line['ink'] =>
    drawn.find((one) => one.kind === kind)?.track.role ?? 'text-2';
  const isMain = (kind: CostKind): boolean => drawn.some((one) => one.kind === kind);
  const curves = kinds.map((kind): Line => {
    const cost = axis.map((place) => scale.cost(kind, place));
    // What is higher than the plot is left out.
    const inside = cost.map((value) => (value > y.max ? NaN : value));
    return { kind: 'line', x: axis, y: inside, ink: inkOf(kind), dash: dashes[kind], thick: isMain(kind) };
  });
  const labels = kinds.map((kind): EndLabel => ({
    key: kind,
    panel: 0,
    at: Math.min(y.max, scale.cost(kind, x.max)),
    words: text(names[kind]),
    ink: inkOf(kind),
    strong: isMain(kind),
  }));
  const totals = drawn.map((one) => totalsOf(one, wanted));
  const row = (name: string, values: readonly string[]) => ({ name, values });
  const figure: Figure = {
    x: { name: scale.name, scale: 'linear', span: x },
    panels: [
      {
        y: { name: text('chart.costs.axis'), scale: 'linear', span: y },
        share: 1,
        marks: [...curves, ...dots],
      },
    ],
    labels,
    labelRoom: 9.5,
    facts: {
      columns: drawn.map(({ track }) => ({ name: trackLabel(track), ink: track.role })),
      rows: [
        row(
          text('chart.costs.pull'),
          totals.map(({ pull }) => formatShort(pull)),
        ),
        row(
          text('chart.costs.largest'),
          totals.map(({ largest }) => formatShort(largest)),
        ),
      ],
      notes: [text('chart.costs.note'), ...(kinds.length > 2 ? [text('chart.costs.noteLogit')] : [])],
    },
    summary: text('chart.costs.summary', {
      said: drawn
        .map(({ track, kind }, i) =>
          text('chart.costs.said', {
            track: trackLabel(track),
            kind: plainWords(text(names[kind])),
            pull: formatNumber(totals[i].pull),
            largest: formatNumber(totals[i].largest),
          }),
        )
        .join('; '),
    }),
  };
  return figure;
}

/** A row for every output: its target, and of every track its output, what it costs and the slope there. */
export function costsTable({ targets, outputCount }: Wanted, all: readonly Charged[]): Table {
  return {
    columns: [
      'sample',
      'output',
      'target Y [target]',
      ...all.flatMap(({ track: { id }, kind }) => [
        `${id}: output Z [target]`,
        `${id}: ${kind} cost`,
        `${id}: slope dc/dZ`,
      ]),
    ],
    rows: Array.from(targets, (Y, i) => [
      Math.floor(i / outputCount),
      i % outputCount,
      Y,
      ...all.flatMap(({ kind, outputs }) => [
        outputs[i],
        outputCount > 1 && kind === 'cross-entropy' ? NaN : outputCost(kind, outputs[i], Y),
        outputCount > 1 && kind === 'cross-entropy' ? NaN : outputSlope(kind, outputs[i], Y),
      ]),
    ]),
  };
}
