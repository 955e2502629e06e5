import type { Kernels } from '../../kernels/types.ts';
import type { StudyId } from '../../scenario/studies.ts';
import { ScenarioError, type Scenario } from '../../scenario/types.ts';
import type { StudyReport } from '../protocol.ts';
import { studies } from './index.ts';
import { StudyRefusal, type StudyFindings, type StudyProgress } from './types.ts';

/** Longest stretch of work before others get their turn, and how long they get: a playing run keeps its pace. */
const SLICE_MS = 5;
const REST_MS = 4;
/** The page is told this often. */
const TELL_MS = 150;

/** What the desk needs of the world (engine/runner.ts, Host). */
interface DeskHost {
  now(): number;
  later(callback: () => void, milliseconds: number): void;
}

interface Work {
  readonly id: StudyId;
  readonly generator: Generator<StudyProgress, StudyFindings>;
  readonly tell: (report: StudyReport) => void;
  latest: StudyProgress;
  toldAt: number;
}

/**
 * Makes one study at a time, in slices between the run's own. A study has its own systems, so the run's
 * trajectory is the same to the last bit with and without it.
 */
export class StudyDesk {
  private readonly host: DeskHost;
  private readonly kernels: Kernels;
  private work: Work | null = null;

  constructor(host: DeskHost, kernels: Kernels) {
    this.host = host;
    this.kernels = kernels;
  }

  /** Begins a study; one that was at work is cancelled. `tell` hears how it stands, from now to its end. */
  begin(id: StudyId, scenario: Scenario, tell: (report: StudyReport) => void): void {
    this.cancel();
    const latest = { done: 0, series: [], facts: [] };
    const work = {
      id,
      generator: studies[id].run(scenario, this.kernels),
      tell,
      latest,
      toldAt: this.host.now(),
    };
    this.work = work;
    this.report(work, 'running');
    this.host.later(() => this.slice(work), 0);
  }

  /** Stops the study at work; what it has found stays. */
  cancel(): void {
    const { work } = this;
    this.work = null;
    if (work !== null) this.report(work, 'cancelled');
  }

  /** Forgets the study at work without a word: its scenario is no longer the one that runs. */
  drop(): void {
    this.work = null;
  }

  private slice(work: Work): void {
    // Another one took its place, or it was stopped, while it waited.
    if (this.work !== work) return;
    const until = this.host.now() + SLICE_MS;
    try {
      do {
        const next = work.generator.next();
        if (next.done === true) {
          this.work = null;
          work.latest = { done: 1, ...next.value };
          this.report(work, 'done');
          return;
        }
        work.latest = next.value;
      } while (this.host.now() < until);
    } catch (error) {
      this.work = null;
      this.refuse(work, error);
      return;
    }
    if (until - work.toldAt >= TELL_MS) {
      work.toldAt = until;
      this.report(work, 'running');
    }
    this.host.later(() => this.slice(work), REST_MS);
  }

  /** @throws an error that is none of a study's */
  private refuse(work: Work, error: unknown): void {
    if (error instanceof StudyRefusal) this.report(work, 'refused', error.obstacle);
    // Numbers that overflow in the system are the only thing about a running scenario that can still be refused.
    else if (error instanceof ScenarioError) this.report(work, 'refused', 'not-finite');
    else throw error;
  }

  private report(
    { id, latest, tell }: Work,
    state: StudyReport['state'],
    obstacle: StudyReport['obstacle'] = null,
  ): void {
    const { done, series, facts } = latest;
    tell({ id, state, done, series, facts, obstacle });
  }
}
