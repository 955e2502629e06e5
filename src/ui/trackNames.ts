import type { TrackInfo } from '../engine/protocol.ts';
import { formatShort } from '../messages/format.ts';
import { declared, text } from '../messages/index.ts';
import { currentScenario } from '../scenario/patch.ts';
import { COMPARISON_ID, differenceOf } from '../scenario/trackChoices.ts';
import type { RunDocument } from '../scenario/types.ts';

/** Name of a track for people: its dynamics; its id where that says more. */
export function trackName(track: Pick<TrackInfo, 'id' | 'role' | 'dynamics'>): string {
  if (track.id === COMPARISON_ID) return text('track.comparison');
  if (track.role === 'continuum') return text('track.continuum');
  return track.role === 'other' ? track.id : declared(`track.${track.dynamics}`, track.id);
}

/** What a comparison differs in: 'γ 2', and the same as a name; null while nothing is compared. */
export function comparisonWords(
  run: RunDocument | null,
): { readonly name: string; readonly short: string } | null {
  const track = run?.tracks.find(({ id }) => id === COMPARISON_ID);
  if (run === null || track === undefined) return null;
  const difference = differenceOf(currentScenario(run), track);
  if (difference === null) return { name: text('track.comparison'), short: text('track.comparison') };
  const { symbol, value } = difference;
  const shown = typeof value === 'number' ? formatShort(value) : String(value);
  const short = `${symbol} ${shown}`.trim();
  return { name: text('track.comparisonOf', { what: short }), short };
}
