/**
 * A frame: what the pictures need of one instant, in one transferable ArrayBuffer with a fixed header
 * and named views over it. Frames are Float32 for drawing; physics is Float64.
 */
import { QUANTITY, TRACE_QUANTITIES } from './quantities.ts';

/** Sizes that fix a frame's layout for a whole run. */
export interface FrameShape {
  readonly tracks: readonly {
    readonly weightCount: number;
    readonly neuronCount: number;
    /** Its neurons show the weights: the same numbers stand for both. Left out: no. */
    readonly showsWeights?: boolean;
  }[];
  readonly siteCount: number;
  readonly bondCount: number;
  /** Layers of the main run's neurons. */
  readonly layerCount: number;
  /** Samples at work in a step; 0 for the full batch. */
  readonly drawn: number;
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
  /** First sample at work in this step, −1 for the full batch; all of them are in `samples`. */
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
  /** η Δt λ of a textbook step, stable below 2; NaN where nothing bounds it. */
  textbook: 20,
  /** Track whose bound `largestStep` is, −1 for none. */
  boundTrack: 21,
  /** Which couplings the buffer holds, and the factor on every K that they were written with: for who fills it again. */
  couplings: 22,
  stiffness: 23,
} as const;
const HEADER_SLOTS = 24;

const QUANTITIES = TRACE_QUANTITIES.length;

/** Scalars of each track, Float64: the quantities of traces first, their extremes those since the last row. */
export const SCALAR = {
  ...QUANTITY,
  /** Largest |w|. */
  amplitude: QUANTITIES,
  /** |w − w′|/|w′| of the main run and this track, where this is its continuum partner. */
  difference: QUANTITIES + 1,
  /** Largest |w| of the run so far. */
  peak: QUANTITIES + 2,
  /** Largest |w − w′| of the run so far, main run less this track; 0 where they have not the same weights. */
  peakDifference: QUANTITIES + 3,
} as const;
const SCALAR_SLOTS = QUANTITIES + 4;

/** Slots of `peaks`: what scales of pictures have to hold, the largest of the run so far. */
export const PEAK = {
  /** |J| and |K|. */
  J: 0,
  K: 1,
  /** ln of the largest a^{d/2}|w| of the main run; −Infinity where the field has been zero. */
  undamped: 2,
  /** First of the layers: largest activation of any sample. */
  layers: 3,
} as const;

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
  /** [PEAK.layers + layerCount] */
  readonly peaks: Float64Array;
  readonly tracks: readonly TrackViews[];
  /** [siteCount] J of the batch at work. */
  readonly sourceJ: Float32Array;
  /** [bondCount] K of the batch at work. */
  readonly couplingK: Float32Array;
  /** [siteCount] J and [bondCount] K of all samples; empty where those at work are all of them. */
  readonly fullJ: Float32Array;
  readonly fullK: Float32Array;
  /** [drawn] samples at work; whole numbers, of which Float32 holds 16 million. */
  readonly samples: Float32Array;
}

function peakSlots({ layerCount }: FrameShape): number {
  return PEAK.layers + layerCount;
}

/** Bytes of one frame. */
export function frameBytes(shape: FrameShape): number {
  const { siteCount, bondCount, drawn } = shape;
  let floats = (drawn === 0 ? 1 : 2) * (siteCount + bondCount) + drawn;
  for (const track of shape.tracks) {
    floats += track.weightCount + (track.showsWeights === true ? 0 : track.neuronCount);
  }
  const doubles = HEADER_SLOTS + peakSlots(shape) + SCALAR_SLOTS * shape.tracks.length;
  return 8 * doubles + 4 * floats;
}

/** Lays the named views over a buffer of `frameBytes(shape)` bytes. @throws RangeError when it is too small */
export function frameViews(buffer: ArrayBuffer, shape: FrameShape): FrameViews {
  if (buffer.byteLength < frameBytes(shape)) {
    throw new RangeError(`frame buffer of ${buffer.byteLength} bytes, needs ${frameBytes(shape)}`);
  }
  const header = new Float64Array(buffer, 0, HEADER_SLOTS);
  const peaks = new Float64Array(buffer, 8 * HEADER_SLOTS, peakSlots(shape));
  let at = 8 * (HEADER_SLOTS + peaks.length);
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
  const tracks = shape.tracks.map(({ weightCount, neuronCount, showsWeights }, index) => {
    const weights = floats(weightCount);
    const activations = showsWeights === true ? weights : floats(neuronCount);
    return { scalars: scalars[index], weights, activations };
  });
  return {
    buffer,
    header,
    peaks,
    tracks,
    sourceJ: floats(shape.siteCount),
    couplingK: floats(shape.bondCount),
    fullJ: floats(shape.drawn === 0 ? 0 : shape.siteCount),
    fullK: floats(shape.drawn === 0 ? 0 : shape.bondCount),
    samples: floats(shape.drawn),
  };
}
