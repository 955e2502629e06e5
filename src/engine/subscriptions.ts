import type { ObservationId, QueryOf, ValueOf } from './observations/index.ts';
import type { FromWorker, ToWorker } from './protocol.ts';

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

/** Speaks to a run, whichever the message comes to be for. */
type Tell = (message: (run: number) => ToWorker) => void;

/** What the page watches, by name; in the worker questions go by keys, of which none is used twice. */
export class Subscriptions {
  private readonly tell: Tell;
  private readonly byName = new Map<string, Subscription>();
  /** Keys that were used. */
  private keys = 0;

  constructor(tell: Tell) {
    this.tell = tell;
  }

  /**
   * Asks for an observation under a name, of this run and, unless it is meant once, of later ones. Another question under
   * the same name takes its place: what was on the way to the old one is dropped.
   */
  ask(name: string, question: Question): void {
    this.put(name, question, this.byName.get(name) ?? null);
  }

  /** Ends it: what is on the way is dropped. */
  end(name: string): void {
    const known = this.byName.get(name);
    if (known === undefined) return;
    this.byName.delete(name);
    const { key } = known;
    this.tell((run) => ({ type: 'unsubscribe', run, key }));
  }

  /** The run begins anew: what was asked about it as it stood is asked no more. */
  forgetOnce(): void {
    for (const [name, { question }] of this.byName) {
      if (question.once === true) this.byName.delete(name);
    }
  }

  /** Asks a run that opened what it has not been asked yet. */
  askAgain(shown: number): void {
    for (const [name, { question, run }] of this.byName) {
      if (run === shown) continue;
      if (question.once === true) this.byName.delete(name);
      else this.put(name, question, null);
    }
  }

  /** What an answer says, under the name of its question; none where nobody asks it any more. */
  seen({ key, step, time, value }: Extract<FromWorker, { type: 'observed' }>): Seen | null {
    for (const [name, { question, key: asked }] of this.byName) {
      const { id, once = false } = question;
      if (asked === key) return { name, id, once, step, time, value } as Seen;
    }
    return null;
  }

  private put(name: string, question: Question, old: Subscription | null): void {
    const subscription: Subscription = { question, key: ++this.keys, run: 0 };
    this.byName.set(name, subscription);
    const { key } = subscription;
    const { id, query } = question;
    this.tell((run) => {
      subscription.run = run;
      return { type: 'subscribe', run, key, id, query, instead: old?.run === run ? old.key : null };
    });
  }
}
