import { fastestKernels } from '../../kernels/simd/index.ts';
import { readSweep, sweepHash } from './document.ts';
import { checkObserved } from './observed.ts';
import { runPoint } from './point.ts';
import type { FromSweeper, ToSweeper } from './protocol.ts';
import { rowLine } from './results.ts';

/** A worker's end of a sweep, in the browser and in the terminal alike. @returns what is to hear its messages */
export function serveSweep(tell: (message: FromSweeper) => void): (message: ToSweeper) => void {
  let run: ((point: number) => string) | null = null;
  return (message) => {
    switch (message.type) {
      case 'begin': {
        const sweep = readSweep(message.sweep);
        checkObserved(sweep);
        const hash = sweepHash(sweep);
        run = (point) => rowLine(runPoint(sweep, hash, point, fastestKernels));
        tell({ type: 'ready' });
        return;
      }
      case 'point':
        if (run !== null) tell({ type: 'row', point: message.point, line: run(message.point) });
        return;
    }
  };
}
