import { formatNumber, formatShort } from '../../../messages/format.ts';
import { text, type MessageId } from '../../../messages/index.ts';
import { outputCost, outputSlope, type CostKind } from '../../../scenario/costs.ts';
import { extent, type Span } from '../axes.ts';
import type { Dots, EndLabel, Figure, Line, Panel, Shown, Table } from '../figure.ts';
import { trackLabel, type ChartTrack } from '../tracks.ts';

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

/** One panel: targets of 1, of 0, or all of them by their errors. */
interface Shelf {
  readonly name: string;
  /** Y that its curves are drawn for. */
  readonly at: number;
  holds(target: number): boolean;
  /** Place of an output on the axis. */
  place(Z: number, Y: number): number;
}

function shelvesOf({ bits, outputCount }: Wanted): readonly Shelf[] {
  if (!bits || outputCount > 1) {
    const place = (Z: number, Y: number): number => Z - Y;
    return [{ name: text('chart.costs.axis'), at: 0, holds: () => true, place }];
  }
  return [1, 0].map((at) => ({
    name: text('chart.costs.axisOf', { target: at }),
    at,
    holds: (Y: number) => Y === at,
    place: (Z: number) => Z,
  }));
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
  if (drawn.length === 0) return { empty: text('chart.costs.many') };
  const shelves = shelvesOf(wanted);
  const every = Math.max(1, Math.ceil(targets.length / MOST_DOTS));
  const dotsOf = (shelf: Shelf, { track, kind, outputs }: Charged): Dots => {
    const x: number[] = [];
    const y: number[] = [];
    for (let i = 0; i < targets.length; i += every) {
      if (!shelf.holds(targets[i]) || !Number.isFinite(outputs[i])) continue;
      x.push(shelf.place(outputs[i], targets[i]));
      y.push(outputCost(kind, outputs[i], targets[i]));
    }
    const shape = track.index === 0 ? 'solid' : 'open';
    return { kind: 'dots', x, y, ink: track.role, shape, size: 6 };
  };
  const dots = shelves.map((shelf) => drawn.map((one) => dotsOf(shelf, one)));
  const places = extent(dots.flat().map(({ x }) => x)) ?? { min: -1, max: 1 };
  const x = heldX({ min: Math.min(-1, places.min), max: Math.max(wanted.bits ? 2 : 1, places.max) });
  const heights = extent(dots.flat().map(({ y }) => y)) ?? { min: 0, max: 1 };
  const y = heldY({ min: 0, max: Math.max(2, heights.max) });
  const axis = Float64Array.from({ length: POINTS }, (_, i) => x.min + ((x.max - x.min) * i) / (POINTS - 1));
  const inkOf = (kind: CostKind): Line['ink'] =>
    drawn.find((one) => one.kind === kind)?.track.role ?? 'text-2';
  const panels = shelves.map((shelf, index): Panel => ({
    y: { name: shelf.name, scale: 'linear', span: y },
    share: 1 / shelves.length,
    marks: [
      ...kinds.map((kind): Line => {
        const cost = axis.map((place) => outputCost(kind, place, shelf.at));
        return {
          kind: 'line',
          x: axis,
          // What is higher than the plot is left out.
          y: cost.map((value) => (value > y.max ? NaN : value)),
          ink: inkOf(kind),
          dash: dashes[kind],
          thick: drawn.some((one) => one.kind === kind),
        };
      }),
      ...dots[index],
    ],
  }));
  // At the end of the axis of the last panel.
  const labels = kinds.map((kind): EndLabel => ({
    key: kind,
    panel: panels.length - 1,
    at: Math.min(y.max, outputCost(kind, x.max, shelves[shelves.length - 1].at)),
    words: text(names[kind]),
    ink: inkOf(kind),
    strong: drawn.some((one) => one.kind === kind),
  }));
  const totals = drawn.map((one) => totalsOf(one, wanted));
  const row = (name: string, values: readonly string[]) => ({ name, values });
  const figure: Figure = {
    x: { name: text(wanted.bits ? 'chart.costs.output' : 'chart.costs.error'), scale: 'linear', span: x },
    panels,
    labels,
    labelRoom: 11,
    facts: {
      columns: drawn.map(({ track }) => ({ name: trackLabel(track), ink: track.role })),
      rows: [
        row(
          text('chart.costs.kind'),
          drawn.map(({ kind }) => text(names[kind])),
        ),
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
            kind: text(names[kind]),
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
