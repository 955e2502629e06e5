import type { Expansion, ExpansionPart } from '../types.ts';

const parameters = {};

/**
 * Static (Minkowski) space: no friction, energy is conserved.
 *    γ = 0,  a = 1;  w_eff is not defined. **exact**
 *  Kick: E = 1, c = t2 − t1.
 */
function create(_values: object, dimension: number): Expansion {
  return {
    dimension,
    gamma: () => 0,
    logScaleFactor: () => 0,
    equationOfState: () => null,
    kick(t1, t2, out, at) {
      out[at] = 1;
      out[at + 1] = t2 - t1;
    },
    smallestGamma: () => 0,
    initialResponse: () => 1,
  };
}

export const flat: ExpansionPart<typeof parameters> = {
  kind: 'flat',
  label: 'Static (Minkowski)',
  help: 'No friction: space does not expand and the energy of the field is conserved.',
  source: 'Eq. 5',
  parameters,
  create,
  steady: () => true,
};
