import type { Kernels, Reals } from '../../../kernels/types.ts';
import { curvatureAxes, hasRank } from '../../../physics/landscape/curvature.ts';
import {
  orthonormalise,
  pathComponents,
  placeOn,
  shareOf,
  weightPlane,
  type Plane,
} from '../../../physics/landscape/plane.ts';
import { emptySlice, fillSlice, type Slice, type Window } from '../../../physics/landscape/slice.ts';
import type { System } from '../../../physics/types.ts';
import { ScenarioError } from '../../../scenario/types.ts';
import type { History } from '../../history.ts';
import { createSimulation, type Simulation } from '../../simulation.ts';
import { alikeTracks, pastOf, thinned } from './past.ts';

/** Which plane the cost is cut along, and how. */
export interface SliceQuery {
  /** Along the run's path; else along two directions of curvature where it stands. */
  readonly path: boolean;
  /** Ranks of those directions: 0, 1, … from the steepest; −1, −2, … from the flattest. */
  readonly first: number;
  readonly second: number;
  /** Steps of the run's future whose path counts. */
  readonly ahead: number;
  /** Points along a side. */
  readonly size: number;
  /** Factor on the width of the window. */
  readonly spread: number;
}

/** What an axis of a slice is. */
export type SliceAxis =
  | { readonly kind: 'weight'; readonly weight: number }
  /** A principal component of the path, with the part of Σ|W − mean|² that it holds alone. */
  | { readonly kind: 'path'; readonly share: number }
  /** An eigenvector of the Hessian: λ, and |H v − λ v|. */
  | { readonly kind: 'curvature'; readonly rank: number; readonly lambda: number; readonly residual: number };

/** Where the cost is cut. */
export interface SlicePlane extends Plane {
  readonly about: readonly [SliceAxis, SliceAxis];
  /** Part of the main run's motion that it holds, of the states it was made of; null where nothing has moved yet. */
  readonly share: number | null;
  readonly window: Window;
  /** Largest cost of the paths in the window; a picture need not show more. */
  readonly top: number;
  /** Time and factor on K of which the costs are. */
  readonly time: number;
  readonly stiffness: number;
  /** Steps of the future that were lived for it. */
  readonly ahead: number;
}

/** How far a slice has come. */
export interface Survey {
  readonly plane: SlicePlane | null;
  readonly slice: Slice | null;
  /** Part of the work that is done, 0 to 1. */
  readonly done: number;
}

/** Why a run has no slice. */
export class SurveyRefusal extends Error {
  readonly obstacle: 'one-weight' | 'not-finite';
  constructor(obstacle: SurveyRefusal['obstacle']) {
    super(`no slice of the cost: ${obstacle}`);
    this.name = 'SurveyRefusal';
    this.obstacle = obstacle;
  }
}

/** States of a path that are looked at, and numbers that they may be in all. */
const MOST_STATES = 96;
const MOST_NUMBERS = 4e6;
/** Multiplications that the run's future may take. */
const AHEAD_WORK = 3e8;
/** Room on either side of the paths, in their width. */
const MARGIN = 0.22;
/** Least width of one side of the window, in the other's. */
const NARROWEST = 0.3;
/** Parts of the work. */
const AHEAD_PART = 0.15;
const PLANE_PART = 0.3;

/**
 * Surveys the cost round a run: lives some of its future on a copy, chooses the plane and the window, and fills the
 * slice from coarse to fine. Nothing of it touches the run.
 *  @throws SurveyRefusal, and ScenarioError where a mode is asked for that cannot be had
 */
export function* survey(
  query: SliceQuery,
  simulation: Simulation,
  history: History,
  kernels: Kernels,
): Generator<Survey, Survey> {
  const [{ system, weights: now, stiffness }] = simulation.tracks;
  const { time } = simulation;
  const size = system.weightCount;
  if (size < 2) throw new SurveyRefusal('one-weight');
  for (const rank of [query.first, query.second]) {
    if (!hasRank(size, rank)) {
      throw new ScenarioError('observe.cost-slice', rank, `a rank that a system of ${size} weights can give`);
    }
  }
  const fromTop = (rank: number): number => (rank >= 0 ? rank : size + rank);
  if (fromTop(query.first) === fromTop(query.second)) {
    throw new ScenarioError('observe.cost-slice.second', query.second, 'another direction than the first');
  }
  const present = now.slice();
  const most = Math.max(4, Math.min(MOST_STATES, Math.floor(MOST_NUMBERS / size)));
  const alike = alikeTracks(simulation);
  const paths = new Map<number, Reals[]>(
    pastOf(simulation, history).map(({ track, states }) => [
      track,
      thinned(states, most).map(({ weights }) => weights.slice()),
    ]),
  );
  for (const track of alike) paths.get(track)?.push(simulation.tracks[track].weights.slice());
  const ahead = yield* liveAhead(query.ahead, most, simulation, kernels, paths);
  const main = paths.get(0) ?? [present];
  const found = yield* planeOf(query, system, present, stiffness, main);
  const all = [...paths.values()].flat();
  const window = windowOf(found.plane, all, present, query.spread);
  let top = -Infinity;
  for (const state of all) {
    const cost = system.cost(state, null, stiffness);
    if (cost < Infinity) top = Math.max(top, cost);
    yield { plane: null, slice: null, done: PLANE_PART };
  }
  if (!Number.isFinite(top)) throw new SurveyRefusal('not-finite');
  const moved = main.some((state) => state.some((value, i) => value !== present[i]));
  const plane: SlicePlane = {
    ...found.plane,
    about: found.about,
    share: moved ? shareOf(found.plane, main) : null,
    window,
    top,
    time,
    stiffness,
    ahead,
  };
  const slice = emptySlice(query.size);
  const count = slice.size * slice.size;
  for (const _ of fillSlice(system, plane, window, stiffness, slice)) {
    yield { plane, slice, done: PLANE_PART + ((1 - PLANE_PART) * slice.known) / count };
  }
  return { plane, slice, done: 1 };
}

/** Lives the run's future on a copy, as far as it comes. @returns steps that were lived */
function* liveAhead(
  asked: number,
  most: number,
  simulation: Simulation,
  kernels: Kernels,
  paths: ReadonlyMap<number, Reals[]>,
): Generator<Survey, number> {
  const work = simulation.tracks.reduce(
    (sum, { system }) => sum + system.weightCount * Math.max(1, system.sampleCount),
    0,
  );
  const steps = Math.min(asked, Math.max(most, Math.floor(AHEAD_WORK / work)));
  if (steps === 0) return 0;
  const stride = Math.max(1, Math.ceil(steps / most));
  let lived = 0;
  try {
    const copy = createSimulation(simulation.document, kernels);
    copy.restore(simulation.snapshot());
    while (lived < steps) {
      const { done, blowUp } = copy.advance(stride);
      if (blowUp !== null) return lived;
      lived += done;
      for (const [track, states] of paths) states.push(copy.tracks[track].weights.slice());
      yield { plane: null, slice: null, done: (AHEAD_PART * lived) / steps };
    }
  } catch (error) {
    // An edit of the known future that cannot be made ends it.
    if (!(error instanceof ScenarioError)) throw error;
  }
  return lived;
}

type Found = { readonly plane: Plane; readonly about: SlicePlane['about'] };

function* planeOf(
  { path, first, second }: SliceQuery,
  system: System,
  present: Reals,
  stiffness: number,
  states: readonly Reals[],
): Generator<Survey, Found> {
  const size = system.weightCount;
  if (size === 2) {
    // There is no other plane: all of the cost, over the weights themselves.
    const about = [0, 1].map((weight) => ({ kind: 'weight', weight }) as const);
    return { plane: weightPlane(2, 0, 1), about: [about[0], about[1]] };
  }
  const components = path ? pathComponents(states) : null;
  const directions = components?.directions ?? [];
  if (components !== null && directions.length === 2) {
    const axes = [directions[0], directions[1]] as const;
    const origin = components.mean;
    const alone = (axis: Float64Array): number =>
      shareOf({ origin, axes: [axis, new Float64Array(size)] }, states);
    return {
      plane: { origin, axes },
      about: [
        { kind: 'path', share: alone(axes[0]) },
        { kind: 'path', share: alone(axes[1]) },
      ],
    };
  }
  const ranks = [first, second];
  const search = curvatureAxes(system, present, stiffness, ranks);
  let next = search.next();
  while (next.done !== true) {
    yield { plane: null, slice: null, done: AHEAD_PART };
    next = search.next();
  }
  if (next.value === null) throw new SurveyRefusal('not-finite');
  const [a, b] = next.value;
  const about = (index: 0 | 1): SliceAxis => {
    const { lambda, residual } = index === 0 ? a : b;
    return { kind: 'curvature', rank: ranks[index], lambda, residual };
  };
  if (components !== null && directions.length === 1) {
    // A path along a line: beside it the direction of curvature that is less along it.
    const [line] = directions;
    const along = (axis: Float64Array): number => Math.abs(line.reduce((sum, x, i) => sum + x * axis[i], 0));
    const index = along(a.vector) <= along(b.vector) ? 0 : 1;
    const beside = (index === 0 ? a : b).vector.slice();
    orthonormalise(beside, [line]);
    return {
      plane: { origin: components.mean, axes: [line, beside] },
      about: [{ kind: 'path', share: 1 }, about(index)],
    };
  }
  return {
    plane: { origin: Float64Array.from(present), axes: [a.vector, b.vector] },
    about: [about(0), about(1)],
  };
}

/** A window that holds the paths with room round them. */
function windowOf(plane: Plane, states: readonly Reals[], present: Reals, spread: number): Window {
  const low = [Infinity, Infinity];
  const high = [-Infinity, -Infinity];
  const placed = { x: 0, y: 0, off: 0, squares: 0 };
  for (const state of states) {
    placeOn(plane, state, placed);
    if (!Number.isFinite(placed.squares)) continue;
    [placed.x, placed.y].forEach((value, axis) => {
      low[axis] = Math.min(low[axis], value);
      high[axis] = Math.max(high[axis], value);
    });
  }
  const width = [high[0] - low[0], high[1] - low[1]];
  // Where nothing moves the size of the weights is the only length there is.
  let squares = 0;
  for (const value of present) squares += value * value;
  const widest = Math.max(width[0], width[1]) || Math.sqrt(squares) || 1;
  const side = (axis: 0 | 1): readonly [number, number] => {
    const middle = (low[axis] + high[axis]) / 2;
    const half = (0.5 + MARGIN) * Math.max(width[axis], NARROWEST * widest) * spread;
    return [middle - half, middle + half];
  };
  return { x: side(0), y: side(1) };
}
