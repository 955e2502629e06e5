import { applyHessian, couplingsOf, gershgorinBound } from '../../lattice/couplings.ts';
import { lazy, neuronRow, packLayout } from '../../lattice/layout.ts';
import { ringSheet } from '../../lattice/sheets.ts';
import type { System, SystemPart } from '../../types.ts';
import { scalarField1dDeclaration, sourcesOf } from './declaration.ts';

/** {@link scalarField1dDeclaration} with its equations. */
export const scalarField1d: SystemPart<typeof scalarField1dDeclaration.parameters> = {
  ...scalarField1dDeclaration,
  create(values, _data, kernels) {
    const { N } = values;
    const sources = sourcesOf(values);
    const { bonds, K, J, force } = sources;
    const layout = lazy(() =>
      packLayout(
        'ring',
        neuronRow('site', 0, N, (n) => n),
        [],
        [ringSheet('w', N)],
        bonds,
      ),
    );
    const cost: System['cost'] = (weights, _batch, stiffness) => {
      let energy = 0;
      for (let n = 0; n < N; n++) {
        const w = weights[n];
        const step = weights[n + 1 === N ? 0 : n + 1] - w;
        energy += 0.5 * stiffness * K[n] * step * step + (0.5 * J[n] * w - force[n]) * w;
      }
      return energy;
    };
    return {
      kind: 'scalar-field-1d',
      weightCount: N,
      dimension: 1,
      sampleCount: 0,
      outputCount: 0,
      testCount: 0,
      get layout() {
        return layout();
      },
      force: kernels.ring(K, J, force),
      cost,
      testCost: () => 0,
      outputs: () => undefined,
      testOutputs: () => undefined,
      evaluate: () => new Float64Array(0),
      activations: (weights, _sample, out) => out.set(weights),
      hessianVector: (_weights, vector, stiffness, out) => applyHessian(sources, vector, stiffness, out),
      curvatureBound: gershgorinBound(sources),
      couplings: () =>
        couplingsOf(sources, {
          costAt: (shift) => cost(shift, null, 1),
          staggered: N % 2 === 0,
          listBonds: false,
        }),
    };
  },
};
