import type { BlowUp, LiveFacts, RunData, RunInfo } from '../../engine/protocol.ts';
import type { Question, Seen } from '../../engine/subscriptions.ts';
import type { Edit } from '../../scenario/types.ts';

/** Goes up when a message means something else than before: windows of two versions do not speak. */
export const VERSION = 1;

const CHANNEL = /^[a-z0-9]{8,24}$/;

/** An id as channels have it; null for what is none. */
export const readChannel = (value: unknown): string | null =>
  typeof value === 'string' && CHANNEL.test(value) ? value : null;

export const channelName = (channel: string): string => `synaptic-field-lab.audience.${channel}`;

/** An id that nobody else has. */
export function freshId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => (byte % 36).toString(36)).join('');
}

/** What holds whatever is shown. */
export interface Stand {
  readonly frozen: boolean;
  readonly blank: boolean;
}

/** What the store of the window takes of the run beside its facts. */
export interface Now {
  readonly playing: boolean;
  readonly settled: boolean;
  readonly blowUp: BlowUp | null;
}

/** The screen of the laptop, by the keys of mirror.ts; held while the picture is, its caption among it. */
export type Screen = Readonly<Record<string, unknown>>;

/** Facts that an edit changed, and the edits after those that stay. */
export interface Changed {
  readonly facts: LiveFacts;
  readonly kept: number;
  readonly edits: readonly Edit[];
  /** Null: as it was. */
  readonly data: RunData | null;
  /** A hand made an edit: what was known of later steps is no longer true. */
  readonly edited: boolean;
}

/** The laptop's page to its windows; `to`: to one of them, null: to all. */
export type FromLaptop =
  | { readonly kind: 'here'; readonly stand: Stand }
  /** Asks whether another page holds this channel, a doubled tab; and what that says to it. */
  | { readonly kind: 'claim' }
  | { readonly kind: 'taken'; readonly to: string }
  | {
      readonly kind: 'run';
      readonly to: string | null;
      /** Changes with every run, and with every page. */
      readonly run: string;
      readonly info: RunInfo;
      readonly now: Now;
      /** Trace rows so far. */
      readonly rows: Float64Array;
      readonly screen: Screen;
    }
  | { readonly kind: 'changed'; readonly run: string; readonly changed: Changed }
  /** A frame of engine/frame.ts; without its couplings where these are those that were sent last. */
  | { readonly kind: 'frame'; readonly run: string; readonly serial: number; readonly buffer: ArrayBuffer }
  | { readonly kind: 'rows'; readonly run: string; readonly rows: Float64Array }
  | { readonly kind: 'now'; readonly run: string; readonly now: Now }
  | { readonly kind: 'seen'; readonly to: string; readonly run: string; readonly seen: Seen }
  | { readonly kind: 'screen'; readonly screen: Screen }
  | { readonly kind: 'close' };

/** A window to the laptop's page. */
export type FromWindow =
  /** It has come, or has lost the thread: asks for everything. */
  | { readonly kind: 'hello' }
  | { readonly kind: 'here' }
  /** The frame of this number has come. */
  | { readonly kind: 'got'; readonly serial: number }
  /** All that its pictures watch, by name. */
  | { readonly kind: 'watch'; readonly watches: readonly (readonly [string, Question])[] }
  | { readonly kind: 'bye' };

/** A message as it travels. */
export interface Envelope<M> {
  readonly lab: 'audience';
  readonly version: number;
  readonly side: 'laptop' | 'window';
  /** Id of the page that speaks. */
  readonly from: string;
  readonly message: M;
}

/** A channel as both ends see it; tests hand in their own. */
export interface Wire {
  post(message: unknown): void;
  onmessage: ((data: unknown) => void) | null;
  close(): void;
}

/** Opens the channel of a page. @throws where the browser has none */
export function openWire(channel: string): Wire {
  const broadcast = new BroadcastChannel(channelName(channel));
  const wire: Wire = {
    post: (message) => broadcast.postMessage(message),
    onmessage: null,
    close: () => broadcast.close(),
  };
  broadcast.addEventListener('message', ({ data }) => wire.onmessage?.(data));
  return wire;
}

export const laptopSays = (from: string, message: FromLaptop): Envelope<FromLaptop> => ({
  lab: 'audience',
  version: VERSION,
  side: 'laptop',
  from,
  message,
});

export const windowSays = (from: string, message: FromWindow): Envelope<FromWindow> => ({
  lab: 'audience',
  version: VERSION,
  side: 'window',
  from,
  message,
});
