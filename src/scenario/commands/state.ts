import * as v from 'valibot';
import { weightCountOf } from '../fit.ts';
import { objectOf } from '../schema.ts';
import { ScenarioError, type StateCommand } from '../types.ts';
import { AT_REST, numbers, trackOf, type CommandPart } from './types.ts';

/** Weights and velocity of one run, else of every one of the main run's kind and size. */
export const state: CommandPart<StateCommand> = {
  kind: 'state',
  schema: objectOf(
    {
      kind: v.literal('state'),
      weights: numbers,
      velocity: numbers,
      track: v.optional(v.string('the id of a run')),
    },
    'an object with weights and velocity',
  ),
  ordered: ({ kind, weights, velocity, track }) => ({
    kind,
    weights,
    velocity,
    ...(track === undefined ? {} : { track }),
  }),
  path: ({ kind }) => kind,
  track: ({ track }) => track ?? null,
  apply(scenario, command, at, tracks) {
    trackOf(command.track, at === '' ? '' : `${at}.`, tracks);
    const count = weightCountOf(scenario);
    for (const name of ['weights', 'velocity'] as const) {
      const { length } = command[name];
      if (length === count) continue;
      const expected = `${count} numbers, one for each weight of the system`;
      throw new ScenarioError(at === '' ? name : `${at}.${name}`, length, expected);
    }
    return scenario;
  },
  // A state stays: what was made after it may have been made of it.
  merge: () => null,
  obstacle: ({ velocity }, _system, gamma) =>
    gamma === Infinity && velocity.some((rate) => rate !== 0) ? AT_REST : null,
  move(command, _system, weights, velocity) {
    weights.set(command.weights);
    velocity.set(command.velocity);
  },
};
