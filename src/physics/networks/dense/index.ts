import type { SystemPart } from '../../types.ts';
import { createNetwork } from '../network.ts';
import { denseDeclaration } from './declaration.ts';
import { denseKernel, denseLayers } from './kernel.ts';
import type { DenseShape } from './kernel.ts';
import { denseLayout } from './layout.ts';
import type { DenseValues } from './parameters.ts';
import { denseShape } from './shape.ts';

/** {@link denseDeclaration} with its equations. */
export const dense: SystemPart<typeof denseDeclaration.parameters> = {
  ...denseDeclaration,
  create(values, data, kernels) {
    const shape = denseShape(values);
    return createNetwork(denseDeclaration, values, data, {
      kernel: denseKernel(shape, kernels),
      dimension: 3,
      layout: () => denseLayout(shape),
      wide: values,
      laws: denseLayers(shape).layers.map((layer) => ({ ...layer, residual: false })),
      // Of the tangent kernel the sigmas stand in the forward pass.
      ...(values.parameterization === 'standard' && { randomSpread: () => spreadOf(values, shape) }),
    });
  },
};

/** Standard deviation of each weight of a standard random start: σ_w/√n_in, of biases σ_b. */
function spreadOf({ sigmaW, sigmaB }: DenseValues, shape: DenseShape): Float64Array {
  const { layers, size } = denseLayers(shape);
  const spread = new Float64Array(size);
  for (const { rows, columns, weights, biases } of layers) {
    spread.fill(sigmaW / Math.sqrt(columns), weights, weights + rows * columns);
    spread.fill(sigmaB, biases, biases + rows);
  }
  return spread;
}
