import { expansionOf } from '../../scenario/expansion.ts';
import { scalarSourcesOf } from '../../scenario/fieldSources.ts';
import type { Scenario } from '../../scenario/types.ts';

/** How a scalar field stands to its continuum equation. */
export interface FieldFacts {
  /** √K Δt/a of the stiffest bond, at the start. */
  readonly courant: number;
  /** 1/√d. */
  readonly limit: number;
  /** Bonds with K < 0, and all. */
  readonly negative: number;
  readonly bonds: number;
}

/** @returns null for systems that are not scalar fields */
export function fieldFactsOf(scenario: Scenario, dt: number): FieldFacts | null {
  const sources = scalarSourcesOf(scenario);
  if (sources === null) return null;
  let stiffest = 0;
  let negative = 0;
  for (const K of sources.K) {
    stiffest = Math.max(stiffest, Math.abs(K));
    if (K < 0) negative++;
  }
  // Under redshift K is multiplied by a⁻².
  const { system, expansion } = scenario;
  const shrunk =
    system.redshift === 'physical'
      ? Math.exp(-expansionOf(scenario, sources.dimension).logScaleFactor(Number(expansion.t0)))
      : 1;
  return {
    courant: Math.sqrt(stiffest) * shrunk * dt,
    limit: 1 / Math.sqrt(sources.dimension),
    negative,
    bonds: sources.K.length,
  };
}
