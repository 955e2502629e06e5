import { formatNumber } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { Wiggle } from '../../../store/index.ts';

/** What the action is along a path: a word, what it rests on, and what the bump does to it. */
export interface Verdict {
  readonly word: string;
  readonly notes: readonly string[];
  /** What it does to second order. */
  readonly turn: 'lifts' | 'lowers';
}

/** Residuals above this are no round-off: of a method that obeys its equation up to a power of the step, or of heat. */
const ROUND_OFF = 1e-9;

/** Stationary along a run; least while no direction falls, else a saddle. Shaken by heat it is none of these. */
export function verdictOf(seen: Wiggle): Verdict {
  const { descending, halfPeriod, all, residual, curvature, exact, whole, steps, shaken } = seen;
  const least = descending === 0;
  const half = formatNumber(halfPeriod);
  const swings = halfPeriod !== null && halfPeriod < Infinity;
  const told = (): string => {
    if (shaken) return text('wiggle.shakenWhy');
    if (!least) return text(swings ? 'wiggle.falls' : 'wiggle.fallsSome', { count: descending, half });
    if (halfPeriod === Infinity) return text('wiggle.leastEver');
    return swings ? text('wiggle.leastUntil', { half }) : text('wiggle.leastYet');
  };
  const measured = { residual: formatNumber(residual, 1) };
  const holds = shaken ? 'wiggle.off' : residual < ROUND_OFF ? 'wiggle.residual' : 'wiggle.near';
  return {
    word: text(shaken ? 'wiggle.shaken' : least ? 'wiggle.least' : 'wiggle.saddle'),
    notes: [
      told(),
      // Where S(ε) has a slope a bump lifts it one way and lowers it the other.
      ...(shaken ? [] : [text(curvature < 0 ? 'wiggle.lowers' : 'wiggle.rises')]),
      text(holds, measured),
      text(exact ? 'wiggle.summed' : 'wiggle.second'),
      ...(all === null || shaken ? [] : [text('wiggle.all', { count: all })]),
      ...(whole ? [] : [text('wiggle.window', { steps })]),
    ],
    turn: curvature < 0 ? 'lowers' : 'lifts',
  };
}
