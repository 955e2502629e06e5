/** A run in a link: see README.md of this folder for the format. */
import { orderedDocument, parseDocument } from '../document.ts';
import { parseJson } from '../json.ts';
import type { Json } from '../plain.ts';
import { isShippedId } from '../shipped.ts';
import { ScenarioError, type RunDocument } from '../types.ts';
import { canonicalJson } from './canonical.ts';
import { changesOf, withChanges, type Change } from './changes.ts';
import { crc32 } from './crc32.ts';
import { findLink, type Found } from './find.ts';
import { pack, unpack } from './packed.ts';
import { differencesOf, type Since } from './since.ts';

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
  /** How its shipped scenario has changed since; null where it has not, and where the link holds the whole run. */
  readonly since: Since | null;
}

/**
 * The text of a shipped scenario's file; what it throws, `decodeLink` throws.
 *  @param sum  asks for the file as it was when this was its checksum; where that is not kept anything else may come
 */
export type ResolveShipped = (id: string, sum?: string) => string | Promise<string>;

/** How a checksum is written. */
const SUM = /^[0-9a-f]{8}$/;

/** The document of a file as plain data, every default written out. @throws ScenarioError */
const plainOf = (file: unknown): Json => orderedDocument(parseDocument(file)) as Json;

/** Checksum of a shipped file by what it says, not by its blanks: eight hexadecimal digits. */
export function baseSum(file: unknown): string {
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
  const changes = changesOf(plainOf(file), plain);
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
    if (changes === undefined) return { document: parseDocument(document), shippedId, since: null };
    if (shippedId === null)
      throw new ScenarioError('link.shipped', shipped, 'the name of a shipped scenario');
    return patched(changes, base, shippedId, resolve);
  },
};

async function patched(
  changes: unknown,
  base: unknown,
  id: string,
  resolve: ResolveShipped,
): Promise<Linked> {
  let file: unknown;
  try {
    file = parseJson(await resolve(id));
  } catch (error) {
    const former = await formerOf(id, base, resolve);
    if (former === null) throw error;
    // A scenario that is shipped no more: the run is as it was, and there is nothing that it could differ from.
    return { document: changedBy(changes, plainOf(former)), shippedId: null, since: null };
  }
  const today = plainOf(file);
  if (baseSum(file) === base) return { document: changedBy(changes, today), shippedId: id, since: null };
  const former = await formerOf(id, base, resolve);
  if (former !== null) {
    const then = plainOf(former);
    const document = changedBy(changes, then);
    const differs = differencesOf(today, then, changes as readonly Change[]);
    return { document, shippedId: id, since: { asItWas: true, differs } };
  }
  try {
    return { document: changedBy(changes, today), shippedId: id, since: { asItWas: false, differs: [] } };
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const wanted = `the scenario ${id} as it was: it has changed since the link was made, and no longer fits it`;
    throw new ScenarioError(error.path, error.value, wanted);
  }
}

const changedBy = (changes: unknown, base: Json): RunDocument => parseDocument(withChanges(base, changes));

/** The file that a scenario was, by its checksum; null where it is not to be had: another one is not what the link means. */
async function formerOf(id: string, sum: unknown, resolve: ResolveShipped): Promise<unknown> {
  if (typeof sum !== 'string' || !SUM.test(sum)) return null;
  try {
    const file = parseJson(await resolve(id, sum));
    return baseSum(file) === sum ? file : null;
  } catch {
    return null;
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
    const what =
      found.version > VERSION
        ? 'this one is of a newer lab; ask for the file, or open the newest lab'
        : 'there was never another, some letter was changed';
    throw new ScenarioError('link', `v${found.version}`, `a link of version ${VERSION}: ${what}`);
  }
  return decoders[found.version](found, resolveShipped);
}
