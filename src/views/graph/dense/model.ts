import type { RunInfo } from '../../../engine/protocol.ts';
import type { ChartTrack } from '../../charts/tracks.ts';
import { shownTracks } from '../../charts/tracks.ts';
import { sidesOf, sliceOf, type Slice } from './slice.ts';

/** What a hand chose to see of a network as a function. */
export interface Choice {
  /** Id of the track whose neurons are shown; null: the first that is drawn. */
  readonly track: string | null;
  readonly output: number;
  /** Inputs that vary; the first ones unless chosen. */
  readonly axes: readonly [number, number];
}

/** What is asked of the engine, and what its answer is then about. */
export interface Asked {
  readonly info: RunInfo;
  readonly slice: Slice;
  readonly track: ChartTrack;
  /** The next drawn track, whose line is drawn over; null where there is none. */
  readonly other: ChartTrack | null;
  readonly output: number;
  readonly tileSide: number;
  readonly plotSide: number;
}

/** Tracks that are functions of the same inputs and give as many outputs. */
function comparable(info: RunInfo, hidden: readonly string[]): readonly ChartTrack[] {
  const alike = (of: readonly string[]): readonly ChartTrack[] =>
    shownTracks(info, of).filter(
      ({ index }) => info.tracks[index].weightCount === info.tracks[0].weightCount,
    );
  const shown = alike(hidden);
  return shown.length > 0 ? shown : alike([]).slice(0, 1);
}

/** Tracks that a hand may choose from. */
export const tracksOf = comparable;

/**
 * Completes a choice for a run.
 *  @param sample     through which the slice goes, where more inputs are held
 *  @param triangles  see sidesOf
 */
export function askedOf(
  info: RunInfo,
  { track, output, axes }: Choice,
  hidden: readonly string[],
  sample: number,
  triangles: number,
): Asked {
  const { data, layout } = info;
  const tracks = comparable(info, hidden);
  const main = tracks.find(({ id }) => id === track) ?? tracks[0];
  const along = data.inputCount === 1 ? [0] : axes.every((input) => input < data.inputCount) ? axes : [0, 1];
  const sides = sidesOf(
    along.length,
    { neurons: layout.neurons.count, weights: info.tracks[0].weightCount },
    triangles,
  );
  return {
    info,
    slice: sliceOf(data, along, sample),
    track: main,
    other: tracks.find(({ id }) => id !== main.id) ?? null,
    output: Math.min(output, data.outputCount - 1),
    tileSide: sides.tile,
    plotSide: sides.plot,
  };
}

/** What the picture and what stands over it share: the choice of the hand, and what was asked for it. */
export interface Model {
  readonly choice: Choice;
  readonly asked: Asked | null;
  choose(choice: Partial<Choice>): void;
  /** What is asked from now on. */
  ask(asked: Asked | null): void;
  /** @returns what ends it */
  readonly listen: (listener: () => void) => () => void;
}

export function createModel(): Model {
  const listeners = new Set<() => void>();
  let choice: Choice = { track: null, output: 0, axes: [0, 1] };
  let asked: Asked | null = null;
  return {
    get choice() {
      return choice;
    },
    get asked() {
      return asked;
    },
    choose(changed) {
      choice = { ...choice, ...changed };
      for (const listener of listeners) listener();
    },
    ask(next) {
      asked = next;
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
