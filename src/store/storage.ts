import { isEmbedded } from './embedded.ts';

/** Keys that the page looks at before the part that writes them is loaded: its place in a talk, its channel to an audience. */
export const TALK_PLACE = 'synaptic-field-lab.talk-place';
export const AUDIENCE = 'synaptic-field-lab.audience';

/** What this page keeps (`sessionStorage`), or this browser; null in somebody's article, and where it is refused. */
export function storageOf(kind: 'sessionStorage' | 'localStorage'): Storage | null {
  try {
    return isEmbedded() ? null : window[kind];
  } catch {
    return null;
  }
}
