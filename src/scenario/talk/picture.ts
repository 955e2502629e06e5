/**
 * The small picture of a state: a data URL in a stranger's file. What it says of itself is not believed: its kind and its size
 * are read from its bytes, for a few kilobytes may say that they are a picture of gigabytes.
 */

/** Characters of the text, and pixels of a side. */
export const PICTURE_LIMITS = { characters: 40_000, side: 640 } as const;

/** What is expected of a picture, in words. */
export const PICTURE_EXPECTED = `a small picture: a data URL of image/webp, image/png or image/jpeg in base64, of at most ${PICTURE_LIMITS.characters} characters and ${PICTURE_LIMITS.side} by ${PICTURE_LIMITS.side} pixels`;

const FORM = /^data:image\/(webp|png|jpeg);base64,([A-Za-z0-9+/]+={0,2})$/;

/** A picture's size in pixels, as the bytes have it; null where they are no picture of that kind. */
type Measure = (bytes: DataView) => readonly [width: number, height: number] | null;

const has = (bytes: DataView, at: number, letters: string): boolean =>
  at + letters.length <= bytes.byteLength &&
  [...letters].every((letter, n) => bytes.getUint8(at + n) === letter.charCodeAt(0));

/** Source: PNG, third edition, sections 5.2 and 11.2.1. */
const png: Measure = (bytes) =>
  bytes.byteLength >= 24 && has(bytes, 0, '\x89PNG\r\n\x1A\n') && has(bytes, 12, 'IHDR')
    ? [bytes.getUint32(16), bytes.getUint32(20)]
    : null;

/** Source: ITU-T T.81, annex B: the first frame header (SOF0 to SOF15, without DHT, JPG and DAC) has the size. */
const jpeg: Measure = (bytes) => {
  if (bytes.byteLength < 2 || bytes.getUint16(0) !== 0xffd8) return null;
  for (let at = 2; at + 9 <= bytes.byteLength; at += 2 + bytes.getUint16(at + 2)) {
    const marker = bytes.getUint16(at);
    if (marker < 0xffc0 || marker > 0xfffe) return null;
    const isFrame = marker <= 0xffcf && ![0xffc4, 0xffc8, 0xffcc].includes(marker);
    if (isFrame) return [bytes.getUint16(at + 7), bytes.getUint16(at + 5)];
  }
  return null;
};

/** Source: RFC 9649, section 2: a lossy, a lossless or an extended file says its size at the start of its first chunk. */
const webp: Measure = (bytes) => {
  if (!has(bytes, 0, 'RIFF') || !has(bytes, 8, 'WEBP') || bytes.byteLength < 30) return null;
  const bits24 = (at: number): number => bytes.getUint16(at, true) | (bytes.getUint8(at + 2) << 16);
  if (has(bytes, 12, 'VP8X')) return [1 + bits24(24), 1 + bits24(27)];
  if (has(bytes, 12, 'VP8 ') && has(bytes, 23, '\x9D\x01\x2A'))
    return [bytes.getUint16(26, true) & 0x3fff, bytes.getUint16(28, true) & 0x3fff];
  if (!has(bytes, 12, 'VP8L') || bytes.getUint8(20) !== 0x2f) return null;
  const packed = bytes.getUint32(21, true);
  return [1 + (packed & 0x3fff), 1 + ((packed >>> 14) & 0x3fff)];
};

const measures: Readonly<Record<string, Measure>> = { png, jpeg, webp };

/** Whether a text is such a picture, by its bytes: of the kind that it names, and no larger than one may be. */
export function isPicture(text: string): boolean {
  if (text.length > PICTURE_LIMITS.characters) return false;
  const [, kind, body] = FORM.exec(text) ?? [];
  if (body === undefined || body.length % 4 !== 0) return false;
  const bytes = Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
  const size = measures[kind](new DataView(bytes.buffer));
  return size !== null && size.every((side) => side > 0 && side <= PICTURE_LIMITS.side);
}
