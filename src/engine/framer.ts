import { clockBound, textbookStep } from './clockLimits.ts';
import { frameBytes, frameViews, HEADER, PEAK, SCALAR, type FrameShape, type FrameViews } from './frame.ts';
import { joinLayers, layerCountOf, layerRuns, type LayerRuns } from './layerRuns.ts';
import type { Peaks } from './peaks.ts';
import { TRACE, traceColumns } from './protocol.ts';
import type { Recorder } from './recorder.ts';
import { writeModes } from './regime.ts';
import type { Simulation } from './simulation.ts';
import type { SourceCache } from './sources.ts';

/** Buffers that travel to the page and back. With none at home a frame is skipped, never simulated time. */
const POOL_SIZE = 3;

/** What frames of a run are made of, beside its state. */
export interface FramerParts {
  readonly sources: SourceCache;
  readonly recorder: Recorder;
  readonly peaks: Peaks;
}

/** Fills frames of one run into a pool of buffers. */
export class Framer {
  readonly shape: FrameShape;
  /** Sample whose activations are shown. */
  sample = 0;
  private readonly run: number;
  private readonly home: FrameViews[] = [];
  private readonly activations: readonly Float64Array[];
  private readonly sources: SourceCache;
  private readonly recorder: Recorder;
  private readonly peaks: Peaks;
  /** What is measured of the present state, as a trace row. */
  private readonly row: Float64Array;
  private readonly runs: LayerRuns;

  constructor(run: number, simulation: Simulation, parts: FramerParts) {
    this.run = run;
    this.sources = parts.sources;
    this.recorder = parts.recorder;
    this.peaks = parts.peaks;
    this.row = new Float64Array(traceColumns(simulation.tracks.length));
    const [main] = simulation.tracks;
    this.runs = layerRuns(main.system.layout);
    this.shape = {
      tracks: simulation.tracks.map(({ system, shown }) => {
        // A continuum partner has no neurons of its own.
        const own = shown.sampling === null;
        return {
          weightCount: shown.count,
          neuronCount: own ? system.layout.neurons.count : 0,
          showsWeights: own && system.showsWeights === true,
        };
      }),
      siteCount: main.system.weightCount,
      bondCount: main.system.layout.bonds.length / 2,
      layerCount: layerCountOf(this.runs),
      drawn: main.batchAtWork?.length ?? 0,
    };
    this.activations = this.shape.tracks.map(({ neuronCount }) => new Float64Array(neuronCount));
    for (let k = 0; k < POOL_SIZE; k++) {
      this.home.push(frameViews(new ArrayBuffer(frameBytes(this.shape)), this.shape));
    }
  }

  /** A filled frame, or null when every buffer is away. */
  fill(simulation: Simulation): FrameViews | null {
    const frame = this.place(simulation);
    if (frame !== null) this.move(simulation, frame);
    return frame;
  }

  /** What weights say of a frame: `move` makes it whole. Null when every buffer is away. */
  place(simulation: Simulation): FrameViews | null {
    const frame = this.home.pop();
    if (frame === undefined) return null;
    const [main] = simulation.tracks;
    const batch = main.batchAtWork;
    const { header } = frame;
    const gamma = simulation.gamma();
    header[HEADER.run] = this.run;
    header[HEADER.step] = simulation.step;
    header[HEADER.time] = simulation.time;
    header[HEADER.gamma] = gamma;
    header[HEADER.logScaleFactor] = simulation.logScaleFactor();
    header[HEADER.hubble] = gamma / main.expansion.dimension;
    header[HEADER.efolds] = simulation.efolds();
    // Where samples are drawn, the neurons show the first of those at work.
    // A hand may have taken samples away.
    const last = Math.max(0, main.system.sampleCount - 1);
    const sample = batch === null ? Math.min(this.sample, last) : batch[0];
    header[HEADER.sample] = sample;
    header[HEADER.batch] = batch === null ? -1 : batch[0];
    const bound = clockBound(simulation);
    header[HEADER.largestStep] = bound.largest;
    header[HEADER.boundTrack] = bound.track;
    header[HEADER.textbook] = textbookStep(simulation) ?? NaN;
    writeModes(header, simulation.modeFacts());
    const { peaks, recorder, row } = this;
    frame.peaks.set(peaks.known.subarray(0, frame.peaks.length));
    const sources = this.sources.of(main.system, batch, main.batchScale);
    if (batch !== null) frame.samples.set(batch);
    const all = batch === null ? null : this.sources.of(main.system, null, 1);
    if (all !== null) {
      scaleInto(frame.fullK, main.stiffness, all.K);
      frame.fullJ.set(all.J);
    }
    header[HEADER.sources] = sources === null ? 0 : 1;
    if (sources !== null) {
      // A buffer comes back as it went: what has not changed is in it, a quarter of the work on large lattices.
      const same =
        batch === null &&
        header[HEADER.couplings] === sources.id &&
        header[HEADER.stiffness] === main.stiffness;
      if (!same) {
        scaleInto(frame.couplingK, main.stiffness, sources.K);
        frame.sourceJ.set(sources.J);
      }
      header[HEADER.couplings] = sources.id;
      header[HEADER.stiffness] = main.stiffness;
      // A step that is not looked at may exceed those that are.
      grow(frame.peaks, PEAK.J, sources.largestJ);
      grow(frame.peaks, PEAK.K, main.stiffness * sources.largestK);
    }
    recorder.peekPositions(simulation, row);
    for (const [index, track] of simulation.tracks.entries()) {
      const { scalars, weights, activations } = frame.tracks[index];
      track.shown.write(weights);
      const size = track.shown.amplitude();
      scalars[SCALAR.amplitude] = size;
      scalars[SCALAR.peak] = Math.max(peaks.known[peaks.weights(index)], size);
      scalars[SCALAR.peakDifference] = peaks.known[peaks.difference(index)];
      if (track.shown.sampling !== null) {
        scalars[SCALAR.difference] = relativeDifference(frame.tracks[0].weights, weights);
        continue;
      }
      if (track.system.showsWeights === true) {
        if (index === 0) grow(frame.peaks, PEAK.layers, size);
        continue;
      }
      const values = this.activations[index];
      track.system.activations(track.weights, sample, values);
      activations.set(values);
      if (index === 0) joinLayers(this.runs, values, frame.peaks, PEAK.layers);
    }
    return frame;
  }

  /** Writes what is measured, once velocities stand where the weights of a placed frame stood. */
  move(simulation: Simulation, frame: FrameViews): void {
    const { row } = this;
    this.recorder.peekVelocities(simulation, row);
    for (const [index, { scalars }] of frame.tracks.entries()) {
      const from = TRACE.track + TRACE.perTrack * index;
      scalars.set(row.subarray(from, from + TRACE.perTrack));
    }
  }

  /** A buffer came back from the page. Buffers of other runs or sizes are dropped. */
  takeBack(buffer: ArrayBuffer): void {
    if (buffer.byteLength !== frameBytes(this.shape) || this.home.length >= POOL_SIZE) return;
    this.home.push(frameViews(buffer, this.shape));
  }

  /** Buffers at home. */
  get free(): number {
    return this.home.length;
  }
}

/** out ← s·x */
function scaleInto(out: Float32Array, s: number, x: Float32Array): void {
  if (s === 1) out.set(x);
  else for (let i = 0; i < x.length; i++) out[i] = s * x[i];
}

/** |x − y|/|y| */
function relativeDifference(x: Float32Array, y: Float32Array): number {
  let difference = 0;
  let size = 0;
  for (let i = 0; i < y.length; i++) {
    difference += (x[i] - y[i]) * (x[i] - y[i]);
    size += y[i] * y[i];
  }
  return Math.sqrt(difference / size);
}

/** Lets a slot grow to a size. */
function grow(slots: Float64Array, slot: number, size: number): void {
  if (size > slots[slot]) slots[slot] = size;
}
