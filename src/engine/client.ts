import type { StudyId } from '../scenario/studies.ts';
import type { Command, RunDocument } from '../scenario/types.ts';
import { frameViews, HEADER, type FrameViews } from './frame.ts';
import type {
  BlowUp,
  FieldPast,
  FromWorker,
  Learned,
  RunInfo,
  StopConditions,
  StudyReport,
  ToWorker,
  Watch,
  WeightHistory,
} from './protocol.ts';
import { TraceTable, type Traces } from './traces.ts';

/** What happens in the engine, for the page. */
export type ClientEvent =
  | { readonly type: 'ready' | 'edited' | 'facts'; readonly info: RunInfo }
  | { readonly type: 'playing'; readonly playing: boolean }
  | { readonly type: 'frame'; readonly frame: FrameViews }
  | { readonly type: 'learned'; readonly learned: Learned }
  | { readonly type: 'weight-history'; readonly history: WeightHistory }
  | { readonly type: 'field-past'; readonly past: FieldPast }
  | { readonly type: 'study'; readonly report: StudyReport }
  | { readonly type: 'stopped'; readonly reason: keyof StopConditions; readonly step: number }
  | { readonly type: 'blow-up'; readonly blowUp: BlowUp }
  | {
      readonly type: 'refused';
      readonly path: string;
      readonly value: unknown;
      readonly expected: string;
    }
  | { readonly type: 'crashed'; readonly reason: string };

/** A worker as the client sees it; tests hand in their own. */
export interface Port {
  postMessage(message: ToWorker, transfer: Transferable[]): void;
  onmessage: ((event: { data: FromWorker }) => void) | null;
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
  private watched: Watch | null = null;
  private conditions: StopConditions | null = null;
  private editInFlight = false;
  /** Id of a run that was asked for and is neither here nor refused yet. */
  private coming: number | null = null;
  /** Messages to the run that is coming: were it refused, they are meant for the one that stays. */
  private meanwhile: ((run: number) => ToWorker)[] = [];
  /** The step that the coming run is taken to. */
  private askedStep = 0;
  private playing = false;
  private readonly waiting = new Map<string, Command>();
  private readonly listeners = new Set<(event: ClientEvent) => void>();
  private restarts = 0;

  constructor(spawn: () => Port) {
    this.spawn = spawn;
    this.port = this.start();
  }

  /** Opens a run and takes it to a step: the same document and step are the same bits. */
  open(document: RunDocument, step = 0): void {
    this.run++;
    this.waiting.clear();
    this.editInFlight = false;
    this.meanwhile = [];
    this.coming = this.run;
    this.asked = document;
    this.askedStep = step;
    this.send({ type: 'open', run: this.run, document });
    if (step > 0) this.send({ type: 'seek', run: this.run, step });
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
    this.tell((run) => ({ type: 'reset', run }));
  }

  seek(step: number): void {
    this.tell((run) => ({ type: 'seek', run, step }));
  }

  speed(rate: number): void {
    this.rate = rate;
    this.tell((run) => ({ type: 'speed', run, rate }));
  }

  edit(command: Command): void {
    this.waiting.delete(command.path);
    this.waiting.set(command.path, command);
    this.sendEdit();
  }

  sample(index: number): void {
    this.tell((run) => ({ type: 'sample', run, sample: index }));
  }

  /** Says what else is wanted; see Watch. Stays in force for later runs. */
  watch(watch: Watch): void {
    this.watched = watch;
    this.tell((run) => ({ type: 'watch', run, watch }));
  }

  /** Sets where playing stops by itself; stays in force for later runs. */
  stopWhen(conditions: StopConditions): void {
    this.conditions = conditions;
    this.tell((run) => ({ type: 'stop-when', run, conditions }));
  }

  /** Makes a study of the scenario as it stands, beside the run. */
  study(study: StudyId): void {
    this.tell((run) => ({ type: 'study', run, study }));
  }

  cancelStudy(): void {
    this.tell((run) => ({ type: 'cancel-study', run }));
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
    for (const message of kept) this.send(message(this.shown));
  }

  private sendEdit(): void {
    if (this.editInFlight) return;
    const next = this.waiting.values().next();
    if (next.done === true) return;
    this.waiting.delete(next.value.path);
    this.editInFlight = true;
    const command = next.value;
    this.tell((run) => ({ type: 'edit', run, command }));
  }

  private editAnswered(): void {
    this.editInFlight = false;
    this.sendEdit();
  }

  private receive(message: FromWorker): void {
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
      case 'learned':
        this.emit({ type: 'learned', learned: message.learned });
        return;
      case 'weight-history':
        this.emit({ type: 'weight-history', history: message.history });
        return;
      case 'field-past':
        this.emit({ type: 'field-past', past: message.past });
        return;
      case 'study':
        if (message.run === this.shown) this.emit({ type: 'study', report: message.report });
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
    if (this.restarts > MOST_RESTARTS) return;
    const { coming, asked, askedStep, meanwhile, playing, editInFlight } = this;
    const behind = [...this.waiting.values()];
    const step = this.latest?.header[HEADER.step] ?? 0;
    this.port = this.start();
    if (coming !== null && asked !== null) {
      this.open(asked, askedStep);
      for (const message of meanwhile) this.tell(message);
      // The edit among them that was being made is in flight again.
      this.editInFlight = editInFlight;
    } else if (this.info !== null) {
      this.open(this.info.document, step);
      if (playing) this.play();
    } else return;
    for (const command of behind) this.edit(command);
    if (this.watched !== null) this.send({ type: 'watch', run: this.run, watch: this.watched });
  }

  private emit(event: ClientEvent): void {
    for (const listener of this.listeners) listener(event);
  }
}
