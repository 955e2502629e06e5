import { amplitude } from '../../scenario/amplitude.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { scalarSourcesOf } from '../../scenario/fieldSources.ts';
import type { Scenario } from '../../scenario/types.ts';
import type { HornField } from './field.ts';

/** Half periods between two rows at which the field between them begins to fade, and at which none of it is left. */
const FADING = 0.7;
const GONE = 1;

/**
 * The largest curvature of a run's main track as a function of ln a: with physical redshift the lattice's part of it
 * falls, λ ≤ max J + 4 d max K a^{−2}. 0 where nothing swings: without inertia it creeps.
 */
export function curvatureOf(info: RunInfo, scenario: Scenario): (log: number) => number {
  const [{ firstOrder, curvature }] = info.tracks;
  if (firstOrder) return () => 0;
  const sources = scenario.system.redshift === 'physical' ? scalarSourcesOf(scenario) : null;
  if (sources === null) return () => curvature;
  const lattice = 4 * sources.dimension * amplitude(sources.K);
  const own = amplitude(sources.J);
  return (log) => own + lattice * Math.exp(-2 * log);
}

/**
 * How much of the field between two rows may be drawn: all of it where they follow its fastest wave, nothing where
 * that swings through half a period or more between them, for what would be drawn there are bands that never were.
 *    half periods = gap √(λ − γ²/4)/π
 *  @returns 1 down to 0
 */
export function clearness(gap: number, curvature: number, gamma: number): number {
  const square = curvature - 0.25 * gamma * gamma;
  if (!(square > 0)) return 1;
  const part = Math.min(1, Math.max(0, ((gap * Math.sqrt(square)) / Math.PI - FADING) / (GONE - FADING)));
  return 1 - part * part * (3 - 2 * part);
}

/**
 * Time between the rows round a place among them. The stretch from the last row of the past to a present that has
 * gone on is none: it fades from one into the other, which makes no bands, until the past follows.
 *  @param row  see createRowFinder
 */
export function gapAt({ times, rows, past }: HornField, row: number): number {
  const index = Math.min(Math.floor(row), rows - 2);
  return index < 0 || index >= past - 1 ? 0 : times[index + 1] - times[index];
}
