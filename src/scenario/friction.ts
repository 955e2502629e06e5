import type { Parameter } from '../physics/parameters.ts';
import { declarationsOf, handmade } from './sections.ts';
import { parameterOf } from './lookup.ts';
import type { Scenario, Section } from './types.ts';

/** The path of friction as one number of a run. */
export const FRICTION = 'expansion.gamma';

/** The kind of history that has one friction for all time. */
const HELD = handmade.constant;

/** How friction is set by hand, whatever the history: the declaration of constant friction. */
export function frictionDeclaration(): Extract<Parameter, { type: 'real' }> {
  return declarationsOf('expansion', HELD).gamma as Extract<Parameter, { type: 'real' }>;
}

/** Whether a history drives the friction of a run: there is no number to set, only one to take over. */
export function isDriven(scenario: Scenario): boolean {
  return parameterOf(scenario, FRICTION) === null;
}

/** The history of a run whose friction a hand takes over: constant from now on, in the same dimension. */
export function heldHistory({ expansion }: Scenario, gamma: number): Section {
  const { d, t0 } = expansion;
  return { kind: HELD, gamma, ...(d === undefined ? {} : { d }), t0 };
}

/** The history of a run whose rates a hand draws, as points of η(t). */
export function drawnHistory(section: Section, t: readonly number[], eta: readonly number[]): Section {
  return { ...section, kind: handmade.points, t: [...t], eta: [...eta] };
}

/** The friction of a history that a hand took over; undefined where it is another one. */
export function heldGamma(history: unknown): number | undefined {
  if (typeof history !== 'object' || history === null) return undefined;
  const { kind, gamma } = history as { readonly kind?: unknown; readonly gamma?: unknown };
  return kind === HELD && typeof gamma === 'number' ? gamma : undefined;
}
