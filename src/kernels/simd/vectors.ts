import { typescriptKernels } from '../index.ts';
import { kickDriftKickBy, type Passes } from '../typescript/secondOrder.ts';
import type { Kernels, Reals } from '../types.ts';
import { programOf, type Program } from './program.ts';

/** The program that reaches all of these arrays, which are of one precision; null where they lie elsewhere or apart. */
function sharedProgram(x: Reals, y: Reals, z: Reals = y): Program | null {
  if (x.buffer !== y.buffer || x.buffer !== z.buffer) return null;
  const { BYTES_PER_ELEMENT: bytes } = x;
  return y.BYTES_PER_ELEMENT === bytes && z.BYTES_PER_ELEMENT === bytes ? programOf(x) : null;
}
const isSingle = (x: Reals): boolean => x instanceof Float32Array;

/** Passes of a program; those of the call at work. */
let program: Program;
const passes: Passes = {
  open(W, V, g, E, c, h) {
    program.plan(1, 0, E, c, h, 1);
    (isSingle(V) ? program.kick32 : program.kick64)(W.byteOffset, V.byteOffset, g.byteOffset, V.length, 1);
  },
  close(V, g, E, c) {
    program.plan(E, c, 1, 0, 0, 1);
    (isSingle(V) ? program.kick32 : program.kick64)(0, V.byteOffset, g.byteOffset, V.length, 0);
  },
  closeAndOpen(W, V, g, closeE, closeC, openE, openC, h) {
    program.plan(closeE, closeC, openE, openC, h, 1);
    (isSingle(V) ? program.kick32 : program.kick64)(W.byteOffset, V.byteOffset, g.byteOffset, V.length, 1);
  },
  closed: () => program.closedSum(),
  opened: () => program.openedSum(),
};
const steps = kickDriftKickBy(passes);

/**
 * Passes over vectors, compiled where their arrays lie in the memory of one program. In double precision every element
 * has the plain twin's bits; sums of squares are taken in another order.
 */
export const simdVectors: Pick<
  Kernels,
  'kickDriftKick' | 'push' | 'stir' | 'floorSmall' | 'addScaled' | 'combine' | 'largest' | 'sumOfSquares'
> = {
  kickDriftKick(force, weights, velocity, gradient, plan) {
    const shared = sharedProgram(weights, velocity, gradient);
    if (shared === null) return typescriptKernels.kickDriftKick(force, weights, velocity, gradient, plan);
    program = shared;
    return steps(force, weights, velocity, gradient, plan);
  },
  push(weights, velocity, c, gradient, h, floors) {
    const own = isSingle(velocity) ? null : sharedProgram(velocity, gradient, weights ?? gradient);
    if (own === null) return typescriptKernels.push(weights, velocity, c, gradient, h, floors);
    const [v, g] = [velocity.byteOffset, gradient.byteOffset];
    return own.push(weights?.byteOffset ?? 0, v, g, velocity.length, c, h, floors ? 1 : 0);
  },
  stir(weights, velocity, E, s, stream, h) {
    const own = isSingle(velocity) ? null : sharedProgram(weights, velocity);
    if (own === null) return typescriptKernels.stir(weights, velocity, E, s, stream, h);
    const [w, v] = [weights.byteOffset, velocity.byteOffset];
    if (!(s > 0)) return own.stir(w, v, velocity.length, E, 0, h);
    const [s01, s00, s11, s10, waits, spare] = stream.save();
    own.setStream(s01, s00, s11, s10, waits, spare);
    const sum = own.stir(w, v, velocity.length, E, s, h);
    stream.load([0, 1, 2, 3, 4, 5].map((n) => own.streamPart(n)));
    return sum;
  },
  floorSmall(values) {
    const own = programOf(values);
    if (own === null) typescriptKernels.floorSmall(values);
    else (isSingle(values) ? own.floorSmall32 : own.floorSmall64)(values.byteOffset, values.length);
  },
  addScaled(y, s, x) {
    const own = sharedProgram(x, y);
    const run = isSingle(y) ? own?.combine32 : own?.combine64;
    if (run === undefined) typescriptKernels.addScaled(y, s, x);
    else run(y.byteOffset, s, x.byteOffset, y.byteOffset, y.length);
  },
  combine(x, s, y, out) {
    const own = sharedProgram(x, y, out);
    const run = isSingle(out) ? own?.combine32 : own?.combine64;
    if (run === undefined) typescriptKernels.combine(x, s, y, out);
    else run(x.byteOffset, s, y.byteOffset, out.byteOffset, out.length);
  },
  largest(x) {
    const own = programOf(x);
    if (own === null) return typescriptKernels.largest(x);
    const most = (isSingle(x) ? own.largest32 : own.largest64)(x.byteOffset, x.length);
    // What is infinite counts for nothing: the plain loop leaves it out.
    return most < Infinity ? most : typescriptKernels.largest(x);
  },
  sumOfSquares(x) {
    const own = programOf(x);
    if (own === null) return typescriptKernels.sumOfSquares(x);
    return (isSingle(x) ? own.sumOfSquares32 : own.sumOfSquares64)(x.byteOffset, x.length);
  },
};
