import type { SystemPart } from '../../types.ts';
import { createNetwork } from '../network.ts';
import { denseDeclaration } from './declaration.ts';
import { denseKernel } from './kernel.ts';
import { denseLayout } from './layout.ts';
import { denseShape } from './shape.ts';

/** {@link denseDeclaration} with its equations. */
export const dense: SystemPart<typeof denseDeclaration.parameters> = {
  ...denseDeclaration,
  create(values, data, kernels) {
    const shape = denseShape(values);
    return createNetwork(denseDeclaration, values, data, {
      kernel: kernels.network('dense', shape, denseKernel),
      dimension: 3,
      layout: () => denseLayout(shape),
    });
  },
};
