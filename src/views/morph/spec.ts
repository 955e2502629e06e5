import { HEADER, type FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { formatInteger, formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { wayNow } from '../../store/index.ts';
import { layoutField } from '../field/layout.ts';
import { flownAt } from '../scene/flight.ts';
import { leavesOf } from './path.ts';

/** What flies where, in one line. */
export function morphGloss({ layout, tracks }: RunInfo): string {
  return text('morph.gloss', {
    synapses: formatInteger(layout.synapses.count),
    sites: formatInteger(tracks[0].weightCount),
  });
}

/** When each weight leaves, by the run whose layout it is. */
const known = new WeakMap<RunInfo['layout'], Float32Array>();

function leavesIn({ layout, tracks, quadratic }: RunInfo): Float32Array {
  const found = known.get(layout);
  if (found !== undefined) return found;
  const { weightCount } = tracks[0];
  const geometry = layoutField(layout, weightCount, quadratic ? 'couplings' : null);
  const leaves = leavesOf(layout, geometry, weightCount);
  known.set(layout, leaves);
  return leaves;
}

/** How many weights have arrived, fly, and have not left. */
export function countsOf(
  leaves: Float32Array,
  way: number,
): { arrived: number; flying: number; wired: number } {
  const counts = { arrived: 0, flying: 0, wired: 0 };
  for (const u of leaves) {
    const p = flownAt(way, u);
    counts[p === 1 ? 'arrived' : p === 0 ? 'wired' : 'flying']++;
  }
  return counts;
}

/** The flight in words. */
export function morphSummary(info: RunInfo, frame: FrameViews): string {
  const { arrived, flying, wired } = countsOf(leavesIn(info), wayNow());
  return text('morph.summary', {
    arrived,
    flying,
    wired,
    time: formatNumber(frame.header[HEADER.time]),
  });
}
