import type { Instant } from '../observables/types.ts';
import { sampleAtWork, slopeOfCost, stateIn, systemObstacle, type Obstacle } from './decomposition.ts';
import { BulkBoundary, TERMS, type LayerSlopes, type LayerState } from './lagrangian.ts';
import { isLayered, LayersInMotion, type LayeredSystem } from './motion.ts';

/** Step of the central differences of exact slopes, in units of the number itself or 1: errs by 1e-9 or so. */
const STEP = 1e-5;

/**
 * Which layers are coupled: root of the sum of squares of a block's second derivatives.
 * Blocks are W⁽⁰⁾, z⁽¹⁾, W⁽¹⁾, z⁽²⁾, … of L, and W⁽⁰⁾, b⁽⁰⁾, W⁽¹⁾, b⁽¹⁾, … of the cost.
 */
export interface Locality {
  /** Why L is not split; null where it is. */
  readonly obstacle: Obstacle | null;
  /** M. */
  readonly depth: number;
  /** [2M × 2M] of the chosen terms of L, in positions and velocities of (W, z) at once; null where L is not split. */
  readonly local: Float64Array | null;
  /** [2M × 2M] of the cost of the samples at work, in (W, b). */
  readonly dense: Float64Array;
}

/**
 * Couplings of layers in L of the sample at work, and in its cost.
 *    a term m of L couples {W⁽ᵐ⁾, z⁽ᵐ⁾, z⁽ᵐ⁺¹⁾} and their velocities alone: block-tridiagonal in the layers; ∂ℓ/∂W|_z = 0.
 *  What a term does not couple is 0 to the bit. Elsewhere **approximate**: central differences of exact slopes.
 *  @param chosen  [7] how many times each term of L counts
 *  Yields between columns; takes what it needs of the state before. O(P²). Source: physics.md 6.
 */
export function* localityOf(instant: Instant, chosen: readonly number[]): Generator<undefined, Locality> {
  const { system } = instant;
  if (!isLayered(system)) throw new RangeError(`${system.kind}: expected a network of layers`);
  const taken = {
    ...instant,
    batch: instant.batch === null ? null : Int32Array.from(instant.batch),
    weights: Float64Array.from(instant.weights),
    velocity: Float64Array.from(instant.velocity),
  };
  const sample = sampleAtWork(taken);
  const obstacle = sample === null ? 'batch' : systemObstacle(system);
  const depth = system.layers.laws.length;
  const local =
    sample === null || obstacle !== null ? null : yield* localBlocks(system, taken, sample, chosen);
  return { obstacle, depth, local, dense: yield* denseBlocks(system, taken) };
}

/** Adds the squares of (ahead − behind)/2h to one column of blocks. */
function addSquares(
  ahead: ArrayLike<number>,
  behind: ArrayLike<number>,
  h: number,
  rows: Int32Array | null,
  into: Float64Array,
  at: number,
): void {
  const count = rows?.length ?? ahead.length;
  for (let k = 0; k < count; k++) {
    const n = rows === null ? k : rows[k];
    const second = (ahead[n] - behind[n]) / (2 * h);
    into[at] += second * second;
  }
}

function* localBlocks(
  system: LayeredSystem,
  instant: Instant,
  sample: number,
  chosen: readonly number[],
): Generator<undefined, Float64Array> {
  const motion = new LayersInMotion(system);
  motion.follow(instant.weights, instant.velocity, sample);
  const { layers } = motion.chain;
  const theory = new BulkBoundary(motion.chain, motion.laws);
  const state = copied(stateIn(motion, instant));
  const cost = slopeOfCost(system, sample, instant.batchScale);
  const [ahead, behind] = [slopesFor(state), slopesFor(state)];
  const blocks = 2 * layers.length;
  const squares = new Float64Array(blocks * blocks);

  const column = (values: Float64Array, n: number, block: number): void => {
    const here = values[n];
    const h = STEP * Math.max(1, Math.abs(here));
    values[n] = here + h;
    theory.slopes(state, cost, chosen, ahead);
    values[n] = here - h;
    theory.slopes(state, cost, chosen, behind);
    values[n] = here;
    layers.forEach(({ weights }, m) => {
      const at = 2 * m * blocks + block;
      addSquares(ahead.weights, behind.weights, h, weights, squares, at);
      addSquares(ahead.velocity, behind.velocity, h, weights, squares, at);
      addSquares(ahead.z[m], behind.z[m], h, null, squares, at + blocks);
      addSquares(ahead.zRate[m], behind.zRate[m], h, null, squares, at + blocks);
    });
  };
  for (const [m, { weights, rows }] of layers.entries()) {
    for (const n of weights) {
      column(state.weights, n, 2 * m);
      column(state.velocity, n, 2 * m);
      yield;
    }
    for (let i = 0; i < rows; i++) {
      column(state.z[m], i, 2 * m + 1);
      column(state.zRate[m], i, 2 * m + 1);
      yield;
    }
  }
  return squares.map(Math.sqrt);
}

function* denseBlocks(system: LayeredSystem, instant: Instant): Generator<undefined, Float64Array> {
  const { layers } = new LayersInMotion(system).chain;
  const { weights: values, batch, batchScale, stiffness } = instant;
  const at = Float64Array.from(values);
  const [ahead, behind] = [new Float64Array(at.length), new Float64Array(at.length)];
  const lists = layers.flatMap(({ weights, biases }) => [weights, biases]);
  const squares = new Float64Array(lists.length * lists.length);
  for (const [column, list] of lists.entries()) {
    for (const n of list) {
      const here = at[n];
      const h = STEP * Math.max(1, Math.abs(here));
      at[n] = here + h;
      system.force.gradient(at, batch, stiffness, ahead);
      at[n] = here - h;
      system.force.gradient(at, batch, stiffness, behind);
      at[n] = here;
      lists.forEach((rows, row) => {
        addSquares(ahead, behind, h / batchScale, rows, squares, row * lists.length + column);
      });
      yield;
    }
  }
  return squares.map(Math.sqrt);
}

type Open = { readonly [Name in keyof LayerState]: LayerState[Name] } & {
  readonly weights: Float64Array;
  readonly velocity: Float64Array;
};

function copied({ weights, velocity, z, zRate, input, inputRate }: LayerState): Open {
  return {
    weights: Float64Array.from(weights),
    velocity: Float64Array.from(velocity),
    z: z.map((row) => row.slice()),
    zRate: zRate.map((row) => row.slice()),
    input: input.slice(),
    inputRate: inputRate.slice(),
  };
}

function slopesFor({ weights, z }: Open): LayerSlopes {
  return {
    weights: new Float64Array(weights.length),
    velocity: new Float64Array(weights.length),
    z: z.map((row) => new Float64Array(row.length)),
    zRate: z.map((row) => new Float64Array(row.length)),
  };
}

/** Multiplicities by which a question for one term, 1 to 7, or for all of them, 0, counts the terms. */
export function countedTerms(term: number): readonly number[] {
  return Array.from({ length: TERMS }, (_, n) => (term === 0 || term === n + 1 ? 1 : 0));
}
