/**
 * What the browser keeps of a talk. The page keeps its own in session storage: the talk, the place in it, the runs as they
 * were left, so that a reload loses nothing and two tabs never share one. The newest talk of all stands in local storage
 * for the next visit.
 */
import { parseRunDocument } from '../../scenario/document.ts';
import type { Ordered } from '../../scenario/talk/order.ts';
import { parseTalk, printTalk, type Talk } from '../../scenario/talk/talk.ts';
import { ScenarioError, type RunDocument } from '../../scenario/types.ts';
import { TALK_PLACE } from '../../store/storage.ts';
import { STOPPED, timerOf, type Timer } from './timer.ts';

export type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const TALK = 'synaptic-field-lab.talk';
const LEFT = 'synaptic-field-lab.talk-left.';

/** Where a page stands in its talk. */
export interface Place {
  readonly at: number;
  readonly presenting: boolean;
  readonly notes: boolean;
  /** The screen was blank: what a speaker hid stays hidden. */
  readonly blank: boolean;
  readonly timer: Timer;
}

const NOWHERE: Place = { at: -1, presenting: false, notes: false, blank: false, timer: STOPPED };

function write(store: Store | null, key: string, value: string): boolean {
  try {
    store?.setItem(key, value);
    return store !== null;
  } catch {
    return false;
  }
}

function read<T>(run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof ScenarioError) && !(error instanceof SyntaxError)) throw error;
    return null;
  }
}

/** Keeps a talk, in the page and for the next visit. @returns whether there was room in either */
export function keepTalk(talk: Talk | null, page: Store | null, browser: Store | null): boolean {
  if (talk === null || talk.states.length === 0) {
    page?.removeItem(TALK);
    browser?.removeItem(TALK);
    return true;
  }
  const body = read(() => printTalk(talk));
  if (body === null) return false;
  const inPage = write(page, TALK, body);
  // What is older than the page's would come back in its place.
  if (!inPage) page?.removeItem(TALK);
  const inBrowser = write(browser, TALK, body);
  if (!inBrowser) browser?.removeItem(TALK);
  return inPage || inBrowser;
}

/** The talk that is kept, the page's own first, with its place; null where there is none, or none that can be read. */
export function keptTalk(page: Store | null, browser: Store | null): Ordered | null {
  for (const store of [page, browser]) {
    const body = store?.getItem(TALK) ?? null;
    const talk = body === null ? null : read(() => parseTalk(body));
    if (talk === null) continue;
    const { at } = store === page ? keptPlace(page) : NOWHERE;
    return { talk, at: at < talk.states.length ? at : -1 };
  }
  return null;
}

export function keepPlace(place: Place, page: Store | null): void {
  write(page, TALK_PLACE, JSON.stringify(place));
}

/** Where this page stood; nowhere, where it knows of no place. */
export function keptPlace(page: Store | null): Place {
  const stored = read((): unknown => JSON.parse(page?.getItem(TALK_PLACE) ?? 'null'));
  if (typeof stored !== 'object' || stored === null) return NOWHERE;
  const { at, presenting, notes, blank, timer } = stored as Readonly<Record<string, unknown>>;
  return {
    at: Number.isSafeInteger(at) && Number(at) >= 0 ? Number(at) : -1,
    presenting: presenting === true,
    notes: notes === true,
    blank: blank === true,
    timer: timerOf(timer),
  };
}

/** Keeps a run as it was left in a state, or forgets it. */
export function keepLeft(index: number, body: string | null, page: Store | null): void {
  if (body === null || !write(page, LEFT + index, body)) page?.removeItem(LEFT + index);
}

/** The runs that were left, by their states. */
export function keptLeft(count: number, page: Store | null): ReadonlyMap<number, RunDocument> {
  const runs = new Map<number, RunDocument>();
  for (let index = 0; index < count; index++) {
    const body = page?.getItem(LEFT + index) ?? null;
    const run = body === null ? null : read(() => parseRunDocument(body));
    if (run !== null) runs.set(index, run);
  }
  return runs;
}
