import { sameJson } from './plain.ts';
import { declarationsOf, partOf } from './sections.ts';
import { sectionNames, type Scenario, type SectionName, type TrackDeclaration } from './types.ts';

/** One thing in which a track differs from the main run. */
export interface TrackDifference {
  readonly section: SectionName;
  /** Parameter, or `kind` where the section is of another kind. */
  readonly name: string;
  /** Symbol of the parameter, or name of the kind. */
  readonly symbol: string;
  /** Its value in the track; undefined for a kind. */
  readonly value: unknown;
}

/**
 * Lists what a track changes in the main run's scenario: another kind of a section first, otherwise the
 * parameters that differ. Sections that say the same again are no difference.
 */
export function trackDifferences(
  scenario: Scenario,
  { sections }: Pick<TrackDeclaration, 'sections'>,
): readonly TrackDifference[] {
  return sectionNames.flatMap((section): TrackDifference[] => {
    const changed = sections[section];
    const main = scenario[section];
    if (changed === undefined) return [];
    if (changed.kind !== main.kind) {
      const { label } = partOf(section, changed.kind);
      return [{ section, name: 'kind', symbol: label, value: undefined }];
    }
    return Object.entries(declarationsOf(section, changed.kind)).flatMap(([name, { symbol }]) =>
      sameJson(changed[name], main[name]) ? [] : [{ section, name, symbol, value: changed[name] }],
    );
  });
}
