import { neuronSources, type Sources } from '../../../kernels/typescript/sources.ts';
import { sparseRows } from '../../../kernels/typescript/sparseRows.ts';
import { wrap } from '../../lattice/ring.ts';
import type { TrainingData } from '../../types.ts';
import { convLayers } from './kernel.ts';
import type { ConvRingShape } from './kernel.ts';

/**
 * Sources of one layer without a bend. At every site its output is that of one linear neuron, whose inputs are the
 * neighbours it reads and the constant of the bias, so that a sample counts as N of them:
 *   Z_i = p (Σ_s W_s X_{i+s} + b) + q
 * Couplings join all pairs of taps. **exact** Source: physics.md 1.4 B.
 */
export function sourcesOf(
  shape: ConvRingShape,
  data: TrainingData,
): (batch: Int32Array | null) => Sources & { readonly foreignBonds: boolean } {
  const { N, reach, biases, outputActivation } = shape;
  const { size } = convLayers(shape);
  const { p, q } = outputActivation.kind === 'affine' ? outputActivation : { p: 1, q: 0 };
  const inputs = new Float64Array(data.sampleCount * N * size);
  for (let l = 0; l < data.sampleCount; l++) {
    for (let i = 0; i < N; i++) {
      const row = (l * N + i) * size;
      for (let s = -reach; s <= reach; s++) inputs[row + reach + s] = data.inputs[l * N + wrap(i + s, N)];
      if (biases) inputs[row + size - 1] = 1;
    }
  }
  const rows = sparseRows(inputs, size);
  const sitesOf = (batch: Int32Array): Int32Array =>
    Int32Array.from({ length: batch.length * N }, (_, n) => batch[Math.floor(n / N)] * N + (n % N));
  return (batch) => ({
    ...neuronSources(p, q, rows, data.targets, batch && sitesOf(batch)),
    foreignBonds: true,
  });
}
