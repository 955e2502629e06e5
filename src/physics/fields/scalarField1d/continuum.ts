import { explicitStart } from '../../continuum/explicitStart.ts';
import { scalarPartner } from '../../continuum/scalarPartner.ts';
import { ParameterError } from '../../parameters.ts';
import type { Continuum, ContinuumPartner, ContinuumTheory, Network } from '../../types.ts';

interface ScalarTheory {
  readonly limit: ContinuumTheory['limit'];
  readonly claim: string;
  /** Couplings stand on every second bond alone. */
  readonly dimerised?: boolean;
}

/** Eq. 17 with the sources that a ring's quadratic cost has, on a mesh that may be finer than the ring. */
export function scalarTheory({ limit, claim, dimerised = false }: ScalarTheory): ContinuumTheory {
  return {
    limit,
    orders: [],
    claim: () => claim,
    create: (network, { mesh }, choices) => scalarField(network, dimerised, choices ?? { mesh }),
  };
}

function scalarField(
  { scenario, system, weights, velocity }: Network,
  dimerised: boolean,
  choices: { readonly mesh: ContinuumPartner['mesh']; readonly staggered?: boolean },
): Continuum {
  const couplings = system.couplings(null);
  if (couplings === null) throw new Error(`${system.kind} has no couplings`);
  const zero = new Float64Array(system.weightCount);
  const force = new Float64Array(system.weightCount);
  system.force.gradient(zero, null, 1, force);
  for (let n = 0; n < force.length; n++) force[n] = -force[n];
  const request = { couplings, force, weights, velocity, dimerised, ...choices };
  const made = refusing(choices.mesh, () => scalarPartner(request));
  return {
    sections: {
      system: {
        kind: 'scalar-field-1d',
        N: made.J.length,
        spacing: 1 / made.mesh,
        K: Array.from(made.K),
        J: Array.from(made.J),
        force: Array.from(made.force),
        redshift: scenario.system.redshift ?? 'none',
      },
      data: { kind: 'none' },
      ...explicitStart(made),
    },
    sampling: made.sampling,
    energyScale: made.energyScale,
    energyShift: system.cost(zero, null, 1),
    choices: { mesh: made.mesh, staggered: made.staggered },
  };
}

function refusing<T>(mesh: ContinuumPartner['mesh'], make: () => T): T {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const expected =
      '1: K < 0 on some bonds, where Eq. 17 is ill-posed and must not be refined (E2). ' +
      'Within a run K must keep its sign while its continuum theory is on the clock: take that track away first';
    throw new ParameterError('continuum.mesh', mesh, expected);
  }
}
