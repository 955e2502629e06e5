import type { Kernels } from '../../kernels/types.ts';
import type { Observable } from '../../physics/observables/types.ts';
import { ScenarioError } from '../../scenario/types.ts';
import type { History } from '../history.ts';
import type { Simulation } from '../simulation.ts';
import type { NoParameters, Query, QueryParameters } from './query.ts';

/** The run that is looked at. Whoever looks changes nothing in it. */
export interface ObservedRun {
  readonly simulation: Simulation;
  /** States that it can go back to. */
  readonly history: History;
  readonly kernels: Kernels;
}

/** Follows one question about one run. */
export interface Observer<Value, Q = never> {
  /** What is seen at the present step: numbers and arrays of its own, which may be given away. */
  read(): Value;
  /** Step after the present one at which something has to be kept; Infinity for none. */
  next?(): number;
  /** Keeps it: the run stands at the step that `next` told. */
  keep?(): void;
  /** Whether there is work to be done between steps. */
  pending?(): boolean;
  /** Does some of it, for as long as it may. @returns whether something new can be seen */
  work?(mayGoOn: () => boolean): boolean;
  /** What comes after the present step is another future than the one that was known. */
  truncate?(): void;
  /**
   * Of a job that is of whatever runs: whether an edit has left all that it is about as it was. It goes on then, else it
   * begins anew. Left out: an edit ends it, and so does a reset.
   */
  lasts?(): boolean;
  /** Answers another question from now on, with what it knows already. */
  ask?(query: Q): void;
}

/**
 * Something that can be seen of a run, by whoever asks: the page, the terminal, an export. What nobody asks for is
 * never created.
 */
export interface Observation<
  Id extends string = string,
  P extends QueryParameters = QueryParameters,
  Value = unknown,
> {
  readonly id: Id;
  /** What a question may say, each with its default. */
  readonly parameters: P;
  /** What comes out, in words, with sizes in P, L, outputs. */
  readonly shape: string;
  /**
   * `frame`: renewed while the run goes; `step`: that, and something is kept at steps of its own; `request`: given
   * once; `job`: made in slices between those of the run, of the scenario as it was when it was asked for.
   */
  readonly cadence: 'frame' | 'step' | 'request' | 'job';
  /** Least time between two answers, where it is not 200 ms. */
  readonly intervalMs?: number;
  /** @throws ScenarioError where the run is none for it */
  create(query: Query<P>, run: ObservedRun): Observer<Value, Query<P>>;
}

/** Keeps the types of an observation's id, parameters and value. */
export function observation<const Id extends string, const P extends QueryParameters, Value>(
  declared: Observation<Id, P, Value>,
): Observation<Id, P, Value> {
  return declared;
}

/** A quantity of one instant, of the main track. */
export function instant<Id extends string, Value>(
  observable: Observable<Id, Value>,
): Observation<Id, NoParameters, Value> {
  const { id, shape, cadence, maxWeights = Infinity } = observable;
  return {
    id,
    parameters: {},
    shape,
    cadence,
    create(_query, { simulation }) {
      const { system } = simulation.tracks[0];
      const expected =
        system.weightCount > maxWeights
          ? `at most ${maxWeights} weights, this system has ${system.weightCount}`
          : (observable.refuses?.(system) ?? null);
      if (expected !== null) throw new ScenarioError('observe', id, expected);
      return { read: () => observable.compute(simulation.instant()) };
    },
  };
}
