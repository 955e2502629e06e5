import type { Section } from '../../scenario/types.ts';

/** How far a two-field theory may be trusted. */
export interface TwoFieldLimits {
  readonly order: 'quadratic' | 'cell' | 'four-field';
  /** Points per cell. */
  readonly mesh: number;
  /** ka of the shortest wave on the mesh. */
  readonly reach: number;
  /** Whether no wave on the mesh lies beyond ka = 1. */
  readonly posed: boolean;
}

/**
 * Validity limits of a two-field theory on its mesh.
 *    shortest wave: k h = π, h = 4a/mesh, so that ka = π mesh/4; Eq. 19 is well posed for ka < 1 (erratum E7)
 *  @param system  section of kind two-field-1d
 *  **exact** for the continuum theory of Eq. 19; centred stencils soften the shortest waves.
 *  Source: physics.md 0, E7.
 */
export function twoFieldLimits({ order, mesh }: Section): TwoFieldLimits {
  const points = typeof mesh === 'number' ? mesh : 1;
  const reach = (Math.PI * points) / 4;
  const known = order === 'cell' || order === 'four-field' ? order : 'quadratic';
  return { order: known, mesh: points, reach, posed: reach < 1 };
}
