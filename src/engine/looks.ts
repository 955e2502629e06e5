import type { Simulation } from './simulation.ts';

/** Looks that are all traced; afterwards the spacing doubles with every octave of steps. */
const DENSE_ROWS = 2048;

/**
 * Spacing of trace rows at a step: that of looks up to 2048 rows, twice it up to 4096, and so on. A function of the step
 * and the run's sizes alone.
 *  @param looks  `lookSpacing` of the run
 */
export function traceSpacing(step: number, looks: number): number {
  let spacing = looks;
  while (step >= DENSE_ROWS * spacing) spacing *= 2;
  return spacing;
}

/** Whether traces hold a step. */
export function isTraced(step: number, looks: number): boolean {
  return step % traceSpacing(step, looks) === 0;
}

/** Weights, and weights times samples, that are looked at after every step: a look is quick beside what stands around a step. */
const CHEAP_WEIGHTS = 2048;
const CHEAP_WORK = 32_768;
/** A stretch of steps is never longer without a look: kernels are handed no more at once. */
const MOST_SPACING = 32;
/** Weights times samples times steps between two looks, where these are many: some tenths of a second. */
const LONGEST = 2 ** 27;

/**
 * Steps between two looks at a run, for its traces and the extremes between them: 1 where looking is cheap, else a power
 * of two, so that looks stay a small part of the run's work, for a look costs about as much as a step of a field, a third
 * of one of a network. A function of the run's sizes alone.
 */
export function lookSpacing({ tracks }: Pick<Simulation, 'tracks'>): number {
  let weights = 0;
  let work = 0;
  for (const { system } of tracks) {
    weights += system.weightCount;
    work += system.weightCount * Math.max(1, system.sampleCount);
  }
  const wanted = Math.max(weights / CHEAP_WEIGHTS, work / CHEAP_WORK);
  let spacing = 1;
  while (spacing < MOST_SPACING && spacing < wanted && 2 * spacing * work <= LONGEST) spacing *= 2;
  return spacing;
}

/** Steps between two snapshots of a run that is not looked at after every step: copying a state takes as long as some steps. */
const SNAPSHOT_SPACING = 128;

/** Steps between two snapshots, at least. @param looks  `lookSpacing` of the run */
export function snapshotSpacing(looks: number): number {
  return looks === 1 ? 1 : SNAPSHOT_SPACING;
}

/** First step after `step` that is looked at; traces hold some of them. */
export function nextLook(step: number, spacing: number): number {
  return (Math.floor(step / spacing) + 1) * spacing;
}
