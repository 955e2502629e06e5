import { recall, visitKeys } from '../../store/screenKeys.ts';
import type { RunDocument } from '../../scenario/types.ts';

/**
 * Whether a scenario that asks for it (`view.play`) plays as soon as it is opened: unless reduced motion is asked, or the
 * visitor has switched it off; never in tests of the page unless `?motion=1` asks. `?play=` of the address (an article's)
 * says it in the place of the scenario.
 */
export function opensInMotion(
  { view }: Pick<RunDocument, 'view'>,
  {
    search,
    reduced,
    wanted,
  }: { readonly search: string; readonly reduced: boolean; readonly wanted: boolean },
): boolean {
  if (reduced || !wanted) return false;
  const query = new URLSearchParams(search);
  const play = query.get('play');
  if (play !== null) return play === '1';
  if (view.play !== true) return false;
  const asked = query.get('motion');
  return asked === null ? query.get('quality') !== 'test' : asked !== '0';
}

/** The same, of this page. */
export const opensInMotionHere = (document: RunDocument): boolean =>
  typeof window !== 'undefined' &&
  opensInMotion(document, {
    search: window.location.search,
    reduced: window.matchMedia('(prefers-reduced-motion: reduce)').matches,
    wanted: recall(visitKeys.motion),
  });
