import '../../messages/late.ts';
import type { Sheet } from '../../engine/protocol.ts';
import { formatSigned } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { largest } from '../../scenario/plain.ts';
import type { LocalSources } from '../../store/index.ts';
import { sitesOf } from '../lattice.ts';
import { emptyDrive, localSourcesNow, NONE, type ReadDrive } from './drive.ts';

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
export function scalesOf(sizes: Float64Array): readonly number[] {
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

/**
 * The field in words, with the largest J₁ and J₂.
 *  @param place  name of a weight's site
 */
export function summaryWith(words: string, place: (weight: number) => string, weightCount: number): string {
  const local = localSourcesNow();
  if (local === null || local.bends === null || local.J.length !== weightCount) return words;
  const { J, bends, along } = local;
  const slope = largestOf(J);
  const bend = largestOf(bends.K);
  return text('view.field.summaryLocal', {
    words,
    samples: local.fullJ === null ? '' : text('view.field.atWork'),
    slope: formatSigned(J[slope]),
    slopeSite: place(slope),
    bend: formatSigned(bends.K[bend]),
    bendSite: place(along[bend]),
  });
}

/** Place of the largest |x|. */
function largestOf(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (Math.abs(values[i]) > Math.abs(values[best])) best = i;
  return best;
}

/** With J₁ and J₂ about the current point, as far as they are known. */
export function chosenWith(name: string, value: string, weight: number): string | null {
  const local = localSourcesNow();
  if (local === null || weight >= local.J.length) return null;
  const bend = local.bends?.K[local.along.indexOf(weight)];
  const words = text('view.chosenSlope', { weight: name, value, slope: formatSigned(local.J[weight]) });
  return bend === undefined ? words : words + text('view.chosenBend', { bend: formatSigned(bend) });
}
