import type { ClientEvent } from '../../engine/client.ts';
import { frameBytes, frameViews, type FrameViews } from '../../engine/frame.ts';
import { SUPERSEDED, type Told } from '../../engine/outcome.ts';
import { traceColumns, type EditRequest, type RunInfo } from '../../engine/protocol.ts';
import type { Question, Seen } from '../../engine/subscriptions.ts';
import { TraceTable, type Traces } from '../../engine/traces.ts';
import type { Engine } from '../../store/types.ts';
import type { Changed, FromLaptop, FromWindow, Now } from './protocol.ts';

const NOTHING: Told = Promise.resolve(SUPERSEDED);
const ignore = (): void => undefined;

/**
 * The engine of a window that only views: it has the frames, traces and facts that the laptop's engine gave, and computes
 * none. What a hand would ask of an engine does nothing here.
 */
export class Follower implements Engine {
  readonly play = ignore;
  readonly pause = ignore;
  readonly step = ignore;
  readonly reset = ignore;
  readonly seek = ignore;
  readonly speed = ignore;
  readonly sample = ignore;
  readonly stopWhen = ignore;
  private readonly say: (message: FromWindow) => void;
  private run: string | null = null;
  private info: RunInfo | null = null;
  private now: Now | null = null;
  private latest: FrameViews | null = null;
  private table: TraceTable | null = null;
  private asking = false;
  private readonly watches = new Map<string, Question>();
  private readonly listeners = new Set<(event: ClientEvent) => void>();

  constructor(say: (message: FromWindow) => void) {
    this.say = say;
  }

  open(): Told {
    return NOTHING;
  }

  edit(): Told {
    return NOTHING;
  }

  subscribe(name: string, question: Question): void {
    if (question.once === true) return;
    this.watches.set(name, question);
    this.ask();
  }

  unsubscribe(name: string): void {
    if (this.watches.delete(name)) this.ask();
  }

  unanswered(): readonly EditRequest[] {
    return [];
  }

  frame(): FrameViews | null {
    return this.latest;
  }

  traces(): Traces | null {
    return this.table;
  }

  listen(listener: (event: ClientEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** What is watched, said again: a laptop that came back knows nothing of it. */
  sayWatches(): void {
    this.say({ kind: 'watch', watches: [...this.watches] });
  }

  /** Takes what the laptop says of its run. */
  hear(message: FromLaptop): void {
    switch (message.kind) {
      case 'run':
        this.take(message);
        return;
      case 'changed':
        if (message.run === this.run) this.change(message.changed);
        return;
      case 'frame':
        this.say({ kind: 'got', serial: message.serial });
        if (message.run === this.run) this.show(message.buffer);
        return;
      case 'rows':
        if (message.run === this.run) this.append(message.rows);
        return;
      case 'now':
        if (message.run === this.run) this.tell(message.now);
        return;
      case 'seen':
        if (message.run === this.run) this.observed(message.seen);
        return;
      default:
    }
  }

  private take({ run, info, now, rows }: Extract<FromLaptop, { kind: 'run' }>): void {
    const known = run === this.run;
    this.run = run;
    this.info = info;
    this.table = new TraceTable(info.tracks.length);
    this.table.append(rows);
    if (known) this.emit({ type: 'facts', info });
    else {
      this.latest = null;
      this.now = null;
      this.emit({ type: 'ready', info });
    }
    this.tell(now);
  }

  private change({ facts, kept, edits, data, edited }: Changed): void {
    const { info } = this;
    if (info === null) return;
    const all = [...info.document.edits.slice(0, kept), ...edits];
    const document = { ...info.document, edits: all };
    this.info = { ...info, ...facts, document, data: data ?? info.data };
    if (edited) this.table?.truncate(all.at(-1)?.step ?? 0);
    this.emit({ type: edited ? 'edited' : 'facts', info: this.info });
  }

  /** A frame, whole or without the couplings, which are then those that it has. */
  private show(buffer: ArrayBuffer): void {
    const { info, latest } = this;
    if (info === null) return;
    const whole = frameBytes(info.shape);
    if (buffer.byteLength === whole) this.latest = frameViews(buffer, info.shape);
    else if (latest !== null && buffer.byteLength === latest.sourceJ.byteOffset) {
      new Uint8Array(latest.buffer).set(new Uint8Array(buffer));
      // Another object, by which it is known to be another frame.
      this.latest = frameViews(latest.buffer, info.shape);
    } else {
      this.say({ kind: 'hello' });
      return;
    }
    this.emit({ type: 'frame', frame: this.latest });
  }

  private append(rows: Float64Array): void {
    if (this.table === null || rows.length % traceColumns(this.table.trackCount) !== 0) return;
    this.table.append(rows);
  }

  private tell(now: Now): void {
    const before = this.now;
    this.now = now;
    if (now.playing !== (before?.playing ?? false)) this.emit({ type: 'playing', playing: now.playing });
    if (now.settled !== before?.settled) this.emit({ type: 'settled', settled: now.settled });
    if (now.blowUp !== null && before?.blowUp?.step !== now.blowUp.step)
      this.emit({ type: 'blow-up', blowUp: now.blowUp });
  }

  private observed(seen: Seen): void {
    if (this.watches.has(seen.name)) this.emit({ type: 'observed', seen });
  }

  /** Pictures come and go together: what they watch is said once. */
  private ask(): void {
    if (this.asking) return;
    this.asking = true;
    queueMicrotask(() => {
      this.asking = false;
      this.sayWatches();
    });
  }

  private emit(event: ClientEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
