import type { Client } from '../../engine/client.ts';
import type { Question, Seen } from '../../engine/subscriptions.ts';
import { sameJson } from '../../scenario/plain.ts';

const MARK = ' ';
const nameOf = (window: string, name: string): string => `audience${MARK}${window}${MARK}${name}`;

/** What a window sees of what it watches, by its own name for it. */
interface Answer {
  readonly to: string;
  readonly seen: Seen;
}

/** What windows watch, asked of the laptop's engine in their names, and what was seen of it last. */
export class Watches {
  private readonly engine: Pick<Client, 'subscribe' | 'unsubscribe'>;
  private readonly asked = new Map<string, Map<string, Question>>();
  private readonly seen = new Map<string, Answer>();

  constructor(engine: Pick<Client, 'subscribe' | 'unsubscribe'>) {
    this.engine = engine;
  }

  /** A window watches this and nothing else. */
  set(window: string, asked: readonly (readonly [string, Question])[]): void {
    const own = this.asked.get(window) ?? new Map<string, Question>();
    this.asked.set(window, own);
    const next = new Map(asked);
    for (const name of own.keys()) if (!next.has(name)) this.end(window, own, name);
    for (const [name, question] of next) {
      const old = own.get(name);
      if (old !== undefined && sameJson(old, question)) continue;
      own.set(name, question);
      this.engine.subscribe(nameOf(window, name), question);
    }
  }

  /** A window is gone. */
  drop(window: string): void {
    const own = this.asked.get(window);
    for (const name of own?.keys() ?? []) if (own !== undefined) this.end(window, own, name);
    this.asked.delete(window);
  }

  /** Keeps what the engine saw. @returns whose it is; null where no window watches it */
  take(seen: Seen): Answer | null {
    const [, to, ...rest] = seen.name.split(MARK);
    const name = rest.join(MARK);
    if (to === undefined || seen.name !== nameOf(to, name) || this.asked.get(to)?.has(name) !== true)
      return null;
    const answer = { to, seen: { ...seen, name } };
    this.seen.set(seen.name, answer);
    return answer;
  }

  /** What was seen last. */
  answers(): readonly Answer[] {
    return [...this.seen.values()];
  }

  /** Another run: nothing has been seen of it. */
  forgetSeen(): void {
    this.seen.clear();
  }

  private end(window: string, own: Map<string, Question>, name: string): void {
    own.delete(name);
    this.engine.unsubscribe(nameOf(window, name));
    this.seen.delete(nameOf(window, name));
  }
}
