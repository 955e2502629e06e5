import type { Force, Reals } from '../types.ts';
import type { Stepper } from './lattice.ts';
import type { Program } from './program.ts';

/**
 * Adds what the sample with these inputs and targets gives to a gradient, or writes it where it is the first of a batch
 * (`adds` 0); the others are addresses.
 */
export type AddSample = (adds: number, weights: number, inputs: number, targets: number, out: number) => void;

/**
 * A network of linear outputs whose batches are summed sample by sample in its lattice's memory. Data go there when the
 * first batch comes; states that lie elsewhere, and what there is no room for, are left to the plain twin.
 * @param inputs, targets  [L × inputCount], [L × outputCount]
 * @param add              the loop of one precision; null where it has none
 */
export function sampled(
  plain: Force,
  stepper: Stepper,
  inputs: Float64Array,
  targets: Float64Array,
  inputCount: number,
  add: (program: Program, single: boolean, scratch: number) => AddSample | null,
): Force {
  const sampleCount = inputs.length / inputCount;
  const outputCount = targets.length / sampleCount;
  interface Loop {
    readonly add: AddSample;
    readonly X: Reals;
    readonly Y: Reals;
  }
  const loops = new Map<boolean, Loop | null>();

  function prepare(single: boolean): Loop | null {
    const run = add(stepper.program, single, stepper.scratch);
    const [X, Y] = [stepper.place(single, inputs.length), stepper.place(single, targets.length)];
    if (run === null || X === null || Y === null) return null;
    X.set(inputs);
    Y.set(targets);
    return { add: run, X, Y };
  }

  return {
    ...plain,
    reals: stepper.reals,
    gradient(weights, batch, stiffness, out) {
      if (batch === null && stepper.gradient(weights, 1, out)) return;
      const single = out instanceof Float32Array;
      let loop: Loop | null = null;
      if (batch !== null && stepper.holds(weights) && stepper.holds(out)) {
        const known = loops.get(single);
        loop = known === undefined ? prepare(single) : known;
        if (known === undefined) loops.set(single, loop);
      }
      if (batch === null || loop === null || weights instanceof Float32Array !== single) {
        return plain.gradient(weights, batch, stiffness, out);
      }
      const { X, Y } = loop;
      const [x, y] = [X.BYTES_PER_ELEMENT * inputCount, X.BYTES_PER_ELEMENT * outputCount];
      if (batch.length === 0) out.fill(0);
      for (let n = 0; n < batch.length; n++) {
        loop.add(
          Math.min(n, 1),
          weights.byteOffset,
          X.byteOffset + batch[n] * x,
          Y.byteOffset + batch[n] * y,
          out.byteOffset,
        );
      }
    },
  };
}
