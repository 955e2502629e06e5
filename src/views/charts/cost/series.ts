import type { CostUnit } from '../../../engine/protocol.ts';
import { text } from '../../../messages/index.ts';
import { formatNumber } from '../../../messages/format.ts';
import { decades, extent } from '../axes.ts';
import type { EndLabel, Figure, Line, Shown, Table } from '../figure.ts';
import { drawnRows, envelopeOf, valueOf, type Recorded, type Envelope } from '../rows.ts';
import { dashOf, type ChartTrack } from '../tracks.ts';
import { plainWords, unitWords } from '../words.ts';

/** One line of the chart, through the drawn rows and the extremes between them. */
export interface CostLine extends Envelope {
  readonly track: ChartTrack;
  /** Energy is T + C; first-order runs have none. */
  readonly quantity: 'cost' | 'energy';
  /** The present value. */
  readonly now: number;
}

/** Lines of cost and energy of the tracks, at some rows of the course. */
export function costLines(
  course: Recorded,
  tracks: readonly ChartTrack[],
  rows: Int32Array,
): readonly CostLine[] {
  return tracks.flatMap((track) => {
    const line = (quantity: CostLine['quantity']): CostLine => ({
      track,
      quantity,
      now: valueOf(course, course.length - 1, track.index, quantity),
      ...envelopeOf(course, rows, track.index, quantity),
    });
    return track.firstOrder ? [line('cost')] : [line('energy'), line('cost')];
  });
}

/** Below this part of the energy a swing passes through rest: how deep a cost is seen to fall there is chance. */
const PASSING = 0.01;
/** Passing takes 6 % of a swing; what lasts longer than this part of the course is no passing. */
const LONGEST_PASS = 0.25;

/**
 * Where a swing passes through the least cost: nearly all of its energy is motion there, and on a logarithmic axis the
 * line would fall to a depth that says only at which moment it was looked at. Such a stretch is short, and the cost was
 * above it before; a cost that stays small (motion along directions without force, the exact minimum) is none.
 *  @param cost    through time, with its extremes
 *  @param energy  of the same track
 *  @returns       1 where a line is left open
 */
export function passings(cost: Envelope, energy: Envelope): Uint8Array {
  const { x, y } = cost;
  const open = new Uint8Array(y.length);
  const most = LONGEST_PASS * (x[x.length - 1] - x[0]);
  let at = 0;
  const isPassing = (i: number): boolean => {
    while (at + 1 < energy.x.length && energy.x[at + 1] <= x[i]) at++;
    return y[i] >= 0 && y[i] < PASSING * energy.y[at];
  };
  let from = -1;
  for (let i = 0; i <= y.length; i++) {
    if (i < y.length && isPassing(i)) {
      if (from < 0) from = i;
      continue;
    }
    if (from > 0 && x[i - 1] - x[from] <= most) open.fill(1, from, i);
    from = -1;
  }
  return open;
}

/** A cost with inertia is left open where its swings pass; energies and costs without inertia do not swing. */
function opened(line: CostLine, lines: readonly CostLine[]): { line: CostLine; open: boolean } {
  const energy = lines.find(({ track, quantity }) => track === line.track && quantity === 'energy');
  if (line.quantity === 'energy' || energy === undefined) return { line, open: false };
  const gaps = passings(line, energy);
  const y = line.y.map((value, i) => (gaps[i] === 1 ? NaN : value));
  return { line: { ...line, y }, open: gaps.includes(1) };
}

/** Values that have a place on a logarithmic axis; NaN for the others. */
function positive(values: Float64Array): Float64Array {
  return values.map((value) => (value > 0 && Number.isFinite(value) ? value : NaN));
}

function nameOf({ track, quantity }: CostLine, main: boolean): string {
  const { compared } = track;
  if (compared !== undefined) {
    return text(quantity === 'energy' ? 'chart.otherEnergy' : 'chart.other', { track: compared });
  }
  if (quantity === 'energy')
    return main ? text('chart.energy') : text('chart.otherEnergy', { track: track.id });
  if (main) return text('chart.cost');
  switch (track.role) {
    case 'ghost':
      return text('chart.ghost');
    case 'descent':
      return text('chart.descent');
    case 'theory':
      return text('chart.theory');
    default:
      return text('chart.other', { track: track.id });
  }
}

/** The name beside a line's end, which says where the line is when the axis has no place for it. */
function labelWords(line: CostLine, main: boolean): string {
  const name = nameOf(line, main);
  if (line.now === 0) return text('chart.cost.exactlyZero', { name });
  return line.now < 0 ? text('chart.cost.belowZero', { name }) : name;
}

/** What stands in the place of lines that have no place on a logarithmic axis. */
function nothingToDraw(lines: readonly CostLine[]): string {
  const zero = lines.every(({ y }) => y.every((value) => value === 0));
  return text(zero ? 'chart.cost.allZero' : 'chart.cost.noneAbove');
}

/** Cost and energies of every track against time, on a logarithmic axis. @param looks  see LiveFacts */
export function costFigure(
  course: Recorded,
  tracks: readonly ChartTrack[],
  unit: CostUnit,
  looks = 1,
): Shown {
  if (course.length < 2) return { empty: text('chart.empty') };
  const rows = drawnRows(course.length);
  const whole = costLines(course, tracks, rows);
  const parted = whole.map((line) => opened(line, whole));
  const lines = parted.map(({ line }) => line);
  const open = parted.some((one) => one.open);
  const span = decades(lines.map(({ y }) => y));
  const times = extent([Float64Array.from(rows, (row) => course.time(row))]);
  if (times === null || lines.length === 0) return { empty: text('chart.empty') };
  if (span === null) return { empty: nothingToDraw(lines) };
  const look = ({ track, quantity }: CostLine): Pick<Line, 'ink' | 'opacity'> => ({
    ink: track.role,
    opacity: quantity === 'energy' ? 0.6 : 1,
  });
  const drawn = lines.map((line): Line => ({
    kind: 'line',
    x: line.x,
    y: positive(line.y),
    ...look(line),
    thick: line.track.role === 'second' && line.quantity === 'cost',
    dash: dashOf(line.track),
  }));
  // Along the lower edge, dotted: there a line is exactly 0.
  const zeros = lines
    .filter(({ y }) => y.includes(0))
    .map((line): Line => ({
      kind: 'line',
      x: line.x,
      y: line.y.map((value) => (value === 0 ? 10 ** span.min : NaN)),
      ...look(line),
      dash: 'dot',
    }));
  const labels = lines.map((line): EndLabel => {
    const { track, quantity, now } = line;
    return {
      key: `${track.id}.${quantity}`,
      panel: 0,
      at: now > 0 ? now : 10 ** span.min,
      words: labelWords(line, track.index === 0),
      ink: track.role,
      strong: track.role === 'second' && quantity === 'cost',
    };
  });
  const figure: Figure = {
    x: { name: text('chart.time'), scale: 'linear', span: times },
    panels: [
      {
        y: { name: axisName(course, unitWords(unit, tracks), looks, open), scale: 'log', span },
        share: 1,
        marks: [...drawn, ...zeros],
      },
    ],
    labels,
    summary: text('chart.summary', {
      time: formatNumber(times.max),
      values: lines
        .map((line) => `${plainWords(nameOf(line, line.track.index === 0))} ${formatNumber(line.now)}`)
        .join('; '),
    }),
  };
  return figure;
}

/** The name of the axis; where not every step is looked at for extremes, or a line is left open, it says so. */
function axisName(course: Recorded, unit: string, looks: number, open: boolean): string {
  const last = course.length - 1;
  const thinned = looks > 1 && course.step(last) > course.length;
  const name = thinned ? text('chart.cost.axisLooks', { unit, looks }) : text('chart.cost.axis', { unit });
  return open ? text('chart.cost.gaps', { name }) : name;
}

/** Every row of the course up to now: times, friction, and the costs and energies of all tracks, with their extremes. */
export function costTable(course: Recorded, tracks: readonly ChartTrack[], unit: CostUnit): Table {
  const columns = ['step', 'time t [1]', 'friction gamma [1/t]'];
  const since = 'since the row before';
  for (const { id, firstOrder, unit: own = unit } of tracks) {
    columns.push(`${id}: cost C [${own}]`, `${id}: batch cost [${own}]`, `${id}: test cost [${own}]`);
    if (!firstOrder) columns.push(`${id}: kinetic energy T [${own}]`, `${id}: energy T+C [${own}]`);
    columns.push(`${id}: lowest cost ${since} [${own}]`, `${id}: highest cost ${since} [${own}]`);
    if (!firstOrder) {
      columns.push(`${id}: lowest energy ${since} [${own}]`, `${id}: highest energy ${since} [${own}]`);
    }
  }
  return {
    columns,
    rows: Array.from({ length: course.length }, (_, row) => {
      const cells = [course.step(row), course.time(row), course.gamma(row)];
      for (const { index, firstOrder } of tracks) {
        const read = (quantity: Parameters<Recorded['value']>[2]): number =>
          course.value(row, index, quantity);
        cells.push(read('cost'), read('batchCost'), read('testCost'));
        if (!firstOrder) cells.push(read('kinetic'), valueOf(course, row, index, 'energy'));
        cells.push(read('costLow'), read('costHigh'));
        if (!firstOrder) cells.push(read('energyLow'), read('energyHigh'));
      }
      return cells;
    }),
  };
}
