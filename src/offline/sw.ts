/**
 * The service worker: it holds every file of one version of the lab, and answers from them alone. Another version waits,
 * whole, until a hand asks for it or the last page of this one is closed, so that no run changes under anybody.
 */
import {
  cleanupOutdatedCaches,
  matchPrecache,
  precacheAndRoute,
  type PrecacheEntry,
} from 'workbox-precaching';
import type { Held, LoadAnswer, ToKeeper } from './protocol.ts';

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: readonly PrecacheEntry[] };

/** Put in by the build: addresses, with a revision where the name has none. */
const files = [...self.__WB_MANIFEST];

cleanupOutdatedCaches();
// `?scenario=…` and all others are the page's own business: one page answers them.
precacheAndRoute(files, { ignoreURLParametersMatching: [/./], cleanURLs: false });

// The first visit's own page is kept whole as well.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

/** Counts what is really there: a browser short of space throws files away. */
async function held(): Promise<Held> {
  const found = await Promise.all(files.map(({ url }) => matchPrecache(url)));
  return { files: found.filter((response) => response !== undefined).length, of: files.length };
}

async function load(): Promise<LoadAnswer> {
  const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  // A host has pages that are not the lab's. The audience's window and the frame of an article are.
  const others = pages.filter(({ url }) => url.startsWith(self.registration.scope)).length - 1;
  if (others === 0) void self.skipWaiting();
  return { others };
}

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const [port] = event.ports;
  const { type } = event.data as ToKeeper;
  const answer = type === 'held' ? held() : load();
  event.waitUntil(answer.then((known) => port.postMessage(known)));
});
