import { SCALAR, type FrameViews } from '../engine/frame.ts';
import type { RunInfo, TrackInfo } from '../engine/protocol.ts';
import { formatShort } from '../messages/format.ts';
import { declared, text } from '../messages/index.ts';
import { COMPARISON_ID, differenceOf } from '../scenario/trackChoices.ts';
import { comparedWords, presentOf } from '../store/index.ts';
import type { ColorRole, Palette } from './scene/palette.ts';

/** How a track is drawn wherever its line appears: the same shape and colour in every picture. */
export interface TrackLook {
  readonly color: ColorRole;
  /** Class of its labels. */
  readonly look: string;
  readonly width: (palette: Palette) => number;
  readonly dots: 'solid' | 'open' | 'square' | 'none';
  readonly dashed: boolean;
}

const LOOKS: Readonly<Record<TrackInfo['role'], TrackLook>> = {
  second: {
    color: 'second',
    look: 'role-second strong',
    width: (palette) => palette.lineTrack,
    dots: 'solid',
    dashed: false,
  },
  ghost: {
    color: 'ghost',
    look: 'role-ghost',
    width: (palette) => palette.lineGhost,
    dots: 'open',
    dashed: false,
  },
  // Textbook descent is a first-order run too: squares and a thinner line tell it from the ghost.
  descent: {
    color: 'ghost',
    look: 'role-ghost',
    width: (palette) => Math.max(palette.lineHair, 0.7 * palette.lineGhost),
    dots: 'square',
    dashed: false,
  },
  theory: {
    color: 'theory',
    look: 'role-theory',
    width: (palette) => palette.lineGhost,
    dots: 'none',
    dashed: true,
  },
  // A continuum has no sites of its own: a line without dots.
  continuum: {
    color: 'theory',
    look: 'role-theory',
    width: (palette) => palette.lineGhost,
    dots: 'none',
    dashed: false,
  },
  other: {
    color: 'text-2',
    look: 'role-other',
    width: (palette) => palette.lineGhost,
    dots: 'none',
    dashed: false,
  },
};

export function trackLook(track: TrackInfo): TrackLook {
  return LOOKS[track.role];
}

/**
 * Name of a track beside its line; a further run is named by what it changes, and so is the main one while the two are
 * compared: 'γ = 0.2' beside 'γ = 5'.
 */
export function trackWords(info: RunInfo, index: number): string {
  const track = info.tracks[index];
  if (track.role === 'continuum') return text('view.track.continuum');
  if (info.tracks.some(({ id }) => id === COMPARISON_ID)) {
    const compared = comparedWords(presentOf(info));
    if (index === 0 && compared !== null && compared.main !== null) return compared.main;
    if (track.id === COMPARISON_ID) return compared?.other ?? text('view.track.compared');
  }
  if (track.role === 'other') return changesOf(info, track.id);
  return declared(`view.track.${track.dynamics}`, track.id);
}

function changesOf(info: RunInfo, id: string): string {
  const declaration = info.document.tracks.find((track) => track.id === id);
  if (declaration === undefined) return id;
  const difference = differenceOf(presentOf(info).scenario, declaration);
  if (difference === null) return id;
  const { symbol, value } = difference;
  const shown = typeof value === 'number' ? formatShort(value) : String(value);
  return symbol === '' ? shown : `${symbol} = ${shown}`;
}

/** Indices of the tracks that stand on the layout's own lattice, the main one first. */
export function tracksOnLattice(info: RunInfo): number[] {
  const [main] = info.tracks;
  return info.tracks.flatMap((track, index) => (track.weightCount === main.weightCount ? [index] : []));
}

/** Side tracks may widen a common scale by this much: one that runs away must not flatten the picture. */
const MOST_ROOM = 2;

/** Largest |w| of the run so far that a common scale of some tracks has to hold, the main one first. */
export function peakOfTracks({ tracks }: FrameViews, shown: readonly number[]): number {
  return shown.reduce((most, track) => {
    const size = tracks[track].scalars[SCALAR.peak];
    return most === 0 ? size : Math.max(most, Math.min(size, MOST_ROOM * most));
  }, 0);
}

/** What a picture says that shows the main run alone; null where there is no other. */
export function aloneWords(info: RunInfo | null): string | null {
  if (info === null || info.tracks.length < 2) return null;
  return text('view.alone', { track: trackWords(info, 0) });
}
