import { fastestKernels } from '../../kernels/simd/index.ts';
import { ensemblePart } from '../ensemble/point.ts';
import type { Ensemble } from '../ensemble/types.ts';
import { ScenarioError } from '../../scenario/types.ts';
import { readSweep, sweepHash } from './document.ts';
import { checkObserved } from './observed.ts';
import { runPoint } from './point.ts';
import type { FromSweeper, ToSweeper, Work } from './protocol.ts';
import { rowLine } from './results.ts';

/** How the points of some work are run. */
function begun({ kind, text }: Work): (point: number) => string {
  switch (kind) {
    case 'sweep': {
      const sweep = readSweep(text);
      checkObserved(sweep);
      const hash = sweepHash(sweep);
      return (point) => rowLine(runPoint(sweep, hash, point, fastestKernels));
    }
    case 'ensemble': {
      // The page wrote it a moment ago, from a scenario that was checked.
      const ensemble = JSON.parse(text) as Ensemble;
      return (point) => JSON.stringify(ensemblePart(ensemble, point, fastestKernels));
    }
  }
}

/** A worker's end of a pool, in the browser and in the terminal alike. @returns what is to hear its messages */
export function serveSweep(tell: (message: FromSweeper) => void): (message: ToSweeper) => void {
  let run: ((point: number) => string) | null = null;
  return (message) => {
    switch (message.type) {
      case 'begin':
        try {
          run = begun(message.work);
        } catch (error) {
          // Left to the worker, a browser would tell it as "Uncaught …", and as the death of one worker.
          if (!(error instanceof ScenarioError)) throw error;
          tell({ type: 'refused', reason: error.message });
          return;
        }
        tell({ type: 'ready' });
        return;
      case 'point':
        if (run !== null) tell({ type: 'row', point: message.point, line: run(message.point) });
        return;
    }
  };
}
