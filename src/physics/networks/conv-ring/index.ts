import type { SystemPart } from '../../types.ts';
import { kernelActivation, plainLaws } from '../activations.ts';
import { createLinearNetwork } from '../linear.ts';
import { createNetwork } from '../network.ts';
import { convRingDeclaration, isLinear } from './declaration.ts';
import { convRingKernel } from './kernel.ts';
import { convRingLayout } from './layout.ts';
import { sourcesOf } from './sources.ts';

/** {@link convRingDeclaration} with its equations. */
export const convRing: SystemPart<typeof convRingDeclaration.parameters> = {
  ...convRingDeclaration,
  create(values, data, kernels) {
    const shape = {
      ...values,
      activation: kernelActivation(values.activation),
      outputActivation: kernelActivation(values.outputActivation),
    };
    const parts = {
      kernel: convRingKernel(shape, kernels),
      dimension: 2,
      layout: () => convRingLayout(shape),
      laws: plainLaws(shape.channels.length + 1, shape.activation, shape.outputActivation),
    };
    return isLinear(values)
      ? createLinearNetwork(convRingDeclaration, values, data, {
          ...parts,
          sourcesOf: sourcesOf(shape, data),
          staggered: false,
        })
      : createNetwork(convRingDeclaration, values, data, parts);
  },
};
