import type { Table } from '../../scenario/table/write.ts';
import type { TrackRole } from '../../scenario/types.ts';
import type { Axis } from './axes.ts';

/** What a mark shows, which fixes its colour: a track, or a quantity with a colour of its own. */
export type Ink = TrackRole | 'text' | 'text-2' | 'J' | 'K' | 'heat' | 'expansion';

export interface Line {
  readonly kind: 'line';
  /** NaN parts a line. */
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly ink: Ink;
  readonly thick?: boolean;
  readonly dash?: 'solid' | 'dash' | 'dot';
  readonly opacity?: number;
  /** Steps between points instead of slopes. */
  readonly steps?: boolean;
  /** Filled down to zero. */
  readonly filled?: boolean;
  /** How much of its colour is the ink, the rest the ground; left out: all. */
  readonly shade?: number;
}

export interface Dots {
  readonly kind: 'dots';
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
  readonly ink: Ink;
  readonly shape: 'solid' | 'open' | 'cross';
  /** Diameter in pixels. */
  readonly size: number;
  /** Pixels by which it is larger than a dot of that size in the same plot, so that it stands round it. */
  readonly around?: number;
  /** Values on the diverging map, −1 to 1, in place of the ink. */
  readonly shade?: ArrayLike<number>;
}

export type Mark = Line | Dots;

/** A plot of its own height over the common horizontal axis. */
export interface Panel {
  readonly y: Axis;
  /** Part of the height. */
  readonly share: number;
  /** Height in type sizes under which it is left out; the first panel has none. */
  readonly least?: number;
  readonly marks: readonly Mark[];
}

/** A name beside the end of a line. */
export interface EndLabel {
  readonly key: string;
  readonly panel: number;
  /** Value at which it would stand, were there no other. */
  readonly at: number;
  readonly words: string;
  readonly ink: Ink;
  readonly strong?: boolean;
  readonly faint?: boolean;
  /** Left out, the later ones first, where the plot is too low for all. */
  readonly spare?: boolean;
}

/** Numbers beside a figure: a column for each track. */
export interface Facts {
  readonly columns: readonly { readonly name: string; readonly ink: Ink }[];
  readonly rows: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** What the shapes mean. */
  readonly notes: readonly string[];
  /** More than a low drawer holds: whoever uses keys can scroll it. */
  readonly long?: boolean;
}

/** Everything that a chart shows at one moment; drawn by LiveChart, written to files by exports.ts. */
export interface Figure {
  readonly x: Axis;
  readonly panels: readonly Panel[];
  readonly labels: readonly EndLabel[];
  /** Room for the labels right of the plot, in type sizes; 8.6 unless told. */
  readonly labelRoom?: number;
  /** As wide as high. */
  readonly square?: boolean;
  /** Under the marks of the first panel, filling it; values on the diverging map. */
  readonly raster?: Raster;
  /** The same of the second panel. */
  readonly rasterBelow?: Raster;
  readonly facts?: Facts;
  /** The figure in one or two sentences. */
  readonly summary: string;
}

/** Values [rows × columns], row 0 at the bottom, −1 to 1 on the diverging map; NaN is left empty. */
export interface Raster {
  readonly columns: number;
  readonly rows: number;
  readonly values: Float32Array;
  readonly smooth: boolean;
  /** In the shades of a quantity, grey where it is negative; left out: the diverging map. */
  readonly ink?: 'J' | 'K';
  /** What the values are of, with its unit, and what 0 and 1 stand for; left out: colours alone have a meaning. */
  readonly scale?: { readonly name: string; readonly centre: number; readonly half: number };
}

/** A figure, or the sentence that stands in its place. */
export type Shown = Figure | { readonly empty: string };

export function isEmpty(shown: Shown): shown is { readonly empty: string } {
  return 'empty' in shown;
}

export type { Table };

/** A chart's data; reads the store by itself. */
export interface ChartSource {
  /** Compared entry by entry: the chart is drawn again when one differs. */
  state(): readonly unknown[];
  figure(): Shown;
  table(): Table;
  /** While the chart is shown. @returns what ends it */
  open?(): () => void;
}
