import type { LabState } from '../../store/index.ts';

/** The address with the scenario, or the step of a lesson, that is shown, and a link to the run; other parameters stay. */
export function addressOf(
  href: string,
  shippedId: string | null,
  lesson: LabState['lesson'] = null,
  link = '',
): string {
  const url = new URL(href);
  url.hash = link;
  // A lesson says by itself what it opens.
  const shown = { scenario: lesson === null ? shippedId : null, lesson: lesson?.id, step: lesson?.step };
  for (const [name, value] of Object.entries(shown)) {
    if (value === null || value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  // A question mark alone is no address.
  return url.href.replace(/\?(?=#|$)/, '');
}

/** A link in an address, behind a # that a program has written as one of its letters, however often. */
const LOST = /%(?:25)*23(?=v\d{1,4}(?:\.|%(?:25)*2e))/i;

/**
 * An address whose link does not stand behind its # (programs that write addresses anew make %23 of it), with it there.
 *  @returns null where nothing is to be mended
 */
export function mendedAddress(href: string): string | null {
  if (new URL(href).hash !== '') return null;
  const mended = href.replace(LOST, '#');
  return mended === href ? null : mended;
}
