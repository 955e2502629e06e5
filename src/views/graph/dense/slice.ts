import { roundTicks, type Span } from '../../charts/axes.ts';
import { curveProbe, inputSpan, mapProbe } from '../../charts/learned/probe.ts';

/** The part of the space of inputs over which a network is drawn: one or two of them vary, the rest are held. */
export interface Slice {
  /** Inputs that vary: one, or first that to the right, then that upwards. */
  readonly axes: readonly number[];
  /** Extent of each of them. */
  readonly spans: readonly Span[];
  /** [inputs] where all are held; of those that vary it says nothing. */
  readonly held: Float64Array;
}

interface Inputs {
  readonly inputCount: number;
  readonly sampleCount: number;
  readonly inputs: Float64Array;
  readonly testInputs: Float64Array;
}

/** The slice along some inputs, through one sample. */
export function sliceOf(
  { inputCount, sampleCount, inputs, testInputs }: Inputs,
  axes: readonly number[],
  sample: number,
): Slice {
  const at = Math.min(sample, sampleCount - 1) * inputCount;
  return {
    axes,
    spans: axes.map((input) => inputSpan([inputs, testInputs], inputCount, input)),
    held: inputs.slice(at, at + inputCount),
  };
}

/**
 * Inputs of every place of a slice: `side` along one axis, ends included, or side × side centres of cells, row by row from
 * the bottom.
 *  @returns [places × inputs]
 */
export function placesOf({ axes, spans, held }: Slice, side: number): Float64Array {
  const along = axes.length === 1 ? curveProbe(spans[0], side) : mapProbe(spans[0], spans[1], side);
  const count = along.length / axes.length;
  const places = new Float64Array(count * held.length);
  for (let place = 0; place < count; place++) {
    places.set(held, place * held.length);
    axes.forEach((input, axis) => {
      places[place * held.length + input] = along[place * axes.length + axis];
    });
  }
  return places;
}

/** Sides of the maps of single neurons, and of the large one. */
const SMALLEST = 12;
const LARGEST = 48;
const PLOT_LARGEST = 96;
/** Points of curves. */
const CURVE = 48;
const PLOT_CURVE = 192;
/** Triangles of a level of quality to a place of the large map. */
const PER_PLACE = 26;

/** Multiplications of one look at all places, half of them for each of the two: some milliseconds. */
const MOST_WORK = 6e6;

/**
 * How many places of a slice are looked at, along each axis: as many numbers in all as pictures may spend triangles, and
 * no longer than a look may take, so that wide networks and slow devices look less closely.
 *  @param triangles  see store/quality
 */
export function sidesOf(
  axes: number,
  { neurons, weights }: { readonly neurons: number; readonly weights: number },
  triangles: number,
): { readonly tile: number; readonly plot: number } {
  const most = MOST_WORK / 2 / weights;
  if (axes === 1) {
    const tile = Math.max(SMALLEST, Math.min(CURVE, Math.floor(Math.min(triangles / neurons, most))));
    return { tile, plot: Math.max(SMALLEST, Math.min(PLOT_CURVE, Math.floor(most))) };
  }
  const within = (side: number, low: number, high: number): number =>
    Math.max(low, Math.min(high, Math.floor(side)));
  return {
    tile: within(Math.sqrt(Math.min(triangles / neurons, most)), SMALLEST, LARGEST),
    plot: within(Math.sqrt(Math.min(triangles / PER_PLACE, most)), SMALLEST, PLOT_LARGEST),
  };
}

/** Three round numbers along an axis, lowest first; fewer where the span holds fewer. */
export function ticksOf(span: Span): readonly number[] {
  const ticks = roundTicks(span, 4);
  if (ticks.length <= 3) return ticks;
  return [ticks[0], ticks[Math.floor((ticks.length - 1) / 2)], ticks[ticks.length - 1]];
}

/** Where a value stands along an axis, −1 at its beginning and 1 at its end. */
export function along({ min, max }: Span, value: number): number {
  return (2 * (value - min)) / (max - min) - 1;
}
