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
const PLOT_SMALLEST = 48;
const PLOT_LARGEST = 96;
/** Points of curves. */
const CURVE = 48;
const PLOT_CURVE = 192;
/** Triangles of a level of quality to a place of the large map. */
const PER_PLACE = 26;

/**
 * How many places of a slice are looked at, along each axis: as many numbers in all as pictures may spend triangles, so
 * that wide networks and slow devices look less closely.
 *  @param triangles  see store/quality
 */
export function sidesOf(
  axes: number,
  neurons: number,
  triangles: number,
): { readonly tile: number; readonly plot: number } {
  if (axes === 1) {
    const tile = Math.max(SMALLEST, Math.min(CURVE, Math.floor(triangles / neurons)));
    return { tile, plot: PLOT_CURVE };
  }
  const within = (side: number, low: number, high: number): number =>
    Math.max(low, Math.min(high, Math.floor(side)));
  return {
    tile: within(Math.sqrt(triangles / neurons), SMALLEST, LARGEST),
    plot: within(Math.sqrt(triangles / PER_PLACE), PLOT_SMALLEST, PLOT_LARGEST),
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
