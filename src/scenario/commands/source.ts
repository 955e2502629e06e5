import * as v from 'valibot';
import { scalarSourcesOf } from '../fieldSources.ts';
import { inputGrid } from '../../physics/data/context.ts';
import { bumpOn } from '../../physics/initial/bump.ts';
import { wrap } from '../../physics/lattice/ring.ts';
import type { ScalarSources } from '../../physics/types.ts';
import { objectOf } from '../schema.ts';
import { partOf } from '../sections.ts';
import { ScenarioError, type Profile, type Scenario, type SourceCommand } from '../types.ts';
import { set } from './set.ts';
import { checkSparse, index, profileSchema, type CommandPart } from './types.ts';

/** Where each source stands in a scenario. */
const places = {
  K: ['system', 'K'],
  J: ['system', 'J'],
  force: ['system', 'force'],
  inputs: ['data', 'X'],
  targets: ['data', 'Y'],
} as const satisfies Readonly<Record<SourceCommand['target'], readonly ['system' | 'data', string]>>;

const isList = (value: unknown): value is readonly number[] => Array.isArray(value);

/** A list with a profile added to it. @param heightsOf  the bump at the entries of the list */
function added(
  list: readonly number[],
  profile: Profile,
  place: string,
  heightsOf: (bump: Bump) => (n: number) => number,
): readonly number[] {
  if (!('at' in profile)) {
    const height = heightsOf(profile);
    return list.map((value, n) => value + height(n));
  }
  checkSparse(profile, list.length, place);
  const changed = [...list];
  profile.at.forEach((n, which) => (changed[n] += profile.add[which]));
  return changed;
}

type Bump = Extract<Profile, { readonly shape: unknown }>;

/** A bump on the sites of a field, or on its bonds, each of which stands halfway between its sites. */
export function onField(
  sources: ScalarSources,
  target: 'K' | 'J' | 'force',
): (bump: Bump) => (n: number) => number {
  const { rows, columns, bonds } = sources;
  const sheet = { rows, columns, periodicRows: true, periodicColumns: true };
  const rowOf = (site: number): number => Math.floor(site / columns);
  const half = (from: number, to: number, size: number): number => wrap(to - from, size) / 2;
  return (bump) => {
    const height = bumpOn(sheet, bump);
    if (target !== 'K') return (n) => height(rowOf(n), n % columns);
    return (n) => {
      const [i, j] = [bonds[2 * n], bonds[2 * n + 1]];
      return height(
        rowOf(i) + half(rowOf(i), rowOf(j), rows),
        (i % columns) + half(i % columns, j % columns, columns),
      );
    };
  };
}

/** A source as a list: of a field whose neighbours are 1 apart the lattice stiffness is K itself. **exact** */
function valuesNow({ system }: Scenario, name: 'K' | 'J' | 'force'): readonly number[] {
  const value = system[name];
  if (isList(value)) return value;
  return Array.from(scalarSourcesOf({ system: { ...system, spacing: 1 } })?.[name] ?? []);
}

/** A bump on the inputs or outputs of a network: closed on themselves where it has a lattice, else a line or a grid. */
function onNeurons({ system }: Scenario, count: number): (bump: Bump) => (n: number) => number {
  const part = partOf('system', system.kind);
  const periodic = part.sampleShare !== undefined;
  const grid = inputGrid({ system }, count);
  const sheet = { ...grid, periodicRows: periodic, periodicColumns: periodic };
  return (bump) => {
    const height = bumpOn(sheet, bump);
    return (n) => height(Math.floor(n / grid.columns), n % grid.columns);
  };
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
    return rows.map((other) =>
      other === row ? added(row, profile, place, onNeurons(scenario, row.length)) : other,
    );
  }
  const sources = scalarSourcesOf(scenario);
  if (sources === null) {
    throw new ScenarioError(`${place}target`, target, 'a source that this run has as numbers of its own');
  }
  const own = target as 'K' | 'J' | 'force';
  return added(valuesNow(scenario, own), profile, place, onField(sources, own));
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
      profile: profileSchema,
      sample: v.optional(index),
    },
    'an object with target and profile',
  ),
  ordered: ({ kind, target, profile, sample }) => ({
    kind,
    target,
    profile,
    ...(sample === undefined ? {} : { sample }),
  }),
  path: ({ target }) => places[target].join('.'),
  apply(scenario, command, at, tracks, data) {
    const place = at === '' ? '' : `${at}.`;
    const path = places[command.target].join('.');
    const value = changed(scenario, command, place);
    try {
      return set.apply(scenario, { kind: 'set', path, value }, '', tracks, data);
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
