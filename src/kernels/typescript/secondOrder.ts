import type { Force, Reals, StepPlan } from '../types.ts';
import { floorOf } from './floor.ts';

/**
 * A weight at rest (V below the floor) becomes 0 from here on: its force is too small to move it, and it
 * would stand still just above the floor for ever.
 */
const REST_FLOOR_F64 = 1e-130;
const REST_FLOOR_F32 = 1e-24;

function restOf(values: Reals): number {
  return values instanceof Float32Array ? REST_FLOOR_F32 : REST_FLOOR_F64;
}

/** Passes over the state that steps are made of; the same operations on every element in all sets of kernels. */
export interface Passes {
  /** V ← E V − c g;  W ← W + h V. */
  readonly open: (W: Reals, V: Reals, g: Reals, E: number, c: number, h: number) => void;
  /** V ← E V − c g. */
  readonly close: (V: Reals, g: Reals, E: number, c: number) => void;
  /** `close` and `open` in one. */
  readonly closeAndOpen: (
    W: Reals,
    V: Reals,
    g: Reals,
    closeE: number,
    closeC: number,
    openE: number,
    openC: number,
    h: number,
  ) => void;
  /** Σ V² of the last pass, as it closed a step. */
  readonly closed: () => number;
  /** Σ V² of the last pass, as it opened one. */
  readonly opened: () => number;
}

/** The samples of the step at work, as forces want them; kept between calls so that none is allocated. */
let batch = new Int32Array(0);

/** Σ V² of the last pass: as closed, and as opened. */
const sums = new Float64Array(2);
const CLOSED = 0;
const OPENED = 1;

/** V ← E V − c g;  W ← W + h V. Writes sums[OPENED]. */
function open(W: Reals, V: Reals, g: Reals, E: number, c: number, h: number): void {
  const floor = floorOf(V);
  const rest = restOf(V);
  let sum = 0;
  for (let i = 0; i < V.length; i++) {
    const kicked = E * V[i] - c * g[i];
    V[i] = Math.abs(kicked) < floor ? 0 : kicked;
    // Read back: in single precision the stored value is what drifts.
    const v = V[i];
    sum += v * v;
    const drifted = W[i] + h * v;
    W[i] = Math.abs(drifted) < (v === 0 ? rest : floor) ? 0 : drifted;
  }
  sums[OPENED] = sum;
}

/** V ← E V − c g. Writes sums[CLOSED]. */
function close(V: Reals, g: Reals, E: number, c: number): void {
  const floor = floorOf(V);
  let sum = 0;
  for (let i = 0; i < V.length; i++) {
    const kicked = E * V[i] - c * g[i];
    V[i] = Math.abs(kicked) < floor ? 0 : kicked;
    const v = V[i];
    sum += v * v;
  }
  sums[CLOSED] = sum;
}

/** `close` and `open` in one pass. Writes both sums. */
function closeAndOpen(
  W: Reals,
  V: Reals,
  g: Reals,
  closeE: number,
  closeC: number,
  openE: number,
  openC: number,
  h: number,
): void {
  const floor = floorOf(V);
  const rest = restOf(V);
  let closed = 0;
  let opened = 0;
  for (let i = 0; i < V.length; i++) {
    const gi = g[i];
    const first = closeE * V[i] - closeC * gi;
    V[i] = Math.abs(first) < floor ? 0 : first;
    const atStep = V[i];
    closed += atStep * atStep;
    const second = openE * atStep - openC * gi;
    V[i] = Math.abs(second) < floor ? 0 : second;
    const v = V[i];
    opened += v * v;
    const drifted = W[i] + h * v;
    W[i] = Math.abs(drifted) < (v === 0 ? rest : floor) ? 0 : drifted;
  }
  sums[CLOSED] = closed;
  sums[OPENED] = opened;
}

/** Whether two steps of the plan work on the same samples in the same order. */
function sameSamples(plan: StepPlan, step: number, other: number): boolean {
  const { samples, batchSize } = plan;
  if (samples === null) return true;
  for (let b = 0; b < batchSize; b++) {
    if (samples[step * batchSize + b] !== samples[other * batchSize + b]) return false;
  }
  return true;
}

/** @returns the samples of a step in a shared array, or null for the full batch */
function samplesOf(plan: StepPlan, step: number): Int32Array | null {
  const { samples, batchSize } = plan;
  if (samples === null) return null;
  if (batch.length !== batchSize) batch = new Int32Array(batchSize);
  for (let b = 0; b < batchSize; b++) batch[b] = samples[step * batchSize + b];
  return batch;
}

/**
 * Advances (weights, velocity) by plan.count KDK steps with exact damped kicks:
 *    V ← E₁V − c₁∇C(W);  W ← W + hV;  V ← E₂V − c₂∇C(W)
 *  One gradient a step while consecutive steps work on the same samples, two where they change: a step
 *  uses its own samples for both kicks. A step's close and the next step's open are one pass.
 *  Bits do not depend on how steps are cut into calls: the pass does the same operations in the same
 *  order, and a gradient computed anew equals the one it replaces.
 *  Values of V and W below the amplitude floor (1e-150, in single precision 1e-30) become 0 after each
 *  update, and so does a weight below 1e-130 (1e-24) that has come to rest: decayed fields end in exact
 *  zeros.
 *  @param weights   [P], advanced in place
 *  @param velocity  [P], advanced in place
 *  @param gradient  [P] scratch; afterwards ∂C/∂W at the last step's end for its samples
 *  @param plan      plan.squares is written for every finished step
 *  @returns         steps done; less than plan.count when Σ V² stopped being finite: the state is then
 *                   inside or just after the failed step and of no use
 *  Order 2, symmetric, conformal symplectic; allocates nothing but, when the batch size changes, its
 *  scratch of that size.
 *  Source: physics.md 4.1.
 */
export function kickDriftKickBy({ open, close, closeAndOpen, closed, opened }: Passes) {
  return (force: Force, weights: Reals, velocity: Reals, gradient: Reals, plan: StepPlan): number => {
    const { count, h, coefficients, stiffness, squares } = plan;
    if (count === 0 && plan.stays !== true) return 0;

    if (plan.opened !== true) {
      force.gradient(weights, samplesOf(plan, 0), stiffness === null ? 1 : stiffness[0], gradient);
      open(weights, velocity, gradient, coefficients[0], coefficients[1], h);
      squares[0] = opened();
    }
    for (let step = 0; step < count; step++) {
      const K = stiffness === null ? 1 : stiffness[step + 1];
      force.gradient(weights, samplesOf(plan, step), K, gradient);
      const closeE = coefficients[4 * step + 2];
      const closeC = coefficients[4 * step + 3];
      const last = step + 1 === count;
      const same = last ? plan.stays === true : sameSamples(plan, step, step + 1);
      if (same) {
        const openE = coefficients[4 * step + 4];
        const openC = coefficients[4 * step + 5];
        closeAndOpen(weights, velocity, gradient, closeE, closeC, openE, openC, h);
        squares[2 * step + 2] = opened();
      } else {
        close(velocity, gradient, closeE, closeC);
      }
      squares[2 * step + 1] = closed();
      if (!(squares[2 * step + 1] < Infinity)) return step;
      if (!last && !same) {
        force.gradient(weights, samplesOf(plan, step + 1), K, gradient);
        const openE = coefficients[4 * step + 4];
        open(weights, velocity, gradient, openE, coefficients[4 * step + 5], h);
        squares[2 * step + 2] = opened();
      }
    }
    return count;
  };
}

/** Steps by the passes above. */
export const kickDriftKick = kickDriftKickBy({
  open,
  close,
  closeAndOpen,
  closed: () => sums[CLOSED],
  opened: () => sums[OPENED],
});
