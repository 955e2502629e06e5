import type { WideNetwork } from '../physics/wide/meanField.ts';
import { partOf, valuesOf } from './sections.ts';
import type { Scenario } from './types.ts';

/** What the system of a scenario is at its random start as its hidden layers widen; null where there is no such limit. */
export function wideOf({ system }: Scenario): WideNetwork | null {
  return partOf('system', system.kind).wide?.(valuesOf(system)) ?? null;
}
