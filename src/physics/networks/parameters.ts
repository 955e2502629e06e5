import { integer, real } from '../parameters.ts';
import type { DataShape } from '../types.ts';

/** Parameters that several networks share. */

export const slopeP = real({
  symbol: 'p',
  label: 'output slope',
  help: 'How strongly an output answers to its weighted inputs; J and K grow as p².',
  source: 'Eq. 13',
  apply: 'live',
  default: 0.8,
  slider: [0.1, 2],
  scale: 'linear',
  step: 0.01,
});

export const offsetQ = real({
  symbol: 'q',
  label: 'output offset',
  help: 'Constant part of every output; it moves the vacuum W* and the constant C₀, not J and K.',
  source: 'Eq. 13',
  apply: 'live',
  default: 0,
  slider: [-1, 1],
  scale: 'linear',
  step: 0.01,
});

/** N, the number of input neurons. */
export const neuronCount = (fallback: number, most: number, help: string) =>
  integer({
    symbol: 'N',
    label: 'neurons',
    help,
    apply: 'restart',
    default: fallback,
    min: 3,
    max: most,
    slider: [4, 256],
    scale: 'log',
  });

/** A ring takes as many inputs as it gives outputs, and has so many neurons. */
export const ringTaking = ({ inputs, outputs }: DataShape): { readonly N: number } | null =>
  inputs === outputs ? { N: inputs } : null;
