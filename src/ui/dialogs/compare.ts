import { text } from '../../messages/index.ts';
import { parseRunDocument } from '../../scenario/document.ts';
import { scenarioTrack, splitTrack } from '../../scenario/trackChoices.ts';
import { ScenarioError, type Scenario, type TrackDeclaration } from '../../scenario/types.ts';
import type { Comparison } from '../../store/index.ts';
import { scenarioNow, startComparison } from '../controls/trackActions.ts';
import { fetchShipped } from '../files/shipped.ts';

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
