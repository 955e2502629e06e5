import type { TrackInfo } from '../engine/protocol.ts';
import { text, type MessageId } from '../messages/index.ts';
import { COMPARISON_ID } from '../scenario/trackChoices.ts';

const byDynamics: Readonly<Record<string, MessageId>> = {
  'second-order': 'track.secondOrder',
  'gradient-descent': 'track.textbook',
  'gradient-flow': 'track.gradientFlow',
  langevin: 'track.langevin',
  reference: 'track.reference',
  exact: 'track.theory',
};

/** Name of a track for people: its dynamics; its id where that says more. */
export function trackName(track: Pick<TrackInfo, 'id' | 'role' | 'dynamics'>): string {
  if (track.id === COMPARISON_ID) return text('track.comparison');
  if (track.role === 'theory') return text('track.theory');
  const id = byDynamics[track.dynamics];
  return id === undefined || track.role === 'other' ? track.id : text(id);
}
