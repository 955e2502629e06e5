import { choicesOf, type ShippedChoice, type ShippedScenario } from '../../scenario/shipped.ts';
import { searchPalette } from '../dialogs/paletteSearch.ts';

/** What a few letters find in the list of scenarios. */
export interface FoundScenarios {
  /** In the order of the list. */
  readonly scenarios: readonly ShippedScenario[];
  /** The best fit, a preset where its own name was meant. */
  readonly best: ShippedChoice | null;
}

/**
 * Finds scenarios by title, sentence, address, presets and tags; everything, and no best fit, for an empty query.
 *  @param tagsOf  names of the parts that a file is made of
 */
export function searchScenarios(
  list: readonly ShippedScenario[],
  query: string,
  tagsOf: (id: string) => readonly string[] = () => [],
): FoundScenarios {
  if (query.trim() === '') return { scenarios: list, best: null };
  const choices = new Map(choicesOf(list).map((choice) => [choice.id, choice]));
  const items = [...choices.values()].map(({ id, title, about, scenario }) => ({
    id,
    kind: 'scenario' as const,
    label: title,
    hint: '',
    keywords: [id, scenario.id, about, scenario.about, ...tagsOf(id)].join(' '),
  }));
  const found = searchPalette(items, query).flatMap(({ id }) => choices.get(id) ?? []);
  const scenarios = new Set(found.map(({ scenario }) => scenario));
  return { scenarios: list.filter((scenario) => scenarios.has(scenario)), best: found.at(0) ?? null };
}
