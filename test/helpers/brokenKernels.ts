import { typescriptKernels } from '../../src/kernels/index.ts';
import type { Force, Kernels, Reals, RowLoops } from '../../src/kernels/types.ts';

/** A force whose first component is wrong by a part in 10⁴. */
function bentForce(force: Force, part: number): Force {
  return {
    size: force.size,
    gradient(weights, batch, stiffness, out) {
      force.gradient(weights, batch, stiffness, out);
      out[0] *= 1 + part;
    },
  };
}

/** Loops of networks whose sums over samples are wrong in their first component. */
function bentRows(loops: RowLoops, part: number): RowLoops {
  function bent(out: Reals, at: number, add: () => void): void {
    const before = out[at];
    add();
    out[at] = before + (out[at] - before) * (1 + part);
  }
  return {
    ...loops,
    addOuter(delta, rows, value, columns, width, scale, out, at) {
      bent(out, at, () => loops.addOuter(delta, rows, value, columns, width, scale, out, at));
    },
    addStencilSlopes(delta, from, sites, length, source, width, taps, out, at, fan) {
      bent(out, at, () =>
        loops.addStencilSlopes(delta, from, sites, length, source, width, taps, out, at, fan),
      );
    },
    pairsBack(flat, row, value, slope, delta, count, out) {
      bent(out, 0, () => loops.pairsBack(flat, row, value, slope, delta, count, out));
    },
  };
}

const forces = [
  'ring',
  'torus',
  'ringPerceptron',
  'ringShared',
  'bondDifference',
  'linearNeuron',
  'twoFieldQuadratic',
  'twoFieldCell',
  'fourField',
] as const;

/** Kernels whose every gradient is wrong in its first component, by a part in 10⁴ unless told otherwise. */
export function brokenForces(part = 1e-4): Kernels {
  const bent = Object.fromEntries(
    forces.map((name) => [
      name,
      (...args: unknown[]) =>
        bentForce((typescriptKernels[name] as (...args: unknown[]) => Force)(...args), part),
    ]),
  );
  return {
    ...typescriptKernels,
    ...bent,
    rows: (size, room) => bentRows(typescriptKernels.rows(size, room), part),
  };
}

/** Kernels whose friction is wrong by a part: E of every first half kick. */
export function brokenFriction(part: number): Kernels {
  return {
    ...typescriptKernels,
    kickDriftKick(force, weights, velocity, gradient, plan) {
      const coefficients = plan.coefficients.map((value, n) => (n % 4 === 0 ? value * (1 + part) : value));
      return typescriptKernels.kickDriftKick(force, weights, velocity, gradient, { ...plan, coefficients });
    },
  };
}
