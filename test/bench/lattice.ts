import { typescriptKernels } from '../../src/kernels/index.ts';
import { fastestKernels } from '../../src/kernels/simd/index.ts';
import type { Kernels, StepPlan } from '../../src/kernels/types.ts';
import { speedOf } from './speed.ts';

const STEPS = 8;

/** A lattice like the one of native/lattice.c. @returns site updates a second of processor time, over so many ms */
function measure(kernels: Kernels, rows: number, columns: number, single: boolean): (ms: number) => number {
  const size = rows * columns;
  const wave = (start: number, swing: number, length = size): Float64Array =>
    Float64Array.from({ length }, (_, i) => start + swing * Math.sin(0.1 * i));
  const force =
    rows === 1
      ? kernels.ring(wave(1, 0.3), wave(0.1, 0), wave(0.01, 0))
      : kernels.torus(rows, columns, wave(1, 0.3, 2 * size), wave(0.1, 0), wave(0.01, 0));
  const [weights, velocity] = [kernels.reals(force, single), kernels.reals(force, single)];
  const gradient = typescriptKernels.reals(force, single);
  weights.set(wave(0, 1));
  const plan: StepPlan = {
    count: STEPS,
    h: 0.1,
    coefficients: new Float64Array(4 * STEPS).map((_, i) => (i % 2 === 0 ? 0.995 : 0.05)),
    stiffness: null,
    samples: null,
    batchSize: 0,
    squares: new Float64Array(2 * STEPS),
  };
  const step = (): void => {
    kernels.kickDriftKick(force, weights, velocity, gradient, plan);
  };
  return (ms) => speedOf(step, ms) * STEPS * size;
}

export const lattices = [
  ...[1e3, 1e4, 1e5, 1e6].map((columns) => ({ rows: 1, columns })),
  ...[256, 512, 1024].map((side) => ({ rows: side, columns: side })),
].map(({ rows, columns }) => ({
  name: rows === 1 ? `ring ${columns}` : `torus ${rows} × ${columns}`,
  rows,
  columns,
  competitors: (single: boolean) => ({
    simd: measure(fastestKernels, rows, columns, single),
    typescript: measure(typescriptKernels, rows, columns, single),
  }),
}));
