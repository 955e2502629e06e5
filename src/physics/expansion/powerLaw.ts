import { real } from '../parameters.ts';
import type { ExpansionPart } from '../types.ts';
import { powerLawOf } from './powerHistory.ts';

const parameters = {
  n: real({
    symbol: 'n',
    label: 'friction exponent',
    help: 'Friction γ = n/t: 1 is kination, 2 is matter, 3 is Nesterov momentum.',
    source: 'erratum E10',
    apply: 'live',
    default: 2,
    min: 0,
    slider: [0, 6],
    scale: 'linear',
    step: 0.1,
  }),
};

/** Power law γ = n/t for any n; the named ones are in fluids.ts. */
export const powerLaw: ExpansionPart<typeof parameters> = {
  kind: 'power-law',
  label: 'Power law',
  help: 'Friction γ = n/t: a universe that starts with a big bang and grows as a power of time.',
  source: 'erratum E10',
  parameters,
  errata: ['E10'],
  ...powerLawOf(({ n }: { readonly n: number }) => n),
};
