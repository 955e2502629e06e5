/** What is measured in a track (track.ts). */
interface Measurable {
  readonly weights: ArrayLike<number>;
  readonly system: { readonly testCount: number; testCost(weights: ArrayLike<number>): number };
  readonly batchAtWork: Int32Array | null;
  readonly dissipatedEnergy: number;
  readonly injectedEnergy: number;
  cost(): number;
  batchCost(): number;
  kinetic(): number;
}

/**
 * What is measured of every track: the one list from which the columns of traces and the scalars of frames are made.
 * A quantity with extremes has two more, its lowest and highest value at the steps looked at since the row before:
 * rows stand further apart the longer a run is, and what happened between two of them is not lost.
 */
const PLAIN = {
  cost: (_track, cost) => cost,
  batchCost: (track, cost) => (track.batchAtWork === null ? cost : track.batchCost()),
  kinetic: (track) => track.kinetic(),
  dissipated: (track) => track.dissipatedEnergy,
  injected: (track) => track.injectedEnergy,
  /** NaN without a test set. */
  testCost: ({ system, weights }) => (system.testCount === 0 ? NaN : system.testCost(weights)),
} as const satisfies Readonly<Record<string, (track: Measurable, cost: number) => number>>;

export type PlainQuantity = keyof typeof PLAIN;
const NAMES = Object.keys(PLAIN) as readonly PlainQuantity[];

/** Quantities whose extremes between rows are kept; `energy` is cost + kinetic. */
export const EXTREMES = ['cost', 'batchCost', 'kinetic', 'energy'] as const;
export type Extreme = (typeof EXTREMES)[number];

export type TraceQuantity = PlainQuantity | `${Extreme}Low` | `${Extreme}High`;

export const TRACE_QUANTITIES: readonly TraceQuantity[] = [
  ...NAMES,
  ...EXTREMES.flatMap((name) => [`${name}Low`, `${name}High`] as const),
];

/** Slot of each quantity among those of a track. */
export const QUANTITY = Object.fromEntries(TRACE_QUANTITIES.map((name, slot) => [name, slot])) as Readonly<
  Record<TraceQuantity, number>
>;

/** Slot of the first extreme: lowest and highest of each in turn, in the order of EXTREMES. */
export const FIRST_EXTREME = NAMES.length;

/** Those of the motion; the others are known where the weights are. */
const MOVING: readonly PlainQuantity[] = ['kinetic', 'dissipated', 'injected'];
const RESTING = NAMES.filter((name) => !MOVING.includes(name));

/** Writes the plain quantities that the weights of a track say, from a slot on. */
export function measurePositions(track: Measurable, out: Float64Array, from = 0): void {
  const cost = track.cost();
  for (const name of RESTING) out[from + QUANTITY[name]] = PLAIN[name](track, cost);
}

/** Writes those of its motion. */
export function measureVelocities(track: Measurable, out: Float64Array, from = 0): void {
  for (const name of MOVING) out[from + QUANTITY[name]] = PLAIN[name](track, NaN);
}

/** The plain quantities of a track by name. */
export function quantitiesOf(track: Measurable): Readonly<Record<PlainQuantity, number>> {
  const values = new Float64Array(NAMES.length);
  measurePositions(track, values);
  measureVelocities(track, values);
  return Object.fromEntries(NAMES.map((name, n) => [name, values[n]])) as Record<PlainQuantity, number>;
}
