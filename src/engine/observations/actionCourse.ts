import type { Action } from '../../physics/observables/action.ts';
import { factsOf } from './pathCurvatures.ts';
import { PathWalk, type WalkedStep } from './pathWalk.ts';
import { observation } from './types.ts';

/** Most steps of which something is kept. */
const MOST = 800;

/** What the steps of a run add to its action, from t0 on. */
export interface ActionCourse {
  /** [rows] evenly spaced in steps, the last one the newest. */
  readonly times: Float64Array;
  /** ln of the weight e^{∫γ}. */
  readonly logWeight: Float64Array;
  /** T and C − C₀, without the weight; C₀ = 0 where the cost is not quadratic. */
  readonly kinetic: Float64Array;
  readonly cost: Float64Array;
  readonly action: Action;
}

/** The terms of the main run's action over time, and their sum; null for descent and in a bath. **exact**, of the discrete action */
export const actionCourse = observation({
  id: 'action-course',
  parameters: {},
  shape:
    '{ times [rows], logWeight, kinetic, cost, action }, null for descent and in a bath, "no-memory" where a step keeps nothing of the one before',
  cadence: 'step',
  create(_query, { simulation, history, kernels }) {
    const walk = new PathWalk({ simulation, history }, kernels);
    const none = simulation.tracks[0].method.hamilton !== true;
    let rows: WalkedStep[] = [];
    let spacing = 1;
    let newest: WalkedStep | null = null;
    const begin = (): void => {
      walk.begin(0);
      rows = [];
      spacing = 1;
      newest = null;
    };
    const keep = (step: WalkedStep): void => {
      newest = step;
      if (step.step % spacing !== 0) return;
      rows.push(step);
      if (rows.length <= MOST) return;
      spacing *= 2;
      rows = rows.filter((row) => row.step % spacing === 0);
    };
    return {
      read(): ActionCourse | 'no-memory' | null {
        if (none || newest === null || walk.step > simulation.step) return null;
        const action = walk.read();
        if (action === null) return 'no-memory';
        const shown = rows.at(-1) === newest ? rows : [...rows, newest];
        const of = (value: (step: WalkedStep) => number): Float64Array => Float64Array.from(shown, value);
        return {
          times: of(({ time }) => time),
          logWeight: of(({ logWeight }) => logWeight),
          kinetic: of(({ kinetic, h }) => kinetic / h),
          cost: of(({ potential, share, settings }) => potential / share - factsOf(settings[1].system).floor),
          action,
        };
      },
      pending: () => !none && walk.pending,
      work(mayGoOn) {
        if (walk.step > simulation.step) begin();
        while (walk.pending && walk.walk(mayGoOn, keep) && mayGoOn());
        return walk.step === simulation.step;
      },
      truncate() {
        if (walk.step > simulation.step) begin();
        walk.truncate();
      },
    };
  },
});
