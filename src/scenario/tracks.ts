import * as v from 'valibot';
import { checkFit, checkLightly, lacksLearningRate } from './fit.ts';
import { joinPath } from './path.ts';
import { checked, objectOf } from './schema.ts';
import { dynamicsOf, partOf, valuesOf } from './sections.ts';
import { continuumKinds, hasContinuum } from './continuum.ts';
import { completeSection } from './validate.ts';
import {
  ScenarioError,
  sectionNames,
  type Scenario,
  type Section,
  type SectionName,
  type TrackDeclaration,
} from './types.ts';

/** Most further tracks of one run. */
const maxTracks = 8;
/** Finest mesh of a continuum partner. */
const maxMesh = 64;
/** Most points of a continuum partner's mesh. */
const maxPoints = 262_144;

const roles = ['second', 'ghost', 'descent', 'theory', 'continuum', 'other'] as const;
const meshMessage = '"auto" or an integer from 1 to 64';
const idMessage = 'a name of 1 to 64 letters, digits, - or _';
const optionalSection = v.optional(v.unknown());
const trackSchema = objectOf(
  {
    id: v.pipe(v.string(idMessage), v.regex(/^[\w-]{1,64}$/, idMessage)),
    role: v.picklist(roles, `one of ${roles.map((role) => `"${role}"`).join(', ')}`),
    sections: objectOf(
      {
        system: optionalSection,
        data: optionalSection,
        batch: optionalSection,
        initial: optionalSection,
        dynamics: optionalSection,
        expansion: optionalSection,
      },
      'an object of sections',
    ),
    continuum: v.optional(
      objectOf(
        {
          mesh: v.optional(
            v.union(
              [v.literal('auto'), v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(maxMesh))],
              meshMessage,
            ),
            'auto',
          ),
          order: v.optional(
            v.picklist(['quadratic', 'cell', 'four-field'], 'one of "quadratic", "cell", "four-field"'),
            'quadratic',
          ),
        },
        'an object with mesh and order',
      ),
    ),
  },
  'an object with id, role and sections',
);

/**
 * Gives the tracks of a document that names none: a second-order run gets its first-order ghost, gradient
 * flow with η = 1/γ (Eq. 4), where γ is never 0; other runs get none.
 */
export function defaultTracks(scenario: Scenario): readonly TrackDeclaration[] {
  if (partOf('dynamics', scenario.dynamics.kind).firstOrder) return [];
  // It shares the main run's clock, so it takes what sub-steps it needs to be stable there.
  const dynamics = { ...dynamicsOf('ghost'), substeps: 'auto' };
  const sections = { dynamics };
  if (lacksLearningRate({ ...scenario, ...sections })) return [];
  return [{ id: 'ghost', role: 'ghost', sections }];
}

/**
 * Checks the tracks of a document; undefined takes `defaultTracks`, an empty list is none.
 * @throws ScenarioError, e.g. at `tracks[0].sections.dynamics.kind`
 */
export function parseTracks(value: unknown, scenario: Scenario): readonly TrackDeclaration[] {
  if (value === undefined) return defaultTracks(scenario);
  if (!Array.isArray(value) || value.length > maxTracks) {
    throw new ScenarioError('tracks', value, `a list of at most ${maxTracks} tracks`);
  }
  const ids = new Set(['main']);
  return value.map((item: unknown, index) => {
    const path = `tracks[${index}]`;
    const { id, role, sections, continuum } = checked(trackSchema, item, path);
    if (ids.has(id)) throw new ScenarioError(`${path}.id`, id, 'a name that no other track has');
    ids.add(id);
    const completed: Partial<Record<SectionName, Section>> = {};
    const systemKind = (): string => (completed.system ?? scenario.system).kind;
    for (const name of sectionNames) {
      if (sections[name] === undefined) continue;
      const place = joinPath(path, `sections.${name}`);
      completed[name] = completeSection(
        name,
        startingWith(name, sections[name], scenario),
        place,
        systemKind(),
      );
    }
    const track = { id, role, sections: completed, ...(continuum && { continuum }) };
    checkTrack(track, scenario, `${path}.sections`);
    return track;
  });
}

/** All tracks run on one clock: an expansion that leaves t0 out starts when the main run does. */
function startingWith(name: SectionName, value: unknown, scenario: Scenario): unknown {
  if (name !== 'expansion' || typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? value : { t0: scenario.expansion.t0, ...value };
}

/** Checks that a track fits the scenario it belongs to. @throws ScenarioError */
export function checkTrack(track: TrackDeclaration, scenario: Scenario, path: string): void {
  const { sections } = track;
  if (track.continuum !== undefined) checkContinuum(track, scenario, path);
  const whole = { ...scenario, ...sections };
  if (whole.expansion.t0 !== scenario.expansion.t0) {
    throw new ScenarioError(
      `${path}.expansion.t0`,
      whole.expansion.t0,
      `${String(scenario.expansion.t0)}, as the main run has: all tracks are on one clock`,
    );
  }
  const sameStart = (['system', 'data', 'batch', 'initial', 'expansion'] as const).every(
    (name) => sections[name] === undefined,
  );
  const exact = partOf('dynamics', whole.dynamics.kind).order === 'exact';
  if (sameStart && !exact) checkLightly(whole, path);
  else checkFit(whole, path);
}

/** Refuses a continuum partner where there is none, or one that names what the engine makes. @throws ScenarioError */
function checkContinuum({ sections, continuum }: TrackDeclaration, scenario: Scenario, path: string): void {
  const { kind } = scenario.system;
  if (!hasContinuum(scenario)) {
    const expected = `a main run on a ring (${continuumKinds.join(', ')}) with the full batch`;
    throw new ScenarioError('scenario.system.kind', kind, expected);
  }
  const sites = partOf('system', kind).weightCount(valuesOf(scenario.system));
  if (typeof continuum?.mesh === 'number' && continuum.mesh * sites > maxPoints) {
    const place = path.replace(/sections$/, 'continuum.mesh');
    throw new ScenarioError(place, continuum.mesh, `at most ${maxPoints} points on ${sites} sites`);
  }
  for (const name of ['system', 'data', 'batch', 'initial'] as const) {
    if (sections[name] === undefined) continue;
    const expected = 'nothing: the continuum takes it from the main run';
    throw new ScenarioError(`${path}.${name}`, sections[name].kind, expected);
  }
}
