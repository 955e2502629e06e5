import { latestTraces } from '../../store/index.ts';
import { grownSpan, type Span } from './axes.ts';

/** Gives an axis by its name a span that holds its data. */
export type Hold = (name: string, data: Span) => Span;

/**
 * Axes as they were drawn last, by name. They grow with their data and never shrink by themselves: not while a chart is
 * away (another tab, the universe), not when a run is wound back. Another run, or another future of it, begins anew.
 */
const spans = new Map<string, Span>();
let run: unknown = null;
let cuts = 0;

/** The span of an axis that holds some data, and all that it has held. */
export const heldSpan: Hold = (name, data) => {
  const traces = latestTraces();
  if (traces !== run || (traces?.cuts ?? 0) !== cuts) {
    run = traces;
    cuts = traces?.cuts ?? 0;
    spans.clear();
  }
  const span = grownSpan(spans.get(name) ?? null, data);
  spans.set(name, span);
  return span;
};
