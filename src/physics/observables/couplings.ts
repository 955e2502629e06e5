import type { Observable } from './types.ts';

/** K per bond, J per site, shift W* and constant C0 of a quadratic cost; physics.md 1.1. **exact** */
export const couplings: Observable = {
  id: 'couplings',
  shape: '{ K [bonds], J [P], shift [P], constant, bonds?, staggered? }',
  cost: 'O(P·samples), O(P³) for the shift where the cost does not fall into blocks',
  cadence: 'job',
  compute({ system, stiffness }) {
    const found = system.couplings(null, stiffness);
    if (found === null) return null;
    const { K, J, shift, constant, bonds, staggered } = found;
    return {
      K: Array.from(K),
      J: Array.from(J),
      shift: Array.from(shift),
      constant,
      ...(bonds === undefined ? {} : { bonds }),
      ...(staggered === undefined
        ? {}
        : { staggered: { K: Array.from(staggered.K), J: Array.from(staggered.J) } }),
    };
  },
};
