import { scalarPartner } from '../physics/continuum/scalarPartner.ts';
import type { Partner } from '../physics/continuum/partner.ts';
import type { Sampling } from '../physics/continuum/sampling.ts';
import { fourFieldPartner, twoFieldPartner } from '../physics/continuum/twoFieldPartner.ts';
import type { Reals } from '../kernels/types.ts';
import type { System, TrainingData } from '../physics/types.ts';
import { ScenarioError, type ContinuumPartner, type Scenario, type SectionName } from '../scenario/types.ts';

/** A network as its continuum theory needs it. */
export interface Network {
  readonly scenario: Scenario;
  readonly system: System;
  readonly data: TrainingData;
  readonly weights: Reals;
  readonly velocity: Reals;
}

/** The continuum theory of a network, as sections of a scenario, and how the network is read from it. */
export interface Continuum {
  readonly sections: Pick<Scenario, Exclude<SectionName, 'dynamics' | 'expansion'>>;
  readonly sampling: Sampling;
  /** Energies of the network are scale times those of the theory, plus the constant that no force feels. */
  readonly energyScale: number;
  readonly energyShift: number;
  /** What must stay as it is while a run goes on. */
  readonly choices: { readonly mesh: number; readonly staggered: boolean };
}

/**
 * Makes the continuum theory of a network: Eq. 17 for rings, Eq. 19 or its kin for Example 2.
 *  @param choices  those of the theory that it takes the place of, within a run
 *  @throws ScenarioError at `continuum.mesh` when a mesh finer than the lattice is asked for and K < 0 (E2)
 */
export function continuumOf(
  network: Network,
  partner: ContinuumPartner,
  choices?: Continuum['choices'],
): Continuum {
  return network.system.kind === 'ring-two-layer'
    ? twoFields(network, partner)
    : scalarField(network, choices ?? { mesh: partner.mesh });
}

function startOf({ weights, velocity }: Partner): Scenario['initial'] {
  return { kind: 'explicit', weights: Array.from(weights), velocity: Array.from(velocity) };
}

function scalarField(
  network: Network,
  choices: { readonly mesh: ContinuumPartner['mesh']; readonly staggered?: boolean },
): Continuum {
  const { scenario, system, weights, velocity } = network;
  const couplings = system.couplings(null);
  if (couplings === null) throw new Error(`${system.kind} has no couplings`);
  const dimerised = system.kind === 'ring-perceptron';
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
      batch: { kind: 'full' },
      initial: startOf(made),
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
    throw new ScenarioError('continuum.mesh', mesh, expected);
  }
}

function twoFields({ scenario, data, weights, velocity }: Network, { order }: ContinuumPartner): Continuum {
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
      batch: { kind: 'full' },
      initial: startOf(made),
    },
    sampling: made.sampling,
    energyScale: made.energyScale,
    energyShift: 0,
    choices: { mesh: 1, staggered: false },
  };
}
