import { resolveProfile } from '../lattice/profiles.ts';
import { ParameterError, profile } from '../parameters.ts';
import type { DataPart } from '../types.ts';
import { requireShape, restTarget, systemNumber } from './context.ts';

const source = (symbol: string, label: string, help: string, fallback: number, most: number) =>
  profile({
    symbol,
    label,
    help,
    source: 'Eq. 14',
    apply: 'live',
    default: fallback,
    slider: [0, most],
  });

const parameters = {
  K: source('K', 'couplings', 'On every bond, or an array with one number per bond; none below 0.', 1, 4),
  J: source('J', 'sources', 'On every site, or an array with one number per site; none below 0.', 0.1, 2),
};

/**
 * Incidence vectors for the linear neuron: per bond b = (i, j) the sample √(K_b/2)/p (e_i − e_j), then
 * per site the sample √(J_i/2)/p e_i, all with Y = q. Then C is Eq. 14 on the graph of the bonds with
 * exactly these K and J, and the vacuum at 0. **exact** Profiles by name are 1 + s/2.
 * Source: physics.md 1.4 B.
 */
export const incidence: DataPart<typeof parameters> = {
  kind: 'incidence',
  label: 'Incidence vectors',
  help: 'One sample per bond and one per site: the data draw the lattice, with any couplings on it.',
  source: 'Eq. 14',
  parameters,
  create(values, context) {
    const { inputs: N } = requireShape(context, 'incidence');
    const bonds = context.declaration.bonds?.(context.system as never);
    if (bonds === undefined) {
      throw new ParameterError('kind', 'incidence', 'a system whose bonds are a choice');
    }
    const p = systemNumber(context, 'p');
    if (p === 0)
      throw new ParameterError('K', values.K, 'system.p other than 0: without slope there are no couplings');
    const bondCount = bonds.length / 2;
    const K = resolveProfile(values.K, bondCount, 1, 0.5, 'K');
    const J = resolveProfile(values.J, N, 1, 0.5, 'J');
    refuseNegative(K, values.K, 'K');
    refuseNegative(J, values.J, 'J');
    const sampleCount = bondCount + N;
    const inputs = new Float64Array(sampleCount * N);
    for (let b = 0; b < bondCount; b++) {
      const amplitude = Math.sqrt(K[b] / 2) / p;
      inputs[b * N + bonds[2 * b]] = amplitude;
      inputs[b * N + bonds[2 * b + 1]] = -amplitude;
    }
    for (let i = 0; i < N; i++) inputs[(bondCount + i) * N + i] = Math.sqrt(J[i] / 2) / p;
    return { sampleCount, inputs, targets: new Float64Array(sampleCount).fill(restTarget(context)) };
  },
};

function refuseNegative(resolved: Float64Array, given: unknown, path: string): void {
  const at = resolved.findIndex((value) => !(value >= 0));
  if (at < 0) return;
  throw new ParameterError(
    Array.isArray(given) ? `${path}[${at}]` : path,
    resolved[at],
    'a number of at least 0',
  );
}
