import type { Declarations, Parameter } from '../physics/parameters.ts';
import { declarationsOf, partOf } from './sections.ts';
import { sectionNames, type Scenario, type SectionName } from './types.ts';

/** Splits 'expansion.gamma' into section and parameter; null when it is not of that form. */
export function splitPath(path: string): { section: SectionName; name: string } | null {
  const dot = path.indexOf('.');
  const section = sectionNames.find((name) => name === path.slice(0, dot));
  return dot < 0 || section === undefined ? null : { section, name: path.slice(dot + 1) };
}

const NOISE = 'noise.';

/** What the dynamics takes of the scenario's `noise`, by path; nothing where it has no bath. */
export function noiseParameters({ dynamics }: Pick<Scenario, 'dynamics'>): Declarations {
  const taken = Object.entries(partOf('dynamics', dynamics.kind).noise ?? {});
  return Object.fromEntries(taken.map(([name, declaration]) => [NOISE + name, declaration]));
}

/** The value at a path like 'expansion.gamma' or 'noise.temperature'; undefined where there is none. */
export function parameterValue(scenario: Scenario, path: string): unknown {
  const split = splitPath(path);
  if (split !== null) return scenario[split.section][split.name];
  const noise: Readonly<Record<string, unknown>> = scenario.noise;
  return path.startsWith(NOISE) ? noise[path.slice(NOISE.length)] : undefined;
}

/** The scenario with another value at a path that `parameterOf` knows; the value has been checked. */
export function withParameter(scenario: Scenario, path: string, value: unknown): Scenario {
  const split = splitPath(path);
  if (split !== null) {
    const { section, name } = split;
    return { ...scenario, [section]: { ...scenario[section], [name]: value } };
  }
  return { ...scenario, noise: { ...scenario.noise, [path.slice(NOISE.length)]: value } };
}

/** The declaration of the parameter at a path like 'expansion.gamma', or of noise that the dynamics takes; null where there is none. */
export function parameterOf(scenario: Scenario, path: string): Parameter | null {
  const split = splitPath(path);
  if (split === null) {
    const noise = noiseParameters(scenario);
    return Object.hasOwn(noise, path) ? noise[path] : null;
  }
  const declarations = declarationsOf(split.section, scenario[split.section].kind);
  return Object.hasOwn(declarations, split.name) ? declarations[split.name] : null;
}
