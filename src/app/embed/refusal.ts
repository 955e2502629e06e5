import type { Refusal as Odd } from '../../engine/outcome.ts';
import { show } from '../../scenario/types.ts';
import type { Problem } from '../../store/index.ts';
import type { Refused } from './protocol.ts';

/** Something that the lab has told its reader, for the page that asked for it. */
export class Refusal extends Error {
  readonly refused: Refused;
  constructor(problem: Problem) {
    super(problem.expected);
    this.name = 'Refusal';
    this.refused = refusedOf(problem);
  }
}

/** Where a problem of the screen is: its path, else the file or address that it came from. */
export function refusedOf({ source, path, value, expected }: Problem): Refused {
  return { place: path === '' ? source : path, value, expected };
}

/** What is wrong with a value, for a page. */
export function oddOf({ path, value, expected }: Odd): Refused {
  return { place: path, value: value === undefined ? '' : show(value), expected };
}

/** The same for who reads the article: a member of the address. */
export function problemOf(odd: Odd): Problem {
  const { place, value, expected } = oddOf(odd);
  return { source: '', path: `?${place}=`, value, expected };
}
