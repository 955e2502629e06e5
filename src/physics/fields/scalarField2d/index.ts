import { neuronRow, packLayout, Wires } from '../../lattice/layout.ts';
import { gridSheet } from '../../lattice/sheets.ts';
import type { Layout, SystemPart } from '../../types.ts';
import { createScalarField } from '../scalarField.ts';
import { scalarField2dDeclaration, sourcesOf } from './declaration.ts';

/** {@link scalarField2dDeclaration} with its equations. */
export const scalarField2d: SystemPart<typeof scalarField2dDeclaration.parameters> = {
  ...scalarField2dDeclaration,
  create(values, _data, kernels) {
    const { rows, columns, redshift } = values;
    const sources = sourcesOf(values);
    return createScalarField({
      kind: 'scalar-field-2d',
      dimension: 2,
      sources,
      rows,
      columns,
      force: kernels.torus(rows, columns, sources.K, sources.J, sources.force),
      layout: () => layoutOf(rows, columns, sources.bonds),
      staggered: false,
      redshifted: redshift === 'physical',
    });
  },
};

function layoutOf(rows: number, columns: number, bonds: Int32Array): Layout {
  const column = (site: number): number => site % columns;
  const row = (site: number): number => Math.floor(site / columns);
  const sites = neuronRow('site', 0, rows * columns, column, row);
  return packLayout('torus', [sites], new Wires(), [gridSheet('w', rows, columns, true, true)], bonds);
}
