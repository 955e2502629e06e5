import type { Json } from '../plain.ts';
import { ScenarioError } from '../types.ts';

type JsonObject = Readonly<Record<string, Json>>;

const isPlainObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Path = readonly (string | number)[];

/** One change of plain data: the value at a path, or, without a value, that there is none any more. */
export type Change = readonly [path: Path, value: Json] | readonly [path: Path];

/** What makes `b` of `a`. Lists of one length are compared member by member; others are written whole. */
export function changesOf(a: Json, b: Json, path: Path = []): readonly Change[] {
  if (Array.isArray(a) && Array.isArray(b) && a.length === b.length) {
    return a.flatMap((member: Json, index) => changesOf(member, b[index], [...path, index]));
  }
  if (!isPlainObject(a) || !isPlainObject(b)) return sameValue(a, b) ? [] : [[path, b]];
  const gone = Object.keys(a).filter((key) => !Object.hasOwn(b, key));
  return [
    ...gone.map((key): Change => [[...path, key]]),
    ...Object.entries(b).flatMap(([key, member]): readonly Change[] =>
      Object.hasOwn(a, key) ? changesOf(a[key], member, [...path, key]) : [[[...path, key], member]],
    ),
  ];
}

/** Whether two values are one to the last bit; lists that came so far differ in length. */
const sameValue = (a: Json, b: Json): boolean =>
  Object.is(a, b) || (Array.isArray(a) && Array.isArray(b) && a.length === 0 && b.length === 0);

/** Applies changes to a copy. @throws ScenarioError where there is no such place, at `changes[n]` */
export function withChanges(value: Json, changes: unknown): Json {
  if (!Array.isArray(changes)) throw new ScenarioError('link.changes', changes, 'a list of changes');
  let changed: unknown = structuredClone(value);
  for (const [n, change] of changes.entries()) {
    const place = `link.changes[${n}]`;
    const path: unknown = Array.isArray(change) ? change[0] : undefined;
    if (!Array.isArray(change) || change.length > 2 || !Array.isArray(path)) {
      throw new ScenarioError(place, change, 'a path and a value');
    }
    if (path.length === 0) {
      changed = change[1];
      continue;
    }
    const last: unknown = path.at(-1);
    const owner = path.slice(0, -1).reduce<unknown>((at, key) => memberOf(at, key), changed);
    if (Array.isArray(owner) && typeof last === 'number' && last in owner && change.length === 2) {
      owner[last] = change[1];
    } else if (isPlainObject(owner) && typeof last === 'string' && last !== '__proto__') {
      const members = owner as Record<string, unknown>;
      if (change.length === 2) members[last] = change[1];
      else delete members[last];
    } else throw new ScenarioError(place, path.join('.'), 'a place that the scenario has');
  }
  return changed as Json;
}

function memberOf(at: unknown, key: unknown): unknown {
  if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key as PropertyKey)) return undefined;
  return (at as Readonly<Record<PropertyKey, unknown>>)[key as PropertyKey];
}
