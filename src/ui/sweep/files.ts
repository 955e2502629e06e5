import '../../messages/late.ts';
import { parseSweep, pointCount } from '../../engine/sweep/document.ts';
import { ResultReader } from '../../engine/sweep/results.ts';
import type { SweepRow } from '../../engine/sweep/types.ts';
import { text } from '../../messages/index.ts';
import { parseJson } from '../../scenario/json.ts';
import { ScenarioError } from '../../scenario/types.ts';
import { useLab } from '../../store/index.ts';
import { MOST_SHOWN, showResults, showSweep } from './state.ts';

/** Largest file of results that is read. */
const LARGEST_RESULTS = 64 * 1024 * 1024;

function report(source: string, error: unknown): void {
  const lab = useLab.getState();
  if (error instanceof ScenarioError) {
    const { path, value, expected } = error;
    lab.report({ source, path, value: typeof value === 'string' ? value : JSON.stringify(value), expected });
    return;
  }
  const value = error instanceof Error ? error.message : String(error);
  lab.report({ source, path: '', value, expected: text('file.readable') });
}

/** Opens a text that may be a SWEEP.json: one that has axes is, any other is a run. */
export function openMaybeSweep(source: string, body: string, stillAsked: () => boolean): void {
  let value: unknown;
  try {
    value = parseJson(body);
  } catch {
    value = null;
  }
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, 'axes')) {
    useLab.getState().openText(source, body);
    return;
  }
  try {
    const sweep = parseSweep(value);
    const count = pointCount(sweep);
    if (count > MOST_SHOWN)
      throw new ScenarioError('axes', count, text('sweep.tooLarge', { count, most: MOST_SHOWN }));
    if (stillAsked()) showSweep(sweep);
  } catch (error) {
    report(source, error);
  }
}

/** Reads RESULTS.ndjson and shows it; what is wrong with it is told, and the run goes on. */
export async function openResultFile(file: File, stillAsked: () => boolean): Promise<void> {
  try {
    if (file.size > LARGEST_RESULTS) {
      throw new ScenarioError(
        '',
        text('file.size', { size: (file.size / 1048576).toFixed(1) }),
        text('file.largest', { size: LARGEST_RESULTS / 1048576 }),
      );
    }
    const { sweep, rows, lines } = readResults(await file.text());
    if (stillAsked()) showResults(sweep, rows, lines);
  } catch (error) {
    if (stillAsked()) report(file.name, error);
  }
}

interface Results {
  readonly sweep: NonNullable<ResultReader['sweep']>;
  readonly rows: ReadonlyMap<number, SweepRow>;
  /** As they stand in the file, by their point. */
  readonly lines: ReadonlyMap<number, string>;
}

/** Reads a file of results; of several rows of a point the last counts. @throws ScenarioError that names the line */
export function readResults(whole: string): Results {
  const rows = new Map<number, SweepRow>();
  const lines = new Map<number, string>();
  const reader = new ResultReader(null, (row, line) => {
    rows.set(row.point, row);
    lines.set(row.point, `${line}\n`);
  });
  let from = 0;
  while (from < whole.length) {
    const end = whole.indexOf('\n', from);
    const last = end < 0;
    const line = last ? whole.slice(from) : whole.slice(from, end);
    reader.read(line, last);
    from = last ? whole.length : end + 1;
    const { sweep } = reader;
    const count = sweep === null ? 0 : pointCount(sweep);
    if (count > MOST_SHOWN) {
      throw new ScenarioError('axes', count, text('sweep.tooLarge', { count, most: MOST_SHOWN }));
    }
  }
  if (reader.sweep === null) throw new ScenarioError('line 1: head', undefined, 'the head of a sweep');
  return { sweep: reader.sweep, rows, lines };
}
