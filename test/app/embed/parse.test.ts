import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSize, MOST_CHARACTERS, Pace, PER_SECOND } from '../../../src/app/embed/limits.ts';
import { isOurs, parseRequest } from '../../../src/app/embed/parse.ts';
import { requestKinds } from '../../../src/app/embed/requests.ts';
import { ScenarioError } from '../../../src/scenario/types.ts';

function refused(message: object): ScenarioError {
  try {
    parseRequest(message);
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
  throw new Error(`not refused: ${JSON.stringify(message)}`);
}

describe('requests of a page', () => {
  it('come out as they went in', () => {
    for (const message of [
      { lab: 1, id: 1, kind: 'hello' },
      { lab: 1, id: 'a', kind: 'open', scenario: 'circle', play: true },
      { lab: 1, id: 2, kind: 'open', document: { version: 1, system: { kind: 'x' } }, step: 4 },
      { lab: 1, id: 3, kind: 'seek', time: 2.5 },
      { lab: 1, id: 4, kind: 'step', count: 10 },
      { lab: 1, id: 5, kind: 'set', path: 'expansion.gamma', value: [1, { a: null }] },
      { lab: 1, id: 6, kind: 'observe', names: ['scalars'] },
      { lab: 1, id: 7, kind: 'subscribe', event: 'blow-up', perSecond: 2 },
    ])
      expect(parseRequest(message)).toEqual(message);
  });

  it.each([
    [{ lab: 2, id: 1, kind: 'play' }, 'lab', '1, the version'],
    [{ lab: 1, kind: 'play' }, 'id', 'whole number'],
    [{ lab: 1, id: 0.5, kind: 'play' }, 'id', 'whole number'],
    [{ lab: 1, id: 'x'.repeat(101), kind: 'play' }, 'id', '100 characters'],
    [{ lab: 1, id: 1, kind: 'explode' }, 'kind', 'one of hello, open'],
    [{ lab: 1, id: 1, kind: 'constructor' }, 'kind', 'one of hello, open'],
    [{ lab: 1, id: 1, kind: 'play', now: true }, 'now', "nothing beside kind 'play'"],
    [{ lab: 1, id: 1, kind: 'set', value: 1 }, 'path', 'the path of a parameter'],
    [{ lab: 1, id: 1, kind: 'set', path: '', value: 1 }, 'path', 'the path of a parameter'],
    [{ lab: 1, id: 1, kind: 'set', path: 'a.b', value: 1, toString: 1 }, 'toString', 'one of path, value'],
    [{ lab: 1, id: 1, kind: 'seek', step: -1 }, 'step', 'from 0 on'],
    [{ lab: 1, id: 1, kind: 'seek', step: 1e12 }, 'step', 'up to 10000000'],
    [{ lab: 1, id: 1, kind: 'seek', time: Infinity }, 'time', 'a finite time'],
    [{ lab: 1, id: 1, kind: 'step', count: 0 }, 'count', 'at least 1'],
    [{ lab: 1, id: 1, kind: 'observe', names: [] }, 'names', 'at least one name'],
    [{ lab: 1, id: 1, kind: 'observe', names: ['a', 3] }, 'names.1', 'the name of an observation'],
    [{ lab: 1, id: 1, kind: 'subscribe', event: 'all' }, 'event', 'one of step, playing'],
    [{ lab: 1, id: 1, kind: 'subscribe', event: 'step', perSecond: 60 }, 'perSecond', 'at most 10'],
    [{ lab: 1, id: 1, kind: 'open', document: 'text' }, 'document', 'a run document'],
  ])('%j is refused at %s', (message, place, expected) => {
    const { path, expected: told } = refused(message);
    expect(path).toBe(place);
    expect(told).toContain(expected);
  });

  it('what has no member lab is not for the lab, whatever its prototype has', () => {
    expect(isOurs({ source: 'react-devtools' })).toBe(false);
    expect(isOurs(Object.create({ lab: 1 }))).toBe(false);
    expect(isOurs('lab')).toBe(false);
    expect(isOurs(null)).toBe(false);
    expect(isOurs({ lab: 'other' })).toBe(true);
  });

  it('seed 14: anything at all is a request or an error that says where and what', () => {
    const value = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withMap: true, withTypedArray: true }),
      fc.jsonValue(),
      fc.constantFrom(1e308, -0, NaN, 'expansion.gamma', ['__proto__'], { __proto__: null }),
    );
    const names = [
      'scenario',
      'document',
      'link',
      'step',
      'time',
      'count',
      'path',
      'value',
      'names',
      'event',
    ];
    const message = fc.record(
      {
        lab: fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: value }),
        id: fc.oneof({ weight: 5, arbitrary: fc.nat() }, { weight: 1, arbitrary: value }),
        kind: fc.oneof(
          { weight: 5, arbitrary: fc.constantFrom(...requestKinds) },
          { weight: 1, arbitrary: value },
        ),
        more: fc.dictionary(
          fc.oneof(fc.constantFrom(...names, '__proto__', 'constructor'), fc.string()),
          value,
          { maxKeys: 3 },
        ),
      },
      { requiredKeys: [] },
    );
    let taken = 0;
    fc.assert(
      fc.property(message, ({ more, ...head }) => {
        try {
          const request = parseRequest({ ...more, ...head });
          taken += 1;
          expect(requestKinds).toContain(request.kind);
        } catch (error) {
          if (!(error instanceof ScenarioError)) throw error;
          expect(error.path).not.toBe('');
          expect(error.expected).not.toBe('');
        }
      }),
      { seed: 14, numRuns: 1500 },
    );
    expect(taken).toBeGreaterThan(50);
  });

  it('circles, deep nests, maps and texts of more than 8 MB are refused before they are read', () => {
    const circle: Record<string, unknown> = { lab: 1, id: 1, kind: 'set', path: 'a.b' };
    circle.value = circle;
    expect(refused(circle).expected).toMatch(/^at most \d+ (?:values|characters)$/);
    expect(refused({ lab: 1, id: 1, kind: 'set', path: 'a.b', value: new Map() }).expected).toContain(
      'plain',
    );
    const long = 'x'.repeat(MOST_CHARACTERS);
    expect(refused({ lab: 1, id: 1, kind: 'open', link: long }).expected).toContain('characters');
    let deep: unknown = 0;
    for (let n = 0; n < 100_000; n++) deep = [deep];
    expect(() => checkSize(deep)).not.toThrow();
  });

  it(`takes ${PER_SECOND} requests at once and as many a second`, () => {
    let now = 0;
    const pace = new Pace(() => now);
    for (let n = 0; n < PER_SECOND; n++) pace.take();
    expect(() => pace.take()).toThrow(ScenarioError);
    now = 1000 / PER_SECOND;
    pace.take();
    expect(() => pace.take()).toThrow(ScenarioError);
  });
});
