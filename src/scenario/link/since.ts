import { childPath } from '../path.ts';
import type { Json } from '../plain.ts';
import { changesOf, type Change } from './changes.ts';

/** A value of a scenario that is another one today: undefined where there is none. */
export interface Difference {
  /** Spelled as commands and errors spell it: `expansion.gamma`, `tracks[0].sections`. */
  readonly path: string;
  readonly link: Json | undefined;
  readonly here: Json | undefined;
}

/** How the shipped scenario that a link builds on has changed since the link was made. */
export interface Since {
  /** Whether the run is as it was: the file of then is kept, and the link builds on that. */
  readonly asItWas: boolean;
  /** Where it is: what differs from the run that the link would be on today's file, but for `view`. */
  readonly differs: readonly Difference[];
}

type Path = Change[0];

const written = (path: Path): string => {
  // A scenario's own places are named without it, as in commands.
  const [first, ...rest] = path;
  return (first === 'scenario' && rest.length > 0 ? rest : path).reduce<string>(childPath, '');
};

function valueAt(value: Json, path: Path): Json | undefined {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, key)
        ? (at as Readonly<Record<PropertyKey, unknown>>)[key]
        : undefined,
    value,
  ) as Json | undefined;
}

/**
 * What two files of a scenario, defaults written out, differ in, where the link does not say itself what stands there.
 *  @param said  the changes of the link
 */
export function differencesOf(today: Json, then: Json, said: readonly Change[]): readonly Difference[] {
  const isSaid = (path: Path): boolean =>
    said.some(([place]) => place.length <= path.length && place.every((key, at) => key === path[at]));
  return changesOf(today, then)
    .filter(([path]) => path[0] !== 'view' && !isSaid(path))
    .map(([path]) => ({ path: written(path), link: valueAt(then, path), here: valueAt(today, path) }));
}
