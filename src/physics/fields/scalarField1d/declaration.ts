import { latticeDictionary } from '../../dictionary.ts';
import { resolveProfile } from '../../lattice/profiles.ts';
import { ringBonds } from '../../lattice/ring.ts';
import { integer } from '../../parameters.ts';
import type { Values } from '../../parameters.ts';
import type { SystemDeclaration } from '../../types.ts';
import { scalarParameters } from '../scalarParameters.ts';
import { scalarTheory } from './continuum.ts';

const parameters = {
  N: integer({
    symbol: 'N',
    label: 'sites',
    help: 'Sites of the periodic lattice.',
    apply: 'restart',
    default: 64,
    min: 3,
    max: 1048576,
    slider: [8, 1024],
    scale: 'log',
  }),
  ...scalarParameters,
};

/**
 * Scalar field of Eq. 17 on a periodic lattice, bond n joining sites n and n+1:
 *   U = Σ_b K_b/(2a²) (w_i − w_j)² + Σ_i (J_i w_i²/2 − f_i w_i)
 * Profiles by name: K and J are 1 + s/2, force is s (lattice/profiles.ts). K < 0 is allowed: the lattice
 * is well defined, but the continuum theory is not (erratum E2), so never refine the mesh there. **exact**
 * With redshift "physical" K is multiplied by a(t)⁻², which the paper's theory has not (E9).
 */
export const scalarField1dDeclaration: SystemDeclaration<typeof parameters> = {
  kind: 'scalar-field-1d',
  label: 'Scalar field in one dimension',
  help: 'The continuum theory by itself: a field on a ring with couplings that you choose.',
  source: 'Eq. 17',
  parameters,
  data: ['none'],
  initial: ['bump', 'mode', 'packet', 'noise', 'random', 'zero', 'explicit'],
  shape: () => null,
  weightCount: ({ N }) => N,
  quadratic: () => true,
  precisions: ['f64', 'f32'],
  estimate: ({ N }) => ({ work: 3 * N }),
  refinement: { powers: { spacing: -1 } },
  continuum: scalarTheory({ limit: 'exact', claim: 'exact' }),
  siteSpacing: ({ spacing }) => spacing,
  sources: (values) => ({ ...sourcesOf(values), dimension: 1, rows: 1, columns: values.N }),
  dictionary: latticeDictionary,
  check(values) {
    sourcesOf(values);
  },
};

/** Lattice stiffness K/a², J and force on every bond and site. @throws ParameterError */
export function sourcesOf({ N, spacing, K, J, force }: Values<typeof parameters>) {
  return {
    bonds: ringBonds(N),
    K: resolveProfile(K, N, 1, 0.5, 'K').map((stiffness) => stiffness / (spacing * spacing)),
    J: resolveProfile(J, N, 1, 0.5, 'J'),
    force: resolveProfile(force, N, 0, 1, 'force'),
  };
}
