import { role } from '../../formula.ts';
import { latticeDictionary } from '../../dictionary.ts';
import { gridExtent, MOST_SITES } from '../../estimates.ts';
import { integer } from '../../parameters.ts';
import type { SystemDeclaration } from '../../types.ts';
import { offsetQ, slopeP } from '../parameters.ts';

const side = (symbol: string, label: string) =>
  integer({
    symbol,
    label,
    help: `Number of ${label} of the torus.`,
    apply: 'restart',
    default: 16,
    min: 2,
    max: 1024,
    slider: [4, 64],
    scale: 'log',
  });

const parameters = { rows: side('R', 'rows'), columns: side('C', 'columns'), p: slopeP, q: offsetQ };

/**
 * Torus with shared weights: one output per bond, Z_b = p(W_i X_i − W_j X_j) + q, i this site and j the
 * neighbour below or to the right. The cost is Eq. 14 in two dimensions. **exact**
 * Source: physics.md 1.4 C.
 */
export const torusSharedDeclaration: SystemDeclaration<typeof parameters> = {
  kind: 'torus-shared',
  label: 'Torus with shared weights',
  help: 'A grid of inputs, one output on every bond: the field lives on a two-dimensional torus.',
  source: 'Eq. 14',
  parameters,
  data: ['uniform-bonds', 'smooth-random', 'sinusoid', 'step', 'teacher', 'explicit', 'csv'],
  initial: ['bump', 'random', 'mode', 'noise', 'zero', 'explicit'],
  outputFormula: () => ({
    id: 'torus-output',
    tex: `Z_{ij} = p\\,(${role('second', 'w_i')} X_i - ${role('second', 'w_j')} X_j) + q`,
    plain: 'Zᵢⱼ = p (wᵢ Xᵢ − wⱼ Xⱼ) + q',
  }),
  shape: ({ rows, columns }) => ({ inputs: rows * columns, outputs: 2 * rows * columns }),
  weightCount: ({ rows, columns }) => rows * columns,
  quadratic: () => true,
  precisions: ['f64'],
  estimate: ({ rows, columns }) => ({
    work: 4 * rows * columns,
    extent: gridExtent(rows, columns, MOST_SITES),
  }),
  restOutput: ({ q }) => q,
  uniform: (K, J) => ({ smooth: Math.sqrt(K / 2 + J / 16), alternating: Math.sqrt(J / 16) }),
  idle: ['q'],
  family: { slope: -1, at: (side) => ({ rows: side, columns: side }) },
  dictionary: latticeDictionary,
};
