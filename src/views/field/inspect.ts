import { HEADER } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { formatSigned } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { presentOf } from '../../store/index.ts';
import { sitesOf } from '../lattice.ts';
import { siteIndex, weightWords } from '../names.ts';
import type { Label } from '../scene/labelLayer.ts';
import type { Offset } from '../scene/labels.ts';
import type { FieldLayout } from './layout.ts';
import { largestShares, sampleShares } from './shares.ts';
import { baseUnder } from './sourceLayout.ts';
import { riseJ, riseK, type FieldState } from './state.ts';

const BESIDE_SOURCE: readonly Offset[] = [
  { dx: 22, dy: 40, align: 0 },
  { dx: -22, dy: 40, align: 1 },
  { dx: 24, dy: -34, align: 0 },
  { dx: -24, dy: -34, align: 1 },
  { dx: 0, dy: 58, align: 0.5 },
  { dx: 0, dy: -58, align: 0.5 },
];
/** Samples that are named one by one. */
const MOST_NAMED = 3;

/** The value of the source or coupling under the hand, and the samples that make it. */
export function sourceLabel(info: RunInfo, geometry: FieldLayout, state: FieldState): Label {
  const { sheets } = info.layout;
  const weightCount = info.tracks[0].weightCount;
  const sites = sitesOf(sheets, weightCount);
  const { sources } = geometry;
  // Where the drawn ribbon of each bond is: bonds across the ring have none.
  const bars = sources?.form === 'bars';
  const ribbonOf = new Int32Array(bars ? weightCount : info.layout.bonds.length / 2).fill(-1);
  const bonds = sources?.bonds;
  for (let i = 0; i < (bonds?.count ?? 0); i++) ribbonOf[bonds?.data[4 * i] ?? 0] = i;
  const made = makersOf(info);
  return {
    parts: [],
    look: 'strong accent lines',
    half: 'any',
    leader: true,
    offsets: BESIDE_SOURCE,
    anchor(out) {
      const { inspected, frame } = state;
      if (sources === null || frame === null || state.drive === null) return false;
      if (inspected?.kind === 'source') {
        const { index } = inspected;
        out[0] = geometry.sites[3 * index];
        out[1] = baseUnder(sources, index) + riseJ(state, sources, index);
        out[2] = geometry.sites[3 * index + 2];
        return true;
      }
      if (inspected?.kind !== 'coupling' || ribbonOf[inspected.index] < 0) return false;
      const at = 3 * ribbonOf[inspected.index];
      for (let axis = 0; axis < 3; axis++) {
        out[axis] = (sources.bonds.from[at + axis] + sources.bonds.to[at + axis]) / 2;
      }
      out[1] += riseK(state, sources, inspected.index);
      return true;
    },
    subject: {
      key: () => (state.inspected === null ? -1 : keyOf(state.inspected.kind, state.inspected.index)),
      part(key) {
        const index = key >> 1;
        // About the current point both are of weights.
        if (bars) {
          const of = text('view.source.of', { weight: weightWords(sheets, sites, index) });
          return { symbol: 'J', sub: key % 2 === 0 ? '1' : '2', text: of };
        }
        return key % 2 === 0
          ? { symbol: 'J', sub: siteIndex(sheets, sites, index) }
          : { symbol: 'K', sub: String(index) };
      },
    },
    value() {
      const { inspected, frame, drive } = state;
      if (
        frame === null ||
        drive === null ||
        (inspected?.kind !== 'source' && inspected?.kind !== 'coupling')
      )
        return '';
      const values = inspected.kind === 'source' ? drive.J : drive.K;
      const makers = made(inspected.kind, inspected.index, frame.header[HEADER.batch]);
      const value = formatSigned(values[inspected.index]);
      return makers === '' ? value : `${value}\n${makers}`;
    },
  };
}

function keyOf(kind: string, index: number): number {
  return 2 * index + (kind === 'source' ? 0 : 1);
}

type Makers = (kind: 'source' | 'coupling', index: number, batch: number) => string;

/** 'from samples 1 (+0.040), 2 (+0.023)', found anew only for another source or batch. */
function makersOf(info: RunInfo): Makers {
  let known = '';
  let words = '';
  return (kind, index, batch) => {
    const key = `${kind} ${index} ${batch}`;
    if (key !== known) {
      known = key;
      words = makersWords(info, kind, index, batch);
    }
    return words;
  };
}

/** The samples that make a source of the batch at work, in words; empty where that is not known. */
export function makersWords(
  info: RunInfo,
  kind: 'source' | 'coupling',
  index: number,
  batch: number,
): string {
  const batches = presentOf(info).scenario.batch.kind;
  if (batches !== 'full' && batches !== 'sequence' && batches !== 'single') return '';
  const shares = sampleShares(info, { kind, index });
  if (shares === null) return '';
  // One sample at work makes all of it.
  if (batch >= 0) return text('view.source.fromOne', { sample: batch + 1 });
  const { shown, others } = largestShares(shares, MOST_NAMED);
  if (shown.length === 0) return '';
  const list = shown.map(({ sample, value }) => `${sample + 1} (${formatSigned(value)})`).join(', ');
  return text('view.source.from', { count: shown.length + others, list, others });
}
