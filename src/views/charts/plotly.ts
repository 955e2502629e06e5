import Plotly from 'plotly.js/lib/core';
import heatmap from 'plotly.js/lib/heatmap';

/** The part of Plotly that charts are explored with: its core, which holds lines and dots, and maps. Loaded lazily. */
export type { Data, Layout, PlotHoverEvent, PlotlyHTMLElement } from 'plotly.js/lib/core';

Plotly.register([heatmap]);

export const { react, purge } = Plotly;

/** A point of a plot: its trace, and its place in that. */
export interface PointName {
  readonly curveNumber: number;
  readonly pointNumber: number | [number, number];
}

interface Hovering {
  readonly hover: (element: HTMLElement, points: readonly PointName[], subplot: string) => void;
}

/** Shows the value of a point as a pointer over it would; in the program, but not in its declarations. */
export const { hover } = (Plotly as unknown as { readonly Fx: Hovering }).Fx;
