import type { Observable } from './types.ts';

/** Table II of Eq. 19 with its signs corrected (erratum E4), per cell; physics.md 2.2. */
export const tableII: Observable = {
  id: 'table-ii',
  shape: '{ m2, J1, J2, J3, K1, …, K7 } [cells] each',
  cost: 'O(samples·cells)',
  cadence: 'frame',
  compute({ system }) {
    if (system.tableII === undefined) return null;
    return Object.fromEntries(
      Object.entries(system.tableII()).map(([name, values]) => [name, Array.from(values)]),
    );
  },
};
