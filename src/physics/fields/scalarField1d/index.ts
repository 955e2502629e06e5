import { neuronRow, packLayout, Wires } from '../../lattice/layout.ts';
import { ringSheet } from '../../lattice/sheets.ts';
import type { SystemPart } from '../../types.ts';
import { createScalarField } from '../scalarField.ts';
import { scalarField1dDeclaration, sourcesOf } from './declaration.ts';

/** {@link scalarField1dDeclaration} with its equations. */
export const scalarField1d: SystemPart<typeof scalarField1dDeclaration.parameters> = {
  ...scalarField1dDeclaration,
  create(values, _data, kernels) {
    const { N, redshift } = values;
    const sources = sourcesOf(values);
    const sites = neuronRow('site', 0, N, (n) => n);
    return createScalarField({
      kind: 'scalar-field-1d',
      dimension: 1,
      sources,
      rows: 1,
      columns: N,
      force: kernels.ring(sources.K, sources.J, sources.force),
      layout: () => packLayout('ring', [sites], new Wires(), [ringSheet('w', N)], sources.bonds),
      staggered: N % 2 === 0,
      redshifted: redshift === 'physical',
    });
  },
};
