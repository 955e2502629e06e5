import { kernelActivation } from '../activations.ts';
import type { DenseShape } from './kernel.ts';
import type { DenseValues } from './parameters.ts';

/** What the kernels need to know of a dense network. */
export function denseShape(values: DenseValues): DenseShape {
  const inputsOfLayers = values.sizes.slice(0, -1);
  const ntk = values.parameterization === 'ntk';
  return {
    sizes: values.sizes,
    activation: kernelActivation(values.activation),
    outputActivation: kernelActivation(values.outputActivation),
    weightScale: inputsOfLayers.map((n) => (ntk ? values.sigmaW / Math.sqrt(n) : 1)),
    biasScale: inputsOfLayers.map(() => (ntk ? values.sigmaB : 1)),
  };
}
