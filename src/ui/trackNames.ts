import type { TrackInfo } from '../engine/protocol.ts';
import { declared, text } from '../messages/index.ts';
import { COMPARISON_ID } from '../scenario/trackChoices.ts';
import { comparedWords, type PresentRun } from '../store/index.ts';

/** The id of the main run. */
const MAIN = 'main';

/** Name of a track for people: its dynamics, its id where that says more; of two that are compared what they differ in. */
export function trackName(
  track: Pick<TrackInfo, 'id' | 'role' | 'dynamics'>,
  run: PresentRun | null,
): string {
  const compared = run === null ? null : comparedWords(run);
  if (track.id === COMPARISON_ID) return compared?.other ?? text('track.comparison');
  if (track.id === MAIN && compared !== null && compared.main !== null) return compared.main;
  if (track.role === 'continuum') return text('track.continuum');
  return track.role === 'other' ? track.id : declared(`track.${track.dynamics}`, track.id);
}

/** What a comparison differs in: 'γ = 2', the same as a name, and what the main run has there; null while nothing is compared. */
export function comparisonWords(
  run: PresentRun | null,
): { readonly name: string; readonly short: string; readonly main: string | null } | null {
  const track = run?.document.tracks.find(({ id }) => id === COMPARISON_ID);
  if (run === null || track === undefined) return null;
  const words = comparedWords(run);
  const name = text('track.comparison');
  if (words === null) return { name, short: name, main: null };
  const { main, other: short } = words;
  return { name: text('track.comparisonOf', { what: short }), short, main };
}
