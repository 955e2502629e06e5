import type { TrackInfo } from '../engine/protocol.ts';
import { text, type MessageId } from '../messages/index.ts';

const byDynamics: Readonly<Record<string, MessageId>> = {
  'second-order': 'track.secondOrder',
  'gradient-descent': 'track.gradientDescent',
  'gradient-flow': 'track.gradientFlow',
  langevin: 'track.langevin',
  reference: 'track.reference',
};

/** Name of a track for people: its dynamics; its id where that says more. */
export function trackName(track: TrackInfo): string {
  if (track.role === 'theory') return text('track.theory');
  const id = byDynamics[track.dynamics];
  return id === undefined || track.role === 'other' ? track.id : text(id);
}
