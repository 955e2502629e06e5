import * as v from 'valibot';
import { haveSameBits } from '../../kernels/index.ts';
import { parseJson } from '../../scenario/json.ts';
import { plainJson } from '../../scenario/plain.ts';
import { checked, isObject, objectOf } from '../../scenario/schema.ts';
import { ScenarioError } from '../../scenario/types.ts';
import { printValue } from '../printValue.ts';
import { parseSweep, pointCount, printableSweep, sweepHash, sweepVersion, valuesOf } from './document.ts';
import type { Sweep, SweepRow } from './types.ts';

/** Longest line of results, in characters: what observes more than that is for `simulate`. */
export const maxLine = 4 * 1024 * 1024;
/** How every line begins, so that one that was cut can be told from the next that was written behind it. */
const BEGINNING = `{"version":${sweepVersion},"sweep":"`;

/** The line before the rows of a sweep: what they are rows of. */
export function headLine(sweep: Sweep): string {
  return `${printValue({ version: sweepVersion, sweep: sweepHash(sweep), head: printableSweep(sweep) })}\n`;
}

/** The row of a point that is no run, or whose run was lost. */
export function failedRow(sweep: Sweep, point: number, reason: string): SweepRow {
  const values = valuesOf(sweep.axes, point);
  return { version: sweepVersion, sweep: sweepHash(sweep), point, values, state: 'failed', reason };
}

/** The line of a row; of one that is too long the line that says so. */
export function rowLine(row: SweepRow): string {
  const line = `${printValue(row)}\n`;
  if (line.length <= maxLine) return line;
  const { version, sweep, point, values } = row;
  const reason = `observe: ${line.length} characters: expected at most ${maxLine} in a row`;
  return `${printValue({ version, sweep, point, values, state: 'failed', reason })}\n`;
}

const orNull = v.nullable(v.number('a number or null'), null);
const number = v.number('a number');
const placed = {
  version: v.literal(sweepVersion, `${sweepVersion}`),
  sweep: v.string('the hash of a sweep'),
  point: v.pipe(number, v.safeInteger('an integer >= 0'), v.minValue(0, 'an integer >= 0')),
  values: isObject('the values of the point by their paths'),
};
const kernel = v.optional(v.string('the name of a set of kernels'));
const rowSchemas = {
  done: objectOf(
    {
      ...placed,
      state: v.literal('done'),
      t: number,
      step: number,
      dt: number,
      kernel,
      cost: orNull,
      batchCost: orNull,
      kinetic: orNull,
      gamma: orNull,
      logScaleFactor: orNull,
      largestStableStep: orNull,
      observables: isObject('observations by their names'),
    },
    'a row',
  ),
  'blow-up': objectOf(
    {
      ...placed,
      state: v.literal('blow-up'),
      t: number,
      step: number,
      dt: number,
      kernel,
      gamma: orNull,
      growth: orNull,
      largestStableStep: orNull,
    },
    'a row',
  ),
  failed: objectOf({ ...placed, state: v.literal('failed'), reason: v.string('a reason') }, 'a row'),
} as const satisfies Record<SweepRow['state'], v.GenericSchema>;
const headSchema = objectOf(
  { version: placed.version, sweep: placed.sweep, head: isObject('a sweep') },
  'a head',
);

/** Lines are read one after another; what they say of one sweep is gathered. */
export class ResultReader {
  /** Known from a head, or beforehand. */
  sweep: Sweep | null;
  private hash: string | null;
  private points = Infinity;
  private lines = 0;
  /** A whole line was read: what is left of another is one that was cut, not a file of something else. */
  private isOurs = false;
  private readonly hear: (row: SweepRow, line: string) => void;

  /**
   * @param sweep  the sweep that the rows have to belong to; null: whatever the first line says
   * @param hear   hears each row with its line alone; one point may have several, of which the last counts
   */
  constructor(sweep: Sweep | null, hear: (row: SweepRow, line: string) => void) {
    this.sweep = sweep;
    this.hash = sweep === null ? null : sweepHash(sweep);
    if (sweep !== null) this.points = pointCount(sweep);
    this.hear = hear;
  }

  /**
   * Reads a line, or what is left of one that was cut with a whole one behind it, as files come to be that are put
   * one behind another.
   *  @param last  the last line of a text that does not end with a newline: it may have been cut
   *  @returns     whether there was a whole line
   *  @throws ScenarioError that names the line
   */
  read(line: string, last = false): boolean {
    this.lines++;
    if (line.trim() === '') return false;
    const value = parsed(line);
    if (value === undefined) {
      const again = line.lastIndexOf(BEGINNING);
      const rest = again > 0 ? parsed(line.slice(again)) : undefined;
      if (rest !== undefined) {
        this.take(rest, line.slice(again));
        return true;
      }
      if (last && (this.isOurs || mayBegin(line))) return false;
      throw new ScenarioError(`line ${this.lines}`, line.slice(0, 60), 'a line of JSON');
    }
    this.take(value, line);
    return true;
  }

  private take(value: unknown, line: string): void {
    try {
      this.takeValue(value, line);
      this.isOurs = true;
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      throw new ScenarioError(`line ${this.lines}: ${error.path}`, error.value, error.expected);
    }
  }

  private takeValue(given: unknown, line: string): void {
    const value = plainJson(given);
    if (typeof value === 'object' && value !== null && Object.hasOwn(value, 'head')) {
      this.takeHead(checked(headSchema, value, ''));
      return;
    }
    const state = (value as { state?: unknown } | null)?.state;
    const known = typeof state === 'string' && Object.hasOwn(rowSchemas, state);
    if (!known) {
      const names = Object.keys(rowSchemas).map((name) => `"${name}"`);
      throw new ScenarioError(
        'state',
        state,
        `a head of a sweep, or a row whose state is one of ${names.join(', ')}`,
      );
    }
    const row = checked<unknown>(rowSchemas[state as SweepRow['state']], value, '') as SweepRow;
    if (this.sweep === null)
      throw new ScenarioError('head', undefined, 'the head of a sweep before its rows');
    this.refuseOther(row.sweep);
    if (row.point >= this.points) {
      throw new ScenarioError('point', row.point, `one of the ${this.points} points of the sweep`);
    }
    // The values are those of the point, whatever the line says.
    this.hear({ ...row, values: valuesOf(this.sweep.axes, row.point) }, line);
  }

  private takeHead({ sweep: hash, head }: { sweep: string; head: unknown }): void {
    this.refuseOther(hash);
    if (this.sweep !== null) return;
    const sweep = parseSweep(head);
    const own = sweepHash(sweep);
    if (own !== hash) throw new ScenarioError('sweep', hash, `${own}, the hash of the sweep in this head`);
    this.sweep = sweep;
    this.hash = own;
    this.points = pointCount(sweep);
  }

  private refuseOther(hash: string): void {
    if (this.hash === null || hash === this.hash) return;
    throw new ScenarioError('sweep', hash, `${this.hash}: these are results of another sweep`);
  }
}

/** Whether a text can be what is left of the first line of results. */
const mayBegin = (line: string): boolean => line.startsWith(BEGINNING) || BEGINNING.startsWith(line);

/** JSON of a line; undefined where it is none. @throws ScenarioError where it is too long */
function parsed(line: string): unknown {
  try {
    return parseJson(line);
  } catch (error) {
    if (error instanceof ScenarioError && error.path === '$') return undefined;
    throw error;
  }
}

/**
 * The sets of kernels of rows and of this machine, where with one of them bits may differ from another's; [] where none do.
 *  @param made  those that rows were run with
 *  @param here  this machine's; null where it is not known
 */
export function otherKernels(
  { run, axes }: Sweep,
  made: ReadonlySet<string>,
  here: string | null,
): readonly string[] {
  if (made.size === 0) return [];
  const single =
    run.scenario.dynamics.precision === 'f32' ||
    axes.some(({ path, values }) => path === 'dynamics.precision' && values.includes('f32'));
  const all = [...new Set([...made, ...(here === null ? [] : [here])])].sort();
  return all.every((one) => haveSameBits(one, all[0], single)) ? [] : all;
}
