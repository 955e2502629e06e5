import type { CostUnit, RunInfo, TrackInfo } from '../../engine/protocol.ts';
import { text } from '../../messages/index.ts';
import { COMPARISON_ID } from '../../scenario/trackChoices.ts';
import { comparedWords, presentOf } from '../../store/index.ts';
import type { TrackRole } from '../../scenario/types.ts';
import { hasBath } from './shaken.ts';

/** A track as charts know it. */
export interface ChartTrack {
  /** Its place in traces, frames and what is watched. */
  readonly index: number;
  readonly id: string;
  readonly role: TrackRole;
  /** First-order runs have no inertia, so no energies. */
  readonly firstOrder: boolean;
  /** Noise of a bath moves it: it is called so in every picture. */
  readonly bath?: true;
  /** Units of its cost, where they are not those of the main run. */
  readonly unit?: CostUnit;
  /** Its cost reads outputs as logits: a class is as likely as not at 0. */
  readonly logits?: true;
  /** Its numbers of samples, and whether they are others than those of the main run. */
  readonly samples?: { readonly training: number; readonly test: number; readonly own: boolean };
  /** What it is called while two runs are compared: 'γ = 5'. */
  readonly compared?: string;
}

export function chartTrack({ id, role, dynamics, firstOrder }: TrackInfo, index: number): ChartTrack {
  return { index, id, role, firstOrder, ...(hasBath(dynamics) && { bath: true }) };
}

/** The tracks that are drawn. */
export function shownTracks(info: RunInfo, hidden: readonly string[]): readonly ChartTrack[] {
  const words = comparedWords(presentOf(info));
  const compared = (id: string, index: number): string | null =>
    id === COMPARISON_ID ? (words?.other ?? null) : index === 0 ? (words?.main ?? null) : null;
  const tracks = info.tracks.map((track, index): ChartTrack => {
    const name = compared(track.id, index);
    return {
      ...chartTrack(track, index),
      ...(track.costUnit !== info.costUnit && { unit: track.costUnit }),
      samples: { training: track.sampleCount, test: track.testCount, own: track.ownData },
      ...(track.costUnit === 'nat' && { logits: true }),
      ...(name !== null && { compared: name }),
    };
  });
  return tracks.filter(({ id }) => !hidden.includes(id));
}

/** Short name beside a line. */
export function trackLabel({ role, id, bath, compared }: ChartTrack): string {
  if (compared !== undefined) return compared;
  switch (role) {
    case 'second':
      return text(bath === true ? 'chart.track.bath' : 'chart.track.second');
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
