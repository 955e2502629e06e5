import * as v from 'valibot';
import { bumpOn } from '../../physics/initial/bump.ts';
import type { Reals, Sheet } from '../../physics/types.ts';
import { partOf } from '../sections.ts';
import { weightCountOf } from '../fit.ts';
import { objectOf } from '../schema.ts';
import {
  ScenarioError,
  type PokeCommand,
  type Profile,
  type Scenario,
  type TrackDeclaration,
} from '../types.ts';
import { AT_REST, checkSparse, profileSchema, trackOf, type CommandPart } from './types.ts';

type Site = Pick<Sheet, 'rows' | 'columns' | 'periodicRows' | 'periodicColumns' | 'weight'>;

/** Adds a profile to values by weight; a bump stands on every sheet. */
export function addProfile(profile: Profile, sheets: readonly Site[], values: Reals): void {
  if ('at' in profile) {
    profile.at.forEach((index, n) => (values[index] += profile.add[n]));
    return;
  }
  for (const sheet of sheets) {
    const height = bumpOn(sheet, profile);
    sheet.weight.forEach((weight, site) => {
      if (weight >= 0) values[weight] += height(Math.floor(site / sheet.columns), site % sheet.columns);
    });
  }
}

/** Refuses a run that does not take a poke. @throws ScenarioError */
function checkTrack(
  scenario: Scenario,
  { target, track: id }: PokeCommand,
  place: string,
  tracks: readonly TrackDeclaration[],
): void {
  const track = trackOf(id, place, tracks);
  const { dynamics } = { ...scenario, ...track?.sections };
  if (target === 'velocity' && partOf('dynamics', dynamics.kind).firstOrder) {
    throw new ScenarioError(`${place}target`, target, '"weights": without inertia the force is the velocity');
  }
}

/** Adds a profile to weights or velocity at a step. */
export const poke: CommandPart<PokeCommand> = {
  kind: 'poke',
  schema: objectOf(
    {
      kind: v.literal('poke'),
      target: v.picklist(['weights', 'velocity'], '"weights" or "velocity"'),
      profile: profileSchema,
      track: v.optional(v.string('the id of a run')),
    },
    'an object with target and profile',
  ),
  ordered: ({ kind, target, profile, track }) => ({
    kind,
    target,
    profile,
    ...(track === undefined ? {} : { track }),
  }),
  path: ({ kind }) => kind,
  apply(scenario, command, at, tracks) {
    const place = at === '' ? '' : `${at}.`;
    checkTrack(scenario, command, place, tracks);
    const { profile } = command;
    if ('at' in profile) checkSparse(profile, weightCountOf(scenario), place);
    return scenario;
  },
  // Each adds to what is there.
  merge: () => null,
  track: ({ track }) => track ?? null,
  obstacle({ target, profile }, { layout }, gamma) {
    if (target === 'velocity' && gamma === Infinity) return AT_REST;
    return 'at' in profile || layout.sheets.length > 0 ? null : 'a profile { at, add }: it has no lattice';
  },
  move({ target, profile }, { layout }, weights, velocity) {
    addProfile(profile, layout.sheets, target === 'weights' ? weights : velocity);
  },
};
