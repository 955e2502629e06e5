import { parseRunDocument } from '../../scenario/document.ts';
import { encodeLink, type ShippedBase } from '../../scenario/link/codec.ts';
import { sameJson } from '../../scenario/plain.ts';
import { findShipped } from '../../scenario/shipped.ts';
import type { RunDocument } from '../../scenario/types.ts';
import { presentStep, useLab } from '../../store/index.ts';
import { fetchShipped } from '../files/shipped.ts';

/** Most characters of a QR code: bytes of its largest version, 40, at the least correction (ISO/IEC 18004, table 7). */
export const MOST_IN_QR = 2953;
/** Above this a code is so fine (version 22 and on) that a phone has to come near. */
export const FINE_QR = 900;

/** Characters above which mail and chat programs may cut an address. */
export const SAFE_LENGTH = 2000;

/** What of `view` is whose it is, not the run's: colours of the room, and runs put aside. */
const LOCAL = ['ground', 'branches'] as const;

/** The link of a document, without what is not the run's. */
function written(
  document: RunDocument,
  base: ShippedBase | undefined,
  without: readonly string[] = [],
): string {
  const view: Record<string, unknown> = { ...document.view };
  for (const key of [...LOCAL, ...without]) delete view[key];
  // The list of scenarios has this sentence where the link opens.
  const listed = base === undefined ? undefined : findShipped(useLab.getState().shipped, base.id)?.about;
  if (view.about === listed) delete view.about;
  return encodeLink({ ...document, view }, base);
}

/** The file of a shipped scenario; undefined where it cannot be had, so that the whole run is written. */
export async function baseOf(id: string | null): Promise<ShippedBase | undefined> {
  if (id === null) return undefined;
  try {
    return { id, text: await fetchShipped(id) };
  } catch {
    return undefined;
  }
}

/**
 * A link, `#v1.…`, to a run document, with its step, pictures, camera, key controls and step of a lesson (`view`).
 *  @param shippedId  the shipped scenario that the run comes from
 */
export async function linkOf(document: RunDocument, shippedId: string | null): Promise<string> {
  return written(document, await baseOf(shippedId));
}

/**
 * A link to the run as it stands, made at once; null where there is none.
 *  @param base     the file of its shipped scenario
 *  @param most     characters of a document above which none is made
 *  @param without  keys of its view that are left out
 */
export function linkNow(
  base: ShippedBase | undefined,
  most = Infinity,
  without: readonly string[] = [],
): string | null {
  const { save, shippedId } = useLab.getState();
  const text = save();
  if (text === '' || text.length > most) return null;
  return written(parseRunDocument(text), base?.id === shippedId ? base : undefined, without);
}

/**
 * A link to the run as it stands; null where there is none.
 *  @param most  characters of a document above which none is made
 */
export async function presentLink(most = Infinity): Promise<string | null> {
  return linkNow(await baseOf(useLab.getState().shippedId), most);
}

/** A link to the run as it stands, without the step of a lesson; null where it is a shipped scenario at its start, which has a name. */
export async function departedLink(): Promise<string | null> {
  const { document, shippedId } = useLab.getState();
  const base = await baseOf(shippedId);
  if (base === undefined || document === null || presentStep() > 0) return withoutStep(base);
  const { scenario, tracks } = parseRunDocument(base.text);
  const stands = sameJson(document.scenario, scenario) && sameJson(document.tracks, tracks);
  return stands && document.edits.length === 0 ? null : withoutStep(base);
}

const withoutStep = (base: ShippedBase | undefined): string | null => linkNow(base, Infinity, ['lesson']);

/** The address of this page with a link. */
export function linkAddress(link: string, href = window.location.href): string {
  const url = new URL(href);
  url.search = '';
  url.hash = link;
  return url.href;
}
