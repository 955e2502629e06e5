import type { SystemPart } from '../../types.ts';
import { kernelActivation, plainLaws } from '../activations.ts';
import { createNetwork } from '../network.ts';
import { deepRingDeclaration } from './declaration.ts';
import { deepRingKernel } from './kernel.ts';
import { deepRingLayout } from './layout.ts';

/** {@link deepRingDeclaration} with its equations. */
export const deepRing: SystemPart<typeof deepRingDeclaration.parameters> = {
  ...deepRingDeclaration,
  create(values, data, kernels) {
    const shape = {
      ...values,
      activation: kernelActivation(values.activation),
      outputActivation: kernelActivation(values.outputActivation),
    };
    return createNetwork(deepRingDeclaration, values, data, {
      kernel: deepRingKernel(shape, kernels),
      dimension: 2,
      layout: () => deepRingLayout(shape),
      laws: plainLaws(shape.depth, shape.activation, shape.outputActivation, shape.residual),
    });
  },
};
