import type { Parameter } from '../physics/parameters.ts';
import { noiseParameters, parameterValue } from './lookup.ts';
import { declarationsOf, fittingKinds, partOf, sections } from './sections.ts';
import { sectionNames, type Scenario, type SectionName } from './types.ts';

export { expectation } from './expectation.ts';
export type * from '../physics/parameters.ts';

/** One generated control: a parameter and its value. */
export interface ParameterControl {
  /** What `patchScenario` takes, e.g. 'expansion.gamma'. */
  readonly path: string;
  readonly name: string;
  readonly declaration: Parameter;
  readonly value: unknown;
}

/** The controls of one section: a picker of its kind and its parameters. */
export interface SectionControls {
  readonly section: SectionName;
  readonly label: string;
  readonly kind: string;
  /** Name and sentence of the kind at work. */
  readonly partLabel: string;
  readonly help: string;
  readonly source?: string;
  /** Kinds that fit the system; their path is `<section>.kind`. */
  readonly kinds: readonly { readonly kind: string; readonly label: string; readonly help: string }[];
  readonly parameters: readonly ParameterControl[];
}

/** Lists the controls of a scenario, generated from the declarations of its parts. */
export function controlsOf(scenario: Scenario): readonly SectionControls[] {
  return sectionNames.map((section) => {
    const { kind } = scenario[section];
    const part = partOf(section, kind);
    return {
      section,
      label: sections[section].label,
      kind,
      partLabel: part.label,
      help: part.help,
      ...(part.source === undefined ? {} : { source: part.source }),
      kinds: fittingKinds(section, scenario.system.kind).map((value) => {
        const { label, help } = partOf(section, value);
        return { kind: value, label, help };
      }),
      parameters: declaredIn(scenario, section).map(([path, declaration]) => ({
        path,
        name: path.slice(path.indexOf('.') + 1),
        declaration,
        value: parameterValue(scenario, path),
      })),
    };
  });
}

/** Parameters of a section by their paths; those of the bath first, with the dynamics that has one. */
function declaredIn(scenario: Scenario, section: SectionName): readonly (readonly [string, Parameter])[] {
  const own = Object.entries(declarationsOf(section, scenario[section].kind));
  return [
    ...(section === 'dynamics' ? Object.entries(noiseParameters(scenario)) : []),
    ...own.map(([name, declaration]) => [`${section}.${name}`, declaration] as const),
  ];
}
