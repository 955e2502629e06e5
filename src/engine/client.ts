import { mergeCommands } from '../scenario/commands/index.ts';
import type { RunDocument } from '../scenario/types.ts';
import { frameViews, HEADER, type FrameViews } from './frame.ts';
import type { ObservationId, QueryOf, ValueOf } from './observations/index.ts';
import type { BlowUp, EditRequest, FromWorker, RunInfo, StopConditions, ToWorker } from './protocol.ts';
import { TraceTable, type Traces } from './traces.ts';

/** What was seen under a name, and when. */
export type Seen = {
  readonly [Id in ObservationId]: {
    readonly name: string;
    readonly id: Id;
    /** It is about one run in one state: its scenario as it stood. */
    readonly once: boolean;
    readonly step: number;
    readonly time: number;
    readonly value: ValueOf<Id>;
  };
}[ObservationId];

/** A question of the page, under its name. */
export type Question = {
  readonly [Id in ObservationId]: {
    readonly id: Id;
    /** Parameters of the observation; those left out take their defaults. */
    readonly query: QueryOf<Id>;
    /** It is about this run as it stands: the next one is not asked. */
    readonly once?: boolean;
  };
}[ObservationId];

/** A question, the key of what is answered to it, and the run that was asked. */
interface Subscription {
  readonly question: Question;
  readonly key: number;
  run: number;
}

/** What happens in the engine, for the page. */
export type ClientEvent =
  | { readonly type: 'ready' | 'edited' | 'facts'; readonly info: RunInfo }
  | { readonly type: 'playing'; readonly playing: boolean }
  | { readonly type: 'frame'; readonly frame: FrameViews }
  | { readonly type: 'observed'; readonly seen: Seen }
  | { readonly type: 'stopped'; readonly reason: keyof StopConditions; readonly step: number }
  | { readonly type: 'blow-up'; readonly blowUp: BlowUp }
  | {
      readonly type: 'refused';
      readonly path: string;
      readonly value: unknown;
      readonly expected: string;
    }
  | { readonly type: 'crashed'; readonly reason: string }
  /** Whether the engine has done all that it was told. */
  | { readonly type: 'settled'; readonly settled: boolean };

/** A worker as the client sees it; tests hand in their own. */
export interface Port<To = ToWorker, From = FromWorker> {
  postMessage(message: To, transfer: Transferable[]): void;
  onmessage: ((event: { data: From }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
  terminate(): void;
}

/** Crashes in a row after which the client gives up restarting the worker. */
const MOST_RESTARTS = 3;

/**
 * The page's end of the engine: one worker, one open run. Stale messages are dropped by run id; edits go
 * one at a time, the latest of a path wins; a crashed worker is started again where it was.
 */
export class Client {
  private readonly spawn: () => Port;
  private port: Port;
  private run = 0;
  /** Run that is on the screen: an opened run that was refused never becomes it. */
  private shown = 0;
  private info: RunInfo | null = null;
  /** The document that was asked for last. */
  private asked: RunDocument | null = null;
  private latest: FrameViews | null = null;
  private table: TraceTable | null = null;
  private rate = 1;
  private readonly subscriptions = new Map<string, Subscription>();
  /** Keys that were used. */
  private keys = 0;
  private conditions: StopConditions | null = null;
  private editInFlight = false;
  /** Id of a run that was asked for and is neither here nor refused yet. */
  private coming: number | null = null;
  /** Messages to the run that is coming: were it refused, they are meant for the one that stays. */
  private meanwhile: ((run: number) => ToWorker)[] = [];
  /** Run that the worker has open: of two that were asked for in a row the earlier one, were the later refused. */
  private made = 0;
  /** The step that the coming run is taken to. */
  private askedStep = 0;
  private playing = false;
  private waiting: readonly EditRequest[] = [];
  private readonly listeners = new Set<(event: ClientEvent) => void>();
  private restarts = 0;
  /** Whether all that was told is done, as the engine says: it is asked again until nothing was told meanwhile. */
  private settled = true;
  private asks = 0;
  /** The question on its way; null: none. */
  private asking: number | null = null;
  private toldSince = false;

  constructor(spawn: () => Port) {
    this.spawn = spawn;
    this.port = this.start();
  }

  /** Opens a run and takes it to a step: the same document and step are the same bits. */
  open(document: RunDocument, step = 0): void {
    this.run++;
    this.waiting = [];
    this.editInFlight = false;
    this.meanwhile = [];
    this.coming = this.run;
    this.asked = document;
    this.askedStep = step;
    this.send({ type: 'open', run: this.run, document });
    if (step > 0) this.send({ type: 'seek', run: this.run, step });
    this.unsettle();
  }

  play(): void {
    this.tell((run) => ({ type: 'play', run }));
  }

  pause(): void {
    this.tell((run) => ({ type: 'pause', run }));
  }

  step(count: number): void {
    this.tell((run) => ({ type: 'step', run, count }));
  }

  reset(): void {
    for (const [name, { question }] of this.subscriptions) {
      if (question.once === true) this.subscriptions.delete(name);
    }
    this.tell((run) => ({ type: 'reset', run }));
  }

  seek(step: number): void {
    this.tell((run) => ({ type: 'seek', run, step }));
  }

  speed(rate: number): void {
    this.rate = rate;
    this.tell((run) => ({ type: 'speed', run, rate }));
  }

  edit(command: EditRequest): void {
    // One that the newer does the work of is not made.
    this.waiting = [...this.waiting.filter((older) => !isMerged(older, command)), command];
    this.sendEdit();
  }

  sample(index: number): void {
    this.tell((run) => ({ type: 'sample', run, sample: index }));
  }

  /**
   * Asks for an observation under a name, of this run and, unless it is meant once, of later ones. Another question under
   * the same name takes its place: what was on the way to the old one is dropped.
   */
  subscribe(name: string, question: Question): void {
    this.ask(name, question, this.subscriptions.get(name) ?? null);
  }

  /** Ends it: what is on the way is dropped. */
  unsubscribe(name: string): void {
    const known = this.subscriptions.get(name);
    if (known === undefined) return;
    this.subscriptions.delete(name);
    const { key } = known;
    this.tell((run) => ({ type: 'unsubscribe', run, key }));
  }

  /** Sets where playing stops by itself; stays in force for later runs. */
  stopWhen(conditions: StopConditions): void {
    this.conditions = conditions;
    this.tell((run) => ({ type: 'stop-when', run, conditions }));
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

  /** Ends the worker. */
  close(): void {
    this.port.terminate();
    this.listeners.clear();
  }

  private start(): Port {
    const port = this.spawn();
    port.onmessage = (event) => this.receive(event.data);
    port.onerror = (event) => this.crashed(event.message ?? 'the worker stopped');
    return port;
  }

  private send(message: ToWorker, transfer: Transferable[] = []): void {
    this.port.postMessage(message, transfer);
  }

  /** Speaks to the run that is coming, else to the one on the screen: the worker reads in order. */
  private tell(message: (run: number) => ToWorker): void {
    if (this.coming !== null) this.meanwhile.push(message);
    this.send(message(this.coming ?? this.shown));
    this.unsettle();
  }

  /** Something was told: the engine is asked when it is done, one question at a time. */
  private unsettle(): void {
    this.toldSince = this.asking !== null;
    if (this.asking === null) {
      this.asking = ++this.asks;
      this.send({ type: 'ask', ask: this.asking, parameters: false });
    }
    if (!this.settled) return;
    this.settled = false;
    this.emit({ type: 'settled', settled: false });
  }

  private answered(ask: number): void {
    if (ask !== this.asking) return;
    this.asking = null;
    if (this.toldSince) this.unsettle();
    else this.settle();
  }

  private settle(): void {
    this.settled = true;
    this.emit({ type: 'settled', settled: true });
  }

  /** The run on the screen stays: what was said to the one that did not come is said to it. */
  private stay(): void {
    const kept = this.meanwhile;
    this.meanwhile = [];
    this.coming = null;
    if (this.info !== null) {
      this.asked = this.info.document;
      // What it answered meanwhile was held back.
      this.emit({ type: 'facts', info: this.info });
    }
    if (this.info !== null && this.made !== this.shown) {
      // The worker has gone on to one that nobody saw.
      this.again(this.info.document, this.latest?.header[HEADER.step] ?? 0, kept);
      return;
    }
    for (const message of kept) this.send(message(this.shown));
  }

  /** Opens a run anew with what was said to it, the edit that is being made among that. */
  private again(document: RunDocument, step: number, said: readonly ((run: number) => ToWorker)[]): void {
    const { editInFlight } = this;
    const behind = this.waiting;
    this.open(document, step);
    for (const message of said) this.tell(message);
    this.editInFlight = editInFlight;
    for (const command of behind) this.edit(command);
  }

  private sendEdit(): void {
    if (this.editInFlight) return;
    const [command, ...others] = this.waiting;
    if (command === undefined) return;
    this.waiting = others;
    this.editInFlight = true;
    this.tell((run) => ({ type: 'edit', run, command }));
  }

  private ask(name: string, question: Question, old: Subscription | null): void {
    const subscription: Subscription = { question, key: ++this.keys, run: 0 };
    this.subscriptions.set(name, subscription);
    const { key } = subscription;
    const { id, query } = question;
    this.tell((run) => {
      subscription.run = run;
      return { type: 'subscribe', run, key, id, query, instead: old?.run === run ? old.key : null };
    });
  }

  /** Asks a run that opened what it has not been asked yet. */
  private askAgain(): void {
    for (const [name, { question, run }] of this.subscriptions) {
      if (run === this.shown) continue;
      if (question.once === true) this.subscriptions.delete(name);
      else this.ask(name, question, null);
    }
  }

  private observed({ run, key, step, time, value }: Extract<FromWorker, { type: 'observed' }>): void {
    if (run !== this.shown) return;
    for (const [name, { question, key: asked }] of this.subscriptions) {
      const { id, once = false } = question;
      if (asked === key) this.emit({ type: 'observed', seen: { name, id, once, step, time, value } as Seen });
    }
  }

  private editAnswered(): void {
    this.editInFlight = false;
    this.sendEdit();
  }

  private receive(message: FromWorker): void {
    if (message.type === 'ready') this.made = message.run;
    if (message.type === 'answer') {
      this.answered(message.ask);
      return;
    }
    if (message.run !== this.shown && message.run !== this.run) return;
    switch (message.type) {
      case 'ready':
        // Of two runs asked for in a row only the later one is meant.
        if (message.run !== (this.coming ?? this.shown)) return;
        this.shown = message.run;
        this.coming = null;
        this.meanwhile = [];
        this.playing = false;
        this.info =
          message.asAsked && this.asked !== null ? { ...message.info, document: this.asked } : message.info;
        this.latest = null;
        this.table = new TraceTable(message.info.tracks.length);
        this.send({ type: 'speed', run: this.shown, rate: this.rate });
        if (this.conditions !== null) this.stopWhen(this.conditions);
        this.emit({ type: 'ready', info: this.info });
        this.askAgain();
        return;
      case 'edited':
        this.edited(message);
        return;
      case 'facts': {
        if (message.run !== this.shown || this.info === null) return;
        const { facts, data } = message;
        this.info = { ...this.info, ...facts, data: data ?? this.info.data };
        this.emit({ type: 'facts', info: this.info });
        return;
      }
      case 'frame':
        this.receiveFrame(message.run, message.buffer);
        return;
      case 'traces':
        if (message.run !== this.shown || this.table === null) return;
        if (message.restart) this.table.clear();
        this.table.append(message.rows);
        return;
      case 'playing':
        this.playing = message.playing;
        this.emit({ type: 'playing', playing: message.playing });
        return;
      case 'observed':
        this.observed(message);
        return;
      case 'stopped':
        this.emit({ type: 'stopped', reason: message.reason, step: message.step });
        return;
      case 'blow-up':
        this.emit({ type: 'blow-up', blowUp: message.blowUp });
        return;
      case 'refused': {
        const { path, value, expected } = message;
        if (message.run === this.coming) this.stay();
        else if (message.run === this.shown && this.coming === null) this.editAnswered();
        this.emit({ type: 'refused', path, value, expected });
        return;
      }
    }
  }

  /** Everything but the edits and what they changed stays the same object. */
  private edited(message: Extract<FromWorker, { type: 'edited' }>): void {
    if (message.run !== this.shown || this.info === null) return;
    const { kept, facts, data } = message;
    const edits = [...this.info.document.edits.slice(0, kept), ...message.edits];
    const document = { ...this.info.document, edits };
    this.info = { ...this.info, ...facts, document, data: data ?? this.info.data };
    // What was known of the steps after the edit is no longer what will come.
    this.table?.truncate(edits.at(-1)?.step ?? 0);
    // Answers of the run that is left are no answers to what the coming one was told.
    if (this.coming !== null) return;
    this.editAnswered();
    this.emit({ type: 'edited', info: this.info });
  }

  private receiveFrame(run: number, buffer: ArrayBuffer): void {
    if (run !== this.shown || this.info === null) return;
    const old = this.latest;
    this.latest = frameViews(buffer, this.info.shape);
    this.restarts = 0;
    this.emit({ type: 'frame', frame: this.latest });
    if (old !== null) this.send({ type: 'return', run, buffer: old.buffer }, [old.buffer]);
  }

  /**
   * Starts a new worker and brings it to where the old one was last seen; a run that played goes on. An edit that was
   * being made may be what ended the worker: it is not made again, those behind it are.
   */
  private crashed(reason: string): void {
    this.emit({ type: 'crashed', reason });
    this.port.terminate();
    this.restarts++;
    // Its answer will not come.
    this.asking = null;
    if (this.restarts > MOST_RESTARTS) {
      this.settle();
      return;
    }
    const { coming, asked, askedStep, meanwhile, playing } = this;
    const step = this.latest?.header[HEADER.step] ?? 0;
    this.port = this.start();
    if (coming !== null && asked !== null) this.again(asked, askedStep, meanwhile);
    else if (this.info !== null) {
      this.editInFlight = false;
      this.again(this.info.document, step, playing ? [(run) => ({ type: 'play', run })] : []);
    }
  }

  private emit(event: ClientEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}

function isMerged(older: EditRequest, newer: EditRequest): boolean {
  if (older.kind === 'meet' || newer.kind === 'meet') return older.kind === newer.kind;
  return mergeCommands(older, newer) !== null;
}
