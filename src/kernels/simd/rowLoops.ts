import { typescriptRows } from '../typescript/rowLoops.ts';
import type { Reals, RowLoops } from '../types.ts';
import { Arena, padded } from './program.ts';
import { statePlaces } from './states.ts';

/** States of the runs that share a network, and what their integrators need of the size of a state. */
const MOST_STATES = 48;
/** Arrays of scratch of a network, for what is lost between them. */
const MOST_ARRAYS = 4096;
const MOST_TAPS = 4096;

const address = (array: Float64Array, at = 0): number => array.byteOffset + 8 * at;

/**
 * Loops of networks in a memory of their own: rows lie there; weights and gradients that do not are copied, as much of
 * them as a call is about. Where a call asks for what was not foreseen (more room, more taps) the plain loops run, over
 * the same arrays and to the same bits.
 * @throws RangeError where there is not so much memory
 */
export function simdRows(size: number, scratch: number): RowLoops {
  const arena = new Arena(
    8 * scratch + MOST_ARRAYS * padded(64) + (MOST_STATES + 2) * padded(8 * size) + padded(8 * MOST_TAPS),
  );
  const { program, memory } = arena;
  const { buffer } = memory;
  const reals = (count: number): Float64Array => new Float64Array(buffer, arena.take(8 * count), count);
  const copied = reals(size);
  const sums = reals(size);
  const taps = reals(MOST_TAPS);
  const states = statePlaces(arena, size, MOST_STATES);
  /** Whether some of the rows lie elsewhere. */
  let spilled = false;

  /** Where flat[at..at+count) can be read. */
  function read(flat: Reals, at: number, count: number): number {
    if (flat.buffer === buffer) return flat.byteOffset + 8 * at;
    for (let n = 0; n < count; n++) copied[n] = flat[at + n];
    return copied.byteOffset;
  }
  /** Where out[at..at+count) can be added to; `written` brings it back. */
  function summed(out: Reals, at: number, count: number): number {
    if (out.buffer === buffer) return out.byteOffset + 8 * at;
    for (let n = 0; n < count; n++) sums[n] = out[at + n];
    return sums.byteOffset;
  }
  function written(out: Reals, at: number, count: number): void {
    if (out.buffer === buffer) return;
    for (let n = 0; n < count; n++) out[at + n] = sums[n];
  }

  return {
    room(count) {
      const at = arena.take(8 * count);
      if (at >= 0) return new Float64Array(buffer, at, count);
      spilled = true;
      return new Float64Array(count);
    },
    reals: (single) => (single ? null : states(single)),
    multiply(flat, at, rowStep, columnStep, rows, columns, scale, source, width, target) {
      if (spilled) {
        typescriptRows.multiply(flat, at, rowStep, columnStep, rows, columns, scale, source, width, target);
        return;
      }
      const M = read(flat, at, rows * columns);
      const [from, to] = [address(source), address(target)];
      program.multiply(M, 8 * rowStep, 8 * columnStep, rows, columns, scale, from, width, to);
    },
    addOuter(delta, rows, value, columns, width, scale, out, at) {
      if (spilled) {
        typescriptRows.addOuter(delta, rows, value, columns, width, scale, out, at);
        return;
      }
      const count = rows * columns;
      const to = summed(out, at, count);
      program.addOuter(address(delta), rows, address(value), columns, width, scale, to);
      written(out, at, count);
    },
    addSums(source, from, rows, width, scale, out, at, step) {
      if (spilled) {
        typescriptRows.addSums(source, from, rows, width, scale, out, at, step);
        return;
      }
      const count = (rows - 1) * step + 1;
      const to = summed(out, at, count);
      program.addSums(address(source, from), rows, width, scale, to, 8 * step);
      written(out, at, count);
    },
    fillRows(flat, at, rows, scale, width, target) {
      if (spilled) typescriptRows.fillRows(flat, at, rows, scale, width, target);
      else program.fillRows(read(flat, at, rows), rows, scale, width, address(target));
    },
    product(a, b, count, out, outAt) {
      if (spilled) typescriptRows.product(a, b, count, out, outAt);
      else program.product(address(a), address(b), count, address(out, outAt));
    },
    doubleErrors(a, count, target) {
      if (spilled) typescriptRows.doubleErrors(a, count, target);
      else program.doubleErrors(address(a), count, address(target));
    },
    activate(activation, z, count, value, valueAt, slope, bend) {
      const { kind, p, q, r } = activation;
      if (!spilled) {
        const bent = bend === null ? 0 : address(bend);
        const [from, to, sloped] = [address(z), address(value, valueAt), address(slope)];
        if (kind === 'tanh') return program.tanhRows(from, count, to, sloped, bent);
        if (kind === 'sigmoid') return program.sigmoidRows(from, count, to, sloped, bent);
        if (bend === null && kind === 'quadratic') {
          return program.quadraticRows(from, count, p, q, r, to, sloped);
        }
        if (bend === null && kind === 'relu') return program.reluRows(from, count, to, sloped);
      }
      // The others have no loops of their own; the second derivatives of these are constants.
      typescriptRows.activate(activation, z, count, value, valueAt, slope, bend);
    },
    stencilSites(flat, at, fan, tapCount, biased, sites, source, width, target) {
      if (spilled) {
        typescriptRows.stencilSites(flat, at, fan, tapCount, biased, sites, source, width, target);
        return;
      }
      const w = read(flat, at, sites * fan);
      const [from, to] = [address(source), address(target)];
      program.stencilSites(w, 8 * fan, tapCount, biased ? 1 : 0, sites, from, width, to);
    },
    stencilBack(flat, at, fan, tapCount, sites, source, width, target) {
      if (spilled || tapCount > MOST_TAPS) {
        typescriptRows.stencilBack(flat, at, fan, tapCount, sites, source, width, target);
        return;
      }
      const w = read(flat, at, sites * fan);
      const [from, to] = [address(source), address(target)];
      program.stencilBack(w, 8 * fan, tapCount, sites, from, width, to, taps.byteOffset);
    },
    stencilShared(flat, at, step, tapCount, sites, source, width, target) {
      if (spilled || tapCount > MOST_TAPS) {
        typescriptRows.stencilShared(flat, at, step, tapCount, sites, source, width, target);
        return;
      }
      for (let k = 0; k < tapCount; k++) taps[k] = flat[at + k * step];
      const [from, to] = [address(source), address(target)];
      program.stencilShared(taps.byteOffset, 8, tapCount, from, width, sites * width, to);
    },
    addStencilSlopes(delta, from, sites, length, source, width, tapCount, out, at, fan) {
      if (spilled) {
        typescriptRows.addStencilSlopes(delta, from, sites, length, source, width, tapCount, out, at, fan);
        return;
      }
      const count = (sites - 1) * fan + tapCount;
      const to = summed(out, at, count);
      const d = address(delta, from);
      program.addStencilSlopes(d, sites, length, address(source), width, tapCount, to, 8 * fan);
      written(out, at, count);
    },
    pairSums(flat, at, row, count, out, outAt) {
      if (spilled) typescriptRows.pairSums(flat, at, row, count, out, outAt);
      else program.pairSums(read(flat, at, 2 * count), address(row), count, address(out, outAt));
    },
    addPairs(delta, from, row, count, out, at) {
      if (spilled) {
        typescriptRows.addPairs(delta, from, row, count, out, at);
        return;
      }
      const to = summed(out, at, 2 * count);
      program.addPairs(address(delta, from), address(row), count, to);
      written(out, at, 2 * count);
    },
  };
}
