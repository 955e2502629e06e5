import type { WideNetwork } from '../physics/wide/meanField.ts';
import { defaultKind, defaultSection, partOf, valuesOf } from './sections.ts';
import type { Scenario } from './types.ts';

/** What the system of a scenario is at its random start as its hidden layers widen; null where there is no such limit. */
export function wideOf({ system }: Scenario): WideNetwork | null {
  return partOf('system', system.kind).wide?.(valuesOf(system)) ?? null;
}

/** Whether weights start as the theory of wide networks has them: drawn with the spread of the system, at scale 1. */
export function isWideStart({ system, initial }: Scenario): boolean {
  const theory = defaultSection('initial', defaultKind('initial', system.kind));
  return initial.kind === theory.kind && initial.scale === theory.scale;
}
