import {
  closeSync,
  createReadStream,
  existsSync,
  openSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { pointCount } from '../../engine/sweep/document.ts';
import { headLine, ResultReader } from '../../engine/sweep/results.ts';
import type { Sweep, SweepRow } from '../../engine/sweep/types.ts';
import { ScenarioError } from '../../scenario/types.ts';

/** Longest line that is looked at, in bytes: a head holds a whole scenario. */
const maxBytes = 32 * 1024 * 1024;
const NEWLINE = 10;

/** What is known of a point. */
export type Known = SweepRow['state'] | undefined;

/** A file of results: what it holds, and a place for further rows. */
export interface ResultFile {
  /** By point. */
  readonly known: readonly Known[];
  append(line: string): void;
  close(): void;
}

/**
 * Opens a file of results to go on with it. A last line that was cut, as by a machine that went down, is taken off; a new
 * file gets its head.
 *  @throws ScenarioError where it is no file of this sweep's results
 */
export async function openResults(file: string, sweep: Sweep): Promise<ResultFile> {
  const known: Known[] = Array.from({ length: pointCount(sweep) });
  const size = existsSync(file) ? statSync(file).size : 0;
  if (size > 0) {
    const reader = new ResultReader(sweep, ({ point, state }) => {
      known[point] = state;
    });
    const end = await readLines(file, reader);
    if (end.whole < size) truncateSync(file, end.whole);
    if (end.open) appendTo(file, '\n');
  }
  const handle = openSync(file, 'a');
  const append = (line: string): void => {
    // At once: what was written stays, whatever becomes of this process.
    writeSync(handle, line);
  };
  if (size === 0) append(headLine(sweep));
  return { known, append, close: () => closeSync(handle) };
}

function appendTo(file: string, text: string): void {
  const handle = openSync(file, 'a');
  writeSync(handle, text);
  closeSync(handle);
}

/** Where the whole lines of a file end, in bytes, and whether the last of them lacks its newline. */
interface End {
  readonly whole: number;
  readonly open: boolean;
}

/** Reads a file line by line, however large it is. @throws ScenarioError */
async function readLines(file: string, reader: ResultReader): Promise<End> {
  let rest = Buffer.alloc(0);
  let whole = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 20 })) {
    let bytes = Buffer.concat([rest, chunk as Buffer]);
    for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE)) {
      reader.read(bytes.toString('utf8', 0, at));
      whole += at + 1;
      bytes = bytes.subarray(at + 1);
    }
    if (bytes.length > maxBytes) {
      throw new ScenarioError('--out', file, `lines of at most ${maxBytes} bytes`);
    }
    rest = bytes;
  }
  if (rest.length === 0 || !reader.read(rest.toString('utf8'), true)) return { whole, open: false };
  return { whole: whole + rest.length, open: true };
}
