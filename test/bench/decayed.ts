import { typescriptKernels } from '../../src/kernels/index.ts';
import { fastestKernels } from '../../src/kernels/simd/index.ts';
import type { Kernels } from '../../src/kernels/types.ts';
import { deSitter } from '../../src/physics/expansion/deSitter.ts';
import { integrators } from '../../src/physics/integrators/index.ts';
import type { IntegratorPart, Reals } from '../../src/physics/types.ts';
import { contextOf } from '../helpers/dynamics.ts';
import { valuesOf } from '../helpers/systems.ts';
import { speedOf } from './speed.ts';

const STEPS = 64;
const SITES = 10_000;
const CLOCK = { origin: 0, offset: 0, dt: 0.25 };

/**
 * Stretches of a damped ring from a state that is alive, and from one whose values have decayed to the floor and past it, down
 * to denormal numbers. @returns speeds of both over so many ms
 */
function measure(part: IntegratorPart, kernels: Kernels, single: boolean) {
  const same = (value: number): Float64Array => new Float64Array(SITES).fill(value);
  const force = kernels.ring(same(1), same(0.5), null);
  const context = {
    ...contextOf(force, deSitter.create({ gamma: 1 }, 1), 4.5),
    kernels,
    singlePrecision: single,
  };
  const values = valuesOf(part, {
    dt: 'auto',
    substeps: 'auto',
    phase: 0.02,
    precision: single ? 'f32' : 'f64',
  });
  const integrator = part.create(values, context);
  const [weights, velocity] = [kernels.reals(force, single), kernels.reals(force, single)];
  const squares = new Float64Array(2 * STEPS);
  const from = (start: Reals) => (ms: number) =>
    speedOf(() => {
      weights.set(start);
      velocity.fill(0);
      integrator.advance(weights, velocity, CLOCK, { samples: null, size: 0 }, STEPS, squares);
    }, ms);
  const wave = (i: number): number => Math.sin(0.1 * i);
  const [largest, decades] = single ? [-25, 20] : [-140, 180];
  return {
    alive: from(new Float64Array(SITES).map((_, i) => wave(i))),
    decayed: from(new Float64Array(SITES).map((_, i) => wave(i) * 10 ** (largest - (decades * i) / SITES))),
  };
}

/** Every method of steps, by either set of kernels, in the precisions that it takes. */
export const decays = Object.values(integrators)
  .filter(({ order }: IntegratorPart) => order !== 'exact')
  .flatMap((part: IntegratorPart) =>
    [typescriptKernels, fastestKernels].flatMap((kernels) =>
      [false, true]
        .filter((single) => !single || 'precision' in part.parameters)
        .map((single) => ({
          name: part.kind,
          kernels: kernels.name,
          precision: single ? 'f32' : 'f64',
          make: () => measure(part, kernels, single),
        })),
    ),
  );
