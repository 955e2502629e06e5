import { create } from 'zustand';
import type { Held } from './protocol.ts';
import type { Unkept } from './place.ts';

/** Whether the lab would open again without a network, as the service worker said last. */
export type Hold =
  | { readonly state: 'unkept'; readonly reason: Unkept }
  | { readonly state: 'fetching' }
  | { readonly state: 'failed'; readonly reason: string }
  | ({ readonly state: 'ready' | 'partly' } & Held);

/** How far a new version is. */
export type Update =
  | { readonly state: 'none' | 'looking' | 'newest' | 'waiting' | 'loading' }
  | { readonly state: 'others'; readonly others: number }
  | { readonly state: 'failed'; readonly reason: string };

interface OfflineState {
  /** Null until this page has looked. */
  readonly hold: Hold | null;
  readonly update: Update;
  /** Keeps the run of this page for a reload. @returns whether nothing would be lost */
  readonly keepRun: () => boolean;
}

export const useOffline = create<OfflineState>(() => ({
  hold: null,
  update: { state: 'none' },
  keepRun: () => false,
}));
