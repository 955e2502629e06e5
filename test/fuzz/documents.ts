import fc from 'fast-check';
import { ScenarioError } from '../../src/scenario/types.ts';
import { shipped } from '../helpers/shipped.ts';

/** Runs a call that may refuse its input, but in no other way than by a ScenarioError that can be shown. */
export function tame<T>(call: () => T): T | ScenarioError {
  try {
    return call();
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    if (error.path === '' || error.expected === '' || error.message.includes('\n')) {
      throw new Error(`an error that says too little: ${error.message}`, { cause: error });
    }
    return error;
  }
}

/** Numbers at the edges of what documents may hold; sizes stay small so that runs do. */
const numbers = [
  0,
  1,
  2,
  3,
  4,
  7,
  0.5,
  -1,
  1e-3,
  40,
  1e-300,
  5e-324,
  1e9,
  1e100,
  1e160,
  1.7e308,
  Infinity,
  -Infinity,
];
const words = [
  'auto',
  'explicit',
  'none',
  'dense',
  'flat',
  'cosine',
  'tanh',
  'constructor',
  '',
  'physical',
  'f32',
];

/** A value put where it may not belong. */
const strangeValue = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<unknown>(...numbers) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(...words) },
  { weight: 1, arbitrary: fc.array(fc.constantFrom(...numbers), { maxLength: 5 }) },
  {
    weight: 1,
    arbitrary: fc.array(fc.array(fc.constantFrom(...numbers), { maxLength: 3 }), { maxLength: 3 }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom<unknown>(null, true, {}, { kind: 'random' }, { kind: 'quadratic' }),
  },
);
export { strangeValue };

interface Mutation {
  readonly where: number;
  readonly what: 'replace' | 'remove' | 'rename' | 'repeat';
  readonly value: unknown;
}
const mutation: fc.Arbitrary<Mutation> = fc.record({
  where: fc.nat(),
  what: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'rename', 'repeat'),
  value: strangeValue,
});

/** A shipped document with a few faults. */
export const mutant: fc.Arbitrary<unknown> = fc
  .tuple(fc.constantFrom(...Object.values(shipped)), fc.array(mutation, { minLength: 1, maxLength: 3 }))
  .map(([text, mutations]) => {
    const document: unknown = JSON.parse(text);
    for (const one of mutations) mutate(document, one);
    return document;
  });

function mutate(document: unknown, { where, what, value }: Mutation): void {
  const places: [Record<string, unknown>, string][] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, member] of Object.entries(node)) {
      places.push([node as Record<string, unknown>, key]);
      visit(member);
    }
  };
  visit(document);
  if (places.length === 0) return;
  const [owner, key] = places[where % places.length];
  const old = owner[key];
  if (what === 'remove') delete owner[key];
  else if (what === 'rename') {
    delete owner[key];
    owner[`${key}2`] = old;
  } else owner[key] = what === 'repeat' ? [old, old] : value;
}
