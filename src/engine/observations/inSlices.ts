import type { Simulation } from '../simulation.ts';
import type { Observer } from './types.ts';

/** A quantity of one instant that takes longer than a stretch: a generator made anew for every instant. */
export type Work<Value> = (simulation: Simulation) => Generator<unknown, Value>;

/** Stretches that are let pass after each result, so that it is renewed a few times a second and leaves the run its time. */
const PAUSE = 32;

/**
 * Follows a run with a quantity that is made in slices: of the state where it began, and again, of where the run is by
 * then. Until the first is found there is null.
 *  @param make  keeps what it needs of the state before its first yield
 */
export function inSlices<Value>(simulation: Simulation, make: Work<Value>): Observer<Value | null> {
  let found: Value | null = null;
  /** Step that `found` is of. */
  let of = -1;
  let pause = 0;
  let running: { readonly generator: Generator<unknown, Value>; readonly step: number } | null = null;
  return {
    // What is given is given away.
    read: () => structuredClone(found),
    pending: () => running !== null || of !== simulation.step,
    work(mayGoOn) {
      if (running === null && pause-- > 0) return false;
      running ??= { generator: make(simulation), step: simulation.step };
      const { generator, step } = running;
      let next = generator.next();
      while (next.done !== true && mayGoOn()) next = generator.next();
      if (next.done !== true) return false;
      found = next.value;
      of = step;
      pause = PAUSE;
      running = null;
      return true;
    },
    truncate() {
      running = null;
      of = -1;
    },
  };
}
