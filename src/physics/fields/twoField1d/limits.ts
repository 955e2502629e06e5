import type { ContinuumOrder, Note } from '../../types.ts';

/**
 * ka of the shortest wave on a mesh.
 *    k h = π, h = 4a/mesh, so that ka = π mesh/4; Eq. 19 is well posed for ka < 1 (erratum E7)
 *  **exact** for the continuum theory of Eq. 19; centred stencils soften the shortest waves.
 *  Source: physics.md 0, E7.
 */
export const reachOf = (mesh: number): number => (Math.PI * mesh) / 4;

/** What a theory leaves out, and how short a wave its mesh has. */
export function notesOf(order: ContinuumOrder, mesh: number): readonly Note[] {
  const first: Note = { message: order, kept: true };
  if (order === 'quadratic') {
    const reach = reachOf(mesh);
    const kept = reach < 1;
    return [first, { message: kept ? 'posed' : 'illPosed', values: { reach }, kept }];
  }
  if (order === 'cell' || mesh === 1) return [first];
  return [first, { message: 'copies', values: { mesh }, kept: true }];
}
