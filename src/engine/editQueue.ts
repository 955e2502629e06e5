import { mergeCommands } from '../scenario/commands/index.ts';
import type { Edit } from '../scenario/types.ts';
import { SUPERSEDED, Unanswered, type Outcome, type Refusal, type Told } from './outcome.ts';
import type { EditRequest } from './protocol.ts';

/** An edit that was asked for. */
interface AskedEdit {
  readonly id: number;
  readonly request: EditRequest;
  readonly unanswered: Unanswered;
}

/**
 * Edits on their way to the engine: one at a time, and of those that wait the newer takes the place of what it does the
 * work of. Each is told its own outcome.
 */
export class EditQueue {
  private readonly send: (id: number, request: EditRequest) => void;
  private waiting: readonly AskedEdit[] = [];
  private inFlight: AskedEdit | null = null;
  /** The edit in flight that the engine has made: it is in the run's facts. */
  private known = 0;
  private ids = 0;

  constructor(send: (id: number, request: EditRequest) => void) {
    this.send = send;
  }

  add(request: EditRequest): Told {
    const asked: AskedEdit = { id: ++this.ids, request, unanswered: new Unanswered() };
    const merged = this.waiting.filter((older) => isMerged(older.request, request));
    this.waiting = [...this.waiting.filter((older) => !merged.includes(older)), asked];
    for (const { unanswered } of merged) unanswered.tell(SUPERSEDED);
    this.next();
    return asked.unanswered.told;
  }

  /**
   * The edit that was made, as the page has it: what it holds itself (a list of numbers) is not another copy.
   * @param made  the edit as the engine recorded it
   */
  made(id: number, made: Edit): Edit {
    this.known = id;
    const request = this.inFlight?.id === id ? this.inFlight.request : null;
    return request === null || request.kind === 'meet' ? made : { step: made.step, command: request };
  }

  /** Edits that are in no facts of the run yet, in order. */
  unanswered(): readonly EditRequest[] {
    const { inFlight, waiting, known } = this;
    const all = inFlight === null || inFlight.id === known ? waiting : [inFlight, ...waiting];
    return all.map(({ request }) => request);
  }

  /** The engine has answered; answers to edits of a run that was left are none. The next one goes. */
  answered(id: number, outcome: Outcome): void {
    if (this.inFlight?.id !== id) return;
    this.inFlight.unanswered.tell(outcome);
    this.inFlight = null;
    this.next();
  }

  /** The run is left: none of its edits is waited for any more. */
  drop(): void {
    const dropped = this.inFlight === null ? this.waiting : [this.inFlight, ...this.waiting];
    this.inFlight = null;
    this.waiting = [];
    for (const { unanswered } of dropped) unanswered.tell(SUPERSEDED);
  }

  /** The edit in flight will not be answered, for its worker ended; those behind it wait for `next`. */
  lost(problem: Refusal): void {
    const lost = this.inFlight;
    this.inFlight = null;
    lost?.unanswered.tell({ kind: 'refused', problem });
  }

  next(): void {
    if (this.inFlight !== null) return;
    const [first, ...others] = this.waiting;
    if (first === undefined) return;
    this.waiting = others;
    this.inFlight = first;
    this.send(first.id, first.request);
  }
}

function isMerged(older: EditRequest, newer: EditRequest): boolean {
  if (older.kind === 'meet' || newer.kind === 'meet') return older.kind === newer.kind;
  return mergeCommands(older, newer) !== null;
}
