import { typescriptKernels } from '../../src/kernels/index.ts';
import { fastestKernels } from '../../src/kernels/simd/index.ts';
import type { Kernels } from '../../src/kernels/types.ts';
import { contextOf } from '../../src/engine/verify/motion.ts';
import { autoTimeStep } from '../../src/physics/curvature.ts';
import { deSitter } from '../../src/physics/expansion/deSitter.ts';
import { gradientFlow } from '../../src/physics/integrators/gradientFlow.ts';
import { secondOrder } from '../../src/physics/integrators/secondOrder.ts';
import type { Integrator } from '../../src/physics/types.ts';
import { speedOf } from './speed.ts';

const GAMMA = 0.1;
const STEPS = 16;

/** A uniform lattice, its run and its ghost at the run's own step. @returns steps a second, over so many ms */
function measure(kernels: Kernels, rows: number, columns: number, single: boolean) {
  const size = rows * columns;
  const all = (value: number, length = size): Float64Array => new Float64Array(length).fill(value);
  const force =
    rows === 1
      ? kernels.ring(all(1), all(0.05), all(0))
      : kernels.torus(rows, columns, all(1, 2 * size), all(0.05), all(0));
  const curvature = (rows === 1 ? 4 : 8) + 0.05;
  const context = {
    ...contextOf(force, deSitter.create({ gamma: GAMMA }, 1), curvature),
    kernels,
    singlePrecision: single,
  };
  const precision = single ? 'f32' : 'f64';
  const dt = autoTimeStep(curvature, GAMMA);
  function stepping(integrator: Integrator): (ms: number) => number {
    const [weights, velocity] = [kernels.reals(force, single), kernels.reals(force, single)];
    weights.set(Float64Array.from({ length: size }, (_, i) => Math.sin(i * i)));
    const squares = new Float64Array(2 * STEPS);
    let offset = 0;
    const step = (): void => {
      integrator.advance(
        weights,
        velocity,
        { origin: 0, offset, dt },
        { samples: null, size: 0 },
        STEPS,
        squares,
      );
      offset += STEPS;
    };
    return (ms) => STEPS * speedOf(step, ms);
  }
  return {
    run: stepping(secondOrder.create({ dt: 'auto', substeps: 1, precision }, context)),
    ghost: stepping(
      gradientFlow.create({ dt: 'auto', eta: undefined, substeps: 'auto', precision }, context),
    ),
  };
}

export const ghosts = [
  [64, 64],
  [1, 10_000],
].flatMap(([rows, columns]) =>
  [false, true].flatMap((single) =>
    [typescriptKernels, fastestKernels].map((kernels) => ({
      lattice: rows === 1 ? `ring ${columns}` : `torus ${rows} × ${columns}`,
      precision: single ? 'f32' : 'f64',
      kernels: kernels.name,
      make: () => measure(kernels, rows, columns, single),
    })),
  ),
);
