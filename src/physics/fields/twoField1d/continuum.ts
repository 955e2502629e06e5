import { explicitStart } from '../../continuum/explicitStart.ts';
import { fourFieldPartner, twoFieldPartner } from '../../continuum/twoFieldPartner.ts';
import type { Continuum, ContinuumPartner, ContinuumTheory, Network } from '../../types.ts';

/** Theories of Example 2, of which none is its limit in every sense (E6). */
export const twoFieldTheory: ContinuumTheory = {
  limit: 'several',
  orders: ['quadratic', 'cell', 'four-field'],
  claim: (order) => (order === 'four-field' ? 'fourField' : 'E6'),
  create,
};

function create({ scenario, data, weights, velocity }: Network, { order }: ContinuumPartner): Continuum {
  const { N, p, q, r } = scenario.system;
  const cells = Number(N);
  const start = order === 'four-field' ? fourFieldPartner : twoFieldPartner;
  const made = start(weights, velocity, cells);
  const rows = (flat: Float64Array): number[][] =>
    Array.from({ length: data.sampleCount }, (_, l) => Array.from(flat.subarray(l * cells, (l + 1) * cells)));
  return {
    sections: {
      system: { kind: 'two-field-1d', N, spacing: 1, mesh: 1, p, q, r, order },
      data: { kind: 'explicit', X: rows(data.inputs), Y: rows(data.targets) },
      ...explicitStart(made),
    },
    sampling: made.sampling,
    energyScale: made.energyScale,
    energyShift: 0,
    choices: { mesh: 1, staggered: false },
  };
}
