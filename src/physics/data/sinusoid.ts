import { cos, sin } from '../math/elementary.ts';
import { choice, integer, ParameterError } from '../parameters.ts';
import type { DataPart } from '../types.ts';
import { inputGrid, packSamples, requireShape, restTarget } from './context.ts';
import { sampleCount } from './parameters.ts';

const parameters = {
  samples: sampleCount(2),
  modes: integer({
    symbol: 'm',
    label: 'wave numbers',
    help: 'Samples take the wave numbers 1 to m in turn.',
    apply: 'live',
    default: 1,
    min: 1,
    max: 1000,
    slider: [1, 16],
    scale: 'linear',
  }),
  signs: choice({
    symbol: '±',
    label: 'signs',
    help: 'Alternating signs make neighbours anticorrelated, which makes K > 0 in Example 1 (erratum E2).',
    apply: 'live',
    default: 'same',
    options: [
      { value: 'same', label: 'Same' },
      { value: 'alternating', label: 'Alternating' },
    ],
  }),
  targets: choice({
    symbol: 'Y',
    label: 'targets',
    help: 'Waves as targets, or targets that put the vacuum at zero.',
    apply: 'live',
    default: 'waves',
    options: [
      { value: 'waves', label: 'Waves' },
      { value: 'rest', label: 'Vacuum at zero' },
    ],
  }),
};

/**
 * Waves along the lattice (its columns): sample l has wave number m_l = 1 + (l mod modes),
 *   X_n = cos(2π m_l n/N + φ_l),  Y_o = sin(2π m_l o/N + φ_l)
 * with the phases φ_l of one wave number spread evenly over half a turn: with two or more of each the
 * couplings are uniform on ring-shared. A torus's output b stands on site b mod N. Alternating signs multiply
 * X_n by (−1)ⁿ, along an even number of columns; targets at rest are Y = q.
 */
export const sinusoid: DataPart<typeof parameters> = {
  kind: 'sinusoid',
  label: 'Waves',
  help: 'Sine waves of a few wave numbers along the lattice.',
  parameters,
  refinement: { powers: {} },
  create({ samples, modes, signs, targets }, context) {
    const shape = requireShape(context, 'sinusoid');
    const { columns } = inputGrid(context, shape.inputs);
    const alternates = signs === 'alternating';
    if (alternates && columns % 2 === 1) {
      throw new ParameterError(
        'signs',
        signs,
        `"same": ${columns} inputs, an odd number, close on themselves`,
      );
    }
    const sign = (n: number): number => (alternates && n % 2 === 1 ? -1 : 1);
    const phases = Math.ceil(samples / modes);
    const X: Float64Array[] = [];
    const Y: Float64Array[] = [];
    for (let l = 0; l < samples; l++) {
      const angle = (n: number): number =>
        Math.PI * ((2 * (1 + (l % modes)) * (n % columns)) / columns + Math.floor(l / modes) / phases);
      X.push(Float64Array.from({ length: shape.inputs }, (_, n) => sign(n) * cos(angle(n))));
      const rest = restTarget(context);
      Y.push(
        Float64Array.from({ length: shape.outputs }, (_, o) =>
          targets === 'rest' ? rest : sin(angle(o % shape.inputs)),
        ),
      );
    }
    return packSamples(X, Y);
  },
};
