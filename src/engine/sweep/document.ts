import * as v from 'valibot';
import { orderedScenario, parseDocument } from '../../scenario/document.ts';
import { parseJson } from '../../scenario/json.ts';
import { withParameter } from '../../scenario/lookup.ts';
import { plainJson, printJson, type Json } from '../../scenario/plain.ts';
import { checked, isObject, objectOf } from '../../scenario/schema.ts';
import { formatVersion, maxTitle, titleSchema } from '../../scenario/validate.ts';
import { ScenarioError, type RunDocument, type Scenario } from '../../scenario/types.ts';
import { textHash } from '../hash.ts';
import { maxAxes, maxPoints, parseAxis, printAxis, SEED } from './axis.ts';
import type { Sweep, SweepAxis, SweepEnd } from './types.ts';

/** The version of the format of sweeps and of their results. */
export const sweepVersion = 1;
/** Most steps of one run. */
const maxSteps = 2 ** 53 - 1;
const maxObservations = 64;

const axesMessage = `a list of 1 to ${maxAxes} axes`;
const observeMessage = `a list of at most ${maxObservations} names of observations`;
const stepsMessage = 'an integer >= 0';
const sweepSchema = objectOf(
  {
    version: v.literal(sweepVersion, `${sweepVersion}`),
    title: v.optional(titleSchema, ''),
    scenario: isObject('a scenario'),
    edits: v.optional(v.unknown(), []),
    axes: v.custom<readonly unknown[]>(
      (value) => Array.isArray(value) && value.length > 0 && value.length <= maxAxes,
      axesMessage,
    ),
    until: v.optional(v.pipe(v.number('a time'), v.finite('a time'))),
    steps: v.optional(
      v.pipe(
        v.number(stepsMessage),
        v.safeInteger(stepsMessage),
        v.minValue(0, stepsMessage),
        v.maxValue(maxSteps, stepsMessage),
      ),
    ),
    observe: v.optional(
      v.pipe(
        v.array(v.string('the name of an observation'), observeMessage),
        v.maxLength(maxObservations, observeMessage),
      ),
      [],
    ),
  },
  'a sweep',
);

/**
 * Checks a sweep: its scenario by the scenario's own rules, its axes by the declarations of their parameters. Whether there
 * are such observations knows who has them (`observed.ts`): the page has none.
 *  @param value  anything; never modified
 *  @throws ScenarioError at the first problem: place, value, what was expected
 */
export function parseSweep(value: unknown): Sweep {
  const given = checked(sweepSchema, plainJson(value), '');
  const { title, scenario, edits, axes, until, steps, observe } = given;
  const run = parseDocument({ version: formatVersion, scenario, edits, tracks: [] });
  if (until !== undefined && steps !== undefined) {
    throw new ScenarioError('steps', steps, 'until or steps, not both');
  }
  const seen = new Map<string, number>();
  let points = 1;
  const parsed = axes.map((axis, index) => {
    const read = parseAxis(axis, `axes[${index}]`, run.scenario);
    const before = seen.get(read.path);
    if (before !== undefined) {
      throw new ScenarioError(
        `axes[${index}].path`,
        read.path,
        `a parameter that no other axis has; axes[${before}] has it`,
      );
    }
    seen.set(read.path, index);
    points *= read.values.length;
    return read;
  });
  if (points > maxPoints) throw new ScenarioError('axes', points, `at most ${maxPoints} points in all`);
  const end: SweepEnd = steps === undefined ? { until: until ?? null } : { steps };
  return { title, run, axes: parsed, end, observe: [...new Set(observe)] };
}

/** Reads the text of a SWEEP.json. @throws ScenarioError */
export function readSweep(text: string): Sweep {
  return parseSweep(parseJson(text));
}

/** A sweep as its format writes it: keys in order, every default written out, ranges as their values. */
export function printableSweep({ title, run, axes, end, observe }: Sweep): Record<string, unknown> {
  return {
    version: sweepVersion,
    title,
    scenario: orderedScenario(run.scenario),
    edits: run.edits,
    axes: axes.map(printAxis),
    ...('steps' in end ? { steps: end.steps } : end.until === null ? {} : { until: end.until }),
    observe,
  };
}

/** The text of a SWEEP.json. */
export function serializeSweep(sweep: Sweep): string {
  return `${printJson(printableSweep(sweep))}\n`;
}

/** What rows say that they belong to: 64 bits of everything that they depend on. Titles are none of it. */
export function sweepHash(sweep: Sweep): string {
  const { run } = sweep;
  const untitled: Sweep = {
    ...sweep,
    title: '',
    run: { ...run, scenario: { ...run.scenario, title: '' } },
  };
  return textHash(JSON.stringify(printableSweep(untitled)));
}

/** How many points a sweep has. */
export function pointCount({ axes }: Pick<Sweep, 'axes'>): number {
  return axes.reduce((count, { values }) => count * values.length, 1);
}

/** Which value of each axis a point takes; the last axis varies fastest. */
export function placeOf(axes: readonly SweepAxis[], point: number): readonly number[] {
  const place: number[] = [];
  let rest = point;
  for (let axis = axes.length - 1; axis >= 0; axis--) {
    const { length } = axes[axis].values;
    place.unshift(rest % length);
    rest = Math.floor(rest / length);
  }
  return place;
}

/** The values of a point by their paths. */
export function valuesOf(axes: readonly SweepAxis[], point: number): Record<string, Json> {
  const place = placeOf(axes, point);
  return Object.fromEntries(axes.map(({ path, values }, index) => [path, values[place[index]]]));
}

/**
 * The run of a point. All values are put into the scenario, which is then checked as a whole.
 *  @throws ScenarioError where they do not fit each other
 */
export function pointDocument({ run, axes, title }: Sweep, point: number): RunDocument {
  const values = valuesOf(axes, point);
  let { scenario } = run;
  for (const [path, value] of Object.entries(values)) {
    scenario = path === SEED ? { ...scenario, seed: value as number } : withParameter(scenario, path, value);
  }
  const named = title === '' ? scenario.title : title;
  const said = Object.entries(values).map(([path, value]) => `${path} = ${JSON.stringify(value)}`);
  const full: Scenario = {
    ...scenario,
    title: [named, ...said].filter(Boolean).join(', ').slice(0, maxTitle),
  };
  return parseDocument({
    version: formatVersion,
    scenario: orderedScenario(full),
    edits: run.edits,
    tracks: [],
  });
}
