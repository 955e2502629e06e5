import { xoroshiro128plus, xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import { log } from './elementary.ts';

/**
 * Random numbers of a run: xoroshiro128+ (Blackman and Vigna 2018; period 2¹²⁸ − 1) from the package
 * pure-rand, with uniform and normal numbers on top. The same bits on every machine.
 */
export interface Random {
  /** Integer from 0 to 2³² − 1. */
  uint32(): number;
  /** Uniform in [0, 1), with 53 bits. Takes two of the generator's numbers. */
  uniform(): number;
  /** Normal with mean 0 and variance 1. */
  normal(): number;
  /** Uniform integer from 0 to n − 1, without bias. @throws RangeError unless 1 <= n <= 2³² */
  integer(n: number): number;
  /** Everything the next numbers depend on, as plain numbers. */
  save(): number[];
  /** Continues from a saved state. @throws RangeError when it has not the shape of one */
  load(state: readonly number[]): void;
}

/** What random numbers are for: each purpose has its own stream, so that none disturbs another. */
export type Stream = 'data' | 'initial' | 'batch' | 'noise';

/** Order of the streams in the generator's sequence; part of the format, so append only. */
const streams: readonly Stream[] = ['data', 'initial', 'batch', 'noise'];

/**
 * Opens one stream of the generator that belongs to a seed.
 *  Stream number k (data 0, initial 1, batch 2, noise 3) begins (k + 1)·2⁶⁴ numbers into the sequence
 *  of xoroshiro128plus(seed), by the generator's own jump: streams cannot overlap in any feasible run.
 *  The first stretch of the sequence is left out because the generator's first number is nearly the
 *  seed itself.
 *  @param seed  integer; seeds that agree modulo 2³² give the same numbers
 */
export function createRandom(seed: number, stream: Stream): Random {
  let generator = xoroshiro128plus(seed);
  for (let k = streams.indexOf(stream); k >= 0; k--) generator.jump();
  // Normal numbers come in pairs; the second of a pair waits here.
  let hasSpare = false;
  let spare = 0;

  const uint32 = (): number => generator.next() >>> 0;
  const uniform = (): number => {
    const high = uint32() >>> 5;
    const low = uint32() >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  };

  return {
    uint32,
    uniform,
    normal() {
      if (hasSpare) {
        hasSpare = false;
        return spare;
      }
      // Polar method of Marsaglia: a uniform point of the unit disc.
      let u = 0;
      let v = 0;
      let square = 0;
      do {
        u = 2 * uniform() - 1;
        v = 2 * uniform() - 1;
        square = u * u + v * v;
      } while (square >= 1 || square === 0);
      const factor = Math.sqrt((-2 * log(square)) / square);
      spare = v * factor;
      hasSpare = true;
      return u * factor;
    },
    integer(n) {
      if (!Number.isInteger(n) || n < 1 || n > 4294967296) {
        throw new RangeError(`random integer below ${n}: expected 1 to 2^32`);
      }
      // Numbers beyond the last whole multiple of n would favour small results.
      const limit = 4294967296 - (4294967296 % n);
      let value = uint32();
      while (value >= limit) value = uint32();
      return value % n;
    },
    save: () => [...generator.getState(), hasSpare ? 1 : 0, hasSpare ? spare : 0],
    load(state) {
      if (state.length !== 6 || !state.every(Number.isFinite)) {
        throw new RangeError(`random state [${state.join(', ')}]: expected 6 finite numbers`);
      }
      generator = xoroshiro128plusFromState(state.slice(0, 4));
      hasSpare = state[4] === 1;
      spare = state[5];
    },
  };
}
