import { formatNumber, formatShort } from '../../../messages/format.ts';
import type { CostUnit } from '../../../engine/protocol.ts';
import { text } from '../../../messages/index.ts';
import type { Stall } from '../../../store/index.ts';
import type { Shown, Table } from '../figure.ts';
import { decades, type Span } from '../axes.ts';
import { unitWords } from '../words.ts';

/** Why it stalls, in one sentence. */
export function stallSentence({ reason, layer, layers, gradient, cost }: Stall): string {
  const { units, saturated, dead } = layers[Math.max(0, layer - 1)];
  const values = { layer, units, saturated, dead, gradient: formatShort(gradient), cost: formatShort(cost) };
  return text(`stall.${reason}`, values);
}

/** Gradients of the layers, and which parts of them are saturated and dead. */
export function stallFigure(stall: Stall | null, unit: CostUnit, held: (data: Span) => Span): Shown {
  if (stall === null) return { empty: text('stall.empty') };
  const { layers } = stall;
  const places = layers.map((_, m) => m + 1);
  // No logarithm of nothing.
  const sizes = layers.map(({ gradient }) => (gradient > 0 ? gradient : NaN));
  const span = held(decades([sizes]) ?? { min: -3, max: 0 });
  const part = (of: (layer: Stall['layers'][number]) => number): number[] =>
    layers.map((layer) => of(layer) / layer.units);
  const said = stallSentence(stall);
  return {
    x: {
      name: text('stall.layer'),
      scale: 'linear',
      span: { min: 0.5, max: layers.length + 0.5 },
      whole: true,
    },
    panels: [
      {
        y: { name: text('stall.gradient', { unit: unitWords(unit) }), scale: 'log', span },
        share: 1.2,
        marks: [
          { kind: 'line', x: places, y: sizes, ink: 'second', thick: true },
          { kind: 'dots', x: places, y: sizes, ink: 'second', shape: 'solid', size: 8 },
        ],
      },
      {
        y: { name: text('stall.part'), scale: 'linear', span: { min: 0, max: 1 } },
        share: 1,
        least: 7,
        marks: [
          {
            kind: 'dots',
            x: places,
            y: part(({ saturated }) => saturated),
            ink: 'text',
            shape: 'open',
            size: 9,
          },
          { kind: 'dots', x: places, y: part(({ dead }) => dead), ink: 'text-2', shape: 'cross', size: 9 },
        ],
      },
    ],
    labels: [],
    facts: {
      columns: [
        { name: text('stall.gradientShort'), ink: 'second' },
        { name: text('stall.saturatedShort'), ink: 'text' },
        { name: text('stall.deadShort'), ink: 'text-2' },
      ],
      rows: layers.map(({ gradient, units, saturated, dead }, m) => ({
        name: m === layers.length - 1 ? text('stall.outputs') : text('stall.hidden', { layer: m + 1 }),
        values: [formatNumber(gradient), `${saturated}/${units}`, `${dead}/${units}`],
      })),
      notes: [said, text('stall.key')],
      long: true,
    },
    summary: said,
  };
}

/** A row for every layer. */
export function stallTable(stall: Stall | null): Table {
  return {
    columns: ['layer', 'gradient |dC/dW|', 'units', 'saturated', 'dead', 'alike (1)'],
    rows: (stall?.layers ?? []).map(({ gradient, units, saturated, dead, alike }, m) => [
      m + 1,
      gradient,
      units,
      saturated,
      dead,
      Number(alike),
    ]),
  };
}
