import { typescriptRows } from '../typescript/rowLoops.ts';
import type { Reals, RowLoops, Sequence } from '../types.ts';
import { Arena, padded } from './program.ts';
import { statePlaces } from './states.ts';
import { createRecorder, FROM_OUT, FROM_WEIGHTS, type TapedProgram } from './tape.ts';

/** States of the runs that share a network, and what their integrators need of the size of a state. */
const MOST_STATES = 48;
/** Arrays of scratch of a network, for what is lost between them. */
const MOST_ARRAYS = 4096;
const MOST_TAPS = 4096;
/** Bytes for tapes: of each width that comes, one forward and one back; a network of 1000 loops takes 150 kB. */
const TAPES = 1 << 20;
/** Numbers of sets of samples that are kept beside the loops. */
const MOST_SAMPLES = 1 << 21;

/** Where a tape begins and ends. */
interface Tape {
  readonly at: number;
  readonly end: number;
}

const address = (array: Float64Array, at = 0): number => array.byteOffset + 8 * at;

/**
 * Loops of networks in a memory of their own: rows lie there; weights and gradients that do not are copied, as much of
 * them as a call is about. Where a call asks for what was not foreseen (more room, more taps) the plain loops run, over
 * the same arrays and to the same bits.
 * @throws RangeError where there is not so much memory
 */
export function simdRows(size: number, scratch: number): RowLoops {
  const arena = new Arena(
    8 * scratch +
      MOST_ARRAYS * padded(64) +
      (MOST_STATES + 2) * padded(8 * size) +
      padded(8 * MOST_TAPS) +
      padded(TAPES) +
      padded(8 * MOST_SAMPLES),
  );
  const { memory } = arena;
  const { buffer } = memory;
  const reals = (count: number): Float64Array => new Float64Array(buffer, arena.take(8 * count), count);
  const copied = reals(size);
  const sums = reals(size);
  const taps = reals(MOST_TAPS);
  const states = statePlaces(arena, size, MOST_STATES);
  /** Whether some of the rows lie elsewhere. */
  let spilled = false;
  /** What loops are called of: the program, or what notes them down. */
  let program: TapedProgram = arena.program;
  const recorder = createRecorder();
  /** The arrays of the sequence that is noted down. */
  let noted: { readonly weights: Reals; readonly out: Reals | null } | null = null;
  /** Whether what is being noted cannot be: something in it has no loop of its own. */
  let broken = false;
  let tapesAt = arena.take(TAPES);
  const tapesEnd = tapesAt + TAPES;
  /** Sets of samples, and where they are kept; null where there was no place. */
  const kept = new WeakMap<Float64Array, Float64Array | null>();
  const samplesAt = arena.take(8 * MOST_SAMPLES);
  let sampleCount = 0;

  /** Where flat[at..at+count) can be read. */
  function read(flat: Reals, at: number, count: number): number {
    if (flat === noted?.weights) return FROM_WEIGHTS + 8 * at;
    if (flat.buffer === buffer) return flat.byteOffset + 8 * at;
    for (let n = 0; n < count; n++) copied[n] = flat[at + n];
    return copied.byteOffset;
  }
  /** Where out[at..at+count) can be added to; `written` brings it back. */
  function summed(out: Reals, at: number, count: number): number {
    if (out === noted?.out) return FROM_OUT + 8 * at;
    if (out.buffer === buffer) return out.byteOffset + 8 * at;
    for (let n = 0; n < count; n++) sums[n] = out[at + n];
    return sums.byteOffset;
  }
  function written(out: Reals, at: number, count: number): void {
    if (out.buffer === buffer) return;
    for (let n = 0; n < count; n++) out[at + n] = sums[n];
  }

  /** The place of a set that never changes beside the loops; null without one. */
  function keep(source: Float64Array): Float64Array | null {
    let place = kept.get(source);
    if (place !== undefined) return place;
    place = null;
    if (sampleCount + source.length <= MOST_SAMPLES) {
      place = new Float64Array(buffer, samplesAt + 8 * sampleCount, source.length);
      place.set(source);
      sampleCount += source.length;
    }
    kept.set(source, place);
    return place;
  }

  /** Notes a sequence down. @returns where its tape begins and ends; null where it cannot be noted */
  function note(sequence: Sequence, weights: Reals, width: number, out: Reals | null): Tape | null {
    noted = { weights, out };
    broken = false;
    recorder.clear();
    program = recorder.program;
    sequence(weights, width, out);
    program = arena.program;
    noted = null;
    const bytes = broken ? 0 : recorder.write(buffer, tapesAt, tapesEnd - tapesAt);
    if (bytes === 0) return null;
    tapesAt += bytes;
    return { at: tapesAt - bytes, end: tapesAt };
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
    doubleErrors(a, b, count, out) {
      if (spilled) typescriptRows.doubleErrors(a, b, count, out);
      else program.doubleErrors(address(a), address(b), count, address(out));
    },
    gather(source, count, batch, first, width, target, at, fixed) {
      const place = fixed && batch === null && !spilled ? keep(source) : null;
      if (place !== null) {
        program.gather(address(place, first * count), count, width, address(target, at));
        return;
      }
      broken = true;
      typescriptRows.gather(source, count, batch, first, width, target, at, fixed);
    },
    sample(source, count, index, room, fixed) {
      const place = fixed && !spilled ? keep(source) : null;
      if (place !== null) return typescriptRows.sample(place, count, index, room, fixed);
      broken = true;
      room.set(typescriptRows.sample(source, count, index, room, fixed));
      return room;
    },
    fill(value, count, target, at) {
      if (spilled) typescriptRows.fill(value, count, target, at);
      else program.fill(value, count, address(target, at));
    },
    copy(from, fromAt, count, to, toAt) {
      if (spilled) typescriptRows.copy(from, fromAt, count, to, toAt);
      else program.copy(address(from, fromAt), count, address(to, toAt));
    },
    accumulate(a, from, count, target, at) {
      if (spilled) typescriptRows.accumulate(a, from, count, target, at);
      else program.accumulate(address(a, from), count, address(target, at));
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
        if (bend === null && kind === 'affine') return program.affineRows(from, count, p, q, to, sloped);
        if (bend === null && kind === 'linear') {
          if (to !== from) program.copy(from, count, to);
          return program.fill(1, count, sloped);
        }
      }
      // The others have no loops of their own; the second derivatives of these are constants.
      broken = true;
      if (noted !== null) return;
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
        broken = true;
        if (noted === null) typescriptRows.stencilBack(flat, at, fan, tapCount, sites, source, width, target);
        return;
      }
      const w = read(flat, at, sites * fan);
      const [from, to] = [address(source), address(target)];
      program.stencilBack(w, 8 * fan, tapCount, sites, from, width, to, taps.byteOffset);
    },
    stencilShared(flat, at, step, tapCount, sites, source, width, target) {
      if (spilled || (tapCount > MOST_TAPS && flat.buffer !== buffer)) {
        typescriptRows.stencilShared(flat, at, step, tapCount, sites, source, width, target);
        return;
      }
      const [from, to] = [address(source), address(target)];
      if (flat.buffer === buffer) {
        program.stencilShared(read(flat, at, 1), 8 * step, tapCount, from, width, sites * width, to);
        return;
      }
      for (let k = 0; k < tapCount; k++) taps[k] = flat[at + k * step];
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
    pairNeurons(flat, at, row, count, p, q, r, value, slope) {
      if (spilled) {
        typescriptRows.pairNeurons(flat, at, row, count, p, q, r, value, slope);
        return;
      }
      const a = read(flat, at, 2 * count);
      program.pairNeurons(a, address(row), count, p, q, r, address(value), address(slope));
    },
    pairsBack(flat, row, value, slope, delta, count, out) {
      if (spilled) {
        typescriptRows.pairsBack(flat, row, value, slope, delta, count, out);
        return;
      }
      const a = read(flat, 0, 4 * count);
      const to = summed(out, 0, 4 * count);
      const [x, h, s, d] = [address(row), address(value), address(slope), address(delta)];
      program.pairsBack(a, x, h, s, d, count, to);
      written(out, 0, 4 * count);
    },
    sequence(sequence) {
      /** By width; null where it cannot be noted. */
      const tapes: (Tape | null | undefined)[] = [];
      return (weights, width, out) => {
        const inside = weights.buffer === buffer && (out === null || out.buffer === buffer);
        if (spilled || !inside || noted !== null) {
          sequence(weights, width, out);
          return;
        }
        const tape = (tapes[width] ??= tapes[width] === null ? null : note(sequence, weights, width, out));
        if (tape === null) sequence(weights, width, out);
        else arena.program.play(tape.at, tape.end, weights.byteOffset, out === null ? 0 : out.byteOffset);
      };
    },
  };
}
