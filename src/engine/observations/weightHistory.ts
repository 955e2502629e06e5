import type { Edit, StateCommand } from '../../scenario/types.ts';
import { observation } from './types.ts';

/** The past of some weights, at the steps of the snapshots and now. */
export interface WeightHistory {
  readonly weights: readonly number[];
  readonly steps: Float64Array;
  readonly times: Float64Array;
  /** One entry per track: [steps × weights × 2], value and rate of change. */
  readonly tracks: readonly Float64Array[];
}

/** Weights and their rates of change up to the present step, as they are shown: of a continuum at the network's sites. */
export const weightHistory = observation({
  id: 'weight-history',
  parameters: {
    weights: { type: 'indices', default: null, help: 'Weights whose past is wanted.' },
  },
  shape: '{ weights, steps, times, tracks: [steps × weights × 2] each, value and rate of change }',
  cadence: 'frame',
  create({ weights: asked }, { simulation, history }) {
    const count = simulation.tracks[0].weights.length;
    const weights = weightsOf(asked, count);
    return {
      read(): WeightHistory | null {
        if (weights.length === 0) return null;
        const { step } = simulation;
        const past = history.all.filter((snapshot) => snapshot.step < step);
        const rows = past.length + 1;
        const steps = Float64Array.from([...past, simulation], (state) => state.step);
        const times = Float64Array.from([...past, simulation], (state) => state.time);
        const met = statesIn(simulation.document.edits.slice(0, simulation.applied));
        const tracks = simulation.tracks.map((track, index) => {
          const alike = simulation.isAlike(track);
          const values = new Float64Array(rows * weights.length * 2);
          for (let row = 0; row < rows; row++) {
            // A snapshot of the step at which runs met may be from before they did.
            const set = row < past.length && alike ? met(past[row].step, track.id) : undefined;
            const late = set !== undefined && set.index >= past[row].editCursor;
            const state = late ? set.state : row < past.length ? past[row].tracks[index] : track;
            weights.forEach((weight, column) => {
              const at = 2 * (row * weights.length + column);
              values[at] = track.shown.at(state.weights, weight);
              values[at + 1] = track.shown.at(state.velocity, weight);
            });
          }
          return values;
        });
        return { weights, steps, times, tracks };
      },
    };
  },
});

/** The last state that was set of a run at a step. */
function statesIn(
  edits: readonly Edit[],
): (step: number, id: string) => { readonly index: number; readonly state: StateCommand } | undefined {
  const all = edits.flatMap(({ step, command }, index) =>
    command.kind === 'state' ? [{ step, index, state: command }] : [],
  );
  return (step, id) => all.filter((one) => one.step === step && (one.state.track ?? id) === id).at(-1);
}

/** Those of the weights asked for that there are; all where none are named. */
export function weightsOf(asked: readonly number[] | null, count: number): readonly number[] {
  return asked === null
    ? Array.from({ length: count }, (_, weight) => weight)
    : asked.filter((weight) => weight < count);
}
