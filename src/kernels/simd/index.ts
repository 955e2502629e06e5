import { typescriptKernels } from '../index.ts';
import type { FlowSteps, Force, Kernels, RowLoops, StepPlan } from '../types.ts';
import { simdFields } from './fields.ts';
import { latticeFlow } from './flow.ts';
import { ringStepper, torusStepper, type Stepper } from './lattice.ts';
import { hasProgram } from './program.ts';
import { simdRows } from './rowLoops.ts';
import { sampled } from './samples.ts';
import { simdVectors } from './vectors.ts';

/** Below so many sites a call costs as much as it saves (perf.md). */
const FEWEST_SITES = 32;

/** What steps a force of these kernels at the full batch. */
const steppers = new WeakMap<Force, Stepper>();

/** A lattice with the sum of its cost, and its force where the arrays lie in its memory. */
function latticeForce(plain: Force, stepper: Stepper): Force {
  return {
    ...plain,
    reals: stepper.reals,
    energy: stepper.energy,
    gradient(weights, batch, stiffness, out) {
      if (!stepper.gradient(weights, stiffness, out)) plain.gradient(weights, batch, stiffness, out);
    },
  };
}

/**
 * Lets a force be stepped by a program of its own where there is memory for it.
 * @param complete  the force with what else the memory is good for
 */
function stepped(
  plain: Force,
  make: () => Stepper,
  complete = (stepper: Stepper): Force => latticeForce(plain, stepper),
): Force {
  if (plain.size < FEWEST_SITES) return plain;
  try {
    const stepper = make();
    const force = complete(stepper);
    steppers.set(force, stepper);
    return force;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // No memory: the plain twin needs none.
    return plain;
  }
}

/** A network whose full batch is a ring, and whose samples are summed by a loop of this name and precision. */
function ringNetwork(name: 'ringShared' | 'ringPerceptron'): Kernels['ringShared'] {
  return (p, q, N, inputs, targets) => {
    const plain = typescriptKernels[name](p, q, N, inputs, targets);
    const { ring } = plain;
    if (ring === undefined) return plain;
    return stepped(
      plain,
      () => ringStepper(ring.K, ring.J, ring.force, inputs.length + targets.length),
      (stepper) =>
        sampled(plain, stepper, inputs, targets, N, (program, single) => {
          const run = program[single ? (`${name}32` as const) : (`${name}64` as const)];
          return (adds, w, x, y, out) => run(adds, w, x, y, N, p, q, out);
        }),
    );
  };
}

/** A network with an output for every bond, whose full batch is a torus where the bonds are one's. */
function bondDifference(...given: Parameters<Kernels['bondDifference']>): Force {
  const [p, q, N, , inputs, targets] = given;
  const plain = typescriptKernels.bondDifference(...given);
  const { torus } = plain;
  if (torus === undefined) return plain;
  const { rows, columns, K, J, force } = torus;
  return stepped(
    plain,
    () => torusStepper(rows, columns, K, J, force, inputs.length + targets.length),
    (stepper) =>
      sampled(plain, stepper, inputs, targets, N, (program, single, scratch) =>
        single
          ? null
          : (adds, w, x, y, out) => program.torusShared(adds, w, x, y, rows, columns, p, q, out, scratch),
      ),
  );
}

/**
 * `kickDriftKick` of the plain twin in passes of a program: one pass closes a step and opens the next.
 *  In double precision weights and velocity have the same bits as the twin's; the sums of squares are taken in another
 *  order. @returns steps done
 */
function run(stepper: Stepper, pass: () => void, plan: StepPlan): number {
  const { count, h, coefficients: c, stiffness, squares } = plan;
  const { program } = stepper;
  const K = (step: number): number => (stiffness === null ? 1 : stiffness[step]);
  if (plan.opened !== true) {
    program.plan(1, 0, c[0], c[1], h, K(0));
    pass();
    squares[0] = program.openedSum();
  }
  for (let step = 0; step < count; step++) {
    const at = 4 * step;
    const lands = step + 1 === count && plan.stays !== true;
    if (lands) program.plan(c[at + 2], c[at + 3], 1, 0, 0, K(step + 1));
    else program.plan(c[at + 2], c[at + 3], c[at + 4], c[at + 5], h, K(step + 1));
    pass();
    const closed = program.closedSum();
    squares[2 * step + 1] = closed;
    if (!lands) squares[2 * step + 2] = program.openedSum();
    if (!(closed < Infinity)) return step;
  }
  return count;
}

/** Loops of networks, in a memory of their own where there is room. */
function rows(size: number, room: number): RowLoops {
  try {
    return simdRows(size, room);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return typescriptKernels.rows(size, room);
  }
}

/** The kernels as WebAssembly with SIMD, and the plain twin for all that has no loops of its own there. */
const simdKernels: Kernels = {
  ...typescriptKernels,
  ...simdVectors,
  ...simdFields,
  name: 'simd',
  ring(K, J, force) {
    const plain = typescriptKernels.ring(K, J, force);
    return stepped(plain, () => ringStepper(K, J, force));
  },
  torus(rows, columns, K, J, force) {
    const plain = typescriptKernels.torus(rows, columns, K, J, force);
    return stepped(plain, () => torusStepper(rows, columns, K, J, force));
  },
  ringShared: ringNetwork('ringShared'),
  ringPerceptron: ringNetwork('ringPerceptron'),
  bondDifference,
  rows,
  reals: (force, single) => force.reals?.(single) ?? typescriptKernels.reals(force, single),
  flow(force, single) {
    const stepper = steppers.get(force);
    const plain = (): FlowSteps => typescriptKernels.flow(force, single);
    return stepper === undefined ? plain() : latticeFlow(stepper, single, plain);
  },
  kickDriftKick(force, weights, velocity, gradient, plan) {
    const stepper = steppers.get(force);
    if (stepper === undefined || plan.samples !== null) {
      return simdVectors.kickDriftKick(force, weights, velocity, gradient, plan);
    }
    if (plan.count === 0 && plan.stays !== true) return 0;
    const done = run(stepper, stepper.begin(weights, velocity), plan);
    stepper.finish(weights, velocity);
    return done;
  },
};

/** The fastest kernels that run here. */
export const fastestKernels: Kernels = hasProgram() ? simdKernels : typescriptKernels;
