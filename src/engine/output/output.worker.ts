import { fastestKernels } from '../../kernels/simd/index.ts';
import { ScenarioError } from '../../scenario/types.ts';
import type { FromOutput, OutputWish } from './protocol.ts';
import { runOutput } from './run.ts';

/** The part of the worker's global scope that is used; the page's types know no worker. */
interface WorkerScope {
  postMessage(message: FromOutput, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<OutputWish>) => void): void;
}
const scope = globalThis as unknown as WorkerScope;

/** Progress is told so many times in all. */
const TOLD = 200;

scope.addEventListener('message', ({ data: wish }) => {
  let told = 0;
  const tell = (message: FromOutput): void => {
    if (message.type === 'progress') {
      if (message.step - told < wish.last / TOLD) return;
      told = message.step;
    }
    const arrays =
      message.type === 'columns'
        ? [...Object.values(message.columns.scalars), message.columns.weights, message.columns.velocity]
        : [];
    scope.postMessage(
      message,
      arrays.map(({ buffer }) => buffer as ArrayBuffer),
    );
  };
  try {
    runOutput(wish, fastestKernels, tell);
  } catch (error) {
    // Left to the worker, a browser would tell it as "Uncaught …".
    if (!(error instanceof ScenarioError)) throw error;
    tell({ type: 'failed', reason: error.message });
  }
});
