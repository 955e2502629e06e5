import type { FromSweeper, ToSweeper } from './protocol.ts';
import { serveSweep } from './serve.ts';

/** The part of the worker's global scope that is used; the page's types know no worker. */
interface WorkerScope {
  postMessage(message: FromSweeper): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToSweeper>) => void): void;
}
const scope = globalThis as unknown as WorkerScope;

const hear = serveSweep((message) => scope.postMessage(message));
scope.addEventListener('message', ({ data }) => hear(data));
