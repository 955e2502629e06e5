import { SUPERSEDED, Unanswered, type Outcome, type Told } from '../engine/outcome.ts';
import type { RunDocument } from '../scenario/types.ts';
import type { Engine } from './types.ts';

/** How long a hand that presses again and again has to rest before the run that it asked for is made, milliseconds. */
export const REST_MS = 250;

/** An engine that can also be asked for a run that its hand may still change. */
export interface PatientEngine extends Engine {
  /** Opens a run once no other was asked for in `REST_MS`, or at once where something is asked of it before. */
  openSoon(document: RunDocument, step: number): Told;
  /** Whether a run waits to be opened. */
  waits(): boolean;
  /** Opens it no more. */
  leave(): void;
}

/**
 * Makes one run of many presses: to make a network and to draw it takes longer than the next press of a hand.
 *  @returns the engine; whatever is asked of a run that waits makes it first, so nothing comes in another order
 */
export function withPatience(engine: Engine): PatientEngine {
  let waiting: { readonly make: () => void; readonly leave: () => void } | null = null;
  const leave = (): void => {
    waiting?.leave();
    waiting = null;
  };
  const make = (): void => {
    const { make } = waiting ?? {};
    waiting = null;
    make?.();
  };
  const first =
    <Args extends unknown[], Result>(ask: (...args: Args) => Result) =>
    (...args: Args): Result => {
      make();
      return ask(...args);
    };
  return {
    openSoon(document, step) {
      leave();
      const outcome = new Unanswered();
      const tell = (told: Outcome): void => outcome.tell(told);
      const timer = setTimeout(make, REST_MS);
      waiting = {
        make: () => {
          clearTimeout(timer);
          void engine.open(document, step).then(tell);
        },
        leave: () => {
          clearTimeout(timer);
          tell(SUPERSEDED);
        },
      };
      return outcome.told;
    },
    waits: () => waiting !== null,
    leave,
    open(document, step) {
      leave();
      return engine.open(document, step);
    },
    play: first(() => engine.play()),
    pause: first(() => engine.pause()),
    step: first((count) => engine.step(count)),
    reset: first(() => engine.reset()),
    seek: first((step) => engine.seek(step)),
    edit: first((command) => engine.edit(command)),
    sample: first((index) => engine.sample(index)),
    // These stay in force for the run that comes.
    speed: (rate) => engine.speed(rate),
    stopWhen: (conditions) => engine.stopWhen(conditions),
    subscribe: (name, question) => engine.subscribe(name, question),
    unsubscribe: (name) => engine.unsubscribe(name),
    unanswered: () => engine.unanswered(),
    frame: () => engine.frame(),
    traces: () => engine.traces(),
    listen: (listener) => engine.listen(listener),
  };
}
