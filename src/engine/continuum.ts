import { ParameterError } from '../physics/parameters.ts';
import type { Continuum, ContinuumPartner, Network } from '../physics/types.ts';
import { partOf } from '../scenario/sections.ts';
import { ScenarioError } from '../scenario/types.ts';

export type { Continuum };

/**
 * Makes the continuum theory that a network's kind declares: Eq. 17 for rings, Eq. 19 or its kin for Example 2.
 *  @param choices  those of the theory that it takes the place of, within a run
 *  @throws ScenarioError at `continuum.mesh` when a mesh finer than the lattice is asked for and K < 0 (E2)
 */
export function continuumOf(
  network: Network,
  partner: ContinuumPartner,
  choices?: Continuum['choices'],
): Continuum {
  const { kind } = network.scenario.system;
  const theory = partOf('system', kind).continuum;
  if (theory === undefined) throw new Error(`${kind} has no continuum theory`);
  try {
    return theory.create(network, partner, choices);
  } catch (error) {
    if (!(error instanceof ParameterError)) throw error;
    throw new ScenarioError(error.path, error.value, error.expected);
  }
}
