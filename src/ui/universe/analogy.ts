import type { MessageId } from '../../messages/index.ts';
import type { Growth } from '../../scenario/expansion.ts';

/** What of the universe the field feels. @param growth  of space now */
export function analogyWords(redshift: boolean, steady: boolean, growth: Growth | null): MessageId {
  if (!redshift) return steady ? 'universe.rail.analogy' : 'universe.rail.analogyMoving';
  if (growth === 'accelerating') return 'universe.rail.redshiftedOut';
  return growth === 'decelerating' ? 'universe.rail.redshiftedIn' : 'universe.rail.redshiftedCoasting';
}
