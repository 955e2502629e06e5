import { lazy } from '../../lattice/layout.ts';
import type { SystemPart } from '../../types.ts';
import { checkTargets } from '../cost.ts';
import { createReadout } from '../readout.ts';
import { denseDeclaration } from './declaration.ts';
import { denseLayout } from './layout.ts';
import { createDenseModel } from './model.ts';
import { denseShape } from './shape.ts';

/** {@link denseDeclaration} with its equations. */
export const dense: SystemPart<typeof denseDeclaration.parameters> = {
  ...denseDeclaration,
  create(values, data, kernels) {
    checkTargets(values, data);
    const shape = denseShape(values);
    const model = createDenseModel(shape, data);
    const layout = lazy(() => denseLayout(shape));
    return {
      ...createReadout(data, shape.sizes[shape.sizes.length - 1], model.forwardOf, shape.cost),
      kind: 'dense',
      weightCount: model.weightCount,
      dimension: 3,
      get layout() {
        return layout();
      },
      force: kernels.dense(shape, data.inputs, data.targets),
      activations: model.activations,
      hessianVector: (weights, vector, _stiffness, out) => model.hessianVector(weights, vector, out),
      curvatureBound: () => null,
      couplings: () => null,
    };
  },
};
