import { seenAs, useLab, type Renormalisation, type RingLevel } from '../../../store/index.ts';
import type { ChartSource } from '../figure.ts';

/** What is watched under a chart's own name. */
export const levelsSeen = (name: string): Renormalisation | null =>
  seenAs(useLab.getState().seen, name, 'renormalisation');

/** Watches the levels while a chart is shown. */
export const watchLevels =
  (name: string): NonNullable<ChartSource['open']> =>
  () => {
    const { watch } = useLab.getState();
    watch(name, { id: 'renormalisation', query: {} });
    return () => watch(name, null);
  };

/**
 * x = J/K of a level, of the means over its sites; of K < 0 that of (−1)ⁿw (E2), which decimates alike.
 *    K → −K, J → J + 4K: x → −4 − x. **exact** where J and K are uniform
 *  @returns ∞ where no bond is left; NaN where a staggered field has none either
 */
export function ratioOf({ meanJ, meanK, mostK }: RingLevel): number {
  if (mostK === 0) return Infinity;
  const x = meanJ / meanK;
  return meanK < 0 ? -4 - x : x;
}

/** Whether the ring falls into pieces that nothing joins: one step leaves no bond. It has no length of a ring then. */
export const fallsApart = ({ levels }: Renormalisation): boolean =>
  levels.length > 1 && levels[1].mostK === 0;

/** Length over which fluctuations of a uniform ring are correlated, in sites of its level: 1/θ, 2 cosh θ = 2 + x. **exact** */
export const lengthOf = (x: number): number => 1 / Math.acosh(1 + x / 2);
