import type { Reals, System } from '../physics/types.ts';
import { PEAK } from './frame.ts';
import { joinLayers, layerCountOf, layerRuns, type LayerRuns } from './layerRuns.ts';
import { isTraced, lookSpacing } from './looks.ts';
import type { Simulation } from './simulation.ts';
import type { SourceCache } from './sources.ts';

/** Numbers of activations that are looked at for one row at most; beyond, evenly spaced samples stand for all. */
const MOST_ACTIVATIONS = 200_000;

/**
 * The largest that everything drawn on a scale has been in the run so far: what scales of pictures hold. So far is all
 * that is known of the run: wound back it keeps its scale, for the same steps come again; an edit makes another future,
 * whose scale begins with what was reached up to it. A function of the run, never of what was drawn.
 *
 * Slots: those of PEAK, then |w| of every track, then |w − w′| of the main run and each of them.
 */
export class Peaks {
  /** [slots] of all that is known of the run. */
  readonly known: Float64Array;
  /** [slots] up to the step that was looked at last, and without that look. */
  private readonly reached: Float64Array;
  private readonly before: Float64Array;
  private step = -1;
  private readonly layers: Layers;
  private readonly sources: SourceCache;
  private readonly layerCount: number;
  private readonly trackCount: number;
  private readonly looks: number;

  constructor(simulation: Simulation, sources: SourceCache) {
    const [{ system }] = simulation.tracks;
    this.sources = sources;
    this.layers = new Layers(system);
    this.layerCount = this.layers.count;
    this.trackCount = simulation.tracks.length;
    this.looks = lookSpacing(simulation);
    const none = (): Float64Array => {
      const slots = new Float64Array(PEAK.layers + this.layerCount + 2 * this.trackCount);
      slots[PEAK.undamped] = -Infinity;
      return slots;
    };
    this.known = none();
    this.reached = none();
    this.before = none();
  }

  /** Slot of a track's |w|. */
  weights(track: number): number {
    return PEAK.layers + this.layerCount + track;
  }

  /** Slot of |w − w′|. */
  difference(track: number): number {
    return this.weights(this.trackCount) + track;
  }

  /** Looks at the present step, one of those that are looked at. */
  look(simulation: Simulation): void {
    const { step } = simulation;
    if (step !== this.step) this.before.set(this.reached);
    this.step = step;
    this.reached.set(this.before);
    this.join(simulation, this.reached);
    for (let slot = 0; slot < this.known.length; slot++) {
      this.known[slot] = Math.max(this.known[slot], this.reached[slot]);
    }
  }

  /** The state of the present step is another one by an edit, and so is what follows. */
  edited(simulation: Simulation): void {
    this.known.fill(-Infinity);
    this.look(simulation);
  }

  /** What had been reached before the present step: what is to be kept with a snapshot of it. */
  save({ step }: Simulation): Float64Array {
    return (step === this.step ? this.before : this.reached).slice();
  }

  /**
   * The run was wound back to a state.
   *  @param before  what was kept with it
   *  @param known   whether what came after it will come again
   */
  resume(simulation: Simulation, before: Float64Array, known: boolean): void {
    this.before.set(before);
    this.step = simulation.step;
    if (known) this.look(simulation);
    else this.edited(simulation);
  }

  /** Lets slots grow to what the present state needs. */
  private join(simulation: Simulation, slots: Float64Array): void {
    const { tracks } = simulation;
    const [main] = tracks;
    const grow = (slot: number, value: number): void => {
      // What is not finite is no state of a run: its step is taken back.
      if (value > slots[slot] && value < Infinity) slots[slot] = value;
    };
    let largestOfMain = 0;
    for (const [index, track] of tracks.entries()) {
      const shown = track.shown.read();
      const largest = track.shown.amplitude();
      grow(this.weights(index), largest);
      if (index === 0) largestOfMain = largest;
      if (index > 0 && shown.length === main.weights.length) {
        grow(this.difference(index), distance(main.weights, shown));
      }
    }
    const growth = 0.5 * main.expansion.dimension * simulation.logScaleFactor();
    if (largestOfMain > 0 && Number.isFinite(growth)) grow(PEAK.undamped, Math.log(largestOfMain) + growth);
    if (!isTraced(simulation.step, this.looks)) return;
    // Those of all samples stand behind those at work.
    for (const batch of main.batchAtWork === null ? [null] : [main.batchAtWork, null]) {
      const sources = this.sources.of(main.system, batch, main.batchScale);
      if (sources === null) break;
      grow(PEAK.J, sources.largestJ);
      grow(PEAK.K, main.stiffness * sources.largestK);
    }
    if (main.system.showsWeights === true) grow(PEAK.layers, largestOfMain);
    else this.layers.join(main.system, main.weights, slots, PEAK.layers);
  }
}

/** Largest |activation| of each layer of the main run's neurons, over the samples. */
class Layers {
  readonly count: number;
  private readonly runs: LayerRuns;
  private readonly values: Float64Array;
  private readonly every: number;

  constructor({ layout, sampleCount }: System) {
    const { count } = layout.neurons;
    this.runs = layerRuns(layout);
    this.count = layerCountOf(this.runs);
    this.values = new Float64Array(count);
    this.every = Math.max(1, Math.ceil((count * sampleCount) / MOST_ACTIVATIONS));
  }

  join(system: System, weights: Reals, slots: Float64Array, from: number): void {
    if (this.count === 0) return;
    // Fields have no samples, and values all the same.
    for (let sample = 0; sample < Math.max(1, system.sampleCount); sample += this.every) {
      system.activations(weights, sample, this.values);
      joinLayers(this.runs, this.values, slots, from);
    }
  }
}

/** Largest |x − y| that is finite. */
function distance(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let largest = 0;
  for (let i = 0; i < x.length; i++) {
    const size = Math.abs(x[i] - y[i]);
    if (size > largest && size < Infinity) largest = size;
  }
  return largest;
}
