import { fetchProgram, startWorker } from '../spawn.ts';
import type { FromVerifier, SentDocument, ToVerifier } from './protocol.ts';
// oxlint-disable-next-line import/default
import address from './verify.worker.ts?worker&url';

/** The program of the worker. */
export const fetchVerifier = (): Promise<string | undefined> => fetchProgram(address);

/**
 * Measures everything in a worker of its own.
 *  @param hear   hears what is found
 *  @param fail   hears why it ended early
 *  @returns      ends it
 */
export function startVerifier(
  program: string | undefined,
  documents: readonly SentDocument[],
  hear: (message: FromVerifier) => void,
  fail: (reason: string) => void,
): () => void {
  const port = startWorker<ToVerifier, FromVerifier>(address, program);
  port.onmessage = ({ data }) => {
    hear(data);
    if (data.type === 'done') port.terminate();
  };
  port.onerror = ({ message }) => {
    port.terminate();
    fail(message ?? '');
  };
  port.postMessage({ type: 'begin', documents }, []);
  return () => port.terminate();
}
