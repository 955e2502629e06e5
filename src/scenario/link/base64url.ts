import { ScenarioError } from '../types.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const VALUES = new Int8Array(128).fill(-1);
for (let value = 0; value < 64; value++) VALUES[LETTERS.charCodeAt(value)] = value;

/** Characters that so many bytes take. */
export const charactersOf = (bytes: number): number => Math.ceil((bytes * 8) / 6);

/** Writes bytes in base64url (RFC 4648, section 5), without padding. */
export function toBase64url(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const left = Math.min(3, bytes.length - at);
    const word = (bytes[at] << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0);
    for (let letter = 0; letter <= left; letter++) parts.push(LETTERS[(word >> (18 - 6 * letter)) & 63]);
  }
  return parts.join('');
}

/**
 * Reads base64url as `toBase64url` writes it.
 *  @throws ScenarioError at another letter, a length that none has, or bits beyond the last byte
 */
export function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let word = 0;
  let bits = 0;
  let at = 0;
  for (let index = 0; index < text.length; index++) {
    const value = VALUES[text.charCodeAt(index)] ?? -1;
    if (value < 0) throw new ScenarioError('link', text[index], 'letters, digits, - and _');
    word = ((word << 6) | value) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = word >> bits;
    }
  }
  if (bits >= 6 || (word & ((1 << bits) - 1)) !== 0) {
    throw new ScenarioError('link', text.slice(-4), 'letters that end with a byte');
  }
  return bytes;
}
