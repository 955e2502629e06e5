/** The part of Plotly that the charts use: its core, which holds the scatter trace. Loaded lazily. */
export { purge, react, toImage } from 'plotly.js/lib/core';
export type { Data, Layout } from 'plotly.js/lib/core';
