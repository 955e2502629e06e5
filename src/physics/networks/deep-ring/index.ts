import { lazy } from '../../lattice/layout.ts';
import type { SystemPart } from '../../types.ts';
import { kernelActivation } from '../activations.ts';
import { checkTargets } from '../cost.ts';
import { createReadout } from '../readout.ts';
import { deepRingDeclaration } from './declaration.ts';
import { deepRingLayout } from './layout.ts';
import { createDeepRingModel } from './model.ts';

/** {@link deepRingDeclaration} with its equations. */
export const deepRing: SystemPart<typeof deepRingDeclaration.parameters> = {
  ...deepRingDeclaration,
  create(values, data, kernels) {
    deepRingDeclaration.check?.(values);
    checkTargets(values, data);
    const shape = {
      ...values,
      activation: kernelActivation(values.activation),
      outputActivation: kernelActivation(values.outputActivation),
    };
    const model = createDeepRingModel(shape, data);
    const layout = lazy(() => deepRingLayout(shape));
    return {
      ...createReadout(data, shape.N, model.forwardOf, shape.cost),
      kind: 'deep-ring',
      weightCount: model.weightCount,
      dimension: 2,
      get layout() {
        return layout();
      },
      force: kernels.deepRing(shape, data.inputs, data.targets),
      activations: model.activations,
      hessianVector: (weights, vector, _stiffness, out) => model.hessianVector(weights, vector, out),
      curvatureBound: () => null,
      couplings: () => null,
    };
  },
};
