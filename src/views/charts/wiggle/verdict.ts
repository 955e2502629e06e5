import { formatNumber } from '../../../messages/format.ts';
import { text } from '../../../messages/index.ts';
import type { Wiggle } from '../../../store/index.ts';

/** What the action is along a path: a word, what it rests on, and what the bump does to it. */
export interface Verdict {
  readonly word: string;
  readonly notes: readonly string[];
  readonly turn: 'lifts' | 'lowers';
}

/** Stationary always; least while no direction falls, else a saddle. */
export function verdictOf(seen: Wiggle): Verdict {
  const { descending, halfPeriod, all, residual, curvature, exact, whole, steps } = seen;
  const least = descending === 0;
  const half = formatNumber(halfPeriod);
  const swings = halfPeriod !== null && halfPeriod < Infinity;
  const told = (): string => {
    if (!least) return text(swings ? 'wiggle.falls' : 'wiggle.fallsSome', { count: descending, half });
    if (halfPeriod === Infinity) return text('wiggle.leastEver');
    return swings ? text('wiggle.leastUntil', { half }) : text('wiggle.leastYet');
  };
  return {
    word: text(least ? 'wiggle.least' : 'wiggle.saddle'),
    notes: [
      told(),
      text(curvature < 0 ? 'wiggle.lowers' : 'wiggle.rises'),
      ...(all === null ? [] : [text('wiggle.all', { count: all })]),
      text('wiggle.residual', { residual: formatNumber(residual, 1) }),
      ...(exact ? [] : [text('wiggle.second')]),
      ...(whole ? [] : [text('wiggle.window', { steps })]),
    ],
    turn: curvature < 0 ? 'lowers' : 'lifts',
  };
}
