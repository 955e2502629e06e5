import { smoothNoise } from '../lattice/smoothNoise.ts';
import { choice, real } from '../parameters.ts';
import type { DataPart } from '../types.ts';
import { inputGrid, packSamples, requireShape, restTarget } from './context.ts';
import { sampleCount } from './parameters.ts';

const parameters = {
  samples: sampleCount(4),
  correlation: real({
    symbol: 'ℓ',
    label: 'correlation length',
    help: 'Over how many sites a sample varies; 0 is white noise.',
    apply: 'live',
    default: 3,
    min: 0,
    max: 10000,
    slider: [0, 20],
    scale: 'linear',
    step: 0.1,
  }),
  targets: choice({
    symbol: 'Y',
    label: 'targets',
    help: 'Smooth random targets, or targets that put the vacuum at zero.',
    apply: 'live',
    default: 'smooth',
    options: [
      { value: 'smooth', label: 'Smooth random' },
      { value: 'rest', label: 'Vacuum at zero' },
    ],
  }),
};

/**
 * Samples of a smooth Gaussian field of unit variance along the inputs, ⟨X_i X_j⟩ = e^{−d²/2ℓ²}.
 * Targets: fields of the same kind along the outputs (a torus: one for the bonds down, one for those to
 * the right; a single neuron: plain normal numbers), or Y = q.
 */
export const smoothRandom: DataPart<typeof parameters> = {
  kind: 'smooth-random',
  label: 'Smooth random samples',
  help: 'Random samples that vary slowly along the lattice, so that neighbours are correlated.',
  parameters,
  create({ samples, correlation, targets }, context) {
    const shape = requireShape(context, 'smooth-random');
    const { rows, columns } = inputGrid(context, shape.inputs);
    const { random } = context;
    const X: Float64Array[] = [];
    const Y: Float64Array[] = [];
    for (let l = 0; l < samples; l++) {
      X.push(smoothNoise(random, rows, columns, correlation));
      const target = new Float64Array(shape.outputs).fill(restTarget(context));
      if (targets === 'smooth') {
        if (shape.outputs === 1) target[0] = random.normal();
        for (let at = 0; at + shape.inputs <= shape.outputs; at += shape.inputs) {
          target.set(smoothNoise(random, rows, columns, correlation), at);
        }
      }
      Y.push(target);
    }
    return packSamples(X, Y);
  },
};
