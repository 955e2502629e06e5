import * as v from 'valibot';
import { scalarSourcesOf } from '../fieldSources.ts';
import { objectOf } from '../schema.ts';
import { ScenarioError, type Scenario, type SourceCommand } from '../types.ts';
import { set } from './set.ts';
import { checkSparse, index, sparseProfile, type CommandPart } from './types.ts';

/** Where each source stands in a scenario. */
const places = {
  K: ['system', 'K'],
  J: ['system', 'J'],
  force: ['system', 'force'],
  inputs: ['data', 'X'],
  targets: ['data', 'Y'],
} as const satisfies Readonly<Record<SourceCommand['target'], readonly ['system' | 'data', string]>>;

const isList = (value: unknown): value is readonly number[] => Array.isArray(value);

function added(
  list: readonly number[],
  { at, add }: SourceCommand['profile'],
  place: string,
): readonly number[] {
  checkSparse({ at, add }, list.length, place);
  const changed = [...list];
  at.forEach((n, which) => (changed[n] += add[which]));
  return changed;
}

/** The source with the profile added. @throws ScenarioError where the run has no such source of numbers */
function changed(scenario: Scenario, command: SourceCommand, place: string): unknown {
  const { target, profile, sample } = command;
  const [section, name] = places[target];
  const value = scenario[section][name];
  if (section === 'data') {
    if (!isList(value)) {
      throw new ScenarioError(
        `${place}target`,
        target,
        `a source of this run: its data do not list ${target}`,
      );
    }
    const rows = value as unknown as readonly (readonly number[])[];
    const row = sample === undefined ? undefined : rows[sample];
    if (row === undefined)
      throw new ScenarioError(`${place}sample`, sample, `a sample from 0 to ${rows.length - 1}`);
    return rows.map((other) => (other === row ? added(row, profile, place) : other));
  }
  const sources = scalarSourcesOf(scenario);
  if (sources === null || (typeof value !== 'number' && !isList(value))) {
    throw new ScenarioError(
      `${place}target`,
      target,
      'a source that this run has as a number or a list of numbers',
    );
  }
  const count = target === 'K' ? sources.K.length : sources.J.length;
  return added(isList(value) ? value : Array.from({ length: count }, () => value), profile, place);
}

/** Adds a profile to a source from a step on: the same as setting the source to the sum. */
export const source: CommandPart<SourceCommand> = {
  kind: 'source',
  schema: objectOf(
    {
      kind: v.literal('source'),
      target: v.picklist(
        ['K', 'J', 'force', 'inputs', 'targets'],
        '"K", "J", "force", "inputs" or "targets"',
      ),
      profile: sparseProfile,
      sample: v.optional(index),
    },
    'an object with target and profile',
  ),
  ordered: ({ kind, target, profile: { at, add }, sample }) => ({
    kind,
    target,
    profile: { at, add },
    ...(sample === undefined ? {} : { sample }),
  }),
  path: ({ target }) => places[target].join('.'),
  apply(scenario, command, at, tracks) {
    const place = at === '' ? '' : `${at}.`;
    const path = places[command.target].join('.');
    const value = changed(scenario, command, place);
    try {
      return set.apply(scenario, { kind: 'set', path, value }, '', tracks);
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      throw new ScenarioError(
        `${place}profile`,
        undefined,
        `a sum that fits (${error.path}: ${error.expected})`,
      );
    }
  },
  // Each adds to what is there.
  merge: () => null,
};
