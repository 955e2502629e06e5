import { real } from '../parameters.ts';
import type { RealParameter } from '../parameters.ts';

/** A learning rate of a schedule. */
export const rate = (
  symbol: string,
  label: string,
  help: string,
  fallback: number,
  rest: Partial<Pick<RealParameter, 'reason'>> = {},
): RealParameter =>
  real({
    symbol,
    label,
    help,
    unit: 't',
    apply: 'live',
    default: fallback,
    min: 0,
    exclusiveMin: true,
    slider: [0.01, 10],
    scale: 'log',
    ...rest,
  });

/** A stretch of time of a schedule, long enough that no step of the clock holds more than a few. */
export const spanOfTime = (label: string, help: string, fallback: number): RealParameter =>
  real({
    symbol: 'T',
    label,
    help,
    unit: 't',
    apply: 'live',
    default: fallback,
    min: 0.001,
    slider: [1, 100],
    scale: 'log',
  });

/** How fast a rate decays, but for its sentence. */
export const decayRate = {
  symbol: 'k',
  label: 'decay rate',
  unit: '1/t',
  apply: 'live',
  default: 0.1,
  slider: [0, 1],
  scale: 'linear',
  step: 0.005,
} as const;
