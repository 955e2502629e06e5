import { checkFit } from './fit.ts';
import { checked, parameterSchema } from './schema.ts';
import { declarationsOf, partOf } from './sections.ts';
import type { Scenario, Section } from './types.ts';

/** Why the number of sites of a run cannot change at a fixed length of its ring. */
export type RefineObstacle = 'no-ring' | 'own-data' | 'random-data' | 'own-profile' | 'own-start';

/** Data that are the same curves on any number of sites. */
const smoothData: readonly string[] = ['sinusoid', 'step', 'uniform-bonds'];
const smoothStarts: readonly string[] = ['bump', 'mode', 'zero'];
const rings: readonly string[] = ['ring-perceptron', 'ring-shared', 'ring-two-layer', 'scalar-field-1d'];
/** Couplings of these grow as p². */
const linearRings: readonly string[] = ['ring-perceptron', 'ring-shared'];

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
  if (!rings.includes(system.kind)) return 'no-ring';
  if (system.kind === 'scalar-field-1d') {
    if ([system.K, system.J, system.force].some((profile) => Array.isArray(profile))) return 'own-profile';
  } else if (!smoothData.includes(data.kind)) return data.kind === 'explicit' ? 'own-data' : 'random-data';
  return smoothStarts.includes(initial.kind) ? null : 'own-start';
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
  const scaled = (section: Section, name: string, factor: number): Record<string, unknown> =>
    typeof section[name] === 'number' ? { [name]: section[name] * factor } : {};
  const { firstOrder } = partOf('dynamics', dynamics.kind);
  const uniform = data.kind === 'uniform-bonds';
  const refined: Scenario = {
    ...scenario,
    system: {
      ...system,
      N: sites,
      ...(system.kind === 'scalar-field-1d' && scaled(system, 'spacing', 1 / ratio)),
      ...(linearRings.includes(system.kind) && !uniform && scaled(system, 'p', ratio)),
    },
    data: { ...data, ...(uniform && scaled(data, 'K', ratio * ratio)) },
    initial: {
      ...initial,
      ...(initial.kind === 'bump' && {
        ...scaled(initial, 'width', ratio),
        ...scaled(initial, 'center', ratio),
      }),
    },
    // The fastest frequency grows as N; first-order runs are bound by its square.
    dynamics: { ...dynamics, ...scaled(dynamics, 'dt', firstOrder ? ratio ** -2 : 1 / ratio) },
  };
  checkFit(refined);
  return refined;
}
