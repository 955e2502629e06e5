import type { HornField } from './field.ts';

/**
 * The limit of a^{d/2} w, relative to the reference of a field: the largest of the run so far.
 *    max(e^{peak − limit}, amplitude)
 *  What is drawn may exceed the run's where a hand draws another history over it.
 *  @param peak  ln of the run's largest; −Infinity where the field has been zero
 */
export function relativeLimit(
  peak: number,
  { limit, amplitude }: Pick<HornField, 'limit' | 'amplitude'>,
): number {
  // Beyond e^{700} there are no numbers; what is drawn is nothing beside that.
  return Math.max(Math.exp(Math.min(700, peak - limit)), amplitude);
}

/** The largest factor that a shader can hold with room to spare. */
const MOST_GAIN = 1e30;

/** What makes the largest value 1; finite, so that a field of zeros stays the middle of the colours. */
export function gainOf(largest: number): number {
  return largest > 1 / MOST_GAIN ? 1 / largest : 0;
}
