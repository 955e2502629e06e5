import type { Simulation } from './simulation.ts';

/** Steps that are traced one by one; afterwards the spacing doubles with every octave of steps. */
const DENSE_STEPS = 2048;

/** Spacing of trace rows at a step: 1 up to 2048, 2 up to 4096, and so on. A function of the step alone. */
export function traceSpacing(step: number): number {
  let spacing = 1;
  while (step >= DENSE_STEPS * spacing) spacing *= 2;
  return spacing;
}

/** First traced step after `step`. */
export function nextTrace(step: number): number {
  const spacing = traceSpacing(step);
  return (Math.floor(step / spacing) + 1) * spacing;
}

/** Whether traces hold a step. */
export function isTraced(step: number): boolean {
  return step % traceSpacing(step) === 0;
}

/** Weights times samples that are looked at after every step: about a tenth of a millisecond. */
const CHEAP = 32_768;
/** A stretch of steps is never longer without a look: kernels are handed no more at once. */
const MOST_SPACING = 64;

/**
 * Steps between two looks at a run for the extremes between its trace rows: 1 where looking is cheap, else a power of
 * two, so that a look costs no more for each step than it does there. A function of the run's sizes alone.
 */
export function lookSpacing({ tracks }: Pick<Simulation, 'tracks'>): number {
  const work = tracks.reduce(
    (sum, { system }) => sum + system.weightCount * Math.max(1, system.sampleCount),
    0,
  );
  let spacing = 1;
  while (spacing < MOST_SPACING && work > CHEAP * spacing) spacing *= 2;
  return spacing;
}

/** First step after `step` that is looked at: every traced one, and every one of the run's spacing. */
export function nextLook(step: number, spacing: number): number {
  return Math.min(nextTrace(step), (Math.floor(step / spacing) + 1) * spacing);
}
