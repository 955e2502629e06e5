import type { Continuum } from '../types.ts';

/**
 * How a continuum theory starts beside its network: from given weights and velocities, with all of the data.
 *  @param start  [weights] each, of the theory's own fields
 */
export function explicitStart(start: {
  readonly weights: Float64Array;
  readonly velocity: Float64Array;
}): Pick<Continuum['sections'], 'batch' | 'initial'> {
  return {
    batch: { kind: 'full' },
    initial: {
      kind: 'explicit',
      weights: Array.from(start.weights),
      velocity: Array.from(start.velocity),
    },
  };
}
