import { real } from '../parameters.ts';
import type { DataPart } from '../types.ts';
import { inputGrid, packSamples, requireShape, restTarget } from './context.ts';

const level = (symbol: string, label: string, fallback: number) =>
  real({
    symbol,
    label,
    help: `Input on the ${label}.`,
    apply: 'live',
    default: fallback,
    slider: [-2, 2],
    scale: 'linear',
    step: 0.01,
  });

const parameters = { high: level('X₁', 'first half', 1), low: level('X₂', 'second half', 0.4) };

/**
 * One sample that is constant on each half of the lattice (its columns): the stiffness jumps there, and
 * the coupling on ring-shared is 2p² high² and 2p² low². Targets put the vacuum at W = 0.
 */
export const step: DataPart<typeof parameters> = {
  kind: 'step',
  label: 'Step',
  help: 'One sample with two levels: a field with a stiff and a soft half, which refracts waves.',
  parameters,
  create({ high, low }, context) {
    const shape = requireShape(context, 'step');
    const { columns } = inputGrid(context, shape);
    const X = Float64Array.from({ length: shape.inputs }, (_, n) =>
      2 * (n % columns) < columns ? high : low,
    );
    return packSamples([X], [new Float64Array(shape.outputs).fill(restTarget(context))]);
  },
};
