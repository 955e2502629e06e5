import { latticeDictionary } from '../../dictionary.ts';
import { gridExtent, MOST_FIELD_SITES } from '../../estimates.ts';
import { resolveGridProfile } from '../../lattice/profiles.ts';
import { torusBonds } from '../../lattice/torus.ts';
import { integer } from '../../parameters.ts';
import type { Values } from '../../parameters.ts';
import type { SystemDeclaration } from '../../types.ts';
import { scalarParameters } from '../scalarParameters.ts';

const side = (symbol: string, label: string) =>
  integer({
    symbol,
    label,
    help: `Number of ${label} of the periodic lattice.`,
    apply: 'restart',
    default: 64,
    min: 2,
    max: 1024,
    slider: [8, 1024],
    scale: 'log',
  });

const parameters = { rows: side('R', 'rows'), columns: side('C', 'columns'), ...scalarParameters };

/**
 * Scalar field of Eq. 17 on a torus, site r·columns + c, bonds as those of torus-shared (first down, then right):
 *   U = Σ_b K_b/(2a²) (w_i − w_j)² + Σ_i (J_i w_i²/2 − f_i w_i)
 * Profiles by name: K and J are 1 + s/2, force is s, s the shape at the site that a bond starts from
 * (lattice/profiles.ts). K < 0 and redshift as in one dimension. **exact**
 */
export const scalarField2dDeclaration: SystemDeclaration<typeof parameters> = {
  kind: 'scalar-field-2d',
  label: 'Scalar field in two dimensions',
  help: 'The continuum theory by itself on a torus: waves on a sheet with couplings that you choose.',
  source: 'Eq. 17',
  parameters,
  data: ['none'],
  initial: ['bump', 'mode', 'noise', 'random', 'zero', 'explicit'],
  shape: () => null,
  weightCount: ({ rows, columns }) => rows * columns,
  quadratic: () => true,
  precisions: ['f64', 'f32'],
  estimate: ({ rows, columns }) => ({
    work: 5 * rows * columns,
    extent: gridExtent(rows, columns, MOST_FIELD_SITES),
  }),
  siteSpacing: ({ spacing }) => spacing,
  sources: (values) => ({
    ...sourcesOf(values),
    dimension: 2,
    rows: values.rows,
    columns: values.columns,
  }),
  dictionary: latticeDictionary,
  check(values) {
    sourcesOf(values);
  },
};

/** Lattice stiffness K/a² [2P], J and force [P]. @throws ParameterError */
export function sourcesOf({ rows, columns, spacing, K, J, force }: Values<typeof parameters>) {
  return {
    bonds: torusBonds(rows, columns),
    K: resolveGridProfile(K, rows, columns, 2, 1, 0.5, 'K').map((value) => value / (spacing * spacing)),
    J: resolveGridProfile(J, rows, columns, 1, 1, 0.5, 'J'),
    force: resolveGridProfile(force, rows, columns, 1, 0, 1, 'force'),
  };
}
