import { lazy, neuronRow, packLayout, Wires } from '../../lattice/layout.ts';
import { ringSheet } from '../../lattice/sheets.ts';
import { tableIIOf } from '../../lattice/tableII.ts';
import type { Layout, Sheet, SystemPart } from '../../types.ts';
import { cellTheory } from './cell.ts';
import { twoField1dDeclaration } from './declaration.ts';
import { fourFieldTheory } from './fourField.ts';
import { quadraticTheory } from './quadratic.ts';
import { createReadout } from './readout.ts';

const theories = { quadratic: quadraticTheory, cell: cellTheory, 'four-field': fourFieldTheory } as const;

/** {@link twoField1dDeclaration} with its equations. Outputs are the theory's Z in every cell. */
export const twoField1d: SystemPart<typeof twoField1dDeclaration.parameters> = {
  ...twoField1dDeclaration,
  create(values, data, kernels) {
    const { N, mesh, order, q, r, spacing } = values;
    const theory = theories[order](values, data, kernels);
    const cost = theory.costOf(data);
    const testCost = data.test && theory.costOf(data.test);
    const layout = lazy(() => layoutOf(N * mesh, mesh, order === 'four-field'));
    return {
      ...createReadout(data, N, theory.forwardOf),
      kind: 'two-field-1d',
      weightCount: theory.force.size,
      dimension: 1,
      get layout() {
        return layout();
      },
      force: theory.force,
      cost,
      testCost: (weights) => testCost?.(weights, null) ?? 0,
      activations: (weights, _sample, out) => out.set(weights),
      hessianVector: (weights, vector, _stiffness, out) => theory.hessianVector(weights, vector, out),
      curvatureBound: () => null,
      couplings: () => null,
      tableII: () => tableIIOf(q, r, N, spacing, data),
    };
  },
};

/**
 * Fields one above the other, no wires, and no bonds, since no K of Eq. 14 belongs to them. In units of the mesh:
 * point j at x = j, P and Q at x = j − mesh/2, half a cell before their point.
 */
function layoutOf(points: number, mesh: number, fourFields: boolean): Layout {
  const names = fourFields ? ['A', 'B', 'P', 'Q'] : ['w₁', 'w₂'];
  const sheets = names.map((name, index): Sheet => {
    const sheet = ringSheet(name, points, index * points);
    return index < 2 ? sheet : { ...sheet, offset: -mesh / 2 };
  });
  const neurons = sheets.map(({ offset }, layer) => neuronRow('site', layer, points, (j) => j + offset));
  return packLayout('ring', neurons, new Wires(), sheets, new Int32Array(0));
}
