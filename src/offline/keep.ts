import { messageSW } from 'workbox-window';
import type { Held, LoadAnswer, ToKeeper } from './protocol.ts';
import { useOffline } from './state.ts';

const set = useOffline.setState;
const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const ask = <Answer>(worker: ServiceWorker, question: ToKeeper): Promise<Answer> =>
  messageSW(worker, question) as Promise<Answer>;

let registration: ServiceWorkerRegistration | null = null;

/** Asks the worker that answers for this page what it holds. */
async function tellHeld(worker: ServiceWorker): Promise<void> {
  const held = await ask<Held>(worker, { type: 'held' });
  set({ hold: { state: held.files === held.of ? 'ready' : 'partly', ...held } });
}

/** Follows a version from its first file until it answers, waits, or has failed. */
function follow(worker: ServiceWorker, of: ServiceWorkerRegistration): void {
  worker.addEventListener('statechange', () => {
    if (worker.state === 'activated') void tellHeld(worker);
    else if (worker.state === 'installed' && of.active !== null) set({ update: { state: 'waiting' } });
    else if (worker.state === 'redundant' && of.active === null) {
      set({ hold: { state: 'failed', reason: '' } });
    } else if (worker.state === 'redundant' && of.active !== worker && of.waiting === null) {
      set(({ update }) => (update.state === 'looking' ? { update: { state: 'failed', reason: '' } } : {}));
    }
  });
}

/** Has the browser keep every file of the lab; `useOffline` says how far that is. Can be called again after a failure. */
export async function keepOffline(): Promise<void> {
  set({ hold: { state: 'fetching' } });
  try {
    const known = await navigator.serviceWorker.register('./sw.js', { scope: './', updateViaCache: 'none' });
    registration = known;
    if (known.installing !== null) follow(known.installing, known);
    known.addEventListener('updatefound', () => {
      if (known.installing !== null) follow(known.installing, known);
    });
    if (known.waiting !== null && known.active !== null) set({ update: { state: 'waiting' } });
    const { active } = known;
    if (active === null) return;
    if (active.state === 'activated') await tellHeld(active);
    else follow(active, known);
  } catch (error) {
    set({ hold: { state: 'failed', reason: reasonOf(error) } });
  }
}

/**
 * Fetches what the browser threw away of this version. Where there is a new one that comes instead, whole: files of two
 * versions are never mixed. Where nothing was ever kept all begins anew.
 */
export async function keepAgain(): Promise<void> {
  const active = registration?.active ?? null;
  if (registration === null || active === null) {
    await keepOffline();
    return;
  }
  set({ hold: { state: 'fetching' } });
  try {
    const { installing, waiting } = await registration.update();
    const isNew = installing !== null || waiting !== null;
    const held = await ask<Held>(active, { type: isNew ? 'held' : 'again' });
    set({ hold: { state: held.files === held.of ? 'ready' : 'partly', ...held } });
  } catch (error) {
    set({ hold: { state: 'failed', reason: reasonOf(error) } });
  }
}

/** Looks for a new version; one that is found is fetched, and waits. */
export async function lookForUpdate(): Promise<void> {
  if (registration === null) return;
  set({ update: { state: 'looking' } });
  try {
    const { installing, waiting } = await registration.update();
    if (waiting !== null) set({ update: { state: 'waiting' } });
    // One that is on its way says itself when it has come.
    else if (installing === null) set({ update: { state: 'newest' } });
  } catch (error) {
    set({ update: { state: 'failed', reason: reasonOf(error) } });
  }
}

/** Loads the version that waits, in this page, which reloads; not while other pages show the lab. */
export async function loadUpdate(): Promise<void> {
  const waiting = registration?.waiting ?? null;
  if (waiting === null) return;
  set({ update: { state: 'loading' } });
  const reload = (): void => location.reload();
  navigator.serviceWorker.addEventListener('controllerchange', reload, { once: true });
  const { others } = await ask<LoadAnswer>(waiting, { type: 'load' });
  if (others === 0) return;
  navigator.serviceWorker.removeEventListener('controllerchange', reload);
  set({ update: { state: 'others', others } });
}
