import { describe, expect, it } from 'vitest';
import { bitsHash, murmur3 } from '../../src/engine/hash.ts';

const words = (text: string): Uint32Array => new Uint32Array(new TextEncoder().encode(text).buffer);

describe('hash of bits', () => {
  it.each([
    ['', 0, 0],
    ['', 1, 0x514e28b7],
    ['test', 0, 0xba6bd213],
    ['test', 0x9747b28c, 0x704b81dc],
    ['aaaa', 0x9747b28c, 0x5a97808a],
    // Computed by an independent implementation over eight bytes, two words.
    ['abcdefgh', 0, 0x49ddccc4],
  ])('murmur3 of "%s", seed %i: the published value', (text, seed, expected) => {
    expect(murmur3(words(text), seed)).toBe(expected);
  });

  it('one bit anywhere changes it, and so does the sign of a zero or the order', () => {
    const values = Float64Array.from({ length: 50 }, (_, n) => Math.sqrt(n + 1));
    const hashes = new Set([bitsHash(values)]);
    const view = new DataView(values.buffer);
    for (let byte = 0; byte < values.byteLength; byte++) {
      view.setUint8(byte, view.getUint8(byte) ^ 1);
      hashes.add(bitsHash(values));
      view.setUint8(byte, view.getUint8(byte) ^ 1);
    }
    hashes.add(bitsHash(values.slice().reverse()));
    expect(hashes.size).toBe(1 + values.byteLength + 1);
    expect(bitsHash(Float64Array.of(0))).not.toBe(bitsHash(Float64Array.of(-0)));
    expect(bitsHash(values)).toMatch(/^[0-9a-f]{16}$/);
  });

  it('is of the numbers that are given, not of the buffer that they stand in', () => {
    const whole = Float64Array.of(1, 2, 3, 4);
    expect(bitsHash(whole.subarray(1, 3))).toBe(bitsHash(Float64Array.of(2, 3)));
  });
});
