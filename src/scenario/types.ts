import type { ContinuumOrder, ContinuumPartner, Named } from '../physics/types.ts';

export type { ContinuumOrder, ContinuumPartner };

/** One section of a scenario: a kind and its parameters. */
export type Section = Named;

export type SectionName = 'system' | 'data' | 'batch' | 'initial' | 'dynamics' | 'expansion';
export const sectionNames: readonly SectionName[] = [
  'system',
  'data',
  'batch',
  'initial',
  'dynamics',
  'expansion',
];

/** A whole run, validated and complete: every section and parameter is there. */
export interface Scenario {
  readonly version: 1;
  readonly title: string;
  readonly seed: number;
  readonly system: Section;
  readonly data: Section;
  readonly batch: Section;
  readonly initial: Section;
  readonly dynamics: Section;
  readonly expansion: Section;
  readonly noise: { readonly temperature: number };
}

/** A live parameter takes another value. */
export interface SetCommand {
  readonly kind: 'set';
  /** e.g. 'expansion.gamma'. */
  readonly path: string;
  readonly value: unknown;
}

/** Every run of the main one's kind and size takes this state, to the last bit: [P] each. */
export interface StateCommand {
  readonly kind: 'state';
  /** Id of the one run; left out: every one of the main run's kind and size. */
  readonly track?: string;
  readonly weights: readonly number[];
  readonly velocity: readonly number[];
}

/** A shape over the weights: numbers by their index, or a Gaussian bump on every sheet of the lattice. */
export type Profile =
  | { readonly at: readonly number[]; readonly add: readonly number[] }
  | {
      readonly shape: 'bump';
      /** Site of the peak: row · columns + column. */
      readonly center: number;
      /** Distance at which the height has fallen to 61 %, in sites. */
      readonly width: number;
      readonly amplitude: number;
    };

/** Adds a profile to weights or velocity: of one run, else of every one of the main run's kind and size. */
export interface PokeCommand {
  readonly kind: 'poke';
  readonly target: 'weights' | 'velocity';
  readonly profile: Profile;
  /** Id of the one run. */
  readonly track?: string;
}

/** Adds to the sources of a field, or to the inputs or targets of one sample. */
export interface SourceCommand {
  readonly kind: 'source';
  readonly target: 'K' | 'J' | 'force' | 'inputs' | 'targets';
  readonly profile: Profile;
  /** Of inputs and targets. */
  readonly sample?: number;
}

/** What a hand may do to a run; commands/index.ts lists the kinds. */
export type Command = SetCommand | StateCommand | PokeCommand | SourceCommand;

/** A command that took effect when the run stood at `step`. */
export interface Edit {
  readonly step: number;
  readonly command: Command;
}

export type TrackRole = 'second' | 'ghost' | 'descent' | 'theory' | 'continuum' | 'other';

/** A further run on the same clock: the main scenario with some sections replaced. */
export interface TrackDeclaration {
  readonly id: string;
  readonly role: TrackRole;
  readonly sections: Partial<Pick<Scenario, SectionName>>;
  /** System, data, batch and start are those of the main run's continuum theory. */
  readonly continuum?: ContinuumPartner;
}

/** What links, files, undo, the timeline, branches and the terminal carry. */
export interface RunDocument {
  readonly version: 1;
  readonly scenario: Scenario;
  readonly edits: readonly Edit[];
  readonly tracks: readonly TrackDeclaration[];
  /** State of the screen; free-form, small, never physics. */
  readonly view: Readonly<Record<string, unknown>>;
  /** The set of kernels that it was run with when it was saved. */
  readonly kernel?: string;
}

/** Bad input: where, what, and what was expected. */
export class ScenarioError extends Error {
  readonly path: string;
  readonly value: unknown;
  readonly expected: string;
  constructor(path: string, value: unknown, expected: string) {
    super(`${path}: ${show(value)}: expected ${expected}`);
    this.name = 'ScenarioError';
    this.path = path;
    this.value = value;
    this.expected = expected;
  }
}

/** A value in at most 80 characters, in one line; never throws, whatever the value is. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  const text = shortJson(value);
  return text.length > 80 ? `${text.slice(0, 77)}...` : text;
}

function shortened(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, 100);
  return Array.isArray(value) && value.length > 40 ? value.slice(0, 40) : value;
}

function shortJson(value: unknown): string {
  // Numbers by String: JSON has no word for Infinity. Long lists and texts are cut before they are printed.
  if (typeof value === 'number') return String(value);
  try {
    return JSON.stringify(value, shortened) ?? typeof value;
  } catch {
    return `a ${typeof value} that is not JSON`;
  }
}
