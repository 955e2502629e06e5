import { HEADER, PEAK, type FrameViews } from '../../engine/frame.ts';
import type { Sheet } from '../../engine/protocol.ts';
import { largest } from '../../scenario/plain.ts';
import { seenAs, useLab, type LocalSources } from '../../store/index.ts';
import { sitesOf } from '../lattice.ts';
import { limitOf } from '../scene/scale.ts';
import type { SourceForm } from './sourceLayout.ts';

/** What drives the weights at a moment: J and K, or J₁ per weight and J₂ along some of them. */
export interface Drive {
  /** By site, and by bond; J₁ and J₂ by weight. */
  J: Float32Array;
  K: Float32Array;
  /** What is drawn of them, and of those of all samples, which are empty where those at work are all. */
  barJ: Float32Array;
  barK: Float32Array;
  ghostJ: Float32Array;
  ghostK: Float32Array;
  /** What is drawn at full height. */
  limitJ: number;
  limitK: number;
  /** [sheets] J₁ and J₂ at full height; empty where `limitJ` and `limitK` say it. */
  fullJ: readonly number[];
  fullK: readonly number[];
}

/** Tells what drives the weights of a frame; null while there is nothing to tell. Allocates nothing per frame. */
export type ReadDrive = (frame: FrameViews) => Drive | null;

/** Name under which the field's picture watches what stands for J and K. */
export const LOCAL_SOURCES = 'field.sources';

export function localSourcesNow(): LocalSources | null {
  return seenAs(useLab.getState().seen, LOCAL_SOURCES, 'local-sources');
}

const NONE = new Float32Array(0);

/** Reads what a form of sources needs. @param weightCount  P */
export function driveOf(
  form: Exclude<SourceForm, null>,
  sheets: readonly Sheet[],
  weightCount: number,
): ReadDrive {
  return form === 'couplings' ? couplingsIn() : localIn(sheets, weightCount, localSourcesNow);
}

function emptyDrive(count: number): Drive {
  return {
    J: new Float32Array(count),
    K: new Float32Array(count),
    barJ: new Float32Array(count),
    barK: new Float32Array(count),
    ghostJ: NONE,
    ghostK: NONE,
    limitJ: 1,
    limitK: 1,
    fullJ: [],
    fullK: [],
  };
}

function couplingsIn(): ReadDrive {
  const drive = emptyDrive(0);
  return (frame) => {
    if (frame.header[HEADER.sources] !== 1) return null;
    drive.J = frame.sourceJ;
    drive.K = frame.couplingK;
    drive.barJ = drive.J;
    drive.barK = drive.K;
    drive.ghostJ = frame.fullJ;
    drive.ghostK = frame.fullK;
    // A hand that magnifies the field leaves what makes it as it is.
    drive.limitJ = limitOf(frame.peaks[PEAK.J], 1);
    drive.limitK = limitOf(frame.peaks[PEAK.K], 1);
    return drive;
  };
}

/** Full heights, in powers of ten. */
const STEPS = [1, 1.5, 2, 3, 4, 5, 6, 8, 10];

/**
 * The full height of bars whose largest is known as far as was looked: a round number, written beside them, so that it
 * moves seldom and never silently.
 */
export function fullHeight(size: number): number {
  if (!(size > 0) || size === Infinity) return 0;
  const power = 10 ** Math.floor(Math.log10(size));
  return power * (STEPS.find((step) => step * power >= size * (1 - 1e-9)) ?? 10);
}

/** Sheets above which all share one scale: more numbers beside the bars nobody reads. */
const MOST_SCALES = 4;

/** A scale for every sheet, as every layer of neurons has one: layers differ by orders of magnitude. */
function scalesOf(sizes: Float64Array): readonly number[] {
  const heights = Array.from(sizes, fullHeight);
  return heights.length > MOST_SCALES ? [largest(heights)] : heights;
}

/**
 * J₁ and J₂ as they were seen last.
 *  @param seen  null while nothing was
 */
export function localIn(
  sheets: readonly Sheet[],
  weightCount: number,
  seen: () => LocalSources | null,
): ReadDrive {
  const { sheet } = sitesOf(sheets, weightCount);
  const ghosts = { J: new Float32Array(weightCount), K: new Float32Array(weightCount) };
  const drive = emptyDrive(weightCount);
  const inHeights = (from: ArrayLike<number>, full: readonly number[], out: Float32Array): Float32Array => {
    for (let n = 0; n < weightCount; n++) {
      const height = full.length === 1 ? full[0] : full[sheet[n]];
      out[n] = height > 0 ? from[n] / height : 0;
    }
    return out;
  };
  const spread = (from: Float64Array | null, along: readonly number[], out: Float32Array): Float32Array => {
    along.forEach((weight, k) => (out[weight] = from?.[k] ?? 0));
    return out;
  };
  let known: LocalSources | null = null;
  return () => {
    const now = seen();
    if (now === null || now.J.length !== weightCount) return null;
    if (now === known) return drive;
    known = now;
    const { J, fullJ, bends, along } = now;
    drive.fullJ = scalesOf(now.largestJ);
    drive.fullK = scalesOf(now.largestK);
    drive.J.set(J);
    spread(bends?.K ?? null, along, drive.K);
    inHeights(J, drive.fullJ, drive.barJ);
    inHeights(drive.K, drive.fullK, drive.barK);
    drive.ghostJ = fullJ === null ? NONE : inHeights(fullJ, drive.fullJ, ghosts.J);
    spread(bends?.fullK ?? null, along, ghosts.K);
    drive.ghostK = fullJ === null ? NONE : inHeights(ghosts.K, drive.fullK, ghosts.K);
    return drive;
  };
}
