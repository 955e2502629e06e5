import type { Reals } from '../../../kernels/types.ts';
import type { Edit } from '../../../scenario/types.ts';
import type { History } from '../../history.ts';
import type { Simulation } from '../../simulation.ts';

/** Where a track was at a step. */
export interface PastState {
  readonly step: number;
  readonly weights: Reals;
}

/** Past of every track that shares the main run's space of weights, oldest first, the present left out. */
export interface Past {
  readonly track: number;
  readonly states: readonly PastState[];
}

/** Tracks whose weights mean what the main run's do. */
export function alikeTracks(simulation: Simulation): readonly number[] {
  return simulation.tracks.flatMap((track, index) => (simulation.isAlike(track) ? [index] : []));
}

/**
 * States that were kept, of every track in the main run's space: from the start, or from the last state that was set of it,
 * for what went before does not lead there.
 */
export function pastOf(simulation: Simulation, history: History): readonly Past[] {
  const { step, applied, document } = simulation;
  return alikeTracks(simulation).map((track) => {
    const { id } = simulation.tracks[track];
    const isSet = ({ command }: Edit): boolean => command.kind === 'state' && (command.track ?? id) === id;
    let set = applied - 1;
    while (set >= 0 && !isSet(document.edits[set])) set--;
    const last = set < 0 ? undefined : document.edits[set];
    const states: PastState[] = history.all
      .filter((state) => state.step < step && state.editCursor > set)
      .map((state) => ({ step: state.step, weights: state.tracks[track].weights }));
    // No snapshot need be of the moment itself.
    if (last?.command.kind === 'state' && last.step < step && states[0]?.step !== last.step) {
      states.unshift({ step: last.step, weights: weightsOfEdit(last.command) });
    }
    return { track, states };
  });
}

/** Arrays made of commands, which hold plain lists. */
const made = new WeakMap<object, Float64Array>();

function weightsOfEdit(command: { readonly weights: readonly number[] }): Float64Array {
  const known = made.get(command) ?? Float64Array.from(command.weights);
  made.set(command, known);
  return known;
}

/** At most so many of a list, evenly, the first and the last among them. */
export function thinned<T>(list: readonly T[], most: number): readonly T[] {
  if (list.length <= most) return list;
  return Array.from({ length: most }, (_, n) => list[Math.round((n * (list.length - 1)) / (most - 1))]);
}
