import { formatNumber } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import {
  meanFieldOf,
  nextAngles,
  type Angles,
  type Response,
  type WideNetwork,
} from '../../../scenario/wideTheory.ts';
import type { LayerKernels } from '../../../store/index.ts';
import { fixedOf, fixedWords } from '../edge/fixed.ts';
import { extent } from '../axes.ts';
import type { Dots, EndLabel, Figure, Line, Table } from '../figure.ts';

/** Layers that the theory is followed through at least, and at most beyond the network's own. */
const LEAST = 12;
const BEYOND = 1.5;
/** Kept lengths up to this many times those of the samples are drawn. */
const REACH = 2;

/** What two samples are to the network, layer by layer: the theory goes on deeper than the network. */
export interface Depth {
  readonly theory: readonly Angles[];
  readonly measured: LayerKernels;
}

/** Follows two samples through a wide network from its first layer, whose kernel the data alone fix. **exact** for n → ∞ */
export function followed(network: WideNetwork, response: Response, measured: LayerKernels): Depth {
  const count = Math.max(LEAST, Math.ceil(BEYOND * measured.c.length));
  const clamped = Math.max(-1, Math.min(1, measured.c[0]));
  const theory: Angles[] = [{ q1: measured.q1[0], q2: measured.q2[0], c: clamped }];
  while (theory.length < count) theory.push(nextAngles(response, network, theory[theory.length - 1]));
  return { theory, measured };
}

/** Correlation and lengths of two samples through the layers: the network's own over the mean field's. */
export function layersFigure(
  network: WideNetwork,
  response: Response,
  { theory, measured }: Depth,
  samples: readonly [number, number],
  start: readonly string[] = [],
): Figure {
  const depth = theory.map((_, layer) => layer + 1);
  const own = Array.from(measured.c, (_, layer) => layer + 1);
  const finite = (values: readonly number[]): number[] =>
    values.map((value) => (Number.isFinite(value) ? value : NaN));
  const line = (y: readonly number[]): Line => ({ kind: 'line', x: depth, y, ink: 'theory', dash: 'dash' });
  const dots = (y: ArrayLike<number>): Dots => ({
    kind: 'dots',
    x: own,
    y,
    ink: 'second',
    shape: 'solid',
    size: 7,
  });
  const lengths = { theory: finite(theory.map(({ q1 }) => q1)), measured: measured.q1 };
  const cs = theory.map(({ c }) => c);
  const low = extent([cs, measured.c])?.min ?? 0;
  const most = extent([lengths.theory, lengths.measured])?.max ?? 1;
  const last = theory.length - 1;
  const { q, chi1, xi } = meanFieldOf(response, network);
  const fixed = fixedOf(response, network);
  const top = most > 0 ? 1.08 * most : 1;
  // Kept lengths that are near those of the samples; where every one is, none stands out.
  const near = (fixed ?? []).filter((one) => one.q <= REACH * top);
  const high = near.reduce((highest, one) => Math.max(highest, 1.08 * one.q), top);
  const [first, second] = samples;
  return {
    x: {
      name: text('wide.layer'),
      scale: 'linear',
      span: { min: 0.6, max: theory.length + 0.4 },
      whole: true,
    },
    panels: [
      {
        y: { name: text('wide.layers.c'), scale: 'linear', span: { min: low < 0 ? -1 : 0, max: 1 } },
        share: 3,
        marks: [line(cs), dots(measured.c)],
      },
      {
        y: {
          name: text('wide.layers.q'),
          scale: 'linear',
          span: { min: 0, max: high },
        },
        share: 2,
        marks: [
          ...near.map(({ q: kept, draws }): Line => ({
            kind: 'line',
            x: [0.6, theory.length + 0.4],
            y: [kept, kept],
            ink: 'text-2',
            dash: draws ? 'solid' : 'dot',
          })),
          line(lengths.theory),
          dots(lengths.measured),
        ],
      },
    ],
    labels: [
      { key: 'theory', panel: 0, at: cs[last], words: text('wide.layers.theory'), ink: 'theory' },
      {
        key: 'measured',
        panel: 0,
        at: measured.c[measured.c.length - 1],
        words: text('wide.layers.network'),
        ink: 'second',
        strong: true,
      },
      ...near.map(({ q: kept, draws }, n): EndLabel => ({
        key: `fixed ${n}`,
        panel: 1,
        at: kept,
        words: text(draws ? 'wide.fixed.draws' : 'wide.fixed.repels'),
        ink: 'text-2',
        spare: true,
      })),
    ],
    facts: {
      columns: [],
      rows: [],
      notes: [
        text('wide.layers.pair', { first: first + 1, second: second + 1 }),
        fixedWords(fixed),
        text('wide.layers.claim'),
        text('wide.layers.now'),
        ...start,
      ],
      long: true,
    },
    summary: `${text('wide.layers.summary', {
      first: first + 1,
      second: second + 1,
      layers: own.length,
      from: formatNumber(measured.c[0]),
      to: formatNumber(measured.c[measured.c.length - 1]),
      theory: formatNumber(cs[own.length - 1]),
      q: q === null ? '∞' : formatNumber(q),
      chi: chi1 === null ? '∞' : formatNumber(chi1),
      xi: xi === null ? '∞' : formatNumber(xi),
    })} ${fixedWords(fixed)}`,
  };
}

/** A row for every layer; NaN beyond the network's own. */
export function layersTable({ theory, measured }: Depth): Table {
  return {
    columns: ['layer', 'c: network', 'c: mean field', 'q: network', 'q: mean field'],
    rows: theory.map(({ q1, c }, layer) => [
      layer + 1,
      measured.c[layer] ?? NaN,
      c,
      measured.q1[layer] ?? NaN,
      q1,
    ]),
  };
}
