import type { CostUnit } from '../../../engine/protocol.ts';
import { formatNumber } from '../../../messages/format.ts';
import { text, type MessageId } from '../../../messages/index.ts';
import { aroundZero, extent, roundSpan } from '../axes.ts';
import type { EndLabel, Ink, Line, Shown, Table } from '../figure.ts';
import { drawnRows, envelopeOf, type Recorded } from '../rows.ts';
import type { Extreme } from '../types.ts';
import type { ChartTrack } from '../tracks.ts';
import { plainWords, unitWords } from '../words.ts';

/** Where the energy of a second-order run is, at one row of its course. */
export interface Budget {
  readonly kinetic: number;
  /** Cost of the samples at work. */
  readonly potential: number;
  /** Taken out by friction since t0. */
  readonly dissipated: number;
  /** Put in since t0 by changes of samples and parameters. */
  readonly injected: number;
  /**
   * T + C + dissipated − injected − E0. **approximate**: the quadrature of what friction takes errs by O(h²),
   * physics.md 3.1.
   */
  readonly residual: number;
}

/** The budget of a track at a row. The first row fixes E0. */
export function budgetAt(course: Recorded, row: number, track: number): Budget {
  const kinetic = course.value(row, track, 'kinetic');
  const potential = course.value(row, track, 'batchCost');
  const dissipated = course.value(row, track, 'dissipated');
  const injected = course.value(row, track, 'injected');
  const start = course.value(0, track, 'kinetic') + course.value(0, track, 'batchCost');
  return {
    kinetic,
    potential,
    dissipated,
    injected,
    residual: kinetic + potential + dissipated - injected - start,
  };
}

type Part = Exclude<keyof Budget, 'residual'>;
/** Parts whose lines go to their extremes between rows; the others only gather. */
const extremes: Readonly<Partial<Record<Part, Extreme>>> = { kinetic: 'kinetic', potential: 'batchCost' };
const parts: readonly { readonly part: Part; readonly words: MessageId; readonly ink?: Ink }[] = [
  { part: 'dissipated', words: 'chart.budget.dissipated', ink: 'heat' },
  { part: 'injected', words: 'chart.budget.injected', ink: 'J' },
  { part: 'kinetic', words: 'chart.budget.kinetic' },
  { part: 'potential', words: 'chart.budget.potential' },
];

/** Kinetic, potential, dissipated and injected energy against time, and how well they add up. */
export function budgetFigure(course: Recorded, tracks: readonly ChartTrack[], unit: CostUnit): Shown {
  const heavy = tracks.filter(({ firstOrder }) => !firstOrder);
  if (heavy.length === 0) return { empty: text('chart.budget.none') };
  const rows = drawnRows(course.length);
  const time = Float64Array.from(rows, (row) => course.time(row));
  const times = extent([time]);
  if (course.length < 2 || times === null) return { empty: text('chart.budget.empty') };
  const marks: Line[] = [];
  const rest: Line[] = [];
  const labels: EndLabel[] = [];
  const said: string[] = [];
  for (const track of heavy) {
    const main = track === heavy[0];
    const budgets = Array.from(rows, (row) => budgetAt(course, row, track.index));
    for (const { part, words, ink = track.role } of parts) {
      const y = Float64Array.from(budgets, (budget) => budget[part]);
      // Samples and parameters that stay put in nothing: a line along zero would only be in the way.
      if (part === 'injected' && y.every((value) => value === 0)) continue;
      const thick = main && part === 'potential';
      const dash = main ? (part === 'kinetic' ? 'dash' : 'solid') : 'dot';
      const extreme = extremes[part];
      const line = extreme === undefined ? { x: time, y } : envelopeOf(course, rows, track.index, extreme);
      marks.push({ kind: 'line', ...line, ink, thick, dash, opacity: main ? 1 : 0.7 });
      if (!main) continue;
      const at = y[y.length - 1];
      labels.push({ key: part, panel: 0, at, words: text(words), ink, strong: thick });
      said.push(`${plainWords(text(words))} ${formatNumber(at)}`);
    }
    const residual = Float64Array.from(budgets, (budget) => budget.residual);
    rest.push({ kind: 'line', x: time, y: residual, ink: track.role, dash: main ? 'solid' : 'dot' });
    if (main) {
      const at = residual[residual.length - 1];
      labels.push({ key: 'residual', panel: 1, at, words: text('chart.budget.residual'), ink: track.role });
      said.push(`${text('chart.budget.residual')} ${formatNumber(at)}`);
    }
  }
  const energies = extent(marks.map(({ y }) => y)) ?? { min: 0, max: 1 };
  const errors = extent(rest.map(({ y }) => y)) ?? { min: 0, max: 0 };
  return {
    x: { name: text('chart.time'), scale: 'linear', span: times },
    panels: [
      {
        y: {
          name: text('chart.budget.axis', { unit: unitWords(unit, tracks) }),
          scale: 'linear',
          span: roundSpan({ min: Math.min(0, energies.min), max: energies.max }),
        },
        share: 3,
        marks,
      },
      {
        y: {
          name: text('chart.budget.residualAxis', { unit: unitWords(unit, tracks) }),
          scale: 'linear',
          span: roundSpan(aroundZero(errors)),
        },
        share: 1,
        marks: rest,
      },
    ],
    labels,
    summary: text('chart.budget.summary', { time: formatNumber(times.max), values: said.join('; ') }),
  };
}

/** Every row of the course: the budget of the tracks that have inertia. */
export function budgetTable(course: Recorded, tracks: readonly ChartTrack[], unit: CostUnit): Table {
  const heavy = tracks.filter(({ firstOrder }) => !firstOrder);
  const names = ['kinetic T', 'potential C', 'dissipated', 'injected', 'residual T+C+dissipated-injected-E0'];
  return {
    columns: [
      'step',
      'time t [1]',
      ...heavy.flatMap(({ id, unit: own = unit }) => names.map((name) => `${id}: ${name} [${own}]`)),
    ],
    rows: Array.from({ length: course.length }, (_, row) => [
      course.step(row),
      course.time(row),
      ...heavy.flatMap(({ index }) => {
        const { kinetic, potential, dissipated, injected, residual } = budgetAt(course, row, index);
        return [kinetic, potential, dissipated, injected, residual];
      }),
    ]),
  };
}
