import { SCALAR, type FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { presentOf, type Comparison } from '../../store/index.ts';
import { text } from '../../messages/index.ts';
import { largest, sameJson } from '../../scenario/plain.ts';
import type { TrackDeclaration } from '../../scenario/types.ts';
import { hasMatrices } from '../lattice.ts';
import { peakOfTracks, trackLook, tracksOnLattice, trackWords, type TrackLook } from '../tracks.ts';
import { subtract } from './difference.ts';
import type { SourceForm } from './sourceLayout.ts';

/** One line over the lattice, with what is drawn of it. */
export interface FieldLine {
  /** Id of its track, by which a hand hides it; null where it cannot be hidden. */
  readonly track: string | null;
  /** Whether it is a run on the main one's weights, which a hand on the field moves with it; the main run is. */
  readonly alike: boolean;
  readonly words: string;
  readonly look: TrackLook;
  /** What is written before a value: 'w', or 'Δw' for differences. */
  readonly prefix: string;
  /** The values [P] of a frame; the array is the line's own or the frame's. */
  read(frame: FrameViews): Float32Array;
}

/** What a picture of the field shows. */
export interface FieldPlan {
  readonly lines: readonly FieldLine[];
  /** What of the main run drives these lines. */
  readonly sources: SourceForm;
  /** Whether a hand can hold the main run in it. */
  readonly held: boolean;
  /** Largest size that its scale has to hold, of the run so far: hiding a line does not change it. */
  readonly peak: (frame: FrameViews) => number;
}

/** Tracks that one picture can show. */
const MOST_TRACKS = 6;

const peakOf = ({ tracks }: FrameViews, track: number): number => tracks[track].scalars[SCALAR.peak];

/** What drives a run's weights, as it is drawn: K stands on bonds of one lattice; on the sheets of matrices J₁ and J₂ stand for J and K, of quadratic costs too. */
export function formOf({ quadratic, layout }: RunInfo): SourceForm {
  return quadratic && layout.sheets.length === 1 && !hasMatrices(layout) ? 'couplings' : 'expansion';
}

/** Every track that stands on the lattice. */
export function planOfAll(info: RunInfo): FieldPlan {
  const tracks = tracksOnLattice(info).slice(0, MOST_TRACKS);
  return {
    lines: tracks.map((index) => lineOf(info, index, info.tracks[index].id)),
    sources: formOf(info),
    held: true,
    peak: (frame) => peakOfTracks(frame, tracks),
  };
}

/** One track alone, on a limit that it shares with the other one. */
export function planOfTwin(info: RunInfo, track: number, pair: readonly number[]): FieldPlan {
  const form = formOf(info);
  return {
    lines: [lineOf(info, track, null)],
    // About the current point they are the main run's own; J and K are those of all with its data.
    sources: track === 0 || (form === 'couplings' && sharesData(info, track)) ? form : null,
    held: track === 0,
    peak: (frame) => largest(pair.map((index) => peakOf(frame, index))),
  };
}

/** The difference of the main run and another track, on a limit of its own. */
export function planOfDifference(info: RunInfo, track: number): FieldPlan {
  const out = new Float32Array(info.tracks[0].weightCount);
  return {
    lines: [
      {
        track: null,
        alike: false,
        words: differenceWords(info, track),
        look: DIFFERENCE,
        prefix: 'Δ',
        read: (frame) => subtract(frame.tracks[0].weights, frame.tracks[track].weights, out),
      },
    ],
    sources: null,
    held: false,
    peak: (frame) => frame.tracks[track].scalars[SCALAR.peakDifference],
  };
}

/** Neither run's colour: what is drawn belongs to both. */
const DIFFERENCE: TrackLook = {
  color: 'text',
  look: 'strong',
  width: (palette) => palette.lineTrack,
  dots: 'solid',
  dashed: false,
};

function lineOf(info: RunInfo, index: number, track: string | null): FieldLine {
  return {
    track,
    alike: isAlike(info, index),
    words: trackWords(info, index),
    look: trackLook(info.tracks[index]),
    prefix: '',
    read: (frame) => frame.tracks[index].weights,
  };
}

/** 'difference: second order − γ 2' */
export function differenceWords(info: RunInfo, track: number): string {
  return text('view.compare.difference', { main: trackWords(info, 0), other: trackWords(info, track) });
}

/** Whether a track has the main run's system, data and batches, hence its sources. */
function sharesData(info: RunInfo, track: number): boolean {
  const { scenario } = presentOf(info);
  const sections = sectionsOf(info, track);
  return (['system', 'data', 'batch'] as const).every(
    (name) => sections[name] === undefined || sameJson(sections[name], scenario[name]),
  );
}

function sectionsOf(info: RunInfo, track: number): TrackDeclaration['sections'] {
  return info.document.tracks.find(({ id }) => id === info.tracks[track].id)?.sections ?? {};
}

/** Whether a track has the main run's system, so that a poke of all moves it too. */
function isAlike(info: RunInfo, track: number): boolean {
  const [main] = info.tracks;
  const { id, weightCount } = info.tracks[track];
  const declared = info.document.tracks.find((other) => other.id === id);
  const { system } = presentOf(info).scenario;
  const kind = declared?.sections.system?.kind ?? system.kind;
  return declared?.continuum === undefined && kind === system.kind && weightCount === main.weightCount;
}

/** How a comparison can be drawn; `unlike` where the other track's lattice is another one. */
export type Compared =
  { readonly kind: 'none' } | { readonly kind: 'twin' | 'difference' | 'unlike'; readonly track: number };

/** What the field pane shows for the store's comparison. */
export function comparedIn(info: RunInfo, comparison: Comparison | null): Compared {
  if (comparison === null) return { kind: 'none' };
  const track = info.tracks.findIndex(({ id }) => id === comparison.track);
  if (track <= 0) return { kind: 'none' };
  return { kind: sameLattice(info, track) ? comparison.mode : 'unlike', track };
}

/** Parameters of systems by which their lattices differ where they have as many weights. */
const LATTICE = ['rows', 'columns', 'shape', 'bonds', 'sizes', 'N', 'depth', 'reach', 'biases'] as const;

/** Whether a track's weights stand on the main run's lattice: the layout crosses for the main run only. */
function sameLattice(info: RunInfo, track: number): boolean {
  const [main] = info.tracks;
  if (info.tracks[track].weightCount !== main.weightCount) return false;
  const { system } = presentOf(info).scenario;
  const theirs = sectionsOf(info, track).system ?? system;
  return theirs.kind === system.kind && LATTICE.every((name) => sameJson(theirs[name], system[name]));
}
