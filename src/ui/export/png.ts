import { unzlibSync, zlibSync } from 'fflate';
import { crc32 } from '../../scenario/link/crc32.ts';

/** PNG (W3C PNG, third edition): chunks that say how large a picture is and what it shows, and reading them back. */

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const METRES_PER_INCH = 0.0254;
/** Longest text that is read back, in bytes: a run document is smaller, anything else is an attack. */
const LONGEST_TEXT = 8 * 1024 * 1024;

function chunk(type: string, data: Uint8Array): Uint8Array {
  const out = new Uint8Array(12 + data.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  for (let i = 0; i < 4; i++) out[4 + i] = type.charCodeAt(i);
  out.set(data, 8);
  view.setUint32(8 + data.length, crc32(out.subarray(4, 8 + data.length)));
  return out;
}

interface Chunk {
  readonly type: string;
  readonly start: number;
  readonly data: Uint8Array;
}

/** @throws Error where the bytes are no PNG, or end too soon */
function* chunksOf(bytes: Uint8Array): Iterable<Chunk> {
  if (!SIGNATURE.every((byte, i) => bytes[i] === byte)) throw new Error('no PNG');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = SIGNATURE.length;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    if (at + 12 + length > bytes.length) throw new Error('PNG ends too soon');
    const type = new TextDecoder('latin1').decode(bytes.subarray(at + 4, at + 8));
    yield { type, start: at, data: bytes.subarray(at + 8, at + 8 + length) };
    at += 12 + length;
    if (type === 'IEND') return;
  }
  throw new Error('PNG ends too soon');
}

/** What a picture file says beside its pixels. */
export interface PngFacts {
  /** Pixels per inch. */
  readonly dpi: number;
  /** By keyword (1 to 79 Latin letters). */
  readonly texts: Readonly<Record<string, string>>;
}

/** pHYs: whole pixels per metre. */
function physical(dpi: number): Uint8Array {
  const data = new Uint8Array(9);
  const view = new DataView(data.buffer);
  const perMetre = Math.round(dpi / METRES_PER_INCH);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  data[8] = 1;
  return chunk('pHYs', data);
}

/** iTXt: UTF-8, compressed. */
function international(keyword: string, text: string): Uint8Array {
  const utf8 = new TextEncoder();
  const packed = zlibSync(utf8.encode(text), { level: 9 });
  // Keyword, 0; compressed, by deflate; no language; no translated keyword.
  const head = [...utf8.encode(keyword), 0, 1, 0, 0, 0];
  const data = new Uint8Array(head.length + packed.length);
  data.set(head);
  data.set(packed, head.length);
  return chunk('iTXt', data);
}

/** The same picture with its size and texts, which stand before its pixels. @throws Error where it is no PNG */
export function pngWith(bytes: Uint8Array, { dpi, texts }: PngFacts): Uint8Array<ArrayBuffer> {
  const more = [
    physical(dpi),
    ...Object.entries(texts).map(([keyword, text]) => international(keyword, text)),
  ];
  const kept: Uint8Array[] = [bytes.subarray(0, SIGNATURE.length)];
  for (const { type, start, data } of chunksOf(bytes)) {
    if (type !== 'pHYs') kept.push(bytes.subarray(start, start + 12 + data.length));
    if (type === 'IHDR') for (const one of more) kept.push(one);
  }
  const out = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of kept) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

/** Text of a keyword in a PNG; null where it has none. @throws Error where it is no PNG, or the text is too long */
export function pngText(bytes: Uint8Array, keyword: string): string | null {
  for (const { type, data } of chunksOf(bytes)) {
    if (type !== 'iTXt') continue;
    const end = data.indexOf(0);
    if (new TextDecoder('latin1').decode(data.subarray(0, end)) !== keyword) continue;
    const language = data.indexOf(0, end + 3);
    const translated = data.indexOf(0, language + 1);
    if (language < 0 || translated < 0) continue;
    const body = data.subarray(translated + 1);
    if (data[end + 1] === 0) return new TextDecoder().decode(body);
    // No longer than is allowed, whatever the stream would grow to.
    const plain = unzlibSync(body, { out: new Uint8Array(Math.min(LONGEST_TEXT, 1100 * body.length)) });
    return new TextDecoder().decode(plain);
  }
  return null;
}

/** Pixels and pixels per metre of a PNG, for what checks it. @throws Error where it is no PNG */
export function pngSize(bytes: Uint8Array): {
  readonly width: number;
  readonly height: number;
  readonly perMetre: number | null;
} {
  let [width, height] = [0, 0];
  let perMetre: number | null = null;
  for (const { type, data } of chunksOf(bytes)) {
    const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
    if (type === 'IHDR') [width, height] = [view.getUint32(0), view.getUint32(4)];
    if (type === 'pHYs' && data[8] === 1) perMetre = view.getUint32(0);
  }
  return { width, height, perMetre };
}
