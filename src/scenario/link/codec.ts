/** A run in a link: see README.md of this folder for the format. */
import { orderedDocument, parseDocument, parseRunDocument } from '../document.ts';
import { parseJson } from '../json.ts';
import type { Json } from '../plain.ts';
import { isShippedId } from '../shipped.ts';
import { ScenarioError, type RunDocument } from '../types.ts';
import { canonicalJson } from './canonical.ts';
import { changesOf, withChanges } from './changes.ts';
import { crc32 } from './crc32.ts';
import { findLink, type Found } from './find.ts';
import { pack, unpack } from './packed.ts';

/** The version that is written. */
const VERSION = 1;

/** A shipped scenario that a run comes from: its id, and the text of its file. */
export interface ShippedBase {
  readonly id: string;
  readonly text: string;
}

/** What a link opens. */
export interface Linked {
  readonly document: RunDocument;
  readonly shippedId: string | null;
  /** Whether the shipped scenario has changed since: what the link does not say itself is then taken of today's. */
  readonly baseChanged: boolean;
}

/** The text of a shipped scenario's file. Whatever it throws, `decodeLink` throws. */
export type ResolveShipped = (id: string) => string | Promise<string>;

/** Checksum of a shipped file by what it says, not by its blanks: eight hexadecimal digits. */
function baseSum(file: unknown): string {
  return crc32(new TextEncoder().encode(canonicalJson(file)))
    .toString(16)
    .padStart(8, '0');
}

/**
 * Writes a run as a link, `#v1.…`, to the last bit: whole, or as changes to a shipped scenario where that is shorter.
 *  Cost: deflating of its JSON, some 10 ms for 100 kB.
 *  @throws ScenarioError when the base is no run document
 */
export function encodeLink(document: RunDocument, base?: ShippedBase): string {
  const plain = orderedDocument(document) as Json;
  const whole = pack(canonicalJson({ document: plain, shipped: base?.id }));
  const link = (payload: string): string => `#v${VERSION}.${payload}`;
  if (base === undefined) return link(whole);
  const file = parseJson(base.text);
  const changes = changesOf(orderedDocument(parseDocument(file)) as Json, plain);
  const patch = pack(canonicalJson({ changes, shipped: base.id, base: baseSum(file) }));
  return link(patch.length < whole.length ? patch : whole);
}

/** How each version of the format is read; a version stays for as long as links of it may be in the world. */
const decoders: Readonly<Record<number, (found: Found, resolve: ResolveShipped) => Promise<Linked>>> = {
  1: async (found, resolve) => {
    const said = parseJson(unpack(found));
    if (typeof said !== 'object' || said === null) throw new ScenarioError('link', said, 'an object');
    const { document, changes, shipped, base } = said as Readonly<Record<string, unknown>>;
    if (shipped !== undefined && (typeof shipped !== 'string' || !isShippedId(shipped))) {
      throw new ScenarioError('link.shipped', shipped, 'the name of a shipped scenario');
    }
    const shippedId = shipped ?? null;
    if (changes === undefined) return { document: parseDocument(document), shippedId, baseChanged: false };
    if (shippedId === null)
      throw new ScenarioError('link.shipped', shipped, 'the name of a shipped scenario');
    return patched(shippedId, changes, base, await resolve(shippedId));
  },
};

function patched(shippedId: string, changes: unknown, base: unknown, text: string): Linked {
  const file = parseJson(text);
  const baseChanged = baseSum(file) !== base;
  try {
    const plain = orderedDocument(parseRunDocument(text)) as Json;
    return { document: parseDocument(withChanges(plain, changes)), shippedId, baseChanged };
  } catch (error) {
    if (!(error instanceof ScenarioError) || !baseChanged) throw error;
    const since = `the scenario ${shippedId} as it was: it has changed since the link was made, and no longer fits it`;
    throw new ScenarioError(error.path, error.value, since);
  }
}

/**
 * Reads a link, alone or in a text around it, with what mail and chat programs do to it mended.
 *  @param text            untrusted
 *  @param resolveShipped  asked only where the link is of changes to a shipped scenario
 *  @throws ScenarioError at the first problem, whatever the text is: at `link` when it was cut or changed
 */
export async function decodeLink(text: string, resolveShipped: ResolveShipped): Promise<Linked> {
  const found = findLink(text);
  if (!Object.hasOwn(decoders, found.version)) {
    const known = `a link of version ${VERSION}: this one is of a newer lab; ask for the file, or open the newest lab`;
    throw new ScenarioError('link', `v${found.version}`, known);
  }
  return decoders[found.version](found, resolveShipped);
}
