/**
 * What is measured of every track: the one list from which the columns of traces and the scalars of frames are made.
 * A quantity with extremes has two more, its lowest and highest value at the steps looked at since the row before:
 * rows stand further apart the longer a run is, and what happened between two of them is not lost.
 */
const PLAIN = ['cost', 'batchCost', 'kinetic', 'dissipated', 'injected', 'testCost'] as const;

/** Quantities whose extremes between rows are kept; `energy` is cost + kinetic. */
export const EXTREMES = ['cost', 'batchCost', 'kinetic', 'energy'] as const;
export type Extreme = (typeof EXTREMES)[number];

export type TraceQuantity = (typeof PLAIN)[number] | `${Extreme}Low` | `${Extreme}High`;

export const TRACE_QUANTITIES: readonly TraceQuantity[] = [
  ...PLAIN,
  ...EXTREMES.flatMap((name) => [`${name}Low`, `${name}High`] as const),
];

/** Slot of each quantity among those of a track. */
export const QUANTITY = Object.fromEntries(TRACE_QUANTITIES.map((name, slot) => [name, slot])) as Readonly<
  Record<TraceQuantity, number>
>;

/** Slot of the first extreme: lowest and highest of each in turn, in the order of EXTREMES. */
export const FIRST_EXTREME = PLAIN.length;
