import type { RunInfo } from '../../engine/protocol.ts';
import type { MessageId } from '../../messages/index.ts';
import type { Scenario } from '../../scenario/types.ts';

/** An erratum of the paper, or a reservation, that matters for a run. */
export interface Erratum {
  readonly id: 'E1' | 'E2' | 'E6' | 'E9' | 'E10' | 'E14';
  readonly message: MessageId;
}

const messages: Record<Erratum['id'], MessageId> = {
  E1: 'errata.E1',
  E2: 'errata.E2',
  E6: 'errata.E6',
  E9: 'errata.E9',
  E10: 'errata.E10',
  E14: 'errata.E14',
};

/**
 * Errata that a run touches. E8 stands in the dictionary.
 *    E1, E2 the paper's first architecture;  E6 its second;  E9 wherever space expands;
 *    E10 histories by power law;  E14 textbook steps
 *  Source: physics.md 0.
 */
export function errataOf(scenario: Scenario, info: Pick<RunInfo, 'tracks'>): readonly Erratum[] {
  const { system, expansion } = scenario;
  const ids: Erratum['id'][] = [];
  if (system.kind === 'ring-perceptron') ids.push('E1', 'E2');
  if (system.kind === 'ring-two-layer') ids.push('E6');
  if (expansion.kind !== 'flat') ids.push('E9');
  if (expansion.kind === 'power-law') ids.push('E10');
  if (info.tracks.some(({ dynamics }) => dynamics === 'gradient-descent')) ids.push('E14');
  return ids.map((id) => ({ id, message: messages[id] }));
}
