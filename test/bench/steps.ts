import { typescriptKernels } from '../../src/kernels/index.ts';
import { fastestKernels } from '../../src/kernels/simd/index.ts';
import type { Force, Kernels, StepPlan } from '../../src/kernels/types.ts';
import { torusBonds } from '../../src/physics/lattice/torus.ts';
import { createRandom } from '../../src/physics/math/random.ts';
import { speedOf } from './speed.ts';

const STEPS = 8;
const wave = (length: number, swing: number): Float64Array =>
  Float64Array.from({ length }, (_, i) => swing * Math.sin(0.7 * i));

/** Samples of every step, another one each; null: all. */
const turns = Int32Array.from({ length: STEPS }, (_, n) => n % 2);

/** Steps like those of native/steps.c. @returns steps times weights a second of processor time, over so many ms */
function kicked(force: Force, kernels: Kernels, single: boolean): (ms: number) => number {
  const [weights, velocity, gradient] = [1, 2, 3].map(() => kernels.reals(force, false));
  weights.set(wave(force.size, 0.3));
  const plan: StepPlan = {
    count: STEPS,
    h: 0.1,
    coefficients: new Float64Array(4 * STEPS).map((_, i) => (i % 2 === 0 ? 0.995 : 0.0005)),
    stiffness: null,
    samples: single ? turns : null,
    batchSize: single ? 1 : 0,
    squares: new Float64Array(2 * STEPS),
  };
  const step = (): void => {
    const done = kernels.kickDriftKick(force, weights, velocity, gradient, plan);
    if (done < STEPS) throw new Error('the state is no longer finite: these are no steps to measure');
  };
  return (ms) => speedOf(step, ms) * STEPS * force.size;
}

/** A ring in a bath. */
function stirred(kernels: Kernels, N: number): (ms: number) => number {
  const force = kernels.ring(
    new Float64Array(N).fill(0.3),
    new Float64Array(N).fill(0.1),
    new Float64Array(N).fill(0.01),
  );
  const [weights, velocity, gradient] = [1, 2, 3].map(() => kernels.reals(force, false));
  const stream = createRandom(1, 'noise');
  const step = (): void => {
    kernels.push(weights, velocity, -0.0005, gradient, 0.1, false);
    kernels.stir(weights, velocity, 0.9, 0.3, stream, 0.1);
    force.gradient(weights, null, 1, gradient);
    kernels.push(null, velocity, -0.0005, gradient, 0, false);
  };
  return (ms) => speedOf(step, ms) * N;
}

interface Row {
  readonly name: string;
  readonly asked: string;
  readonly measure: (kernels: Kernels) => (ms: number) => number;
}
const ring = (kind: 'ringShared' | 'ringPerceptron', letter: string, name: string, N: number): Row => ({
  name: `${name} ${N}, one sample a step`,
  asked: `${letter} ${N} 1`,
  measure: (kernels) => kicked(kernels[kind](0.4, 0.9, N, wave(2 * N, 1), wave(2 * N, 0.5)), kernels, true),
});
const torus = (rows: number, columns: number): Row => ({
  name: `torus-shared ${rows} × ${columns}, one sample a step`,
  asked: `t ${rows} ${columns}`,
  measure(kernels) {
    const N = rows * columns;
    const bonds = torusBonds(rows, columns);
    const [inputs, targets] = [wave(2 * N, 1), wave(4 * N, 0.5)];
    return kicked(
      kernels.bondDifference(0.4, 0.9, N, bonds, inputs, targets, { rows, columns }),
      kernels,
      true,
    );
  },
});
const field = (letter: string, name: string, points: number, samples: number): Row => ({
  name: `${name}, ${points} points × ${samples}`,
  asked: `${letter} ${points} ${samples}`,
  measure(kernels) {
    const count = points * samples;
    const [X, Y] = [wave(count, 1), wave(count, 0.5)];
    const force =
      letter === 'c'
        ? kernels.twoFieldCell(0.4, 0.9, 0.3, points, X, Y)
        : letter === 'f'
          ? kernels.fourField(0.4, 0.9, 0.3, 2, points, X, Y)
          : // Without q it stays where it is for ever: with it, it has no lower bound.
            kernels.twoFieldQuadratic(0, 0.3, 2, points, { Y, XY: X, slopeY: X, bendY: Y });
    const speed = kicked(force, kernels, false);
    return (ms) => samples * speed(ms);
  },
});
const bath = (N: number): Row => ({
  name: `ring ${N} in a bath`,
  asked: `l ${N} 1`,
  measure: (kernels) => stirred(kernels, N),
});

/** Steps whose force is a pass of its own. */
export const steps = [
  ring('ringShared', 's', 'ring-shared', 1000),
  ring('ringShared', 's', 'ring-shared', 100_000),
  ring('ringPerceptron', 'p', 'ring-perceptron', 1000),
  ring('ringPerceptron', 'p', 'ring-perceptron', 100_000),
  torus(64, 64),
  torus(512, 512),
  field('c', 'two fields, cell', 1024, 8),
  field('q', 'two fields, quadratic', 1024, 8),
  field('f', 'four fields', 1024, 8),
  bath(1000),
  bath(100_000),
].map(({ name, asked, measure }) => ({
  name,
  asked,
  competitors: () => ({ simd: measure(fastestKernels), typescript: measure(typescriptKernels) }),
}));
