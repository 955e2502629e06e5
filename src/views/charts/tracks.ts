import type { RunInfo, TrackInfo } from '../../engine/protocol.ts';
import { text } from '../../messages/index.ts';
import type { TrackRole } from '../../scenario/types.ts';

/** A track as charts know it. */
export interface ChartTrack {
  /** Its place in traces, frames and what is watched. */
  readonly index: number;
  readonly id: string;
  readonly role: TrackRole;
  /** First-order runs have no inertia, so no energies. */
  readonly firstOrder: boolean;
}

export function chartTrack({ id, role, dynamics }: TrackInfo, index: number): ChartTrack {
  return { index, id, role, firstOrder: dynamics.startsWith('gradient') };
}

/** The tracks that are drawn. */
export function shownTracks(info: RunInfo, hidden: readonly string[]): readonly ChartTrack[] {
  return info.tracks.map(chartTrack).filter(({ id }) => !hidden.includes(id));
}

/** Short name beside a line. */
export function trackLabel({ role, id }: ChartTrack): string {
  switch (role) {
    case 'second':
      return text('chart.track.second');
    case 'ghost':
      return text('chart.track.ghost');
    case 'descent':
      return text('chart.track.descent');
    case 'theory':
      return text('chart.track.theory');
    case 'continuum':
      return text('chart.track.continuum');
    case 'other':
      return id;
  }
}

/** Shape repeats colour, so that no one needs hue to tell the tracks apart. */
export function dashOf({ role }: Pick<ChartTrack, 'role'>): 'solid' | 'dash' | 'dot' {
  return role === 'theory' ? 'dash' : role === 'descent' ? 'dot' : 'solid';
}
