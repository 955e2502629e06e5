import type { Port } from '../client.ts';
import { fetchProgram, startWorker } from '../spawn.ts';
import type { FromSweeper, ToSweeper } from './protocol.ts';
// oxlint-disable-next-line import/default
import address from './sweep.worker.ts?worker&url';

/** The program of the workers. */
export const fetchSweeper = (): Promise<string | undefined> => fetchProgram(address);

/** A worker that runs points of a sweep. */
export const startSweeper = (program: string | undefined): Port<ToSweeper, FromSweeper> =>
  startWorker<ToSweeper, FromSweeper>(address, program);
