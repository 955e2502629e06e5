import * as v from 'valibot';
import type { Reals, System } from '../../physics/types.ts';
import { objectOf } from '../schema.ts';
import { ScenarioError, type Command, type Scenario, type TrackDeclaration } from '../types.ts';

/** One kind of command: everything that is known of it, but how the interface words it. */
export interface CommandPart<C extends Command = Command> {
  readonly kind: C['kind'];
  /** What it looks like in a document. */
  readonly schema: v.GenericSchema<unknown, Command>;
  /** Its keys in the format's order. */
  ordered(command: C): C;
  /** What it changes: the path of a value, else its kind. */
  path(command: C): string;
  /**
   * The scenario from this command on; sections that do not change stay the same objects.
   * @param at    where the command stands in its document, for errors; '' for a command on its own
   * @param data  whether data are made to see that they can be; without it all else is checked
   * @throws ScenarioError where it does not fit the scenario or the further tracks
   */
  apply(
    scenario: Scenario,
    command: C,
    at: string,
    tracks: readonly TrackDeclaration[],
    data: boolean,
  ): Scenario;
  /** The one command that does what this and the next of the same step do; null where both stay. */
  merge(command: C, next: Command): Command | null;
  /** What it does to the state of a run; left out: nothing. */
  move?(command: C, system: System, weights: Reals, velocity: Reals): void;
  /** The one run that it moves; left out or null: every one of the main run's kind and size. */
  track?(command: C): string | null;
  /** What a system, once made, would take instead at the friction of the moment; null where it takes this. */
  obstacle?(command: C, system: System, gamma: number): string | null;
}

/** Refuses a run that has not the main one's space of weights. @throws ScenarioError */
export function trackOf(
  id: string | undefined,
  place: string,
  tracks: readonly TrackDeclaration[],
): TrackDeclaration | undefined {
  const track = tracks.find((known) => known.id === id);
  if (id !== undefined && id !== 'main' && track === undefined) {
    throw new ScenarioError(`${place}track`, id, 'the id of a run, or "main"');
  }
  if (track?.continuum !== undefined || track?.sections.system !== undefined) {
    throw new ScenarioError(`${place}track`, id, 'a run of the main one’s system');
  }
  return track;
}

/** At a big bang nothing moves. */
export const AT_REST = 'a velocity of 0: at the big bang it vanishes';

const finite = v.pipe(v.number('a number'), v.finite('a finite number'));
export const numbers = v.array(finite, 'a list of numbers');
export const index = v.pipe(
  v.number('an integer >= 0'),
  v.safeInteger('an integer >= 0'),
  v.minValue(0, 'an integer >= 0'),
);
/** What is added: numbers by their index, or a bump by its site. */
export const profileSchema = v.union(
  [
    objectOf({ at: v.array(index, 'a list of indices'), add: numbers }, '{ at, add }'),
    objectOf(
      {
        shape: v.literal('bump'),
        center: finite,
        width: v.pipe(finite, v.gtValue(0, 'a number > 0')),
        amplitude: finite,
      },
      'a profile',
    ),
  ],
  '{ at, add } or { shape: "bump", center, width, amplitude }',
);

/** Refuses a profile that does not fit. @throws ScenarioError */
export function checkSparse(
  { at, add }: { readonly at: readonly number[]; readonly add: readonly number[] },
  count: number,
  place: string,
): void {
  if (at.length !== add.length) {
    throw new ScenarioError(`${place}profile.add`, add.length, `${at.length} numbers, one for each index`);
  }
  const beyond = at.find((n) => n >= count);
  if (beyond !== undefined)
    throw new ScenarioError(`${place}profile.at`, beyond, `indices from 0 to ${count - 1}`);
}
