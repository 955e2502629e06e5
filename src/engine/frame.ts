/**
 * A frame: what the pictures need of one instant, in one transferable ArrayBuffer with a fixed header
 * and named views over it. Frames are Float32 for drawing; physics is Float64.
 */

/** Sizes that fix a frame's layout for a whole run. */
export interface FrameShape {
  readonly tracks: readonly { readonly weightCount: number; readonly neuronCount: number }[];
  readonly siteCount: number;
  readonly bondCount: number;
}

/** Header slots, Float64. */
export const HEADER = {
  run: 0,
  step: 1,
  time: 2,
  gamma: 3,
  logScaleFactor: 4,
  hubble: 5,
  /** e-folds since t0. */
  efolds: 6,
  /** Sample whose activations are shown. */
  sample: 7,
  /** Sample at work in this step, −1 for the full batch. */
  batch: 8,
  /** 1 where sourceJ and couplingK hold the couplings of a quadratic cost. */
  sources: 9,
  /** Largest step of the clock that is stable for all its runs at the friction ahead; Infinity: no bound. */
  largestStep: 10,
  /** What friction makes of the main run's modes: regime.ts. */
  regime: 11,
  counted: 12,
  foundAt: 13,
  flat: 14,
  creeping: 15,
  swinging: 16,
  growing: 17,
  slowest: 18,
  fastest: 19,
} as const;
const HEADER_SLOTS = 20;

/** Scalars of each track, Float64. */
export const SCALAR = {
  cost: 0,
  batchCost: 1,
  kinetic: 2,
  testCost: 3,
  dissipated: 4,
  injected: 5,
  /** Largest |w|. */
  amplitude: 6,
  /** |w − w′|/|w′| of the main run and this track, where this is its continuum partner. */
  difference: 7,
} as const;
const SCALAR_SLOTS = 8;

export interface TrackViews {
  readonly scalars: Float64Array;
  /** [weightCount] */
  readonly weights: Float32Array;
  /** [neuronCount] */
  readonly activations: Float32Array;
}

export interface FrameViews {
  readonly buffer: ArrayBuffer;
  readonly header: Float64Array;
  readonly tracks: readonly TrackViews[];
  /** [siteCount] J of the batch at work. */
  readonly sourceJ: Float32Array;
  /** [bondCount] K of the batch at work. */
  readonly couplingK: Float32Array;
}

/** Bytes of one frame. */
export function frameBytes(shape: FrameShape): number {
  let floats = shape.siteCount + shape.bondCount;
  for (const track of shape.tracks) floats += track.weightCount + track.neuronCount;
  return 8 * (HEADER_SLOTS + SCALAR_SLOTS * shape.tracks.length) + 4 * floats;
}

/** Lays the named views over a buffer of `frameBytes(shape)` bytes. @throws RangeError when it is too small */
export function frameViews(buffer: ArrayBuffer, shape: FrameShape): FrameViews {
  if (buffer.byteLength < frameBytes(shape)) {
    throw new RangeError(`frame buffer of ${buffer.byteLength} bytes, needs ${frameBytes(shape)}`);
  }
  const header = new Float64Array(buffer, 0, HEADER_SLOTS);
  let at = 8 * HEADER_SLOTS;
  const scalars = shape.tracks.map(() => {
    const view = new Float64Array(buffer, at, SCALAR_SLOTS);
    at += 8 * SCALAR_SLOTS;
    return view;
  });
  const floats = (length: number): Float32Array => {
    const view = new Float32Array(buffer, at, length);
    at += 4 * length;
    return view;
  };
  const tracks = shape.tracks.map((track, index) => ({
    scalars: scalars[index],
    weights: floats(track.weightCount),
    activations: floats(track.neuronCount),
  }));
  return {
    buffer,
    header,
    tracks,
    sourceJ: floats(shape.siteCount),
    couplingK: floats(shape.bondCount),
  };
}
