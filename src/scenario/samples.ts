/** Samples that are given number by number, as data of a run. */
import type { DataShape } from '../physics/types.ts';
import { shapeOf } from './build.ts';
import { currentScenario } from './edits.ts';
import { begunAnew, fitted } from './patch.ts';
import { plainJson } from './plain.ts';
import { defaultSection, givenKind, kindsWith, partOf, valuesOf } from './sections.ts';
import { completeSection } from './validate.ts';
import { ScenarioError, type RunDocument, type Scenario, type Section } from './types.ts';

/** Samples as rows of numbers. */
export interface Samples {
  readonly X: readonly (readonly number[])[];
  readonly Y: readonly (readonly number[])[];
  /** Rates of the inputs; left out: they rest. */
  readonly Xdot?: readonly (readonly number[])[];
  /** Names of the inputs, then of the targets; left out: they have none. */
  readonly names?: readonly string[];
  /** Samples that are only asked; left out: none. */
  readonly test?: {
    readonly X: readonly (readonly number[])[];
    readonly Y: readonly (readonly number[])[];
  };
}

/** Whether a network is another one where it takes samples of this width. */
export type Fit = 'asIs' | 'resized' | 'replaced';

/**
 * The system of a run where it has to take samples of this width: itself, itself in another size, or the first kind that takes
 * any, with its defaults.
 */
export function systemFor(
  scenario: Scenario,
  shape: DataShape,
): { readonly system: Section; readonly fit: Fit } {
  const { system } = scenario;
  const now = shapeOf(scenario);
  const takes = givenKind(system.kind) !== null;
  if (takes && now?.inputs === shape.inputs && now.outputs === shape.outputs) return { system, fit: 'asIs' };
  const resized = takes ? resizedTo(system, shape) : null;
  if (resized !== null) return { system: resized, fit: 'resized' };
  for (const kind of kindsWith('system', (part) => part.taking !== undefined)) {
    const made = resizedTo(defaultSection('system', kind), shape);
    // Rings take as many as they give: a set of samples that fits one by chance has no ring in it.
    const any = resizedTo(defaultSection('system', kind), { inputs: 2, outputs: 1 }) !== null;
    if (made !== null && any) return { system: made, fit: 'replaced' };
  }
  throw new ScenarioError(
    'system',
    system.kind,
    `a network of ${shape.inputs} inputs and ${shape.outputs} outputs`,
  );
}

function resizedTo(system: Section, shape: DataShape): Section | null {
  const changed = partOf('system', system.kind).taking?.(shape, valuesOf(system)) ?? null;
  return changed === null ? null : { ...system, ...changed };
}

/**
 * The run with other data, from its start, in a network that takes samples of their shape.
 *  @throws ScenarioError where it cannot be
 */
export function withSamples(document: RunDocument, shape: DataShape, section: Section): RunDocument {
  const base = currentScenario(document);
  const given = systemFor(base, shape).system;
  const system = completeSection('system', plainJson(given, 'system'), 'system', given.kind);
  const data = completeSection('data', plainJson(section, 'data'), 'data', system.kind);
  return begunAnew(document, fitted({ ...base, system, data }, 'data'));
}

type Row = readonly number[];

/** Samples with one of them moved. */
export function movedSample(samples: Samples, l: number, x: Row, y: Row): Samples {
  const { X, Y } = samples;
  return { ...samples, X: X.map((row, n) => (n === l ? x : row)), Y: Y.map((row, n) => (n === l ? y : row)) };
}

/** Samples with one more, the last. Rates of the inputs are left out: those of a sample of the hand's are not known. */
export function addedSample(samples: Samples, x: Row, y: Row): Samples {
  const { Xdot: _, ...others } = samples;
  return { ...others, X: [...samples.X, x], Y: [...samples.Y, y] };
}

/** Samples without one of them; the last one stays, for a run has to have something to learn. */
export function removedSample(samples: Samples, l: number): Samples {
  const { Xdot: _, ...others } = samples;
  const { X, Y } = samples;
  if (X.length < 2) return others;
  const without = (rows: readonly Row[]): readonly Row[] => rows.filter((_, n) => n !== l);
  return { ...others, X: without(X), Y: without(Y) };
}
