import { vi } from 'vitest';
import { Client, type ClientEvent } from '../../../src/engine/client.ts';
import { HEADER } from '../../../src/engine/frame.ts';
import type { RunInfo } from '../../../src/engine/protocol.ts';
import { Follower } from '../../../src/app/second/follower.ts';
import {
  windowSays,
  type FromLaptop,
  type FromWindow,
  type Now,
  type Screen,
  type Wire,
} from '../../../src/app/second/protocol.ts';
import { heardOfLaptop } from '../../../src/app/second/read.ts';
import { Relay, type Begins, type Laptop } from '../../../src/app/second/relay.ts';
import type { RunDocument } from '../../../src/scenario/types.ts';
import { documentOf } from '../../helpers/run.ts';
import { FakeWorkers } from '../../helpers/workers.ts';

export const sections = {
  system: { kind: 'ring-shared', N: 12 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  initial: { kind: 'bump', center: 4, width: 2, amplitude: 1 },
  dynamics: { kind: 'second-order', dt: 0.0625 },
  expansion: { kind: 'de-sitter', gamma: 0.3 },
};

/** A channel in one thread: what one end posts the others hear, as a copy. */
export class FakeChannel {
  private readonly ends = new Set<Wire>();
  /** Every message, oldest first. */
  readonly posted: {
    readonly side: string;
    readonly from: string;
    readonly message: FromLaptop | FromWindow;
  }[] = [];

  open(): Wire {
    const end: Wire = {
      onmessage: null,
      post: (message) => {
        const copy = structuredClone(message);
        this.posted.push(copy as (typeof this.posted)[number]);
        for (const other of this.ends) if (other !== end) other.onmessage?.(structuredClone(copy));
      },
      close: () => this.ends.delete(end),
    };
    this.ends.add(end);
    return end;
  }

  /** Messages of the laptop of one kind. */
  ofKind<K extends FromLaptop['kind']>(kind: K): Extract<FromLaptop, { kind: K }>[] {
    return this.posted.flatMap(({ side, message }) =>
      side === 'laptop' && message.kind === kind ? [message as Extract<FromLaptop, { kind: K }>] : [],
    );
  }
}

/** A page with a real engine in this thread, and its end of a channel. */
export class FakeLaptop {
  readonly workers = new FakeWorkers();
  readonly client = new Client(this.workers.spawn);
  readonly windows: [count: number, farewell: boolean][] = [];
  readonly relay: Relay;
  info: RunInfo | null = null;
  now: Now = { playing: false, settled: true, blowUp: null };
  screen: Screen = { magnified: 1 };
  blank = false;
  taken = 0;
  lacking = 0;
  time = 0;
  private tellScreen: (screen: Screen) => void = () => undefined;
  private tellNow: () => void = () => undefined;
  following = 0;

  constructor(channel: FakeChannel, id = 'laptop1', begins: Begins = { frozen: false, again: false }) {
    // As the store does, before the relay hears of it.
    this.client.listen((event) => this.heard(event));
    const laptop: Laptop = {
      engine: this.client,
      info: () => this.info,
      now: () => this.now,
      screen: () => this.screen,
      follow: (screen, now) => {
        this.tellScreen = screen;
        this.tellNow = now;
        this.following++;
        return () => void this.following--;
      },
      stand: () => ({ blank: this.blank }),
      clock: () => this.time,
    };
    const tells = {
      windows: (count: number, farewell: boolean) => void this.windows.push([count, farewell]),
      taken: () => void this.taken++,
      lacking: () => void this.lacking++,
    };
    this.relay = new Relay(laptop, channel.open(), id, tells, begins);
    this.open(documentOf(sections));
  }

  open(document: RunDocument): void {
    void this.client.open(document);
    this.workers.settle();
  }

  step(count: number): void {
    this.client.step(count);
    this.workers.settle();
  }

  edit(value: number): void {
    void this.client.edit({ kind: 'set', path: 'expansion.gamma', value });
    this.workers.settle();
  }

  show(changed: Screen): void {
    this.screen = { ...this.screen, ...changed };
    this.tellScreen(changed);
  }

  tell(now: Partial<Now>): void {
    this.now = { ...this.now, ...now };
    this.tellNow();
  }

  /** Bits of the main run's weights, as its frame has them. */
  get weights(): string {
    return bitsOf(this.client.frame()?.tracks[0].weights);
  }

  get at(): number {
    return this.client.frame()?.header[HEADER.step] ?? -1;
  }

  private heard(event: ClientEvent): void {
    if (event.type === 'ready' || event.type === 'edited' || event.type === 'facts') this.info = event.info;
  }
}

/** A window that follows whichever laptop speaks on its channel. */
export class FakeWindow {
  readonly events: ClientEvent[] = [];
  readonly heard: FromLaptop[] = [];
  readonly follower: Follower;
  readonly wire: Wire;
  readonly id: string;
  /** Frames that come are not acknowledged. */
  slow = false;
  /** All that comes is passed over. */
  deaf = false;

  constructor(channel: FakeChannel, id = 'window1') {
    this.id = id;
    this.wire = channel.open();
    this.follower = new Follower((message) => {
      if (!this.slow || message.kind !== 'got') this.say(message);
    });
    this.follower.listen((event) => this.events.push(event));
    this.wire.onmessage = (data) => {
      const heard = heardOfLaptop(data);
      if (heard === null || 'version' in heard || this.deaf) return;
      const { message } = heard;
      if ('to' in message && message.to !== null && message.to !== id) return;
      this.heard.push(message);
      this.follower.hear(message);
    };
  }

  say(message: FromWindow): void {
    this.wire.post(windowSays(this.id, message));
  }

  get weights(): string {
    return bitsOf(this.follower.frame()?.tracks[0].weights);
  }

  get at(): number {
    return this.follower.frame()?.header[HEADER.step] ?? -1;
  }

  /** The stand that was told last. */
  get frozen(): boolean | undefined {
    const [here] = this.heard.filter((message) => message.kind === 'here').slice(-1);
    return here?.stand.frozen;
  }

  ofType<T extends ClientEvent['type']>(type: T): (ClientEvent & { readonly type: T })[] {
    return this.events.filter((event): event is ClientEvent & { readonly type: T } => event.type === type);
  }
}

function bitsOf(weights: Float32Array | undefined): string {
  return weights === undefined ? '' : [...new Uint32Array(weights.slice().buffer)].join(' ');
}

/** Lets microtasks run. */
export const soon = (): Promise<void> => vi.waitFor(() => Promise.resolve());
