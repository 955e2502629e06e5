import { deflateSync, Inflate } from 'fflate';
import { ScenarioError } from '../types.ts';
import { charactersOf, fromBase64url, toBase64url } from './base64url.ts';
import { crc32 } from './crc32.ts';
import { dictionary1 } from './dictionary1.ts';
import { MOST_CHARACTERS, type Found } from './find.ts';

/** Bytes of the head, the length of what was deflated, and its letters. */
const HEAD = 3;
const HEAD_LETTERS = charactersOf(HEAD);
const SUM = 4;
/** The last letter of a link: programs that find addresses in a text take off a - or _ at their end. */
const END = 'z';
/** Largest text that a link may unfold to, in bytes; that of a document (json.ts). */
const MOST_BYTES = 8 * 1024 * 1024;
/** Deflated bytes that are taken at once: they unfold to a megabyte at most before the limit is looked at. */
const PIECE = 1024;

const AGAIN = 'copy all of it once more, or ask for the file';

/** A text as the payload of a link: its length, the text deflated, a checksum of both, an end. */
export function pack(text: string): string {
  const deflated = deflateSync(new TextEncoder().encode(text), { level: 9, dictionary: dictionary1 });
  const bytes = new Uint8Array(HEAD + deflated.length + SUM);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, deflated.length >> 8);
  view.setUint8(2, deflated.length & 255);
  bytes.set(deflated, HEAD);
  view.setUint32(HEAD + deflated.length, crc32(bytes.subarray(0, HEAD + deflated.length)));
  return toBase64url(bytes) + END;
}

/**
 * The text of a payload.
 *  @throws ScenarioError when it was cut, when one letter of it is another, when another link follows it, or when it
 *                        unfolds to too much
 */
export function unpack({ payload, stop, others }: Omit<Found, 'version'>): string {
  const length = lengthOf(payload);
  const whole = charactersOf(HEAD + length + SUM) + END.length;
  const there = Math.min(payload.length, whole);
  const changed = (): never => {
    throw new ScenarioError(
      'link',
      tail(payload),
      `a link as it was made: some letter was changed (small letters and capitals differ); ${AGAIN}`,
    );
  };
  // No link is as long as that: its first letters, which say the length, are others.
  if (whole > MOST_CHARACTERS) return changed();
  if (there < whole) {
    const where = stop === '' ? '' : ` before “${stop}”`;
    // Its length stands in its first letters.
    const of = payload.length < HEAD_LETTERS ? '' : ` of its ${whole}`;
    const came = `${there}${of} character${there === 1 && of === '' ? '' : 's'} came${where}`;
    throw new ScenarioError(
      'link',
      tail(payload),
      `a whole link: this one was cut or changed, ${came}; ${AGAIN}`,
    );
  }
  if (payload[whole - 1] !== END) return changed();
  const bytes = fromBase64url(payload.slice(0, whole - 1));
  const end = HEAD + length;
  const sum = new DataView(bytes.buffer).getUint32(end);
  if (crc32(bytes.subarray(0, end)) !== sum) return changed();
  const own = payload.slice(0, whole);
  if (others.some((other) => !other.startsWith(own) && !own.startsWith(other))) {
    throw new ScenarioError('link', `${others.length + 1} links`, 'one link: open them one after the other');
  }
  return inflated(bytes.subarray(HEAD, end));
}

/** Bytes that were deflated, by the head; more than there can be where that is cut. */
function lengthOf(payload: string): number {
  if (payload.length < HEAD_LETTERS) return 0;
  const [high, middle, low] = fromBase64url(payload.slice(0, HEAD_LETTERS));
  return (high << 16) | (middle << 8) | low;
}

const tail = (payload: string): string => (payload.length > 12 ? `…${payload.slice(-12)}` : payload);

/** @throws ScenarioError */
function inflated(deflated: Uint8Array): string {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let size = 0;
  let text = '';
  try {
    const stream = new Inflate({ dictionary: dictionary1 }, (piece, last) => {
      size += piece.length;
      if (size > MOST_BYTES) throw new ScenarioError('link', size, `at most ${MOST_BYTES} bytes in a link`);
      text += decoder.decode(piece, { stream: !last });
    });
    for (let at = 0; at < deflated.length; at += PIECE) {
      stream.push(deflated.subarray(at, at + PIECE), at + PIECE >= deflated.length);
    }
  } catch (error) {
    if (error instanceof ScenarioError) throw error;
    throw new ScenarioError('link', deflated.length, 'a text that was deflated by this lab');
  }
  return text;
}
