import { childPath } from './path.ts';
import { ScenarioError } from './types.ts';

/** Deepest nesting of arrays and objects; documents of this version need 9. */
const maxDepth = 32;
/** Most values (numbers, texts, arrays, objects) in one document. */
const maxValues = 4_000_000;

/** Plain JSON data: what `plainJson` lets through. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Copies a value as plain JSON data: finite numbers, no cycles, no deep nesting, no exotic objects.
 * Numbers keep their bits, −0 as well; members that are undefined are left out.
 * @param path  where the value stands, for errors
 * @throws ScenarioError at the first value that is not plain JSON
 */
export function plainJson(value: unknown, path = ''): Json {
  let budget = maxValues;
  const copy = (value: unknown, path: string, depth: number): Json => {
    const here = path === '' ? '$' : path;
    budget -= 1;
    if (budget < 0) throw new ScenarioError(here, undefined, `at most ${maxValues} values in all`);
    if (value === null || typeof value === 'boolean' || typeof value === 'string') return value;
    if (typeof value === 'number') {
      // The text may have said 1e999: JSON reads it as Infinity.
      if (!Number.isFinite(value)) {
        throw new ScenarioError(here, value, 'a finite number, at most 1.8e308 in size');
      }
      return value;
    }
    if (typeof value !== 'object') throw new ScenarioError(here, typeof value, 'a JSON value');
    if (depth >= maxDepth) {
      throw new ScenarioError(here, depth + 1, `at most ${maxDepth} levels of nesting`);
    }
    if (Array.isArray(value)) {
      const items: Json[] = [];
      for (let i = 0; i < value.length; i += 1) items.push(copy(value[i], childPath(path, i), depth + 1));
      return items;
    }
    const prototype: unknown = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) {
      throw new ScenarioError(here, typeof value, 'a plain object');
    }
    const object: Record<string, Json> = {};
    for (const [key, member] of Object.entries(value)) {
      if (key === '__proto__') throw new ScenarioError(childPath(path, key), undefined, 'no such key');
      if (member !== undefined) object[key] = copy(member, childPath(path, key), depth + 1);
    }
    return object;
  };
  return copy(value, path, 0);
}

/** The largest of numbers however many: as arguments of Math.max some hundred thousand overflow the stack. −Infinity for none. */
export function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), -Infinity);
}

/** Deep equality of plain JSON data; the order of members does not matter. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a).filter(([, value]) => value !== undefined);
  const right = new Map(Object.entries(b).filter(([, value]) => value !== undefined));
  return (
    left.length === right.size &&
    left.every(([key, value]) => right.has(key) && sameJson(value, right.get(key)))
  );
}

/** A value that is no array and no object, to the last bit: JSON.stringify would make 0 of −0, which JSON.parse reads. */
export const printPlain = (value: unknown): string => (Object.is(value, -0) ? '-0' : JSON.stringify(value));

/** Prints plain JSON for people: two spaces, arrays of plain values on one line. */
export function printJson(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return printPlain(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    if (value.every((item) => typeof item !== 'object' || item === null))
      return `[${value.map(printPlain).join(', ')}]`;
    return `[\n${value.map((item) => inner + printJson(item, inner)).join(',\n')}\n${indent}]`;
  }
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  if (members.length === 0) return '{}';
  const lines = members.map(([key, member]) => `${inner}${JSON.stringify(key)}: ${printJson(member, inner)}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
}
