import type { Action } from '../../physics/observables/action.ts';
import { PathWalk } from './pathWalk.ts';
import { observation } from './types.ts';

/**
 * The action of the main run since t0 (physics/observables/action.ts); null for methods that declare none: descent is
 * in no stretch of its path stationary for such an action, nor is what a bath shakes. **exact**: the discrete one, whose equation kick-drift-kick obeys to round-off;
 * for other methods and for sub-steps on the grid of the clock, up to their O(h³) a step.
 */
export const action = observation({
  id: 'action',
  parameters: {},
  shape: '{ logScale, value: S e^−logScale since t0, stationarity }, null for descent and in a bath',
  cadence: 'step',
  create(_query, { simulation, history, kernels }) {
    const walk = new PathWalk({ simulation, history }, kernels);
    const none = simulation.tracks[0].method.hamilton !== true;
    return {
      read: (): Action | null => (none || walk.step !== simulation.step ? null : walk.read()),
      pending: () => !none && walk.pending,
      work(mayGoOn) {
        // Wound back: a sum cannot be undone.
        if (walk.step > simulation.step) walk.begin(0);
        while (walk.pending && walk.walk(mayGoOn) && mayGoOn());
        return walk.step === simulation.step;
      },
      truncate() {
        if (walk.step > simulation.step) walk.begin(0);
        walk.truncate();
      },
    };
  },
});
