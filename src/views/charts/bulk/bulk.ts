import { formatInteger, formatNumber } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { LayerPast } from '../../../store/index.ts';
import { extent } from '../axes.ts';
import type { EndLabel, Ink, Line, Shown, Table } from '../figure.ts';
import type { Hold } from '../held.ts';
import { plainWords } from '../words.ts';
import { courseOf, LAST, stepEdges } from './past.ts';

/** Each of the last steps, or all of them from the start. */
export const bulkModes = ['last', 'start'] as const;
export type BulkMode = (typeof bulkModes)[number];

const TERMS = 7;
const BULK = 4;
/** The first of the boundary: the one whose ½ the slides leave out. */
const HALVED = 4;
/** What round-off leaves is drawn no lower, and a sum of terms no higher. */
const FLOOR = 1e-17;

interface Term {
  readonly words: string;
  readonly ink: Ink;
  readonly shade: number;
}

/** The terms in the order of the contract: the bulk in shades of the run's colour, the boundary in those of the data's. */
export const terms: readonly Term[] = [
  { words: '½*Ẇ*²', ink: 'second', shade: 1 },
  { words: '½*ż*²', ink: 'second', shade: 0.74 },
  { words: '−*ż* ∂*ₜ*(*Wσ*)', ink: 'second', shade: 0.52 },
  { words: '½[∂*ₜ*(*Wσ*)]²', ink: 'second', shade: 0.34 },
  { words: '½[∂*ₜ*(*W*⁽⁰⁾*X*)]²', ink: 'J', shade: 1 },
  { words: '−*ż*⁽¹⁾ ∂*ₜ*(*W*⁽⁰⁾*X*)', ink: 'J', shade: 0.66 },
  { words: '−*ℓ*(*Z*, *Y*)', ink: 'J', shade: 0.4 },
];

/** L_bulk and L_boundary of a row; with the slides' coefficient the boundary has its first term twice. */
export function sumsAt(
  { terms: values }: Pick<LayerPast, 'terms'>,
  row: number,
  slide: boolean,
): { readonly bulk: number; readonly boundary: number } {
  let [bulk, boundary] = [0, slide ? values[TERMS * row + HALVED] : 0];
  for (let n = 0; n < TERMS; n++) {
    if (n < BULK) bulk += values[TERMS * row + n];
    else boundary += values[TERMS * row + n];
  }
  return { bulk, boundary };
}

/** What the terms of a row are off by: round-off, or the half that is missing in the slides. */
export function mismatchAt(past: LayerPast, row: number, slide: boolean): number {
  const { bulk, boundary } = sumsAt(past, row, slide);
  return Math.abs(bulk + boundary - past.lagrangian[row]);
}

/** Terms of one sign one on the other, the highest pile first: each covers those behind it down to the next. */
function piles(past: LayerPast, slide: boolean, sign: 1 | -1): readonly Line[] {
  const x = stepEdges(past);
  const factor = (n: number): number => (slide && n === HALVED ? 2 : 1);
  const pile = (most: number) =>
    courseOf(past, (row) => {
      let sum = 0;
      for (let n = 0; n <= most; n++) {
        sum += sign * Math.max(0, sign * factor(n) * past.terms[TERMS * row + n]);
      }
      return sum;
    });
  return terms
    .map(({ ink, shade }, n): Line => {
      return { kind: 'line', x, y: pile(n), ink, shade, steps: true, filled: true };
    })
    .reverse();
}

/** Names of the terms at their places in the last column, the largest first. */
function namesOf(past: LayerPast, slide: boolean): readonly EndLabel[] {
  const row = past.steps.length - 1;
  let [up, down] = [0, 0];
  const named = terms.map(({ words, ink }, n) => {
    const doubled = slide && n === HALVED;
    const value = past.terms[TERMS * row + n] * (doubled ? 2 : 1);
    const from = value > 0 ? up : down;
    if (value > 0) up += value;
    else down += value;
    const label = {
      key: words,
      panel: 0,
      at: from + value / 2,
      words: doubled ? words.slice(1) : words,
      ink,
    };
    return { size: Math.abs(value), label: { ...label, spare: true } };
  });
  return named.sort((a, b) => b.size - a.size).map(({ label }) => label);
}

/** L of the sample at work as its terms, one on the other, step by step; below, what they are off by. */
export function bulkFigure(past: LayerPast, mode: BulkMode, slide: boolean, hold: Hold): Shown {
  if (past.obstacle !== null) return { empty: text(`layered.obstacle.${past.obstacle}`) };
  const last = past.steps.length - 1;
  if (last < 1) return { empty: text('layered.empty') };
  const x = stepEdges(past);
  const marks: Line[] = [...piles(past, slide, 1), ...piles(past, slide, -1)];
  const lagrangian = courseOf(past, (row) => past.lagrangian[row]);
  const sum = courseOf(past, (row) => {
    const { bulk, boundary } = sumsAt(past, row, slide);
    return bulk + boundary;
  });
  const off = courseOf(past, (row) => Math.max(FLOOR, mismatchAt(past, row, slide)));
  const half = courseOf(past, (row) => Math.max(FLOOR, past.terms[TERMS * row + HALVED]));
  marks.push({ kind: 'line', x, y: lagrangian, ink: 'text', steps: true });
  if (slide) marks.push({ kind: 'line', x, y: sum, ink: 'heat', steps: true });
  const span = hold('layered.terms', extent(marks.map(({ y }) => y)) ?? { min: -1, max: 1 });
  const now = sumsAt(past, last, slide);
  const wrong = mismatchAt(past, last, slide);
  const column = past.samples[last];
  const fact = (name: string, value: number) => ({ name, values: [formatNumber(value)] });
  const said = text(slide ? 'bulk.broken' : 'bulk.holds', { off: formatNumber(wrong) });
  return {
    x: {
      name: text('chart.sources.step'),
      scale: 'linear',
      span: { min: x[0], max: Math.max(x[x.length - 1], x[0] + (mode === 'last' ? LAST : 1)) },
      whole: true,
    },
    panels: [
      { y: { name: text('bulk.axis'), scale: 'linear', span }, share: 3.2, marks },
      {
        y: { name: text('bulk.off'), scale: 'log', span: hold('layered.off', { min: -17, max: 1 }) },
        share: 1,
        least: 3,
        marks: [
          ...(slide ? [{ kind: 'line', x, y: half, ink: 'J', thick: true, steps: true } as const] : []),
          {
            kind: 'line',
            x,
            y: off,
            ink: slide ? 'heat' : 'text',
            steps: true,
            dash: slide ? 'dash' : 'solid',
          },
        ],
      },
    ],
    labels: [
      { key: 'L', panel: 0, at: past.lagrangian[last], words: '*L* = *T* − *ℓ*', ink: 'text', strong: true },
      ...namesOf(past, slide),
    ],
    labelRoom: 7.6,
    facts: {
      columns: [{ name: text('bulk.now'), ink: 'text' }],
      long: true,
      rows: [
        fact('*L*_{bulk}', now.bulk),
        fact('*L*_{boundary}', now.boundary),
        fact('*L* = *T* − *ℓ*', past.lagrangian[last]),
        fact(text('bulk.sumMinus'), now.bulk + now.boundary - past.lagrangian[last]),
      ],
      notes: [
        said,
        ...(column < 0 ? [] : [text('bulk.sample', { sample: column + 1 })]),
        text('bulk.colours'),
        text('bulk.jumps'),
        ...(past.spacing > 1 ? [text('chart.sources.thinned', { spacing: past.spacing })] : []),
        ...(past.complete ? [] : [text('chart.spaceTime.gaps')]),
      ],
    },
    summary: text('bulk.summary', {
      step: formatInteger(past.steps[last]),
      bulk: formatNumber(now.bulk),
      boundary: formatNumber(now.boundary),
      lagrangian: formatNumber(past.lagrangian[last]),
      said: plainWords(said),
    }),
  };
}

/** A line for every row: its sample, the terms, L and what they are off by. */
export function bulkTable(past: LayerPast): Table {
  return {
    columns: [
      'step',
      'time t [1]',
      'sample at work [index]',
      ...terms.map(({ words }, n) => `${n < BULK ? 'bulk' : 'boundary'} ${plainWords(words)}`),
      'L = T - l',
      'terms - L',
    ],
    rows: Array.from(past.steps, (step, row) => [
      step,
      past.times[row],
      past.samples[row],
      ...past.terms.subarray(TERMS * row, TERMS * (row + 1)),
      past.lagrangian[row],
      mismatchAt(past, row, false),
    ]),
  };
}
