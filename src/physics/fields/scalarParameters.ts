import { choice, profile, real } from '../parameters.ts';

/** Parameters of the scalar fields (Eq. 17) in any dimension. */
export const scalarParameters = {
  spacing: real({
    symbol: 'a',
    label: 'spacing',
    help: 'Comoving distance of neighbouring sites; the lattice stiffness is K/a².',
    source: 'Eq. 17',
    apply: 'live',
    default: 1,
    min: 0,
    exclusiveMin: true,
    slider: [0.1, 2],
    scale: 'log',
  }),
  K: profile({
    symbol: 'K',
    label: 'coupling',
    help: 'Stiffness of the bonds: √K is the speed of waves. Negative values make short waves grow.',
    source: 'Eq. 17',
    apply: 'live',
    default: 1,
    slider: [0, 4],
  }),
  J: profile({
    symbol: 'J',
    label: 'source',
    help: 'Mass² of the sites, which pulls the field to zero. The paper calls it a source; the source of field theory is the force f.',
    source: 'Eq. 17',
    apply: 'live',
    default: 0.1,
    slider: [0, 2],
  }),
  force: profile({
    symbol: 'f',
    label: 'force',
    help: 'Constant push on the sites, the source of field theory; it moves the vacuum.',
    source: 'Eq. 17',
    apply: 'live',
    default: 0,
    slider: [-1, 1],
  }),
  redshift: choice({
    symbol: 'a⁻²',
    label: 'redshift',
    help: 'Whether the expansion stretches the waves; the paper’s theory has none (erratum E9).',
    apply: 'restart',
    default: 'none',
    options: [
      { value: 'none', label: 'None (the paper)' },
      { value: 'physical', label: 'Physical: K a⁻²' },
    ],
  }),
};
