import { ParameterError, real } from '../parameters.ts';
import type { DataPart } from '../types.ts';
import { inputGrid, packSamples, requireShape, restTarget, systemNumber } from './context.ts';

const source = (symbol: string, label: string, help: string, fallback: number, range: [number, number]) =>
  real({
    symbol,
    label,
    help,
    source: 'Eq. 14',
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
    'The same on every bond, in Example 1 on every second: where all have it, √K is the speed of long waves in sites per unit time.',
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
 * Two samples that make exactly uniform couplings K on every bond and J on every site, with the vacuum
 * at W = 0 (Y = q). **exact** Source: physics.md 1.4.
 */
export const uniformBonds: DataPart<typeof parameters> = {
  kind: 'uniform-bonds',
  label: 'Uniform couplings',
  help: 'Two samples, one smooth and one alternating, that make the same J on every site and K on every bond, in Example 1 on every second.',
  source: 'Eq. 14',
  parameters,
  refinement: { powers: { K: 2 }, couples: true },
  create({ K, J }, context) {
    const shape = requireShape(context, 'uniform-bonds');
    const amplitude = context.declaration.uniform?.(K, J);
    if (amplitude === undefined) {
      throw new ParameterError(
        'kind',
        'uniform-bonds',
        'a system whose couplings two samples can make uniform',
      );
    }
    const { rows, columns } = inputGrid(context, shape.inputs);
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
