import type { Simulation } from '../simulation.ts';
import { gridOf, type Grid } from './fieldTape.ts';
import { Reliving } from './reliving.ts';
import type { ObservedRun, Observer } from './types.ts';

/** Rows are forgotten when there are this many times those of a window. */
const SPARE = 4;

/** What a question says of the past that it wants. */
export const pastParameters = {
  rows: { type: 'count', default: 192, help: 'At most so many rows, the present among them.' },
  last: {
    type: 'count',
    default: 0,
    help: 'Each of the last so many steps; 0: all steps from the start, thinned.',
  },
} as const;

/** What is known of the past, the present last. */
export interface PastRows<Row> {
  /** Steps between rows, a power of two. */
  readonly spacing: number;
  /** Whether no row is missing. */
  readonly complete: boolean;
  readonly steps: Float64Array;
  readonly rows: readonly Row[];
}

/** Rows that take longer than the steps that they are of: what they need is kept, and they are made beside the run. */
export interface LaterRows<Row> {
  /** Takes what a row needs of a run, which goes on. @returns what makes it */
  readonly take: (simulation: Simulation) => () => Row;
  /** How many may wait; those beyond are lived again. */
  readonly most: number;
}

/** Where a past begins, and how it is gathered. */
export interface Gathering {
  /** Step of its first row; left out: that of the start. Where it is another, so is the past: `truncate` tells when. */
  readonly since: () => number;
  /** Whether rows are kept as they pass: not where they take so long that the run would wait for them. */
  readonly passing: boolean;
}
const FROM_START: Gathering = { since: () => 0, passing: true };

/**
 * Follows what a run was like: at every multiple of `spacing` steps from the start, or at each of the last `last` steps. What
 * passed while it was watched is kept, the rest is lived again from the same draws: complete after a seek too.
 *  @param at    a row of the step at which a simulation stands, with arrays of its own; null where it cannot be made before the
 *    first one
 *  @param tell  what is told of the rows
 *  @param later  where a row takes long; left out: it is made at its step
 *  @param gathering  where the past does not begin at the start
 */
export function pastObserver<Row, Value>(
  { simulation, history, kernels }: ObservedRun,
  { rows, last }: { readonly rows: number; readonly last: number },
  at: (simulation: Simulation) => Row | null,
  tell: (past: PastRows<Row>) => Value,
  later: LaterRows<Row> | null = null,
  { since, passing }: Gathering = FROM_START,
): Observer<Value> {
  const reliving = new Reliving(kernels);
  const tape = new Map<number, Row>();
  /** Rows that wait to be made, by their steps. */
  const waiting = new Map<number, () => Row>();
  let stuck = false;

  const grid = (): Grid => {
    if (last === 0) {
      const { step, time, dt } = simulation;
      const first = since();
      const { spacing } = gridOf({ step: step - first, time, dt }, { rows, from: -Infinity });
      return { spacing, first };
    }
    return { spacing: 1, first: Math.max(0, simulation.step - last + 1) };
  };
  const missing = (): number | null => {
    const { spacing, first } = grid();
    for (let step = first; step < simulation.step; step += spacing) {
      if (!tape.has(step) && !waiting.has(step)) return step;
    }
    return null;
  };
  const thin = (): void => {
    if (tape.size <= SPARE * Math.max(rows, last)) return;
    const { spacing, first } = grid();
    for (const step of tape.keys()) if ((step - first) % spacing !== 0 || step < first) tape.delete(step);
  };
  const put = (step: number, row: Row | null): boolean => {
    if (row !== null) tape.set(step, row);
    return row !== null;
  };
  /** Lets those go that are not wanted any more. */
  const release = (): void => {
    const { spacing, first } = grid();
    for (const step of waiting.keys()) {
      if ((step - first) % spacing !== 0 || step < first || step > simulation.step) waiting.delete(step);
    }
  };
  /** Makes the latest of those that wait. */
  const make = (): void => {
    const [step, row] = [...waiting].at(-1) ?? [];
    if (step === undefined || row === undefined) return;
    tape.set(step, row());
    waiting.delete(step);
    thin();
  };
  return {
    next() {
      if (!passing) return Infinity;
      const { spacing, first } = grid();
      return first + (Math.floor((simulation.step - first) / spacing) + 1) * spacing;
    },
    keep() {
      if (later === null) put(simulation.step, at(simulation));
      else {
        release();
        if (waiting.size < later.most) waiting.set(simulation.step, later.take(simulation));
      }
      thin();
    },
    read() {
      stuck = false;
      const { spacing, first } = grid();
      const steps: number[] = [];
      const found: Row[] = [];
      for (let step = first; step < simulation.step; step += spacing) {
        const row = tape.get(step);
        if (row === undefined) continue;
        steps.push(step);
        found.push(row);
      }
      const now = at(simulation);
      // The next look begins here: what was just made need not be made again.
      put(simulation.step, now);
      waiting.delete(simulation.step);
      if (now !== null) {
        steps.push(simulation.step);
        found.push(now);
      }
      return tell({
        spacing,
        complete: waiting.size === 0 && missing() === null,
        steps: Float64Array.from(steps),
        rows: found,
      });
    },
    pending: () => waiting.size > 0 || (!stuck && missing() !== null),
    work(mayGoOn) {
      let made = false;
      release();
      do {
        if (waiting.size > 0) {
          make();
          made = true;
          continue;
        }
        const wanted = missing();
        if (wanted === null) return made;
        const state = reliving.towards(wanted, simulation.document, history, mayGoOn);
        stuck = state === null;
        if (state === null || state.step < wanted) return made;
        stuck = !put(wanted, at(state));
        if (stuck) return made;
        made = true;
      } while (mayGoOn());
      return made;
    },
    truncate() {
      // An edit makes other rows at its very step.
      for (const known of [tape, waiting]) {
        for (const step of known.keys()) if (step >= simulation.step) known.delete(step);
      }
      reliving.drop();
      stuck = false;
    },
  };
}

/** Rows one after the other. */
export function joined(rows: readonly Float64Array[]): Float64Array {
  const width = rows[0].length;
  const out = new Float64Array(rows.length * width);
  rows.forEach((row, index) => out.set(row, index * width));
  return out;
}
