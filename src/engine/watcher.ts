import type { Kernels } from '../kernels/types.ts';
import { FieldTape, gridOf, nextTaped, rowOf } from './fieldTape.ts';
import type { FieldPast, Learned, Watch, WatchedField, WeightHistory } from './protocol.ts';
import type { History } from './history.ts';
import { Reliving } from './reliving.ts';
import type { Simulation } from './simulation.ts';

/** Watched quantities are renewed at most this often. */
const INTERVAL_MS = 200;
/** Most numbers that one message of outputs or history carries per track. */
const LARGEST = 200_000;
const NOTHING: Watch = { outputs: false, probe: null, weights: [] };

/** Computes what the page watches beside frames and traces, a few times a second and only when it changed. */
export class Watcher {
  private watch: Watch = NOTHING;
  private shownAt = -Infinity;
  private shownStep = -1;
  private stale = true;
  private readonly tape = new FieldTape();
  private readonly reliving: Reliving;

  constructor(kernels: Kernels) {
    this.reliving = new Reliving(kernels);
  }

  set(watch: Watch): void {
    this.watch = watch;
    this.refresh();
  }

  /** Another run: nothing is known of its past. */
  open(): void {
    this.tape.forget();
    this.reliving.drop();
    this.refresh();
  }

  /** Step at which something is to be kept next; Infinity where what traces hold is enough. */
  next(simulation: Simulation): number {
    const { field } = this.watch;
    return field === undefined ? Infinity : nextTaped(simulation, field);
  }

  /** Keeps what will be wanted later, at the step that `next` told. */
  record(simulation: Simulation): void {
    const { field } = this.watch;
    if (field === undefined) return;
    this.tape.follow(watchedIn(field, simulation));
    this.tape.record(simulation);
    this.tape.thin(gridOf(simulation, field), field.rows);
  }

  /**
   * Lives the first missing row of the watched past again, for as long as it may.
   *  @returns whether something is still missing, and can be had
   */
  relive(simulation: Simulation, history: History, mayGoOn: () => boolean): boolean {
    const { field } = this.watch;
    if (field === undefined) return false;
    const weights = watchedIn(field, simulation);
    this.tape.follow(weights);
    do {
      const missing = this.tape.missing(simulation.step, gridOf(simulation, field), history);
      if (missing === null) return false;
      const state = this.reliving.towards(missing, simulation.document, history, mayGoOn);
      if (state === null) return false;
      if (state.step < missing) return true;
      this.tape.record(state);
      // What was missing is there now.
      this.stale = true;
    } while (mayGoOn());
    return true;
  }

  /** The future after a step is another one now. */
  truncate(step: number): void {
    this.tape.truncate(step);
    this.reliving.drop();
    this.refresh();
  }

  /** The state or the parameters changed without a step. */
  refresh(): void {
    this.stale = true;
    this.shownAt = -Infinity;
  }

  /** What has changed is due at once. */
  hurry(): void {
    this.shownAt = -Infinity;
  }

  /** Whether something is watched that has changed and is due. */
  due(step: number, now: number): boolean {
    const { outputs, probe, weights, field } = this.watch;
    if (!outputs && probe === null && weights.length === 0 && field === undefined) return false;
    return (this.stale || step !== this.shownStep) && now - this.shownAt >= INTERVAL_MS;
  }

  shown(step: number, now: number): void {
    this.shownStep = step;
    this.shownAt = now;
    this.stale = false;
  }

  /** Outputs of every track; null when none are watched. */
  learned(simulation: Simulation): Learned | null {
    const { outputs, probe } = this.watch;
    if (!outputs && probe === null) return null;
    const tracks = simulation.tracks.map(({ system, weights }) => {
      const count = outputs ? system.sampleCount * system.outputCount : 0;
      const testCount = outputs ? system.testCount * system.outputCount : 0;
      const read = new Float64Array(count <= LARGEST ? count : 0);
      const test = new Float64Array(testCount <= LARGEST ? testCount : 0);
      if (read.length > 0) system.outputs(weights, read);
      if (test.length > 0) system.testOutputs(weights, test);
      return {
        outputs: Float32Array.from(read),
        testOutputs: Float32Array.from(test),
        probe: Float32Array.from(probe === null ? [] : system.evaluate(weights, probe)),
      };
    });
    return { step: simulation.step, tracks };
  }

  /** The past of the watched weights up to the present step; null when none are watched. */
  past(simulation: Simulation, history: History): WeightHistory | null {
    const weights = this.watch.weights.filter(
      (weight) => weight >= 0 && weight < simulation.tracks[0].weights.length,
    );
    if (weights.length === 0) return null;
    const { step } = simulation;
    const past = history.all.filter((snapshot) => snapshot.step < step);
    const rows = past.length + 1;
    const steps = new Float64Array(rows);
    const times = new Float64Array(rows);
    past.forEach((snapshot, row) => {
      steps[row] = snapshot.step;
      times[row] = snapshot.time;
    });
    steps[rows - 1] = step;
    times[rows - 1] = simulation.time;
    const tracks = simulation.tracks.map((track, index) => {
      const values = new Float64Array(rows * weights.length * 2);
      for (let row = 0; row < rows; row++) {
        const state = row < past.length ? past[row].tracks[index] : track;
        weights.forEach((weight, column) => {
          const at = 2 * (row * weights.length + column);
          values[at] = track.shownAt(state.weights, weight);
          values[at + 1] = track.shownAt(state.velocity, weight);
        });
      }
      return values;
    });
    return { weights, steps, times, tracks };
  }

  /** The past of the watched row of weights up to the present; null when none is watched. */
  fieldPast(simulation: Simulation, history: History): FieldPast | null {
    const { field } = this.watch;
    if (field === undefined) return null;
    const weights = watchedIn(field, simulation);
    if (weights.length === 0) return null;
    this.tape.follow(weights);
    const grid = gridOf(simulation, field);
    const { step } = simulation;
    const rows = [...this.tape.before(step, grid, history), rowOf(simulation, weights)];
    const values = new Float64Array(rows.length * weights.length);
    rows.forEach((row, index) => values.set(row.values, index * weights.length));
    const steps = Float64Array.from(rows, (row) => row.step);
    const times = Float64Array.from(rows, (row) => row.time);
    const complete = this.tape.missing(step, grid, history) === null;
    return { weights, spacing: grid.spacing, complete, steps, times, values };
  }
}

/** The weights of a watched row that the main track has. */
function watchedIn({ weights }: WatchedField, { tracks: [main] }: Simulation): readonly number[] {
  return weights.filter((weight) => weight >= 0 && weight < main.weights.length);
}
