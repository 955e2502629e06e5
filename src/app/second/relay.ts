import type { Client, ClientEvent } from '../../engine/client.ts';
import { HEADER, type FrameViews } from '../../engine/frame.ts';
import type { LiveFacts, RunInfo } from '../../engine/protocol.ts';
import type { Seen } from '../../engine/subscriptions.ts';
import type { Traces } from '../../engine/traces.ts';
import {
  laptopSays,
  type FromLaptop,
  type FromWindow,
  type Now,
  type Screen,
  type Stand,
  type Wire,
} from './protocol.ts';
import { heardOfLaptop, heardOfWindow } from './read.ts';
import { Watches } from './watches.ts';

/** A window that has said nothing for so long is gone: a crash says no farewell. Windows speak every two seconds. */
const SILENT_MS = 10_000;
/** A window that is this late with a frame no longer holds up the others. */
const LATE_MS = 1000;
/** Frames that are on their way to a window at most: one that is drawn, and one that waits. */
const AHEAD = 2;

/** What the relay sees of the laptop's page. */
export interface Laptop {
  readonly engine: Pick<Client, 'frame' | 'traces' | 'listen' | 'subscribe' | 'unsubscribe'>;
  /** Facts of the run that is on the screen. */
  info(): RunInfo | null;
  now(): Now;
  screen(): Screen;
  /** Calls back with what has changed of the screen, and when the run plays, rests or stops. @returns what ends it */
  follow(screen: (changed: Screen) => void, now: () => void): () => void;
  stand(): Omit<Stand, 'frozen'>;
  /** Milliseconds. */
  clock(): number;
}

interface Follower {
  heardAt: number;
  /** Number of the newest frame that it has, and when it said so. */
  got: number;
  gotAt: number;
}

/** How a relay begins: with an audience that an earlier life of the page held, on a channel that it had. */
export interface Begins {
  readonly frozen: boolean;
  readonly again: boolean;
}

/** What is told of the windows. */
export interface Tells {
  readonly windows: (count: number, farewell: boolean) => void;
  /** Another page holds the channel. */
  readonly taken: () => void;
  /** A window came that has no picture, and the one that is held was lost with an earlier life of this page. */
  readonly lacking: () => void;
}

/**
 * Sends what the laptop's engine gives to the windows that view it: frames as they come from the worker, never asked for by
 * a drawing, so that a page that is covered goes on. Without a window it listens to nothing and sends nothing.
 */
export class Relay {
  private readonly laptop: Laptop;
  private readonly wire: Wire;
  private readonly id: string;
  private readonly tells: Tells;
  private readonly windows = new Map<string, Follower>();
  private waits: boolean;
  private readonly watches: Watches;
  private ends: (() => void)[] = [];
  private runs = 0;
  /** The run that was sent last, by the object that every run has of its own. */
  private sent: { readonly info: RunInfo; readonly run: string } | null = null;
  private serial = 0;
  private due = false;
  /** The couplings that all windows have: of which run, and how they were written. */
  private couplings: { readonly run: string; readonly id: number; readonly stiffness: number } | null = null;
  /** The traces that were sent, and so many rows of them. */
  private table: Traces | null = null;
  private version = -1;
  private rows = 0;
  /** What the audience has while it is held; null: it follows. `none`: held by an earlier life of this page. */
  private held: readonly FromLaptop[] | 'none' | null = null;

  constructor(laptop: Laptop, wire: Wire, id: string, tells: Tells, { frozen, again }: Begins) {
    this.laptop = laptop;
    this.wire = wire;
    this.id = id;
    this.tells = tells;
    this.watches = new Watches(laptop.engine);
    if (frozen) this.held = 'none';
    wire.onmessage = (data) => this.hear(data);
    // A channel of an earlier life: unless its double holds it.
    this.waits = again;
    if (again) this.say({ kind: 'claim' });
  }

  /** Nobody else holds the channel. */
  start(): void {
    this.waits = false;
    // Windows that lost a page which was reloaded answer.
    this.stand();
  }

  /** Tells the windows what holds whatever is shown, and that this page lives. */
  stand(): void {
    this.say({ kind: 'here', stand: { ...this.laptop.stand(), frozen: this.held !== null } });
  }

  /** Called every second or two by a clock that runs behind other windows, too. */
  tick(): void {
    const now = this.laptop.clock();
    for (const [id, { heardAt }] of this.windows) if (now - heardAt > SILENT_MS) this.forget(id, false);
    if (this.windows.size === 0) return;
    this.stand();
    if (this.due) this.frame();
  }

  /** Holds the windows at what they have. @returns the step that they show; null where they show none */
  freeze(): number | null {
    if (this.held !== null) return this.step();
    const { info } = this;
    const frame = this.laptop.engine.frame();
    if (info === null || frame === null) {
      this.held = [];
      this.stand();
      return null;
    }
    // All of them show the same: also what was on its way.
    this.couplings = null;
    this.send(frame);
    const run = this.runMessage(info, null);
    const buffer = frame.buffer.slice(0);
    this.held = [
      { ...run, info, now: { ...run.now, playing: false } },
      { kind: 'frame', run: run.run, serial: this.serial, buffer },
      ...this.answers(),
    ];
    this.say({ kind: 'now', run: run.run, now: { ...run.now, playing: false } });
    this.stand();
    return frame.header[HEADER.step];
  }

  /** Lets the windows go on to the present. */
  thaw(): void {
    this.held = null;
    this.stand();
    if (this.windows.size > 0) this.all(null);
  }

  /** Asks the windows to close. */
  close(): void {
    this.say({ kind: 'close' });
    for (const id of this.windows.keys()) this.forget(id, false, true);
  }

  /** Ends it; the windows find this page gone. */
  end(): void {
    for (const id of this.windows.keys()) this.forget(id, false, true);
    this.wire.onmessage = null;
    this.wire.close();
  }

  private get info(): RunInfo | null {
    return this.laptop.info();
  }

  private step(): number | null {
    return this.laptop.engine.frame()?.header[HEADER.step] ?? null;
  }

  private say(message: FromLaptop): void {
    this.wire.post(laptopSays(this.id, message));
  }

  private hear(data: unknown): void {
    // A page that was doubled holds the same channel: who was there first keeps it.
    if (this.isOfAnother(data)) return;
    const heard = heardOfWindow(data);
    if (heard === null || 'version' in heard || this.waits) return;
    const { from, message } = heard;
    if (message.kind === 'bye') {
      this.forget(from, true);
      return;
    }
    if (message.kind === 'hello' && this.held === 'none') this.tells.lacking();
    const known = this.windows.get(from);
    if (known === undefined) this.welcome(from, message);
    else {
      known.heardAt = this.laptop.clock();
      this.serve(from, known, message);
    }
  }

  private isOfAnother(data: unknown): boolean {
    const other = heardOfLaptop(data);
    if (other === null || 'version' in other || other.from === this.id) return false;
    const { from, message } = other;
    if (message.kind === 'claim' && !this.waits) this.say({ kind: 'taken', to: from });
    else if (message.kind === 'taken' && message.to === this.id) this.tells.taken();
    return true;
  }

  private welcome(from: string, message: FromWindow): void {
    const follower: Follower = {
      heardAt: this.laptop.clock(),
      got: this.serial,
      gotAt: this.laptop.clock(),
    };
    this.windows.set(from, follower);
    if (this.windows.size === 1) this.begin();
    this.tells.windows(this.windows.size, false);
    this.stand();
    this.serve(from, follower, message.kind === 'watch' ? message : { kind: 'hello' });
    if (message.kind === 'watch') this.serve(from, follower, { kind: 'hello' });
  }

  private serve(from: string, follower: Follower, message: FromWindow): void {
    switch (message.kind) {
      case 'hello':
        this.all(from);
        return;
      case 'got':
        follower.got = Math.max(follower.got, Math.min(message.serial, this.serial));
        follower.gotAt = this.laptop.clock();
        if (this.due) this.frame();
        return;
      case 'watch':
        this.watches.set(from, message.watches);
        return;
      default:
    }
  }

  /** Everything that a window needs which knows nothing. @param to  null: all */
  private all(to: string | null): void {
    if (this.held !== null) {
      if (this.held === 'none') return;
      for (const message of this.held) this.say(message.kind === 'run' ? { ...message, to } : message);
      return;
    }
    const { info } = this;
    if (info === null) return;
    this.say(this.runMessage(info, to));
    this.knows(this.laptop.engine.traces());
    // A window that comes has no couplings yet.
    this.couplings = null;
    const frame = this.laptop.engine.frame();
    if (frame !== null) this.send(frame);
    for (const message of this.answers()) this.say(message);
  }

  /** What was seen last of what the windows watch. */
  private answers(): readonly FromLaptop[] {
    const { sent } = this;
    if (sent === null) return [];
    return this.watches.answers().map((answer) => ({ kind: 'seen', run: sent.run, ...answer }));
  }

  private runMessage(info: RunInfo, to: string | null): Extract<FromLaptop, { kind: 'run' }> {
    if (this.sent?.info.layout !== info.layout) this.runs++;
    const run = `${this.id}.${this.runs}`;
    this.sent = { info, run };
    const rows = rowsFrom(this.laptop.engine.traces(), 0);
    return { kind: 'run', to, run, info, now: this.laptop.now(), rows, screen: this.laptop.screen() };
  }

  private begin(): void {
    this.ends = [
      this.laptop.engine.listen((event) => this.told(event)),
      this.laptop.follow(
        (screen) => {
          if (this.held === null) this.say({ kind: 'screen', screen });
        },
        () => this.tellNow(),
      ),
    ];
  }

  private told(event: ClientEvent): void {
    if (event.type === 'observed') this.observed(event.seen);
    if (this.held !== null) return;
    switch (event.type) {
      case 'ready':
        this.watches.forgetSeen();
        // The store listens as well, and longer: what it resets of the screen is in what is sent.
        this.all(null);
        return;
      case 'edited':
      case 'facts':
        this.changed(event.info, event.type === 'edited');
        return;
      case 'frame':
        this.due = true;
        this.frame();
        return;
      default:
    }
  }

  private changed(info: RunInfo, edited: boolean): void {
    const { sent } = this;
    if (sent === null || sent.info.layout !== info.layout) return;
    const { document, data } = info;
    const old = sent.info.document.edits;
    const { edits } = document;
    let kept = 0;
    while (kept < old.length && kept < edits.length && old[kept] === edits[kept]) kept++;
    this.sent = { info, run: sent.run };
    const changed = {
      facts: liveOf(info),
      kept,
      edits: edits.slice(kept),
      data: data === sent.info.data ? null : data,
      edited,
    };
    // Rows of the steps before the edit are known before those after it are forgotten.
    this.sendRows();
    this.say({ kind: 'changed', run: sent.run, changed });
  }

  private tellNow(): void {
    if (this.held !== null || this.sent === null) return;
    // Before a run rests its last picture is there.
    this.say({ kind: 'now', run: this.sent.run, now: this.laptop.now() });
  }

  /** Sends the newest frame, unless a window still has enough to draw. */
  private frame(): void {
    if (this.held !== null) return;
    const frame = this.laptop.engine.frame();
    if (frame === null || this.sent === null) return;
    const now = this.laptop.clock();
    for (const { got, gotAt } of this.windows.values())
      if (this.serial - got >= AHEAD && now - gotAt < LATE_MS) return;
    this.send(frame);
  }

  private send(frame: FrameViews): void {
    const { sent, couplings } = this;
    if (sent === null) return;
    this.due = false;
    this.sendRows();
    const { run } = sent;
    const id = frame.header[HEADER.couplings];
    const stiffness = frame.header[HEADER.stiffness];
    const same =
      frame.samples.length === 0 &&
      frame.header[HEADER.sources] === 1 &&
      couplings?.run === run &&
      couplings.id === id &&
      couplings.stiffness === stiffness;
    this.couplings = { run, id, stiffness };
    const buffer = same ? frame.buffer.slice(0, frame.sourceJ.byteOffset) : frame.buffer;
    this.say({ kind: 'frame', run, serial: ++this.serial, buffer });
  }

  /** Rows since those that were sent; the last of them is sent again, for an edit of its step changes it. */
  private sendRows(): void {
    const table = this.laptop.engine.traces();
    if (table === null || this.sent === null) return;
    if (table === this.table && table.version === this.version) return;
    const from = table === this.table ? Math.min(this.rows, table.length) : 0;
    this.knows(table);
    const rows = rowsFrom(table, Math.max(0, from - 1));
    if (rows.length === 0) return;
    this.say({ kind: 'rows', run: this.sent.run, rows });
  }

  private knows(table: Traces | null): void {
    this.table = table;
    this.version = table?.version ?? -1;
    this.rows = table?.length ?? 0;
  }

  private observed(seen: Seen): void {
    const answer = this.watches.take(seen);
    if (answer === null || this.held !== null || this.sent === null) return;
    this.say({ kind: 'seen', run: this.sent.run, ...answer });
  }

  private forget(id: string, farewell: boolean, quiet = false): void {
    if (!this.windows.delete(id)) return;
    this.watches.drop(id);
    if (this.windows.size === 0) {
      for (const end of this.ends) end();
      this.ends = [];
      this.due = false;
    } else if (this.due) this.frame();
    if (!quiet) this.tells.windows(this.windows.size, farewell);
  }
}

function rowsFrom(table: Traces | null, from: number): Float64Array {
  if (table === null) return new Float64Array(0);
  const { columns, length } = table;
  const rows = new Float64Array((length - from) * columns);
  for (let row = from; row < length; row++)
    for (let column = 0; column < columns; column++)
      rows[(row - from) * columns + column] = table.at(row, column);
  return rows;
}

/** What an edit may change of a run: the rest, large lists among it, crosses once. */
function liveOf(info: RunInfo): LiveFacts {
  const { applied, tracks, dt, looks, dimension, quadratic, layers, costUnit, wave } = info;
  return { applied, tracks, dt, looks, dimension, quadratic, layers, costUnit, wave };
}
