import type { Simulation } from '../simulation.ts';
import type { Observer } from './types.ts';

/** A quantity of one instant that takes longer than a stretch: a generator made anew for every instant. */
export type Work<Value> = (simulation: Simulation) => Generator<unknown, Value>;

/** Stretches that are let pass after each result, so that it is renewed a few times a second and leaves the run its time. */
const PAUSE = 32;
/** Least stretches that are let pass for each that it took: of what is long a small part of the run's time is left. */
const PAUSE_PER_STRETCH = 8;

/**
 * Follows a run with a quantity that is made in slices: of the state where it began, and again, of where the run is by
 * then. Until the first is found there is null.
 *  @param make    keeps what it needs of the state before its first yield
 *  @param modest  whether it is to pause the longer the longer it took, so that it stays a tenth of the run's time
 */
export function inSlices<Value>(
  simulation: Simulation,
  make: Work<Value>,
  modest = false,
): Observer<Value | null> {
  let found: Value | null = null;
  /** Step that `found` is of. */
  let of = -1;
  let pause = 0;
  let stretches = 0;
  let running: { readonly generator: Generator<unknown, Value>; readonly step: number } | null = null;
  return {
    // What is given is given away.
    read: () => structuredClone(found),
    pending: () => running !== null || of !== simulation.step,
    work(mayGoOn) {
      if (running === null && pause-- > 0) return false;
      if (running === null) stretches = 0;
      running ??= { generator: make(simulation), step: simulation.step };
      stretches++;
      const { generator, step } = running;
      let next = generator.next();
      while (next.done !== true && mayGoOn()) next = generator.next();
      if (next.done !== true) return false;
      found = next.value;
      of = step;
      pause = Math.max(PAUSE, modest ? PAUSE_PER_STRETCH * stretches : 0);
      running = null;
      return true;
    },
    truncate() {
      running = null;
      of = -1;
    },
  };
}
