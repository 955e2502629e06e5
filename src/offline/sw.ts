/**
 * The service worker: it holds every file of one version of the lab, and answers from them alone. Another version waits,
 * whole, until a hand asks for it or the last page of this one is closed, so that no run changes under anybody.
 */
import { cleanupOutdatedCaches, PrecacheController, type PrecacheEntry } from 'workbox-precaching';
import type { Held, LoadAnswer, ToKeeper } from './protocol.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: readonly PrecacheEntry[] };

/** Files that are fetched at once: as many as browsers ask of one host over HTTP/1.1. */
const AT_ONCE = 6;

/** Knows the address of each file in the cache; the build puts the list in, with a revision where a name has none. */
const shelf = new PrecacheController();
shelf.addToCacheList([...self.__WB_MANIFEST]);
cleanupOutdatedCaches();

/** Fetches a file into the cache, unless it is there. @throws Error where it cannot be had whole */
async function keep(url: string, key: string, cache: Cache): Promise<void> {
  if ((await cache.match(key)) !== undefined) return;
  // A name that says its content is always right; any other may be an older one that the browser still has.
  const response = await fetch(url, {
    cache: key === url ? 'default' : 'reload',
    credentials: 'same-origin',
  });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  const { headers, status, statusText } = response;
  // A page that came by a detour is no answer to a navigation: as one of its own it is.
  const own = response.redirected ? new Response(response.body, { headers, status, statusText }) : response;
  await cache.put(key, own);
}

/** Fetches what is not there, a few at once. @throws Error at the first that cannot be had */
async function fill(): Promise<void> {
  const cache = await caches.open(shelf.strategy.cacheName);
  const rest = shelf.getURLsToCacheKeys().entries();
  const take = async (): Promise<void> => {
    for (const [url, key] of rest) await keep(url, key, cache);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
}

self.addEventListener('install', (event) => event.waitUntil(fill()));
// The first visit's own page is kept whole as well.
self.addEventListener('activate', (event) =>
  event.waitUntil(Promise.all([shelf.activate(event), self.clients.claim()])),
);

self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const url = new URL(request.url);
  // `?scenario=…` and all others are the page's own business: one page answers them.
  url.search = '';
  url.hash = '';
  if (url.pathname.endsWith('/')) url.pathname += 'index.html';
  const cacheKey = shelf.getCacheKeyForURL(url.href);
  if (cacheKey !== undefined)
    event.respondWith(shelf.strategy.handle({ request, event, params: { cacheKey } }));
});

/** Counts what is really there: a browser short of space throws files away. */
async function held(): Promise<Held> {
  const files = shelf.getCachedURLs();
  const found = await Promise.all(files.map((url) => shelf.matchPrecache(url)));
  return { files: found.filter((response) => response !== undefined).length, of: files.length };
}

/** Fetches what was thrown away. */
async function again(): Promise<Held> {
  const reason = await fill().then(
    () => '',
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  return { ...(await held()), reason };
}

async function load(): Promise<LoadAnswer> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  // A host has pages that are not the lab's. The audience's window and the frame of an article are.
  const others = pages.filter(({ url }) => url.startsWith(self.registration.scope)).length - 1;
  if (others === 0) void self.skipWaiting();
  return { others };
}

const answers = { held, load, again };

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const [port] = event.ports;
  const { type } = event.data as ToKeeper;
  event.waitUntil(answers[type]().then((known) => port.postMessage(known)));
});
