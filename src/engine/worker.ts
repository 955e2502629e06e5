import { fastestKernels } from '../kernels/simd/index.ts';
import type { ToWorker } from './protocol.ts';
import { Runner } from './runner.ts';

/** The part of the worker's global scope that is used; the page's types know no worker. */
interface WorkerScope {
  postMessage(message: unknown, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
}
const scope = globalThis as unknown as WorkerScope;

const runner = new Runner(
  {
    post: (message, transfer) => scope.postMessage(message, transfer),
    now: () => performance.now(),
    later: (callback, milliseconds) => void setTimeout(callback, milliseconds),
  },
  fastestKernels,
);

scope.addEventListener('message', (event) => runner.handle(event.data));
