import type { Parameter } from '../physics/parameters.ts';
import { declarationsOf } from './sections.ts';
import { sectionNames, type Scenario, type SectionName } from './types.ts';

/** Splits 'expansion.gamma' into section and parameter; null when it is not of that form. */
export function splitPath(path: string): { section: SectionName; name: string } | null {
  const dot = path.indexOf('.');
  const section = sectionNames.find((name) => name === path.slice(0, dot));
  return dot < 0 || section === undefined ? null : { section, name: path.slice(dot + 1) };
}

/** The declaration of the parameter at a path like 'expansion.gamma'; null where there is none. */
export function parameterOf(scenario: Scenario, path: string): Parameter | null {
  const split = splitPath(path);
  if (split === null) return null;
  const declarations = declarationsOf(split.section, scenario[split.section].kind);
  return Object.hasOwn(declarations, split.name) ? declarations[split.name] : null;
}
