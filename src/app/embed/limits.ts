/** Messages come from strangers: they are measured before anything else is done with them. */
import { ScenarioError } from '../../scenario/types.ts';

/** Largest message, in characters of its texts and names: a document with data of its own has some millions. */
export const MOST_CHARACTERS = 8 * 1024 * 1024;
/** Most values in one message. */
const MOST_VALUES = 2_000_000;
/** Most requests that wait; a page asks, and hears, before it asks a thousand times. */
export const MOST_WAITING = 200;
/** Requests a second that are taken: twice what a slider on a fast screen sends. */
export const PER_SECOND = 240;

/** Whether a message is plain data within these limits. @throws ScenarioError at `$` */
export function checkSize(message: unknown): void {
  const stack: unknown[] = [message];
  let characters = 0;
  let values = 0;
  while (stack.length > 0) {
    const value = stack.pop();
    values += 1;
    if (values > MOST_VALUES) throw new ScenarioError('$', undefined, `at most ${MOST_VALUES} values`);
    if (typeof value === 'string') characters += value.length;
    else if (typeof value === 'object' && value !== null) {
      const prototype: unknown = Object.getPrototypeOf(value);
      if (!Array.isArray(value) && prototype !== Object.prototype && prototype !== null)
        throw new ScenarioError('$', undefined, 'plain JSON data');
      if (Array.isArray(value)) for (const member of value) stack.push(member);
      else
        for (const [key, member] of Object.entries(value)) {
          characters += key.length;
          stack.push(member);
        }
    }
    if (characters > MOST_CHARACTERS)
      throw new ScenarioError('$', undefined, `at most ${MOST_CHARACTERS} characters`);
  }
}

/** Takes so many requests a second, as many at once; those above are refused until time has passed. */
export class Pace {
  private readonly now: () => number;
  private left = PER_SECOND;
  private at: number;

  constructor(now: () => number) {
    this.now = now;
    this.at = now();
  }

  /** @throws ScenarioError at `rate` */
  take(): void {
    const now = this.now();
    this.left = Math.min(PER_SECOND, this.left + (PER_SECOND * (now - this.at)) / 1000);
    this.at = now;
    if (this.left < 1) throw new ScenarioError('rate', undefined, `at most ${PER_SECOND} requests a second`);
    this.left -= 1;
  }
}
