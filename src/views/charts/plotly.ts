import { purge, react } from 'plotly.js/lib/core';

/** The part of Plotly that the charts use: its core, which holds the scatter trace. Loaded lazily. */
export { toImage } from 'plotly.js/lib/core';
export type { Data, Layout } from 'plotly.js/lib/core';

/** How often each element was emptied. */
const emptied = new WeakMap<HTMLElement, number>();

/**
 * Draws a plot, or draws it anew. Plotly ends a drawing one task later and then reads what an emptying has taken
 * away: where the element was emptied meanwhile, its complaint is nobody's. Any other fault is thrown.
 */
export function drawPlot(element: HTMLElement, ...[data, layout, config]: PlotArguments): void {
  const times = emptied.get(element);
  react(element, data, layout, config).catch((error: unknown) => {
    if (emptied.get(element) === times) throw error;
  });
}

type PlotArguments = Parameters<typeof react> extends [unknown, ...infer Rest] ? Rest : never;

/** Empties an element of its plot. */
export function emptyPlot(element: HTMLElement): void {
  emptied.set(element, (emptied.get(element) ?? 0) + 1);
  purge(element);
}
