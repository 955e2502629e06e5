import { real } from '../parameters.ts';
import type { ExpansionPart } from '../types.ts';
import type { Fluid } from './fluid.ts';
import { powerLawOf } from './powerHistory.ts';

// Universes filled with one fluid of pressure w times its density: γ = 2/((1 + w) t) in any dimension,
// a = t^{2/d(1+w)}. Spectator fields: no Friedmann equation holds for the cost. physics.md 3.3, E10.

const fluidParameters = {
  w: real({
    symbol: 'w',
    label: 'equation of state',
    help: 'Pressure over energy density of the fluid: 0 is matter, 1/d radiation, 1 kination.',
    source: 'erratum E10',
    apply: 'live',
    default: 0,
    min: -1,
    exclusiveMin: true,
    slider: [-0.9, 1],
    scale: 'linear',
    step: 0.01,
    reason: 'at w = -1 friction is constant, which is de-sitter',
  }),
};

/** Fluid of fixed w: n = 2/(1 + w). */
export const fluid: ExpansionPart<typeof fluidParameters> = {
  kind: 'fluid',
  label: 'Fluid',
  help: 'A universe filled with a fluid of fixed w: friction γ = 2/((1 + w) t), whatever the dimension.',
  source: 'erratum E10',
  parameters: fluidParameters,
  errata: ['E10'],
  ...powerLawOf(({ w }: { readonly w: number }) => 2 / (1 + w)),
};

const none = {};

/** A history without parameters of its own: γ = n/t with an n that may depend on the dimension. */
function named(
  kind: string,
  fluid: Fluid,
  label: string,
  help: string,
  exponent: (dimension: number) => number,
): ExpansionPart<typeof none> {
  const law = powerLawOf((_values: object, dimension) => exponent(dimension));
  return { kind, fluid, label, help, source: 'erratum E10', parameters: none, ...law };
}

/** w = 1/d: n = 2d/(d + 1), which is 3/2 for d = 3 and 1 for d = 1, where it is kination (E10). */
export const radiation: ExpansionPart<typeof none> = {
  ...named(
    'radiation',
    'radiation',
    'Radiation',
    'A universe of light, w = 1/d: γ = 2d/((d + 1) t). In one dimension it is kination.',
    (d) => (2 * d) / (d + 1),
  ),
  errata: ['E10'],
};

/** w = 0: n = 2 in any dimension. A mode from rest is w₀ sin ωt/ωt. */
export const matter = named(
  'matter',
  'matter',
  'Matter',
  'A universe of matter at rest, w = 0: γ = 2/t in any dimension.',
  () => 2,
);

/** n = 3, w = −1/3; the limit of Nesterov's momentum: Su, Boyd, Candès, JMLR 17(153). A mode from rest is 2w₀ J₁(ωt)/ωt. */
export const nesterov = named(
  'nesterov',
  'nesterov',
  'Nesterov momentum',
  'Friction γ = 3/t, the continuous limit of Nesterov’s accelerated gradient; it starts from rest at t = 0.',
  () => 3,
);

/** a = t: n = d, w = 2/d − 1. */
export const milne = named(
  'milne',
  'coasting',
  'Coasting',
  'A universe that grows at constant speed, a = t: γ = d/t. Milne’s is its empty, open relative; this one is spatially flat.',
  (d) => d,
);

/** w = 1: n = 1 in any dimension. A mode from rest is w₀ J₀(ωt). */
export const kination = named(
  'kination',
  'kination',
  'Kination',
  'A universe ruled by kinetic energy, w = 1: γ = 1/t in any dimension.',
  () => 1,
);
