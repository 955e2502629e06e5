import { fetchAhead } from '../store/later.ts';
import { holdShipped } from '../ui/files/shipped.ts';

/** Longest wait for an idle moment: a run that plays on a slow machine leaves none, and there are a hundred parts. */
const LONGEST_WAIT_MS = 200;

/** Resolves when the page has nothing better to do. */
function idle(): Promise<void> {
  return new Promise((resolve) => {
    // Safari has no idle callback.
    if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: LONGEST_WAIT_MS });
    else setTimeout(resolve, 200);
  });
}

/** Letters of the theory that first stand on the screen with a part that comes later: their fonts come with it. */
const letters = [
  ['16px "Inter Variable"', 'γηλ'],
  ['italic bold 16px KaTeX_Math', 'w'],
  ['16px KaTeX_Main', '+'],
] as const;

/** Fetches everything ahead; a font that fails is drawn in the system's. */
export async function fetchAll(): Promise<void> {
  await idle();
  // What fails is fetched when it is asked for.
  await holdShipped().catch(() => undefined);
  await fetchAhead(idle);
  await Promise.allSettled(letters.map(([font, sample]) => document.fonts.load(font, sample)));
  // The mark tells, in the browser's own tools and to tests, that the network is no longer needed.
  performance.mark('fetched-ahead');
}
