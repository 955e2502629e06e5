import type { Reals } from '../types.ts';
import { Arena, padded, type Program } from './program.ts';
import { statePlaces } from './states.ts';

/** States of the runs that share a lattice, and what their integrators need of that size. */
const MOST_STATES = 48;
/** Bytes of all of them, of a large lattice. */
const MOST_BYTES = 268_435_456;

/** One pass over a lattice: the close of a step and the open of the next. */
export interface Stepper {
  readonly program: Program;
  /** Address of a row of scratch, of doubles. */
  readonly scratch: number;
  /** Whether an array lies in its memory. */
  holds(array: Reals): boolean;
  /** An array of its memory, to be kept; null where there is no room. */
  place(single: boolean, length: number): Reals | null;
  /** An array of the state's size beside the couplings, where a pass needs no copies; null when none is left. */
  readonly reals: (single: boolean) => Reals | null;
  /** The force alone. @returns whether it was evaluated: only where both arrays lie in its memory, in double precision */
  gradient(weights: Reals, stiffness: number, out: Reals): boolean;
  /** Sides, and addresses of the constants of one precision; rows are 1 on a ring. */
  lattice(single: boolean): Places & { readonly rows: number; readonly columns: number };
  /** Prepares passes over these arrays. @returns the pass; call `finish` after the last */
  begin(weights: Reals, velocity: Reals): () => void;
  /** Brings the state back, where it was copied. */
  finish(weights: Reals, velocity: Reals): void;
  /** Cost of the lattice, s the factor on K; null where the weights lie elsewhere. */
  readonly energy: (weights: Reals, stiffness: number) => number | null;
}

/** The constants of a lattice and the scratch of its passes, in elements. */
interface Lattice {
  readonly K: Float64Array;
  readonly J: Float64Array;
  readonly sources: Float64Array;
  readonly rows: number;
  readonly columns: number;
  /** Elements of scratch. */
  readonly scratch: number;
  /** Numbers of data that may come to lie beside it. */
  readonly data: number;
  /** Makes the pass of one precision from the addresses of state, constants and scratch. */
  pass(program: Program, single: boolean, at: Places): Pass;
  /** Evaluates the force in double precision. */
  force(program: Program, at: Places, weights: number, stiffness: number, out: number): void;
}

/** Addresses of constants and scratch. */
interface Places {
  readonly K: number;
  readonly J: number;
  readonly f: number;
  readonly scratch: number;
}

/** A pass over the states at two addresses, with the constants of one precision. */
type Pass = (weights: number, velocity: number) => void;

/** @throws RangeError where there is not so much memory */
function stepper(lattice: Lattice): Stepper {
  const { K, J, sources, rows, columns, scratch, data } = lattice;
  const size = J.length;
  const constants = K.length + 2 * size + scratch;
  // Both precisions, two states to copy into, and those of the runs. What is never written costs no memory.
  const most = Math.min(MOST_STATES, Math.max(6, Math.floor(MOST_BYTES / (8 * size))));
  const arena = new Arena(
    padded(12 * constants) +
      padded(8 * scratch) +
      2048 +
      (most + 4) * padded(8 * size) +
      padded(12 * data + 256),
  );
  const { program } = arena;
  const row = arena.take(8 * (scratch + 16));
  const prepared = new Map<boolean, { readonly at: Places; readonly pass: Pass }>();
  const copies = new Map<boolean, readonly [Reals, Reals]>();

  function place(single: boolean, length: number): Reals | null {
    const at = arena.take((single ? 4 : 8) * length);
    if (at < 0) return null;
    const { buffer } = arena.memory;
    return single ? new Float32Array(buffer, at, length) : new Float64Array(buffer, at, length);
  }
  function known(single: boolean, length: number): Reals {
    const found = place(single, length);
    if (found === null) throw new RangeError('the arena is too small for its own lattice');
    return found;
  }
  function prepare(single: boolean): { readonly at: Places; readonly pass: Pass } {
    const found = prepared.get(single);
    if (found !== undefined) return found;
    const arrays = [K, J, sources].map((values) => {
      const array = known(single, values.length);
      array.set(values);
      return array;
    });
    const [ownK, ownJ, own] = arrays;
    const at = {
      K: ownK.byteOffset,
      J: ownJ.byteOffset,
      f: own.byteOffset,
      scratch: known(single, scratch).byteOffset,
    };
    const made = { at, pass: lattice.pass(program, single, at) };
    prepared.set(single, made);
    return made;
  }
  const inside = (array: Reals): boolean => array.buffer === arena.memory.buffer;

  return {
    program,
    scratch: row,
    holds: inside,
    place,
    reals: statePlaces(arena, size, most),
    gradient(weights, stiffness, out) {
      if (!inside(weights) || !inside(out)) return false;
      if (weights instanceof Float32Array || out instanceof Float32Array) return false;
      lattice.force(program, prepare(false).at, weights.byteOffset, stiffness, out.byteOffset);
      return true;
    },
    lattice: (single) => ({ ...prepare(single).at, rows, columns }),
    begin(weights, velocity) {
      const single = weights instanceof Float32Array;
      const { pass } = prepare(single);
      let [w, v] = [weights, velocity];
      if (!inside(weights) || !inside(velocity)) {
        const own = copies.get(single) ?? [known(single, size), known(single, size)];
        copies.set(single, own);
        [w, v] = own;
        w.set(weights);
        v.set(velocity);
      }
      return () => pass(w.byteOffset, v.byteOffset);
    },
    finish(weights, velocity) {
      if (inside(weights) && inside(velocity)) return;
      const own = copies.get(weights instanceof Float32Array);
      if (own === undefined) return;
      weights.set(own[0]);
      velocity.set(own[1]);
    },
    energy(weights, stiffness) {
      if (!inside(weights)) return null;
      const { at } = prepare(false);
      const sum = weights instanceof Float32Array ? program.energy32 : program.energy64;
      return sum(weights.byteOffset, at.K, at.J, at.f, rows, columns, stiffness);
    },
  };
}

/** @throws RangeError where there is not so much memory */
export function ringStepper(K: Float64Array, J: Float64Array, force: Float64Array | null, data = 0): Stepper {
  const size = J.length;
  return stepper({
    K,
    J,
    sources: force ?? new Float64Array(size),
    rows: 1,
    columns: size,
    scratch: 0,
    data,
    pass: (program, single, { K: bonds, J: masses, f }) => {
      const run = single ? program.ring32 : program.ring64;
      return (weights, velocity) => run(weights, velocity, bonds, masses, f, size);
    },
    force: (program, at, weights, stiffness, out) =>
      program.ringForce(weights, at.K, at.J, at.f, size, stiffness, out),
  });
}

/** @throws RangeError where there is not so much memory */
export function torusStepper(
  rows: number,
  columns: number,
  K: Float64Array,
  J: Float64Array,
  force: Float64Array,
  data = 0,
): Stepper {
  return stepper({
    K,
    J,
    sources: force,
    data,
    rows,
    columns,
    scratch: 2 * (columns + 16),
    pass: (program, single, { K: bonds, J: masses, f, scratch }) => {
      const run = single ? program.torus32 : program.torus64;
      const top = scratch + (single ? 4 : 8) * (columns + 16);
      return (weights, velocity) => run(weights, velocity, bonds, masses, f, scratch, top, rows, columns);
    },
    force: (program, at, weights, stiffness, out) =>
      program.torusForce(weights, at.K, at.J, at.f, rows, columns, stiffness, out),
  });
}
