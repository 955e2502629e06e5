import { batches } from '../physics/batch/index.ts';
import { datasets } from '../physics/data/index.ts';
import { systemDeclarations } from '../physics/declarations.ts';
import { commonExpansionParameters, expansions } from '../physics/expansion/index.ts';
import { initials } from '../physics/initial/index.ts';
import { integratorDeclarations } from '../physics/integrators/declarations/index.ts';
import type { Declarations, Parameter } from '../physics/parameters.ts';

import type {
  BatchPart,
  DataPart,
  ExpansionPart,
  InitialPart,
  IntegratorDeclaration,
  Part,
  SystemDeclaration,
} from '../physics/types.ts';
export type { Note, SourceTarget } from '../physics/types.ts';
export { role, type Formula } from '../physics/formula.ts';
export type { Motion } from '../physics/integrators/motion.ts';
import { ScenarioError, type Section, type SectionName } from './types.ts';

/** What the format knows of the parts of each section. */
export interface PartOf {
  readonly system: SystemDeclaration;
  readonly data: DataPart;
  readonly batch: BatchPart;
  readonly initial: InitialPart;
  readonly dynamics: IntegratorDeclaration;
  readonly expansion: ExpansionPart;
}

/** One section of a scenario: the kinds it may have, and what all of them share. */
interface SectionDeclaration<P extends Part> {
  /** Sentence-case name for the controls. */
  readonly label: string;
  readonly parts: Readonly<Record<string, P>>;
  /** Parameters that every kind has besides its own. */
  readonly common: Declarations;
}

/** Every section, its kinds and their parameters: the registry that the format is generated from. */
export const sections: { readonly [S in SectionName]: SectionDeclaration<PartOf[S]> } = {
  system: {
    label: 'System',
    parts: systemDeclarations,
    common: {},
  },
  data: { label: 'Training data', parts: datasets, common: {} },
  batch: { label: 'Batch', parts: batches, common: {} },
  initial: { label: 'Initial state', parts: initials, common: {} },
  dynamics: { label: 'Dynamics', parts: integratorDeclarations, common: {} },
  expansion: {
    label: 'Expansion',
    parts: expansions,
    common: commonExpansionParameters,
  },
};

const defaultKinds = {
  system: 'ring-shared',
  batch: 'full',
  dynamics: 'second-order',
  expansion: 'de-sitter',
} as const;

/** The field's own motion, its high-viscosity limit, textbook training, and the closed form. */
const dynamicsByRole = {
  second: 'second-order',
  ghost: 'gradient-flow',
  descent: 'gradient-descent',
  theory: 'exact',
} as const;

/** Histories that a hand makes: one friction for all time, and points of η(t). */
export const handmade = { constant: 'de-sitter', points: 'table' } as const;

/** Kind that a section has when it is left out; data and initial state follow the system. */
export function defaultKind(section: SectionName, systemKind: string): string {
  return section === 'data' || section === 'initial'
    ? fittingKinds(section, systemKind)[0]
    : defaultKinds[section];
}

/** Kinds that a section may have beside a system. */
export function fittingKinds(section: SectionName, systemKind: string): readonly string[] {
  if (section === 'data' || section === 'initial') return partOf('system', systemKind)[section];
  return Object.keys(sections[section].parts);
}

/** Kind of data that lists its samples, where a system takes it; null where it takes none. */
export function givenKind(systemKind: string): string | null {
  return fittingKinds('data', systemKind).find((kind) => partOf('data', kind).given === true) ?? null;
}

/** The part of a kind that is known to exist. @throws ScenarioError when it does not */
export function partOf<S extends SectionName>(section: S, kind: string): PartOf[S] {
  const { parts } = sections[section];
  if (!Object.hasOwn(parts, kind)) throw unknownKind(section, kind, `${section}.kind`);
  return parts[kind];
}

/** A part's section as the part takes it: its declarations have been checked against it. */
export const valuesOf = (section: Section): never => section as never;

/** Kinds of a section whose part is so. */
export function kindsWith<S extends SectionName>(section: S, is: (part: PartOf[S]) => boolean): string[] {
  const { parts } = sections[section];
  return Object.keys(parts).filter((kind) => is(parts[kind]));
}

/** The dynamics of runs that play a part of their own, with its defaults. */
export function dynamicsOf(role: keyof typeof dynamicsByRole): Section {
  return defaultSection('dynamics', dynamicsByRole[role]);
}

/** Parameters of a kind, the shared ones last. */
export function declarationsOf(section: SectionName, kind: string): Declarations {
  return { ...partOf(section, kind).parameters, ...sections[section].common };
}

/** The parts' own defaults of a kind. */
export function defaultSection(section: SectionName, kind: string): Section {
  const values: Record<string, unknown> = { kind };
  for (const [name, parameter] of Object.entries<Parameter>(declarationsOf(section, kind))) {
    if (parameter.default !== undefined) values[name] = parameter.default;
  }
  return values as Section;
}

/** The error of a kind that does not exist. */
export function unknownKind(section: SectionName, kind: unknown, path: string): ScenarioError {
  const known = Object.keys(sections[section].parts).join(', ');
  return new ScenarioError(path, kind, `a kind of this version (${known})`);
}
