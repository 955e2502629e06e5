import * as v from 'valibot';
import { pow } from '../../kernels/elementary.ts';
import type { Parameter } from '../../physics/parameters.ts';
import { parameterOf } from '../../scenario/lookup.ts';
import { controlsOf } from '../../scenario/controls.ts';
import type { Json } from '../../scenario/plain.ts';
import { checked, objectOf, parameterSchema } from '../../scenario/schema.ts';
import { seedSchema } from '../../scenario/validate.ts';
import { ScenarioError, type Scenario } from '../../scenario/types.ts';
import type { SweepAxis } from './types.ts';

/** Most points of a sweep. */
export const maxPoints = 1_000_000;
/** Most axes. */
export const maxAxes = 8;

const finite = v.pipe(v.number('a finite number'), v.finite('a finite number'));
const countMessage = `an integer from 2 to ${maxPoints}`;
const listMessage = `a list of 1 to ${maxPoints} values`;
const axisSchema = objectOf(
  {
    path: v.string('the path of a declared parameter, or "seed"'),
    values: v.optional(
      v.custom<readonly Json[]>(
        (value) => Array.isArray(value) && value.length > 0 && value.length <= maxPoints,
        listMessage,
      ),
    ),
    from: v.optional(finite),
    to: v.optional(finite),
    count: v.optional(
      v.pipe(
        v.number(countMessage),
        v.safeInteger(countMessage),
        v.minValue(2, countMessage),
        v.maxValue(maxPoints, countMessage),
      ),
    ),
    scale: v.optional(v.picklist(['linear', 'log'], '"linear" or "log"')),
  },
  'an object with a path, and values or from, to and count',
);

/** The one value of a run besides its declared parameters that may be swept. */
export const SEED = 'seed';

/** Every path that a sweep of a scenario may take. */
export function sweepPaths(scenario: Scenario): readonly string[] {
  const declared = controlsOf(scenario).flatMap(({ parameters }) => parameters.map(({ path }) => path));
  return [SEED, ...declared];
}

/**
 * Reads one axis: `{ path, values }`, or `{ path, from, to, count, scale }`.
 *  @param place  where it stands in the document, e.g. 'axes[0]'
 *  @throws ScenarioError with place, value and what was expected
 */
export function parseAxis(given: unknown, place: string, scenario: Scenario): SweepAxis {
  const axis = checked(axisSchema, given, place);
  const { path, scale = 'linear' } = axis;
  const declaration = path === SEED ? null : parameterOf(scenario, path);
  if (path !== SEED && declaration === null) {
    throw new ScenarioError(`${place}.path`, path, `one of ${sweepPaths(scenario).join(', ')}`);
  }
  const listed = axis.values !== undefined;
  for (const name of ['from', 'to', 'count'] as const) {
    if ((axis[name] !== undefined) === !listed) continue;
    const expected = listed ? 'values, or from, to and count, not both' : 'a number, or values instead';
    throw new ScenarioError(`${place}.${name}`, axis[name], expected);
  }
  const values = axis.values ?? rangeOf(axis as Range, place, isWhole(path, declaration));
  const schema = declaration === null ? seedSchema : parameterSchema(declaration);
  const names = values.map((value) => JSON.stringify(value));
  const seen = new Map<string, number>();
  for (const [index, value] of values.entries()) {
    const here = `${place}.${listed ? 'values' : 'range'}[${index}]`;
    checked<unknown>(schema, value, here);
    const before = seen.get(names[index]);
    if (before !== undefined) {
      throw new ScenarioError(here, value, `values that differ; this is that of [${before}] again`);
    }
    seen.set(names[index], index);
  }
  if (listed) return { path, values, scale };
  const { from, to } = axis as Range;
  return { path, values, scale, range: { from, to } };
}

const isWhole = (path: string, declaration: Parameter | null): boolean =>
  path === SEED || declaration?.type === 'integer';

interface Range {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly scale?: 'linear' | 'log';
}

/** Digits that a value between the ends of a range keeps. */
const DIGITS = 12;

/**
 * Values from one number to another, both included: evenly spaced, or in even ratios. Those between are rounded to twelve
 * digits, of integers to whole ones; the same on every machine.
 */
function rangeOf({ from, to, count, scale }: Range, place: string, whole: boolean): readonly number[] {
  if (scale === 'log' && !(from > 0 && to > 0)) {
    const name = from > 0 ? 'to' : 'from';
    throw new ScenarioError(`${place}.${name}`, from > 0 ? to : from, 'a number > 0 on a logarithmic scale');
  }
  return Array.from({ length: count }, (_, n) => {
    if (n === 0) return from;
    if (n === count - 1) return to;
    const part = n / (count - 1);
    const exact = scale === 'log' ? from * pow(to / from, part) : from + ((to - from) * n) / (count - 1);
    return whole ? Math.round(exact) : Number(exact.toPrecision(DIGITS));
  });
}

/** An axis as a document writes it. */
export function printAxis({ path, values, scale, range }: SweepAxis): object {
  const given = range === undefined ? { values } : { ...range, count: values.length };
  return { path, ...given, ...(scale === 'log' ? { scale } : {}) };
}
