import type { ModeFacts } from '../../engine/regime.ts';
import { text } from '../../messages/index.ts';
import { parseRunDocument } from '../../scenario/document.ts';
import { scenarioTrack, splitTrack } from '../../scenario/trackChoices.ts';
import { ScenarioError, type Scenario, type TrackDeclaration } from '../../scenario/types.ts';
import type { Comparison } from '../../store/index.ts';
import { scenarioNow, startComparison } from '../controls/trackActions.ts';
import { fetchShipped } from '../files/shipped.ts';

/** One significant digit, up or down. */
function round(value: number, up: boolean): number {
  const decade = 10 ** Math.floor(Math.log10(value));
  const digits = value / decade;
  return Number(((up ? Math.ceil(digits - 1e-9) : Math.floor(digits + 1e-9)) * decade).toPrecision(1));
}

/** How far beyond critical friction a second value lies, so that what it does is seen. */
const BEYOND = 1.2;

/**
 * A second friction on the other side of the critical one: above it none of the modes swings, below it all do.
 *  @param now    friction now
 *  @param modes  friction at which the slowest and the fastest mode are critical, as the badge counts them
 *  @returns      null where it is not known, or off the slider
 */
export function acrossCritical(
  now: number,
  { slowest, fastest }: Pick<ModeFacts, 'slowest' | 'fastest'>,
  [min, max]: readonly [number, number],
): number | null {
  if (fastest === null || !Number.isFinite(fastest)) return null;
  const value =
    now < fastest ? round(BEYOND * fastest, true) : round((slowest ?? fastest) / BEYOND / 2, false);
  return value >= min && value <= max ? value : null;
}

/** Makes a track and begins; answers with what stood in the way, or null. */
function begin(make: (scenario: Scenario) => TrackDeclaration, mode: Comparison['mode']): string | null {
  const scenario = scenarioNow();
  if (scenario === null) return text('compare.unreadable');
  try {
    startComparison(make(scenario), mode);
    return null;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const { path, value, expected } = error;
    const shown = JSON.stringify(value) ?? '–';
    return text('compare.refused', { path: path.replace(/^compare\./, ''), value: shown, expected });
  }
}

/** Compares the run with itself at a second value of one parameter. */
export function beginSplit(path: string, value: number, mode: Comparison['mode']): string | null {
  return begin((scenario) => splitTrack(scenario, path, value), mode);
}

/** Compares the run with a shipped scenario, on this run's clock. */
export async function beginScenario(id: string, mode: Comparison['mode']): Promise<string | null> {
  let other: Scenario;
  try {
    other = parseRunDocument(await fetchShipped(id)).scenario;
  } catch {
    return text('compare.unreadable');
  }
  return begin((scenario) => scenarioTrack(scenario, other), mode);
}
