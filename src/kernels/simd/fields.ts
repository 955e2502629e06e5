import { typescriptKernels } from '../index.ts';
import type { Force, Kernels, Reals } from '../types.ts';
import { Arena, padded, type Program } from './program.ts';
import { statePlaces } from './states.ts';

/** States of the runs that share a theory, and what their integrators need of that size. */
const MOST_STATES = 48;
/** Samples of a batch that are told to the program at once. */
const MOST_SAMPLES = 1024;

/** What adds samples to a gradient: addresses of weights and of sums, which begin at 0, and the samples. */
type Evaluate = (weights: number, out: number, batch: Int32Array | null) => void;

/** Memory of one theory. */
interface Room {
  readonly program: Program;
  /** Rows of zeros, each with `edge` numbers to spare on both sides: the addresses of their first numbers. */
  rows(count: number, length: number, edge: number): { readonly at: number; readonly step: number };
  /** Numbers of the memory from an address on. */
  numbers(at: number, length: number): Float64Array;
  /** Tells the program a part of a batch of at most MOST_SAMPLES; returns how many. */
  list(batch: Int32Array | null, first: number, sampleCount: number): number;
  readonly listAt: number;
}

/** Bytes of a row. */
const rowBytes = (length: number, edge: number): number => padded(8 * (length + 2 * edge));

/**
 * The plain force with a loop of its own in double precision; states that lie elsewhere are copied.
 * @param bytes  that `prepare` takes
 */
function evaluated(plain: Force, bytes: number, prepare: (room: Room) => Evaluate): Force {
  const { size } = plain;
  try {
    const arena = new Arena(bytes + (MOST_STATES + 2) * padded(8 * size) + padded(4 * MOST_SAMPLES));
    const { program, memory } = arena;
    const { buffer } = memory;
    const numbers = (at: number, length: number): Float64Array => new Float64Array(buffer, at, length);
    const [weightsCopy, sumsCopy] = [0, 1].map(() => numbers(arena.take(8 * size), size));
    const listAt = arena.take(4 * MOST_SAMPLES);
    const list = new Int32Array(buffer, listAt, MOST_SAMPLES);
    const evaluate = prepare({
      program,
      numbers,
      rows(count, length, edge) {
        const step = rowBytes(length, edge);
        return { at: arena.take(count * step) + 8 * edge, step };
      },
      list(batch, first, sampleCount) {
        const count = Math.min(MOST_SAMPLES, (batch === null ? sampleCount : batch.length) - first);
        for (let n = 0; n < count; n++) list[n] = batch === null ? first + n : batch[first + n];
        return count;
      },
      listAt,
    });
    const places = statePlaces(arena, size, MOST_STATES);
    const holds = (array: Reals): boolean => array.buffer === buffer && array instanceof Float64Array;
    return {
      ...plain,
      reals: (single) => (single ? null : places(single)),
      gradient(weights, batch, _stiffness, out) {
        const from = holds(weights) ? weights : weightsCopy;
        if (from !== weights) from.set(weights);
        const to = holds(out) ? out : sumsCopy;
        to.fill(0);
        evaluate(from.byteOffset, to.byteOffset, batch);
        if (to !== out) out.set(to);
      },
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // No memory: the plain twin needs none.
    return plain;
  }
}

/** Copies samples [L × points], times a scale, into rows. */
function fillRows(
  room: Room,
  values: Float64Array,
  points: number,
  at: number,
  step: number,
  scale = 1,
): void {
  for (let l = 0; l * points < values.length; l++) {
    const row = values.subarray(l * points, (l + 1) * points);
    room.numbers(at + l * step, points).set(scale === 1 ? row : row.map((value) => scale * value));
  }
}

function twoFieldCell(...given: Parameters<Kernels['twoFieldCell']>): Force {
  const [p, q, r, points, inputs, targets] = given;
  const sampleCount = targets.length / points;
  const bytes = 2 * sampleCount * rowBytes(points, 0);
  return evaluated(typescriptKernels.twoFieldCell(...given), bytes, (room) => {
    const step = rowBytes(points, 0);
    const [x, y] = [inputs, targets].map((values) => {
      const { at } = room.rows(sampleCount, points, 0);
      fillRows(room, values, points, at, step, 2);
      return at;
    });
    return (weights, out, batch) => {
      const count = batch === null ? sampleCount : batch.length;
      for (let first = 0; first < count; first += MOST_SAMPLES) {
        const some = room.list(batch, first, sampleCount);
        room.program.twoFieldCell(weights, x, y, step, room.listAt, some, points, p, q, r, out);
      }
    };
  });
}

function twoFieldQuadratic(...given: Parameters<Kernels['twoFieldQuadratic']>): Force {
  const [q, r, mesh, points, moments] = given;
  const all = [moments.Y, moments.XY, moments.slopeY, moments.bendY];
  const sampleCount = moments.Y.length / points;
  const [slope, bend] = [mesh / 8, (mesh * mesh) / 16];
  const rowCount = 4 * sampleCount + 28;
  return evaluated(typescriptKernels.twoFieldQuadratic(...given), rowCount * rowBytes(points, 1), (room) => {
    const { program } = room;
    const data = all.map((values) => {
      const { at, step } = room.rows(sampleCount, points, 1);
      fillRows(room, values, points, at, step);
      return at;
    });
    const { at: sums, step } = room.rows(4, points, 1);
    // Of all samples, of those of a batch, and what a pass writes for itself.
    const [whole, some, scratch] = [0, 1, 2].map(() => room.rows(8, points, 1).at);
    /** Adds the moments of a batch, null for all, element by element as the twin does, and makes rows of their sums. */
    function gather(batch: Int32Array | null, rows: number): void {
      const count = batch === null ? sampleCount : batch.length;
      for (let n = 0; n < 4; n++) {
        const row = sums + n * step;
        room.numbers(row, points).fill(0);
        for (let b = 0; b < count; b++) {
          const l = batch === null ? b : batch[b];
          program.combine64(row, 1, data[n] + l * step, row, points);
        }
      }
      program.twoFieldSources(sums, step, points, q, r, rows);
    }
    gather(null, whole);
    return (weights, out, batch) => {
      if (batch !== null) gather(batch, some);
      const rows = batch === null ? whole : some;
      const mass = 8 * (batch === null ? sampleCount : batch.length) * r * r;
      program.twoFieldQuadratic(weights, rows, step, points, mass, slope, bend, scratch, out);
    };
  });
}

function fourField(...given: Parameters<Kernels['fourField']>): Force {
  const [p, q, r, mesh, points, inputs, targets] = given;
  const sampleCount = targets.length / points;
  const bytes = (2 * sampleCount + 4) * rowBytes(points, mesh);
  return evaluated(typescriptKernels.fourField(...given), bytes, (room) => {
    const [x, y] = [inputs, targets].map((values) => {
      const { at, step } = room.rows(sampleCount, points, mesh);
      fillRows(room, values, points, at, step);
      for (let l = 0; l < sampleCount; l++) {
        const row = at + l * step;
        room.numbers(row - 8 * mesh, mesh).set(room.numbers(row + 8 * (points - mesh), mesh));
      }
      return at;
    });
    const { at: scratch, step } = room.rows(4, points, mesh);
    const reach = 8 * mesh;
    return (weights, out, batch) => {
      const count = batch === null ? sampleCount : batch.length;
      for (let n = 0; n < count; n++) {
        const row = (batch === null ? n : batch[n]) * step;
        room.program.fourField(weights, x + row, y + row, points, reach, step, p, q, r, scratch, out);
      }
    };
  });
}

/** Forces of the two- and four-field theories as compiled loops. */
export const simdFields: Pick<Kernels, 'twoFieldCell' | 'twoFieldQuadratic' | 'fourField'> = {
  twoFieldCell,
  twoFieldQuadratic,
  fourField,
};
