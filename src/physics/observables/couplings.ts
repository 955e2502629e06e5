import { observable } from './types.ts';

/** K per bond, J per site, shift W* and constant C0 of a quadratic cost; physics.md 1.1. **exact** */
export const couplings = observable({
  id: 'couplings',
  shape: '{ K [bonds], J [P], shift [P], constant, bonds?, staggered? }',
  cost: 'O(P·samples), O(P³) for the shift where the cost does not fall into blocks',
  cadence: 'request',
  compute({ system, stiffness }) {
    const found = system.couplings(null, stiffness);
    if (found === null) return null;
    const { K, J, shift, constant, bonds, staggered } = found;
    return {
      K: K.slice(),
      J: J.slice(),
      shift: shift.slice(),
      constant,
      ...(bonds === undefined ? {} : { bonds }),
      ...(staggered === undefined ? {} : { staggered: { K: staggered.K.slice(), J: staggered.J.slice() } }),
    };
  },
});

/** Table II of Eq. 19 with its signs corrected (erratum E4), per cell; physics.md 2.2. */
export const tableII = observable({
  id: 'table-ii',
  shape: '{ m2, J1, J2, J3, K1, …, K7 } [cells] each',
  cost: 'O(samples·cells)',
  cadence: 'frame',
  compute({ system }) {
    if (system.tableII === undefined) return null;
    return Object.fromEntries(
      Object.entries(system.tableII()).map(([name, values]) => [name, values.slice()]),
    );
  },
});
