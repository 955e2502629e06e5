import { ParameterError, real } from '../parameters.ts';
import type { DataContext, DataPart } from '../types.ts';
import { inputGrid, packSamples, requireShape, restTarget, systemNumber } from './context.ts';

const source = (symbol: string, label: string, help: string, fallback: number, range: [number, number]) =>
  real({
    symbol,
    label,
    help,
    source: 'physics 1.4',
    apply: 'live',
    default: fallback,
    min: 0,
    slider: range,
    scale: 'linear',
    step: 0.01,
  });

const parameters = {
  K: source(
    'K',
    'coupling',
    'The same on every bond: √K is the speed of waves in sites per unit time.',
    1,
    [0, 4],
  ),
  J: source(
    'J',
    'source',
    'The same on every site: the mass² of the field, in the paper’s word its source.',
    0.1,
    [0, 2],
  ),
};

/**
 * Amplitudes of the smooth sample ξ and of the alternating sample ζ (−1)ⁿ, in units of 1/p:
 *   ring-shared   ξ² = K/2 + J/8,   ζ² = J/8
 *   torus-shared  ξ² = K/2 + J/16,  ζ² = J/16
 *   ring-perceptron: ξ² = J/4, ζ² = K/2 + J/4; K on even bonds, since odd ones never carry any (erratum E1)
 */
const amplitudes: Readonly<
  Record<string, (K: number, J: number) => { smooth: number; alternating: number }>
> = {
  'ring-shared': (K, J) => ({ smooth: Math.sqrt(K / 2 + J / 8), alternating: Math.sqrt(J / 8) }),
  'torus-shared': (K, J) => ({ smooth: Math.sqrt(K / 2 + J / 16), alternating: Math.sqrt(J / 16) }),
  'ring-perceptron': (K, J) => ({ smooth: Math.sqrt(J / 4), alternating: Math.sqrt(K / 2 + J / 4) }),
};

/**
 * Two samples that make exactly uniform couplings K on every bond and J on every site, with the vacuum
 * at W = 0 (Y = q). **exact** Source: physics.md 1.4.
 */
export const uniformBonds: DataPart<typeof parameters> = {
  kind: 'uniform-bonds',
  label: 'Uniform couplings',
  help: 'Two samples, one smooth and one alternating, that make the same K on every bond and J on every site.',
  source: 'physics 1.4',
  parameters,
  create({ K, J }, context) {
    const shape = requireShape(context, 'uniform-bonds');
    const amplitude = amplitudesFor(context)(K, J);
    const { rows, columns } = inputGrid(context, shape);
    if (columns % 2 !== 0 || (rows > 1 && rows % 2 !== 0)) {
      const sides = rows > 1 ? 'system.rows and system.columns' : 'system.N';
      throw new ParameterError('kind', 'uniform-bonds', `${sides} even, so that signs can alternate`);
    }
    const p = systemNumber(context, 'p');
    if (p === 0)
      throw new ParameterError('K', K, 'system.p other than 0: without slope there are no couplings');
    const smooth = new Float64Array(shape.inputs).fill(amplitude.smooth / p);
    const alternating = smooth.map((_, n) => {
      const even = (Math.floor(n / columns) + (n % columns)) % 2 === 0;
      return ((even ? 1 : -1) * amplitude.alternating) / p;
    });
    const targets = new Float64Array(shape.outputs).fill(restTarget(context));
    return packSamples([smooth, alternating], [targets, targets]);
  },
};

function amplitudesFor({
  system,
}: DataContext): (K: number, J: number) => { smooth: number; alternating: number } {
  const rule = amplitudes[system.kind];
  if (rule === undefined) {
    throw new ParameterError('kind', 'uniform-bonds', `a system among ${Object.keys(amplitudes).join(', ')}`);
  }
  return rule;
}
