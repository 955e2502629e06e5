import { optionalReal, real } from '../parameters.ts';

const d = optionalReal({
  symbol: 'd',
  label: 'space dimension',
  help: 'Dimension of space in H = γ/d and in the scale factor; left out, it is that of the lattice.',
  source: 'Eqs. 8–10',
  apply: 'live',
  default: undefined,
  min: 1,
  slider: [1, 4],
  scale: 'linear',
});

const t0 = real({
  symbol: 't₀',
  label: 'start time',
  help: 'Time at which the run starts; from 0 on for histories that begin with a big bang there.',
  unit: 't',
  apply: 'restart',
  default: 0,
  slider: [0, 10],
  scale: 'linear',
});

/** Parameters that every history has beside its own; the scenario layer adds and resolves them. */
export const commonExpansionParameters = { d, t0 } as const;
