import type { RunDocument } from '../scenario/types.ts';
import { EditQueue } from './editQueue.ts';
import { frameViews, HEADER, type FrameViews } from './frame.ts';
import { SUPERSEDED, Unanswered, type Outcome, type Told } from './outcome.ts';
import type { BlowUp, EditRequest, FromWorker, RunInfo, StopConditions, ToWorker } from './protocol.ts';
import { Settling } from './settling.ts';
import { Subscriptions, type Question, type Seen } from './subscriptions.ts';
import { TraceTable, type Traces } from './traces.ts';

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
  private readonly subscriptions = new Subscriptions((message) => this.tell(message));
  private readonly edits = new EditQueue((edit, command) =>
    this.tell((run) => ({ type: 'edit', run, edit, command })),
  );
  private conditions: StopConditions | null = null;
  /** Id of a run that was asked for and is neither here nor refused yet. */
  private coming: number | null = null;
  /** Messages to the run that is coming: were it refused, they are meant for the one that stays. */
  private meanwhile: ((run: number) => ToWorker)[] = [];
  /** Run that the worker has open: of two that were asked for in a row the earlier one, were the later refused. */
  private made = 0;
  /** The step that the coming run is taken to. */
  private askedStep = 0;
  /** Who waits for the run that is coming. */
  private opening: Unanswered | null = null;
  private playing = false;
  private readonly listeners = new Set<(event: ClientEvent) => void>();
  private restarts = 0;
  private readonly settling = new Settling(
    (ask) => this.send({ type: 'ask', ask, parameters: false }),
    (settled) => this.emit({ type: 'settled', settled }),
  );

  constructor(spawn: () => Port) {
    this.spawn = spawn;
    this.port = this.start();
  }

  /** Opens a run and takes it to a step: the same document and step are the same bits. Told once its facts are here. */
  open(document: RunDocument, step = 0): Told {
    this.edits.drop();
    this.opening?.tell(SUPERSEDED);
    const opening = new Unanswered();
    this.opening = opening;
    this.begin(document, step);
    return opening.told;
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
    this.subscriptions.forgetOnce();
    this.tell((run) => ({ type: 'reset', run }));
  }

  seek(step: number): void {
    this.tell((run) => ({ type: 'seek', run, step }));
  }

  speed(rate: number): void {
    this.rate = rate;
    this.tell((run) => ({ type: 'speed', run, rate }));
  }

  /** Edits go one at a time; one that waits gives way to the newer that does the work of it. */
  edit(command: EditRequest): Told {
    return this.edits.add(command);
  }

  /** Edits that were asked for and are in no facts yet, in order. */
  unanswered(): readonly EditRequest[] {
    return this.edits.unanswered();
  }

  sample(index: number): void {
    this.tell((run) => ({ type: 'sample', run, sample: index }));
  }

  /** Asks for an observation under a name; see Subscriptions. */
  subscribe(name: string, question: Question): void {
    this.subscriptions.ask(name, question);
  }

  unsubscribe(name: string): void {
    this.subscriptions.end(name);
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
    this.edits.drop();
    this.opening?.tell(SUPERSEDED);
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
    this.settling.told();
  }

  private begin(document: RunDocument, step: number): void {
    this.run++;
    this.meanwhile = [];
    this.coming = this.run;
    this.asked = document;
    this.askedStep = step;
    this.send({ type: 'open', run: this.run, document });
    if (step > 0) this.send({ type: 'seek', run: this.run, step });
    this.settling.told();
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
    this.begin(document, step);
    for (const message of said) this.tell(message);
  }

  private receive(message: FromWorker): void {
    if (message.type === 'ready') this.made = message.run;
    if (message.type === 'answer') {
      this.settling.answered(message.ask);
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
        this.subscriptions.askAgain(this.shown);
        this.opened({ kind: 'applied', step: this.askedStep, edit: null });
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
      case 'observed': {
        const seen = message.run === this.shown ? this.subscriptions.seen(message) : null;
        if (seen !== null) this.emit({ type: 'observed', seen });
        return;
      }
      case 'stopped':
        this.emit({ type: 'stopped', reason: message.reason, step: message.step });
        return;
      case 'blow-up':
        this.emit({ type: 'blow-up', blowUp: message.blowUp });
        return;
      case 'refused': {
        const { path, value, expected, edit } = message;
        const problem = { path, value, expected };
        const isOpening = message.run === this.coming;
        // Who waits for it is told once everyone has heard; what stays is not what was waited for.
        const { opening } = this;
        if (isOpening) {
          this.opening = null;
          this.stay();
        }
        this.emit({ type: 'refused', ...problem });
        if (isOpening) opening?.tell({ kind: 'refused', problem });
        else if (edit !== null) this.edits.answered(edit, { kind: 'refused', problem });
        return;
      }
    }
  }

  private opened(outcome: Outcome): void {
    this.opening?.tell(outcome);
    this.opening = null;
  }

  /** Everything but the edits and what they changed stays the same object. */
  private edited(message: Extract<FromWorker, { type: 'edited' }>): void {
    if (message.run !== this.shown || this.info === null) return;
    const { kept, facts, data } = message;
    const edit = this.edits.made(message.edit, message.edits[message.edits.length - 1]);
    const edits = [...this.info.document.edits.slice(0, kept), ...message.edits.slice(0, -1), edit];
    const document = { ...this.info.document, edits };
    this.info = { ...this.info, ...facts, document, data: data ?? this.info.data };
    // What was known of the steps after the edit is no longer what will come.
    this.table?.truncate(edits.at(-1)?.step ?? 0);
    // Answers of the run that is left are no answers to what the coming one was told.
    if (this.coming !== null) return;
    this.emit({ type: 'edited', info: this.info });
    this.edits.answered(message.edit, { kind: 'applied', step: edit.step, edit });
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
    this.settling.lost();
    const problem = { path: 'engine', value: reason, expected: 'a running worker' };
    if (this.restarts > MOST_RESTARTS) {
      this.edits.lost(problem);
      this.edits.drop();
      this.opened({ kind: 'refused', problem });
      this.settling.settle();
      return;
    }
    const { coming, asked, askedStep, meanwhile, playing } = this;
    const step = this.latest?.header[HEADER.step] ?? 0;
    this.port = this.start();
    if (coming !== null && asked !== null) this.again(asked, askedStep, meanwhile);
    else if (this.info !== null) {
      this.edits.lost(problem);
      this.again(this.info.document, step, playing ? [(run) => ({ type: 'play', run })] : []);
      this.edits.next();
    }
  }

  private emit(event: ClientEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
