import { affineRows, quadraticRows, reluRows, sigmoidRows, tanhRows } from './activations';
import { accumulate, addOuter, addSums, copy, doubleErrors, fill, fillRows, gather, multiply, product } from './matrix';
import { pairNeurons, pairsBack, pairSums } from './pairs';
import { addStencilSlopes, stencilBack, stencilShared, stencilSites } from './stencil';

/** What addresses on a tape are counted from: 0, the weights of a call, what it adds to. */
const ORIGINS = memory.data<i32>([0, 0, 0, 0]);

/** A whole number or address: its value, and which origin it is counted from. */
@inline function whole(at: usize, n: i32): i32 {
  return load<i32>(at + n * 16) + load<i32>(ORIGINS + load<i32>(at + n * 16, 4));
}
@inline function real(at: usize, n: i32): f64 {
  return load<f64>(at + n * 16, 8);
}

/**
 * Takes loops in turn from a tape (simd/tape.ts): of each its number in `tapedLoops`, and its arguments, in places of 16 bytes.
 *  @param end           where the tape ends
 *  @param weights, out  what addresses may be counted from
 */
export function play(tape: usize, end: usize, weights: usize, out: usize): void {
  store<i32>(ORIGINS, weights, 4);
  store<i32>(ORIGINS, out, 8);
  for (let at = tape; at < end; at += load<i32>(at, 4)) {
    switch (load<i32>(at)) {
      case 0:
        multiply(whole(at, 1), whole(at, 2), whole(at, 3), whole(at, 4), whole(at, 5), real(at, 6), whole(at, 7), whole(at, 8), whole(at, 9));
        break;
      case 1:
        addOuter(whole(at, 1), whole(at, 2), whole(at, 3), whole(at, 4), whole(at, 5), real(at, 6), whole(at, 7));
        break;
      case 2:
        addSums(whole(at, 1), whole(at, 2), whole(at, 3), real(at, 4), whole(at, 5), whole(at, 6));
        break;
      case 3:
        fillRows(whole(at, 1), whole(at, 2), real(at, 3), whole(at, 4), whole(at, 5));
        break;
      case 4:
        product(whole(at, 1), whole(at, 2), whole(at, 3), whole(at, 4));
        break;
      case 5:
        doubleErrors(whole(at, 1), whole(at, 2), whole(at, 3), whole(at, 4));
        break;
      case 6:
        fill(real(at, 1), whole(at, 2), whole(at, 3));
        break;
      case 7:
        copy(whole(at, 1), whole(at, 2), whole(at, 3));
        break;
      case 8:
        accumulate(whole(at, 1), whole(at, 2), whole(at, 3));
        break;
      case 9:
        tanhRows(whole(at, 1), whole(at, 2), whole(at, 3), whole(at, 4), whole(at, 5));
        break;
      case 10:
        sigmoidRows(whole(at, 1), whole(at, 2), whole(at, 3), whole(at, 4), whole(at, 5));
        break;
      case 11:
        quadraticRows(whole(at, 1), whole(at, 2), real(at, 3), real(at, 4), real(at, 5), whole(at, 6), whole(at, 7));
        break;
      case 12:
        reluRows(whole(at, 1), whole(at, 2), whole(at, 3), whole(at, 4));
        break;
      case 13:
        affineRows(whole(at, 1), whole(at, 2), real(at, 3), real(at, 4), whole(at, 5), whole(at, 6));
        break;
      case 14:
        stencilSites(whole(at, 1), whole(at, 2), whole(at, 3), whole(at, 4), whole(at, 5), whole(at, 6), whole(at, 7), whole(at, 8));
        break;
      case 15:
        stencilBack(whole(at, 1), whole(at, 2), whole(at, 3), whole(at, 4), whole(at, 5), whole(at, 6), whole(at, 7), whole(at, 8));
        break;
      case 16:
        stencilShared(whole(at, 1), whole(at, 2), whole(at, 3), whole(at, 4), whole(at, 5), whole(at, 6), whole(at, 7));
        break;
      case 17:
        addStencilSlopes(whole(at, 1), whole(at, 2), whole(at, 3), whole(at, 4), whole(at, 5), whole(at, 6), whole(at, 7), whole(at, 8));
        break;
      case 18:
        pairSums(whole(at, 1), whole(at, 2), whole(at, 3), whole(at, 4));
        break;
      case 19:
        pairNeurons(whole(at, 1), whole(at, 2), whole(at, 3), real(at, 4), real(at, 5), real(at, 6), whole(at, 7), whole(at, 8));
        break;
      case 20:
        pairsBack(whole(at, 1), whole(at, 2), whole(at, 3), whole(at, 4), whole(at, 5), whole(at, 6), whole(at, 7));
        break;
      case 21:
        gather(whole(at, 1), whole(at, 2), whole(at, 3), whole(at, 4));
        break;
    }
  }
}
