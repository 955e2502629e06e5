import { ParameterError } from '../parameters.ts';
import type { Clock, Expansion, IntegratorContext, Reals, Schedule } from '../types.ts';

/**
 * t_{k+f} = origin + (offset + k + f) Δt.
 *  @param k         whole steps; added to the offset first, so that bits do not depend on how steps are cut
 *  @param fraction  f, part of a step
 */
export function timeOf(clock: Clock, k: number, fraction = 0): number {
  return clock.origin + (clock.offset + k + fraction) * clock.dt;
}

/** Allocates a vector like the state, [P]: where the force reaches it without a copy, if there is such a place. */
export function createReals({ force, singlePrecision }: IntegratorContext): Reals {
  const { size } = force;
  return (
    force.reals?.(singlePrecision) ?? (singlePrecision ? new Float32Array(size) : new Float64Array(size))
  );
}

/**
 * Learning rate of first-order kinds: as given, else 1/γ(t), and 0 where γ is infinite.
 *  @throws ParameterError when no rate is given and the history has no friction
 */
export function learningRate(given: number | undefined, expansion: Expansion): (t: number) => number {
  if (given !== undefined) return () => given;
  // In every history γ is 0 at all times or at none.
  if (expansion.gamma(1) === 0) {
    throw new ParameterError('eta', null, 'a learning rate, because γ = 0 leaves 1/γ without a value');
  }
  return (t) => 1 / expansion.gamma(t);
}

/** Reads the samples of single steps out of a schedule, into one array that is reused. */
export interface SampleReader {
  /** @returns samples of step k, or null for the full batch; valid until the next call */
  read(schedule: Schedule, k: number): Int32Array | null;
  /** Whether steps j and k work on the same samples in the same order. */
  same(schedule: Schedule, j: number, k: number): boolean;
}

export function createSampleReader(): SampleReader {
  let batch = new Int32Array(0);
  return {
    read({ samples, size }, k) {
      if (samples === null) return null;
      if (batch.length !== size) batch = new Int32Array(size);
      for (let b = 0; b < size; b++) batch[b] = samples[k * size + b];
      return batch;
    },
    same({ samples, size }, j, k) {
      if (samples === null) return true;
      for (let b = 0; b < size; b++) {
        if (samples[j * size + b] !== samples[k * size + b]) return false;
      }
      return true;
    },
  };
}
