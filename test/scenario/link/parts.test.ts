import { describe, expect, it } from 'vitest';
import { charactersOf, fromBase64url, toBase64url } from '../../../src/scenario/link/base64url.ts';
import { changesOf, withChanges } from '../../../src/scenario/link/changes.ts';
import { crc32 } from '../../../src/scenario/link/crc32.ts';
import { decodeLink } from '../../../src/scenario/link/codec.ts';
import { pack, unpack } from '../../../src/scenario/link/packed.ts';
import type { Json } from '../../../src/scenario/plain.ts';
import { refusal } from '../refusal.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it('crc32: the check value of its catalogue', () => {
  expect(crc32(bytes('123456789'))).toBe(0xcbf43926);
  expect(crc32(bytes(''))).toBe(0);
});

describe('base64url', () => {
  it('agrees with the platform for every length up to 60', () => {
    for (let length = 0; length <= 60; length++) {
      const some = Uint8Array.from({ length }, (_, index) => (index * 73 + length * 29) & 255);
      const text = toBase64url(some);
      expect(text).toBe(Buffer.from(some).toString('base64url'));
      expect(text.length).toBe(charactersOf(length));
      expect(fromBase64url(text)).toEqual(some);
    }
  });

  it('refuses foreign letters, lengths that no bytes have, and bits beyond the last byte', () => {
    for (const text of ['AA=', 'A', 'AAAAA', 'AB', 'AAB', 'é1AA', 'A+', 'A/'])
      expect(refusal(() => fromBase64url(text)).path).toBe('link');
  });
});

describe('changes', () => {
  const pairs: readonly (readonly [Json, Json])[] = [
    [{ a: 1 }, { a: 1 }],
    [{ a: 1 }, { a: 2, b: { c: [] } }],
    [{ a: [1, 2, 3], b: 4 }, { a: [1, 9, 3] }],
    [{ a: [1, 2] }, { a: [1, 2, 3] }],
    [{ a: [] }, { a: [] }],
    [{ a: {} }, { a: [] }],
    [{ a: 0 }, { a: -0 }],
    [{ a: null }, {}],
    [[1], { a: 1 }],
    [{ a: [{ b: 1, c: 2 }, 3] }, { a: [{ b: 1 }, { d: 3 }] }],
    [{ '': 1 }, { '': 2 }],
  ];
  for (const [a, b] of pairs) {
    it(`${JSON.stringify(a)} becomes ${JSON.stringify(b)}`, () => {
      const changes = changesOf(a, b);
      expect(withChanges(a, changes)).toStrictEqual(b);
      expect(changes.length === 0).toBe(
        JSON.stringify(a) === JSON.stringify(b) && !Object.is((b as { a?: Json }).a, -0),
      );
    });
  }

  it('places that are not there, and names that no document has, are refused by their number', () => {
    for (const change of [
      ['a', 1],
      [[], 1, 2],
      [['b', 'c'], 1],
      [['a', 5], 1],
      [['a', '__proto__'], 1],
      [['__proto__'], { b: 1 }],
      [['a', 0]],
      7,
    ])
      expect(refusal(() => withChanges({ a: [1, 2] }, [[['x'], 1], change])).path).toBe('link.changes[1]');
    expect(refusal(() => withChanges({}, 'all')).path).toBe('link.changes');
    expect(refusal(() => withChanges({ a: {} }, [[['a', '__proto__', 'b'], 1]])).path).toBe(
      'link.changes[0]',
    );
    expect(({} as { b?: number }).b).toBeUndefined();
  });
});

describe('packed texts', () => {
  it('every text comes back', () => {
    for (const text of ['', 'a', '{"version":1}', 'ä€😀\u0000', 'x'.repeat(100_000)])
      expect(unpack({ payload: pack(text), stop: '', others: [] })).toBe(text);
  });

  it('a text that deflates to more than 65,536 bytes comes back: its length has three of them', () => {
    // Digits of a sequence without a pattern: some 3.3 bits each.
    const parts: number[] = [];
    for (let n = 0, x = 1; n < 40_000; n++) parts.push((x = (x * 48271) % 2147483647));
    const text = parts.join(',');
    const payload = pack(text);
    expect(payload.length).toBeGreaterThan((65_536 * 8) / 6);
    expect(unpack({ payload, stop: '', others: [] })).toBe(text);
  });

  it('before its length has come nothing is said of it', () => {
    for (const [payload, words] of [
      ['', '0 characters'],
      ['A', '1 character'],
      ['AAA', '3 characters'],
    ]) {
      const { expected } = refusal(() => unpack({ payload, stop: '', others: [] }));
      expect(expected).toContain(`cut or changed, ${words} came`);
    }
  });

  it('a link ends with a letter, never with what programs take off the end of an address', () => {
    for (let n = 0; n < 60; n++) expect(pack(String(n))).toMatch(/z$/);
  });

  it('24 MB of zeros in a link of 32 000 characters are refused when a third of them and a megabyte are unfolded', () => {
    const bomb = pack('0'.repeat(24 * 1024 * 1024));
    expect(bomb.length).toBeLessThan(40_000);
    const { value, expected } = refusal(() => unpack({ payload: bomb, stop: '', others: [] }));
    expect(expected).toContain('at most 8388608 bytes');
    expect(value).toBeLessThan(10 * 1024 * 1024);
  });

  it('a text of two million characters and one is not looked at', async () => {
    await expect(decodeLink(`#v1.${'A'.repeat(2_000_000)}`, () => '')).rejects.toThrow(
      'at most 2000000 characters',
    );
  });
});
