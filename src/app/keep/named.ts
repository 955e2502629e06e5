/** Opens what an address names: a step of a lesson, a link to a run, a talk. Their parts are loaded when one is asked for. */
import { text } from '../../messages/index.ts';
import { useLab } from '../../store/index.ts';
import { storageOf, TALK_PLACE } from '../../store/storage.ts';

/** Opens the step of a lesson that an address names. @returns whether it names one that could be opened */
export async function openLessonOf(search: string): Promise<boolean> {
  const query = new URLSearchParams(search);
  const id = query.get('lesson');
  if (id === null) return false;
  try {
    const { openLessonAddress } = await import('../../ui/lesson/open.ts');
    return await openLessonAddress(id.trim(), query.get('step'));
  } catch {
    // Without a network the page shows what it has.
    return false;
  }
}

/** Opens the run of a link, the hash of an address; what is wrong with it is told. @returns whether it is open */
export async function openLinkOf(hash: string): Promise<boolean> {
  try {
    const { openLink } = await import('../../ui/link/open.ts');
    return await openLink(hash);
  } catch {
    const [source, value] = [hash.slice(0, 12), ''];
    useLab.getState().report({ source, path: '', value, expected: text('file.fetched') });
    return false;
  }
}

/**
 * Brings the talk of this page back where it stood after a reload; else opens the one that an address names.
 *  @param reload  the page comes back to where it was
 *  @param back    its run is back already
 *  @returns       whether a state of a talk was opened
 */
export async function openTalkOf(
  search: string,
  hash: string,
  reload: boolean,
  back: boolean,
): Promise<boolean> {
  // A link to a run is more exact than a talk.
  const asked = hash === '' ? new URLSearchParams(search).get('talk') : null;
  const before = reload && (storageOf('sessionStorage')?.getItem(TALK_PLACE) ?? null) !== null;
  if (!before && (back || asked === null)) return false;
  try {
    const talk = await import('../../ui/talk/present.ts');
    if (before && talk.comeBack(back)) return true;
    return !back && asked !== null && (await talk.openTalkAddress(asked.trim()));
  } catch {
    // Without a network the page shows what it has.
    return false;
  }
}
