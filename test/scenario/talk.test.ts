import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseRunDocument } from '../../src/scenario/document.ts';
import { added, moved, removed, renamed, rewritten, type Ordered } from '../../src/scenario/talk/order.ts';
import {
  isTalk,
  parseTalk,
  printTalk,
  TALK_LIMITS,
  talkOf,
  type Talk,
} from '../../src/scenario/talk/talk.ts';
import { ScenarioError, type RunDocument } from '../../src/scenario/types.ts';

const run = (id: string): RunDocument =>
  parseRunDocument(readFileSync(`public/scenarios/${id}.json`, 'utf8'));
const wave = run('ring-wave');
const state = (title: string): Talk['states'][number] => ({ title, notes: `say ${title}`, document: wave });
const talkOfNames = (names: string): Talk => ({ title: 'T', states: [...names].map(state) });
const names = ({ talk }: Ordered): string => talk.states.map(({ title }) => title).join('');

/** What is wrong with a talk. */
function problem(value: unknown): readonly [path: string, value: unknown, expected: string] | null {
  try {
    talkOf(value);
    return null;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return [error.path, error.value, error.expected];
  }
}

const file = JSON.parse(printTalk(talkOfNames('ab'))) as {
  version: number;
  kind: string;
  title: string;
  states: Record<string, unknown>[];
};
const [first, second] = file.states;

describe('a talk’s file', () => {
  it('printed and read: the same talk, step and camera of each state among it', () => {
    const document = { ...wave, view: { step: 17, camera: { azimuth: 0.3 }, scene: 'field' } };
    const talk: Talk = {
      title: 'Übung',
      states: [{ title: '∂C', notes: 'two\nlines', document }, state('b')],
    };
    expect(parseTalk(printTalk(talk))).toEqual(talk);
  });

  it('says what it is', () => {
    expect([file, { kind: 'lesson' }, null, 'talk', []].map(isTalk)).toEqual([
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it.each([
    ['no talk', 3, '$', 'a talk: an object with version, kind, title and states'],
    ['a later version', { ...file, version: 2 }, 'version', '1: what this program reads of talks'],
    ['a version that is a word', { ...file, version: '1' }, 'version', '1: what this program reads of talks'],
    ['no version', { ...file, version: undefined }, 'version', '1: what this program reads of talks'],
    ['another kind', { ...file, kind: 'lesson' }, 'kind', '"talk"'],
    ['no state', { ...file, states: [] }, 'states', 'a list of 1 to 60 states'],
    ['a long title', { ...file, title: 'x'.repeat(121) }, 'title', 'a text of at most 120 characters'],
    [
      'a title that is none',
      { ...file, states: [{ ...first, title: 7 }] },
      'states[0].title',
      'a text of at most 120 characters',
    ],
    [
      'long notes',
      { ...file, states: [first, { ...second, notes: 'x'.repeat(4001) }] },
      'states[1].notes',
      'a text of at most 4000 characters',
    ],
    [
      'a key of nobody',
      { ...file, states: [{ ...first, note: '' }] },
      'states[0].note',
      'no such key; known are title, notes, document, picture',
    ],
    [
      'no document',
      { ...file, states: [first, { title: 'b' }] },
      'states[1].document',
      'a scenario or a run document',
    ],
  ])('%s is refused at its place, with what was expected', (_, value, path, expected) => {
    const [at, , wanted] = problem(value) ?? [];
    expect([at, wanted]).toEqual([path, expected]);
  });

  it('a fault within a run is named from the talk on: states[1].document.scenario.system.N', () => {
    const broken = structuredClone(second) as { document: { scenario: { system: { N: unknown } } } };
    broken.document.scenario.system.N = -4;
    const [path, value] = problem({ ...file, states: [first, broken] }) ?? [];
    expect([path, value]).toEqual(['states[1].document.scenario.system.N', -4]);
  });

  it(`more than ${TALK_LIMITS.states} states, or 8 million characters, are refused`, () => {
    const many = { ...file, states: Array.from({ length: TALK_LIMITS.states + 1 }, () => first) };
    expect(problem(many)?.[0]).toBe('states');
    expect(() => parseTalk(' '.repeat(TALK_LIMITS.file + 1))).toThrow(ScenarioError);
  });

  it('whatever it is made of: it is read, or refused by a ScenarioError (seed 14)', () => {
    fc.assert(
      fc.property(fc.json(), fc.anything(), (body, thing) => {
        for (const value of [body, thing, { ...file, states: thing }, { ...file, states: [thing] }])
          problem(value);
        try {
          parseTalk(body);
        } catch (error) {
          expect(error).toBeInstanceOf(ScenarioError);
        }
      }),
      { seed: 14, numRuns: 300 },
    );
  });
});

describe('the list of a talk', () => {
  const list: Ordered = { talk: talkOfNames('abcd'), at: 1 };

  it('added: after the state that is shown, and shown; the first into an empty talk', () => {
    const after = added(list, state('x'));
    expect([names(after), after.at]).toEqual(['abxcd', 2]);
    const begun = added({ talk: talkOfNames(''), at: -1 }, state('x'));
    expect([names(begun), begun.at]).toEqual(['x', 0]);
  });

  it(`added: a talk of ${TALK_LIMITS.states} states stays as it is`, () => {
    const full: Ordered = { talk: talkOfNames('s'.repeat(TALK_LIMITS.states)), at: 3 };
    expect(added(full, state('x'))).toEqual(full);
  });

  it.each([
    [0, 'bcd', 0],
    [1, 'acd', 1],
    [3, 'abc', 1],
    [9, 'abcd', 1],
  ])('removed: state %d leaves %s, and shows %d', (index, left, at) => {
    const after = removed(list, index);
    expect([names(after), after.at]).toEqual([left, at]);
  });

  it('removed: of the last state that is shown the one before is shown; of the only one none', () => {
    expect(removed({ ...list, at: 3 }, 3).at).toBe(2);
    expect(removed({ talk: talkOfNames('a'), at: 0 }, 0).at).toBe(-1);
  });

  it.each([
    [0, 2, 'bcad', 0],
    [2, 0, 'cabd', 2],
    [1, 3, 'acdb', 3],
    [3, 2, 'abdc', 1],
    [0, 4, 'abcd', 1],
  ])('moved: %d to %d makes %s, and what was shown is shown at %d', (from, to, order, at) => {
    const after = moved(list, from, to);
    expect([names(after), after.at]).toEqual([order, at]);
    expect(after.talk.states[after.at].title).toBe('b');
  });

  it('moved there and back: the same list (seed 2)', () => {
    const place = fc.integer({ min: 0, max: 3 });
    fc.assert(
      fc.property(place, place, place, (from, to, at) => {
        expect(moved(moved({ ...list, at }, from, to), to, from)).toEqual({ ...list, at });
      }),
      { seed: 2 },
    );
  });

  it('written: titles and notes are cut at their limits, so that what is saved can be read', () => {
    const long = rewritten(renamed(list, 't'.repeat(500)), 2, {
      title: 'y'.repeat(500),
      notes: 'z'.repeat(9000),
    });
    expect(parseTalk(printTalk(long.talk)).states[2].notes).toHaveLength(TALK_LIMITS.notes);
    expect(long.at).toBe(1);
  });
});
