/** Rotates a 32-bit word to the left. */
const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

/**
 * MurmurHash3 (x86, 32 bits) of whole 32-bit words.
 *  @param words  of a little-endian machine, as every browser runs on
 *  Source: A. Appleby, MurmurHash3 (public domain); its published values are in the test.
 */
export function murmur3(words: Uint32Array, seed: number): number {
  let hash = seed;
  for (let i = 0; i < words.length; i++) {
    const mixed = Math.imul(rotate(Math.imul(words[i], 0xcc9e2d51), 15), 0x1b873593);
    hash = (Math.imul(rotate(hash ^ mixed, 13), 5) + 0xe6546b64) | 0;
  }
  hash ^= 4 * words.length;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** 64 bits in hexadecimal digits of the bits of numbers; −0 and 0 differ. */
export function bitsHash(values: Float64Array): string {
  return wordsHash(new Uint32Array(values.buffer, values.byteOffset, 2 * values.length));
}

function wordsHash(words: Uint32Array): string {
  const digits = (seed: number): string => murmur3(words, seed).toString(16).padStart(8, '0');
  // A second seed makes 64 bits of it: two unlike trajectories agree by chance once in 10¹⁹.
  return digits(0) + digits(0x9747b28c);
}

/** 64 bits in hexadecimal digits of a text: of its UTF-8, filled up with zeros, and its length. */
export function textHash(text: string): string {
  const bytes = new TextEncoder().encode(text);
  const words = new Uint32Array(Math.ceil(bytes.length / 4) + 1);
  new Uint8Array(words.buffer).set(bytes);
  words[words.length - 1] = bytes.length;
  return wordsHash(words);
}
