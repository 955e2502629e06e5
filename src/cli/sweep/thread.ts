import { fileURLToPath } from 'node:url';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { Port } from '../../engine/client.ts';
import type { FromSweeper, ToSweeper } from '../../engine/sweep/protocol.ts';
import { serveSweep } from '../../engine/sweep/serve.ts';

/** Tells a thread of a sweep from any other that loads this program (a test's, say). */
const MARK = 'synaptic-field-lab sweep';

/** A thread that runs this very program, of which it only serves. */
export function spawnThread(): Port<ToSweeper, FromSweeper> {
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: MARK });
  const port: Port<ToSweeper, FromSweeper> = {
    postMessage: (message) => worker.postMessage(message),
    onmessage: null,
    onerror: null,
    terminate: () => void worker.terminate(),
  };
  worker.on('message', (data: FromSweeper) => port.onmessage?.({ data }));
  worker.on('error', (error) => port.onerror?.({ message: error.message }));
  worker.on('exit', (code) => port.onerror?.({ message: `exit code ${code}` }));
  return port;
}

if (parentPort !== null && workerData === MARK) {
  const parent = parentPort;
  const hear = serveSweep((message) => parent.postMessage(message));
  parent.on('message', hear);
}
