import { typescriptKernels } from '../../src/kernels/index.ts';
import type { Force, Kernels, NetworkKernel } from '../../src/kernels/types.ts';

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

function bentNetwork(kernel: NetworkKernel, part: number): NetworkKernel {
  const bent = Object.create(kernel) as NetworkKernel & { backward: NetworkKernel['backward'] };
  bent.backward = (weights, width, out) => {
    const before = out[0];
    kernel.backward(weights, width, out);
    out[0] = before + (out[0] - before) * (1 + part);
  };
  return bent;
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
    network: (kind, shape, twin) => bentNetwork(typescriptKernels.network(kind, shape, twin), part),
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
