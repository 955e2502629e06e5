import { describe, expect, it } from 'vitest';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { fastestKernels } from '../../../src/kernels/simd/index.ts';
import type { Kernels, Reals } from '../../../src/kernels/types.ts';
import { createRandom } from '../../../src/physics/math/random.ts';
import { bits } from '../../helpers/run.ts';

const numbers = (length: number, seed: number): Float64Array =>
  Float64Array.from({ length }, (_, i) => Math.sin(12.9898 * (i + 1) + 78.233 * seed));

/** Three arrays that the kernels reach without a copy. */
function arraysOf(kernels: Kernels, size: number, scale: number): readonly [Reals, Reals, Reals] {
  const ring = kernels.ring(numbers(4096, 1), numbers(4096, 2), null);
  const [a, b, c] = [1, 2, 3].map((seed) => {
    const array = kernels.reals(ring, false).subarray(0, size);
    array.set(numbers(size, seed).map((x) => scale * x));
    return array;
  });
  return [a, b, c];
}

/** Twenty steps in a bath, with their sums of squares and the state of the stream. */
function stirred(kernels: Kernels, size: number, spread: number, scale = 1) {
  const [weights, velocity, gradient] = arraysOf(kernels, size, scale);
  const stream = createRandom(7, 'noise');
  const sums: number[] = [];
  for (let n = 0; n < 20; n++) {
    sums.push(kernels.push(weights, velocity, -0.05, gradient, 0.1, false));
    sums.push(kernels.stir(weights, velocity, 0.95, spread, stream, 0.1));
    sums.push(kernels.push(null, velocity, -0.05, gradient, 0, spread === 0));
  }
  return { state: bits(weights) + bits(velocity), sums, stream: stream.save(), weights, velocity };
}

describe('a heat bath in WebAssembly', () => {
  it.each([1, 2, 3, 4, 7, 64, 65, 127, 128, 129, 257])(
    '%i weights: states and stream have the plain twin’s bits',
    (size) => {
      for (const [spread, scale] of [
        [0.3, 1],
        [0, 1],
        [0, 3e-150],
      ]) {
        const twin = stirred(typescriptKernels, size, spread, scale);
        const own = stirred(fastestKernels, size, spread, scale);
        expect(own.velocity.buffer).not.toBe(twin.velocity.buffer);
        expect(own.state).toBe(twin.state);
        expect(own.stream).toEqual(twin.stream);
        twin.sums.forEach((sum, n) => expect(Math.abs(own.sums[n] - sum)).toBeLessThanOrEqual(1e-14 * sum));
      }
    },
  );

  it('a hundred thousand normal numbers have the bits of the stream, from any of its states', () => {
    const [weights, velocity] = arraysOf(fastestKernels, 4095, 0);
    const [stream, plain] = [createRandom(-3, 'noise'), createRandom(-3, 'noise')];
    for (let n = 0; n < 25; n++) {
      fastestKernels.stir(weights, velocity, 0, 1, stream, 0);
      const expected = velocity.map(() => plain.normal());
      expect(bits(velocity) === bits(expected)).toBe(true);
    }
    expect(stream.save()).toEqual(plain.save());
  });
});
