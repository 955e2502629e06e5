import type { Port } from '../client.ts';
import { startWorker } from '../spawn.ts';
import type { FromOutput, OutputColumns, OutputWish } from './protocol.ts';
// oxlint-disable-next-line import/default
import address from './output.worker.ts?worker&url';

/** An output on its way. */
export interface OutputJob {
  /** Text in pieces, or columns. @throws Error whose message says why there is none; `cancelled` after `cancel` */
  readonly made: Promise<readonly string[] | OutputColumns>;
  readonly cancel: () => void;
}

/** Runs a document again in a worker of its own. */
export function startOutput(wish: OutputWish, tell: (step: number) => void): OutputJob {
  const worker: Port<OutputWish, FromOutput> = startWorker<OutputWish, FromOutput>(address);
  let cancel = (): void => undefined;
  const made = new Promise<readonly string[] | OutputColumns>((done, failed) => {
    cancel = () => {
      worker.terminate();
      failed(new Error('cancelled'));
    };
    worker.onerror = ({ message }) => {
      worker.terminate();
      failed(new Error(message ?? 'the worker stopped'));
    };
    worker.onmessage = ({ data }) => {
      if (data.type === 'progress') {
        tell(data.step);
        return;
      }
      worker.terminate();
      if (data.type === 'failed') failed(new Error(data.reason));
      else done(data.type === 'text' ? data.parts : data.columns);
    };
  });
  worker.postMessage(wish, []);
  return { made, cancel };
}
