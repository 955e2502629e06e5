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
 * the coupling on ring-shared is 2p² high² and 2p² low². At the border stand sources as well, J = 2p² high (high − low)
 * and −2p² low (high − low), which change with the lattice's spacing: with high 2, low 1 a wave comes back inverted,
 * −0.335, where a pure step of K gives +0.331. Targets put the vacuum at W = 0.
 */
export const step: DataPart<typeof parameters> = {
  kind: 'step',
  label: 'Step',
  help: 'One sample with two levels: a stiff and a soft half, with sources J of either sign at the border, which turn waves back.',
  parameters,
  refinement: { powers: {} },
  jumps: true,
  create({ high, low }, context) {
    const shape = requireShape(context, 'step');
    const { columns } = inputGrid(context, shape.inputs);
    const X = Float64Array.from({ length: shape.inputs }, (_, n) =>
      2 * (n % columns) < columns ? high : low,
    );
    return packSamples([X], [new Float64Array(shape.outputs).fill(restTarget(context))]);
  },
};
