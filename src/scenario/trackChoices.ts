import { parameterOf, splitPath } from './lookup.ts';
import { sameJson } from './plain.ts';
import { continuumTrack, hasContinuum } from './continuum.ts';
import { isFrictionless, isSteady } from './expansion.ts';
import { declarationsOf, dynamicsOf, partOf } from './sections.ts';
import { checkTrack } from './tracks.ts';
import {
  ScenarioError,
  sectionNames,
  type Scenario,
  type Section,
  type SectionName,
  type TrackDeclaration,
} from './types.ts';

/** Runs that can be laid beside the main one, by the part they play. */
export type TrackChoiceName = 'second' | 'ghost' | 'descent' | 'theory' | 'continuum';

/** Why a run cannot be laid beside this one. */
export type TrackObstacle =
  | 'no-friction'
  | 'coarse-clock'
  | 'not-quadratic'
  | 'too-many-weights'
  | 'changing-samples'
  | 'changing-friction'
  | 'changing-couplings'
  | 'no-continuum';

/** One further run: how it would be declared, or why it cannot be. */
export interface TrackChoice {
  readonly name: TrackChoiceName;
  readonly declaration: TrackDeclaration | null;
  readonly obstacle: TrackObstacle | null;
}

/** What is known of a run that its scenario alone does not tell. */
export interface TrackFacts {
  /** Whether the cost is quadratic. */
  readonly quadratic: boolean;
  readonly weightCount: number;
  /** Step of the clock. */
  readonly dt: number;
}

/** Most weights whose modes are found exactly (engine/track.ts). */
const MOST_EXACT = 512;
/** The textbook step of training: W ← W − η ∂C/∂W. */
const TEXTBOOK_STEP = 1;

export const COMPARISON_ID = 'compare';

function second({ dynamics }: Scenario): TrackDeclaration {
  const section = dynamicsOf('second');
  return { id: 'field', role: 'second', sections: { dynamics: { ...section, dt: dynamics.dt } } };
}

function ghost(): TrackDeclaration {
  // It shares the main run's clock, so it takes what sub-steps it needs to be stable there.
  const dynamics = { ...dynamicsOf('ghost'), substeps: 'auto' };
  return { id: 'ghost', role: 'ghost', sections: { dynamics } };
}

/** Textbook training, as a track has it. */
export const textbookDynamics: Section = { ...dynamicsOf('descent'), dt: TEXTBOOK_STEP };

function textbook(): TrackDeclaration {
  return { id: 'textbook', role: 'descent', sections: { dynamics: textbookDynamics } };
}

function exact(): TrackDeclaration {
  return { id: 'theory', role: 'theory', sections: { dynamics: dynamicsOf('theory') } };
}

function exactObstacle(scenario: Scenario, facts: TrackFacts): TrackObstacle | null {
  const { system, batch } = scenario;
  if (!facts.quadratic) return 'not-quadratic';
  if (batch.kind !== 'full') return 'changing-samples';
  if (system.redshift === 'physical') return 'changing-couplings';
  if (!isSteady(scenario)) return 'changing-friction';
  return facts.weightCount > MOST_EXACT ? 'too-many-weights' : null;
}

/**
 * Lists the runs that can be laid beside the main one, and for those that cannot the reason.
 *    second order;  its first-order ghost, η = 1/γ (Eq. 4);  textbook steps (Eq. 3);  the closed form (physics 3.1)
 *  @param scenario  the run as it stands
 */
export function trackChoices(scenario: Scenario, facts: TrackFacts): readonly TrackChoice[] {
  const frictionless = isFrictionless(scenario) ? 'no-friction' : null;
  const coarse = facts.dt > TEXTBOOK_STEP ? 'coarse-clock' : null;
  const made: readonly [TrackChoiceName, TrackObstacle | null, TrackDeclaration][] = [
    ['second', null, second(scenario)],
    ['ghost', frictionless, ghost()],
    ['descent', frictionless ?? coarse, textbook()],
    ['theory', exactObstacle(scenario, facts), exact()],
    ['continuum', hasContinuum(scenario) ? null : 'no-continuum', continuumTrack()],
  ];
  return made.map(([name, obstacle, declaration]) => ({
    name,
    obstacle,
    declaration: obstacle === null ? declaration : null,
  }));
}

/** Adds a track to those of a run, or puts it in the place of the one with its id. */
export function withTrack(
  tracks: readonly TrackDeclaration[],
  added: TrackDeclaration,
): readonly TrackDeclaration[] {
  return [...tracks.filter(({ id }) => id !== added.id), added];
}

/** A parameter that can be given a second value: a live number. The time step cannot: there is one clock. */
export function canSplit(scenario: Scenario, path: string): boolean {
  const declaration = parameterOf(scenario, path);
  if (declaration?.apply !== 'live' || path === 'dynamics.dt') return false;
  return ['real', 'integer', 'optional-real', 'auto'].includes(declaration.type);
}

/**
 * The main run with one parameter changed, as a further track. @throws ScenarioError when the value does not fit
 *  @param scenario  the run as it stands
 *  @param path      a parameter that `canSplit`
 */
export function splitTrack(scenario: Scenario, path: string, value: unknown): TrackDeclaration {
  const split = splitPath(path);
  if (split === null || !canSplit(scenario, path)) {
    throw new ScenarioError(path, value, 'the path of a live number of this run');
  }
  const { section, name } = split;
  const sections = { [section]: { ...scenario[section], [name]: value } };
  return checkedTrack({ id: COMPARISON_ID, role: 'other', sections }, scenario);
}

/**
 * Another run as a further track of this one, on this one's clock and from this one's seed.
 *  @throws ScenarioError when it starts at another time, or does not fit
 */
export function scenarioTrack(scenario: Scenario, other: Scenario): TrackDeclaration {
  const sections = Object.fromEntries(sectionNames.map((name) => [name, other[name]]));
  return checkedTrack({ id: COMPARISON_ID, role: 'other', sections }, scenario);
}

function checkedTrack(track: TrackDeclaration, scenario: Scenario): TrackDeclaration {
  checkTrack(track, scenario, 'compare');
  return track;
}

/** Where a track differs from the main run: one parameter, or a whole section and more. */
export interface TrackDifference {
  readonly section: SectionName;
  /** Kind of the track's section. */
  readonly kind: string;
  /** The one parameter that differs; null where more does. */
  readonly name: string | null;
  readonly symbol: string;
  readonly value: unknown;
  /** The main run's own; undefined where more than one section differs. */
  readonly own: unknown;
}

/** Says in what a track differs from the main run; null where it does not. */
export function differenceOf(scenario: Scenario, track: TrackDeclaration): TrackDifference | null {
  const changed = sectionNames.filter(
    (name) => track.sections[name] !== undefined && !sameJson(track.sections[name], scenario[name]),
  );
  const [section] = changed;
  if (section === undefined) return null;
  const theirs = track.sections[section] ?? scenario[section];
  const { kind } = theirs;
  const whole = { section, kind, name: null, symbol: '', value: partOf(section, kind).label, own: undefined };
  if (changed.length > 1) return whole;
  const mine = scenario[section];
  if (kind !== mine.kind) return { ...whole, own: partOf(section, mine.kind).label };
  const declarations = declarationsOf(section, kind);
  const names = Object.keys(declarations).filter((name) => !sameJson(theirs[name], scenario[section][name]));
  const [name] = names;
  if (names.length !== 1) return whole;
  return { section, kind, name, symbol: declarations[name].symbol, value: theirs[name], own: mine[name] };
}
