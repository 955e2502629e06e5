import type { RunInfo } from '../../engine/protocol.ts';
import type { MessageId } from '../../messages/index.ts';
import { isFrictionless, isSteady } from '../../scenario/expansion.ts';
import { partOf, valuesOf } from '../../scenario/sections.ts';
import type { Scenario } from '../../scenario/types.ts';

/** An erratum of the paper, or a reservation, that matters for a run. */
export interface Erratum {
  readonly id:
    'E1' | 'E2' | 'E4' | 'E5' | 'E6' | 'E7' | 'E9' | 'E10' | 'E11' | 'E12' | 'E13' | 'E14' | 'E15' | 'E16';
  readonly message: MessageId;
}

const messages: Record<Erratum['id'], MessageId> = {
  E1: 'errata.E1',
  E2: 'errata.E2',
  E4: 'errata.E4',
  E5: 'errata.E5',
  E6: 'errata.E6',
  E7: 'errata.E7',
  E9: 'errata.E9',
  E10: 'errata.E10',
  E11: 'errata.E11',
  E12: 'errata.E12',
  E13: 'errata.E13',
  E14: 'errata.E14',
  E15: 'errata.E15',
  E16: 'errata.E16',
};

/**
 * Errata that a run touches. E8 stands in the dictionary.
 *    E1, E2 the paper's first architecture;  E6 its second;  E4 to E7, E15, E16 its continuum theories;
 *    E9 wherever space expands;
 *    E10 fluids and power laws;  E11, E12 networks of layers (Eq. 7, bulk and boundary);  E13 gradient flow as the
 *    main run;  E14 textbook descent
 *  Source: physics.md 0.
 */
export function errataOf(scenario: Scenario, info: Pick<RunInfo, 'tracks'>): readonly Erratum[] {
  const { system, expansion } = scenario;
  const ofSystem = partOf('system', system.kind).errata?.(valuesOf(system)) ?? [];
  const ofHistory = partOf('expansion', expansion.kind).errata ?? [];
  const ids = [...ofSystem, ...ofHistory] as Erratum['id'][];
  if (!isFrictionless(scenario)) ids.push('E9');
  const [main] = info.tracks;
  if (main.firstOrder && main.jump === null) ids.push('E13');
  if (info.tracks.some(({ jump }) => jump !== null)) ids.push('E14');
  ids.sort((one, other) => Number(one.slice(1)) - Number(other.slice(1)));
  return ids.map((id) => ({ id, message: wordsOf(id, scenario) }));
}

/** The sentence of an erratum; some say more of the run at hand. */
function wordsOf(id: Erratum['id'], scenario: Scenario): MessageId {
  const { system } = scenario;
  if (id === 'E6' && system.order === 'quadratic') return 'errata.E6truncated';
  if (id === 'E9' && system.redshift === 'physical') return 'errata.E9redshift';
  if (id === 'E9' && isSteady(scenario)) return 'errata.E9coasting';
  return messages[id];
}
