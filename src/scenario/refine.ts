import type { Refinement } from '../physics/types.ts';
import { checkFit } from './fit.ts';
import { checked, parameterSchema } from './schema.ts';
import { declarationsOf, partOf } from './sections.ts';
import type { Scenario, Section } from './types.ts';

/** Why the number of sites of a run cannot change at a fixed length of its ring. */
export type RefineObstacle = 'no-ring' | 'own-data' | 'random-data' | 'own-profile' | 'own-start';

/** Profiles of a field that are smooth on a fine lattice; a number is one. */
const smoothProfiles: readonly string[] = ['cosine', 'bump'];

/** Whether the sources of a run are smooth curves, so that its lattice tends to a continuum as a². physics.md 1.4 */
export function hasSmoothSources({ system, data }: Scenario): boolean {
  if (partOf('data', data.kind).jumps === true) return false;
  return [system.K, system.J, system.force].every(
    (profile) => typeof profile !== 'string' || smoothProfiles.includes(profile),
  );
}

/** What stands in the way of `withSites`; null where nothing does. */
export function refineObstacle({ system, data, initial }: Scenario): RefineObstacle | null {
  const part = partOf('system', system.kind);
  if (part.refinement === undefined) return 'no-ring';
  const profiles = Object.entries(part.parameters).filter(([, { type }]) => type === 'profile');
  if (profiles.some(([name]) => Array.isArray(system[name]))) return 'own-profile';
  const { refinement, given } = partOf('data', data.kind);
  if (refinement === undefined) return given === true ? 'own-data' : 'random-data';
  return partOf('initial', initial.kind).refinement === undefined ? 'own-start' : null;
}

/**
 * The same run on another number of sites round a ring of the same length: another lattice spacing a = L/N.
 *    the wave speed a √K and the mass J stay: p ∝ N (K ∝ p², J ∝ p² a²), or K ∝ N² for uniform bonds, or the
 *    field's own spacing ∝ 1/N; centre and width of the start in sites ∝ N; a given dt ∝ 1/N, of first-order runs ∝ 1/N²
 *  Example 2 keeps p, q, r: they are its activation's, and its mass m² = 4 N_l r² does not depend on a.
 *  @throws ScenarioError when that number of sites does not fit; RangeError where there is an obstacle
 *  Source: physics.md 1.4, "lattice → continuum bookkeeping".
 */
export function withSites(scenario: Scenario, sites: number): Scenario {
  const obstacle = refineObstacle(scenario);
  if (obstacle !== null) throw new RangeError(`sites ${sites}: ${obstacle}`);
  const { system, data, initial, dynamics } = scenario;
  checked(parameterSchema(declarationsOf('system', system.kind).N), sites, 'system.N');
  const ratio = sites / Number(system.N);
  const scaled = (section: Section, powers: Refinement['powers'] = {}): Section => ({
    ...section,
    ...Object.fromEntries(
      Object.entries(powers).flatMap(([name, power]) => {
        const value = section[name];
        return typeof value === 'number' ? [[name, value * ratio ** power]] : [];
      }),
    ),
  });
  const { firstOrder } = partOf('dynamics', dynamics.kind);
  const own = partOf('system', system.kind).refinement?.powers;
  const samples = partOf('data', data.kind).refinement;
  const refined: Scenario = {
    ...scenario,
    // Data that make the couplings what they say leave the slope of the outputs as it is.
    system: { ...scaled(system, samples?.couples === true ? {} : own), N: sites },
    data: scaled(data, samples?.powers),
    initial: scaled(initial, partOf('initial', initial.kind).refinement?.powers),
    // The fastest frequency grows as N; first-order runs are bound by its square.
    dynamics: scaled(dynamics, { dt: firstOrder ? -2 : -1 }),
  };
  checkFit(refined);
  return refined;
}
