import type { Figure } from './figure.ts';
import { labelTops, type Geometry } from './geometry.ts';
import type { ChartStyle } from './style.ts';

/** Words of a figure and where they stand, in pixels. */
export interface Placed {
  readonly words: string;
  readonly color: string;
  readonly left: number;
  /** The middle of the line. */
  readonly top: number;
  readonly align: 'start' | 'end';
}

/** Everything that the page writes in HTML beside the plot: names of lines and of axes. */
export function namesBeside(figure: Figure, geometry: Geometry, style: ChartStyle): Placed[] {
  const { size } = style;
  const right = geometry.width - geometry.right;
  const base = geometry.height - geometry.bottom;
  const tops = labelTops(figure, geometry, size);
  const beside = { left: right + 0.6 * size, align: 'start' } as const;
  const below = { words: figure.x.name, color: style.axisText, top: base + 0.9 * size };
  return [
    ...figure.labels.map(({ words, ink }, index): Placed => ({
      ...beside,
      words,
      color: style.ink[ink],
      top: tops[index],
    })),
    ...figure.panels.map(({ y }, index): Placed => ({
      words: y.name,
      color: style.axisText,
      left: geometry.left + 0.5 * size,
      top: geometry.panels[index].top - 0.8 * size,
      align: 'start',
    })),
    geometry.roomRight ? { ...beside, ...below } : { ...below, left: right, align: 'end' },
  ];
}
