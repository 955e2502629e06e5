import { FieldTape, gridOf, nextTaped, rowOf } from './fieldTape.ts';
import { Reliving } from './reliving.ts';
import { observation } from './types.ts';
import { weightsOf } from './weightHistory.ts';

/**
 * The past of a row of weights of the main track, at no more rows than were asked for: at every multiple of `spacing`
 * steps, whatever was watched then, and at the present. Steps that are missing are still being lived again.
 */
export interface FieldPast {
  readonly weights: readonly number[];
  /** Steps between rows, a power of two. */
  readonly spacing: number;
  /** Whether no row is missing. */
  readonly complete: boolean;
  /** [rows] the last one is the present. */
  readonly steps: Float64Array;
  readonly times: Float64Array;
  /** [rows × weights] */
  readonly values: Float64Array;
}

/** The past of a row of the field: kept while it is followed, else of snapshots, else lived again. **exact** */
export const fieldPast = observation({
  id: 'field-past',
  parameters: {
    weights: { type: 'indices', default: null, help: 'Weights of the main track whose past is wanted.' },
    rows: { type: 'count', default: 192, help: 'At most so many rows, the present among them.' },
    from: {
      type: 'number',
      default: -Infinity,
      help: 'Time from which it is wanted: rows before the last one up to it are left out.',
    },
    last: {
      type: 'count',
      default: 0,
      help: 'Each of the last so many steps; 0: all steps from then on, thinned.',
    },
  },
  shape: '{ weights, spacing, complete, steps [rows], times [rows], values [rows × weights] }',
  cadence: 'step',
  create(query, { simulation, history, kernels }) {
    const tape = new FieldTape();
    const reliving = new Reliving(kernels);
    let asked = query;
    let weights: readonly number[] = [];
    /** What is missing cannot be had now. */
    let stuck = false;
    const missing = (): number | null => tape.missing(simulation.step, gridOf(simulation, asked), history);
    const ask = (next: typeof query): void => {
      asked = next;
      weights = weightsOf(next.weights, simulation.tracks[0].weights.length);
      tape.follow(weights);
      stuck = false;
    };
    ask(query);
    return {
      ask,
      next: () => (weights.length === 0 ? Infinity : nextTaped(simulation, asked)),
      keep() {
        tape.record(simulation);
        tape.thin(gridOf(simulation, asked), asked.rows);
      },
      read(): FieldPast | null {
        stuck = false;
        if (weights.length === 0) return null;
        const grid = gridOf(simulation, asked);
        const rows = [...tape.before(simulation.step, grid, history), rowOf(simulation, weights)];
        const values = new Float64Array(rows.length * weights.length);
        rows.forEach((row, index) => values.set(row.values, index * weights.length));
        const steps = Float64Array.from(rows, (row) => row.step);
        const times = Float64Array.from(rows, (row) => row.time);
        return { weights, spacing: grid.spacing, complete: missing() === null, steps, times, values };
      },
      pending: () => !stuck && weights.length > 0 && missing() !== null,
      work(mayGoOn) {
        let found = false;
        do {
          const wanted = missing();
          if (wanted === null) return found;
          const state = reliving.towards(wanted, simulation.document, history, mayGoOn);
          stuck = state === null;
          if (state === null || state.step < wanted) return found;
          tape.record(state);
          found = true;
        } while (mayGoOn());
        return found;
      },
      truncate() {
        tape.truncate(simulation.step);
        reliving.drop();
        stuck = false;
      },
    };
  },
});
