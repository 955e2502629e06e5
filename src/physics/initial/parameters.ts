import { real } from '../parameters.ts';

/** Height of a shape. */
export const amplitude = real({
  symbol: 'A',
  label: 'amplitude',
  help: 'Height of the shape.',
  apply: 'restart',
  default: 1,
  slider: [-2, 2],
  scale: 'linear',
  step: 0.05,
});

/** Standard deviation of random numbers. */
export const deviation = (symbol: string, label: string, help: string, fallback: number) =>
  real({
    symbol,
    label,
    help,
    apply: 'restart',
    default: fallback,
    min: 0,
    slider: [0, 2],
    scale: 'linear',
    step: 0.01,
  });
