import { findObservation } from './index.ts';
import { completeQuery } from './query.ts';
import type { Observation, ObservedRun, Observer } from './types.ts';

/** What is seen is renewed at most this often, unless the observation says otherwise. */
const INTERVAL_MS = 200;

/** A question under a key. */
export interface Asked {
  readonly key: number;
  readonly id: string;
  /** What it says; the rest takes its defaults. */
  readonly query?: Readonly<Record<string, unknown>>;
  /** Key of another question that this one takes the place of; what it knows is used. */
  readonly instead?: number | null;
}

interface Entry {
  readonly asked: Asked;
  readonly observation: Observation;
  readonly observer: Observer<unknown, unknown>;
  /** Step that `next` told. */
  keepAt: number;
  shownStep: number;
  shownAt: number;
  /** Something changed without a step. */
  stale: boolean;
}

/** Everything that is being observed of one run, by key. Nothing else is created or computed. */
export class Observers {
  private readonly run: ObservedRun;
  private readonly entries = new Map<number, Entry>();
  /** Whose turn it is to work. */
  private turn = 0;

  constructor(run: ObservedRun) {
    this.run = run;
  }

  /** @throws ScenarioError where there is no such observation, or the run or the question is none for it */
  subscribe(asked: Asked): void {
    const { key, id, query = {}, instead } = asked;
    const old = this.entries.get(instead ?? key);
    this.entries.delete(instead ?? key);
    const observation = findObservation(id);
    const complete = completeQuery(id, observation.parameters, query);
    const known = old?.observation === observation && old.observer.ask !== undefined ? old.observer : null;
    known?.ask?.(complete);
    const observer = known ?? observation.create(complete, this.run);
    const shown = { shownStep: -1, shownAt: -Infinity, stale: true };
    this.entries.set(key, { asked, observation, observer, keepAt: Infinity, ...shown });
  }

  unsubscribe(key: number): void {
    this.entries.delete(key);
  }

  /** What is asked of this run and of what it becomes; most jobs are of what it is. */
  questions(): readonly Asked[] {
    const lasting = [...this.entries.values()].filter(
      ({ observation, observer }) => observation.cadence !== 'job' || observer.lasts !== undefined,
    );
    return lasting.map(({ asked: { key, id, query } }) => ({
      key,
      id,
      ...(query === undefined ? {} : { query }),
    }));
  }

  /** Step after the present one at which something is to be kept; Infinity for none. */
  next(): number {
    let least = Infinity;
    for (const entry of this.entries.values()) {
      entry.keepAt = entry.observer.next?.() ?? Infinity;
      least = Math.min(least, entry.keepAt);
    }
    return least;
  }

  /** Keeps what is to be kept at the present step. */
  keep(): void {
    const { step } = this.run.simulation;
    for (const { keepAt, observer } of this.entries.values()) if (keepAt === step) observer.keep?.();
  }

  /** The future after the present step is another one now. */
  truncate(): void {
    for (const { observer } of this.entries.values()) observer.truncate?.();
    this.refresh();
  }

  /** Jobs are of the scenario as it was: they end without a word, but for those that say whether it matters to them. */
  dropJobs(): void {
    for (const [key, { asked, observation, observer }] of this.entries) {
      if (observation.cadence !== 'job' || observer.lasts?.() === true) continue;
      this.entries.delete(key);
      if (observer.lasts !== undefined) this.subscribe(asked);
    }
  }

  /** Jobs begin anew, of the scenario as it is now. */
  renewJobs(): void {
    const jobs = [...this.entries.values()].filter(({ observation }) => observation.cadence === 'job');
    for (const { asked } of jobs) this.subscribe(asked);
  }

  /** What follows the run is due at once. */
  refresh(): void {
    for (const entry of this.entries.values()) {
      if (!follows(entry)) continue;
      entry.stale = true;
      entry.shownAt = -Infinity;
    }
  }

  /** What is due: of what has changed, five times a second or as often as it says. */
  private due(now: number): Entry[] {
    const { step } = this.run.simulation;
    return [...this.entries.values()].filter(
      (entry) =>
        (entry.stale || (follows(entry) && step !== entry.shownStep)) &&
        now - entry.shownAt >= (entry.observation.intervalMs ?? INTERVAL_MS),
    );
  }

  /** Whether answers are due: the run has to rest to give them. */
  areDue(now: number): boolean {
    return this.due(now).length > 0;
  }

  /** Answers that are due. */
  answers(now: number): readonly (readonly [key: number, value: unknown])[] {
    const { step } = this.run.simulation;
    return this.due(now).map((entry) => {
      entry.shownStep = step;
      entry.shownAt = now;
      entry.stale = false;
      return [entry.asked.key, entry.observer.read()] as const;
    });
  }

  /** Whether there is work to be done between steps. */
  get pending(): boolean {
    for (const { observer } of this.entries.values()) if (observer.pending?.() === true) return true;
    return false;
  }

  /** Works for one of those that have to, in turn; the last of it is shown at once. */
  work(mayGoOn: () => boolean): void {
    const able = [...this.entries.values()].filter(({ observer }) => observer.pending?.() === true);
    if (able.length === 0) return;
    const entry = able[this.turn++ % able.length];
    if (entry.observer.work?.(mayGoOn) === true) entry.stale = true;
    if (entry.observer.pending?.() !== true) entry.shownAt = -Infinity;
  }

  /** What is seen under a key now, with all the work that it takes. */
  value(key: number): unknown {
    const observer = this.entries.get(key)?.observer;
    while (observer?.pending?.() === true) observer.work?.(() => true);
    return observer?.read();
  }
}

function follows({ observation: { cadence } }: Entry): boolean {
  return cadence === 'frame' || cadence === 'step';
}
