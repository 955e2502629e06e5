import type { RunInfo } from '../../../engine/protocol.ts';
import { presentOf, seenAs, useLab, type SourcePast } from '../../../store/index.ts';
import type { ChartSource } from '../figure.ts';
import { heldSpan } from '../held.ts';
import { rowOf } from '../spaceTime/source.ts';
import { keepAsking } from '../watched.ts';
import { sourcesFigure, sourcesTable, type About, type Mode } from './figure.ts';

const WATCH = 'chart.sources';
/** Steps of the moving picture, and rows of the whole one. */
const LAST = 128;
const ROWS = 256;
/** Weights whose curvature is looked up where there are no couplings: each takes two gradients. */
const MOST_CURVATURES = 48;
/** Weights × samples that may be gone through for them; where one takes more there is no J₂. */
const MOST_WORK = 2 ** 22;

export interface SourcesSource extends ChartSource {
  readonly mode: () => Mode;
  pick(mode: Mode): void;
}

/** Weights and bonds that are drawn: those of the field's amber row. */
export function placesOf(
  info: Pick<RunInfo, 'layout' | 'tracks' | 'quadratic' | 'data'>,
  selected: number | null,
): { readonly sites: readonly number[]; readonly bonds: readonly number[]; readonly every: number } {
  const row = rowOf(info, selected);
  if (!info.quadratic) {
    const able = Math.floor(MOST_WORK / (info.tracks[0].weightCount * Math.max(1, info.data.sampleCount)));
    const most = Math.min(MOST_CURVATURES, Math.max(1, able));
    const further = Math.ceil(row.weights.length / most);
    const sites = row.weights.filter((_, n) => n % further === 0);
    return { sites, bonds: able > 0 ? sites : [], every: row.every * further };
  }
  const drawn = new Set(row.weights);
  const { bonds } = info.layout;
  const along: number[] = [];
  for (let bond = 0; bond < bonds.length / 2; bond++) {
    // Of a row that is thinned, the bond from each drawn site on.
    const both = drawn.has(bonds[2 * bond]) && (row.every > 1 || drawn.has(bonds[2 * bond + 1]));
    if (both) along.push(bond);
  }
  return { sites: row.weights, bonds: along, every: row.every };
}

function seenPast(): SourcePast | null {
  return seenAs(useLab.getState().seen, WATCH, 'source-past');
}

function aboutNow(mode: Mode): About {
  const { info, selected } = useLab.getState();
  const { batch } = info === null ? { batch: { weight: undefined } } : presentOf(info).scenario;
  return {
    mode,
    sampleCount: info?.data.sampleCount ?? 0,
    every: info === null ? 1 : placesOf(info, selected).every,
    unbiased: batch.weight === 'unbiased',
  };
}

/** The source of the picture of sources in time. */
export function sourcesSource(): SourcesSource {
  let mode: Mode = 'last';
  let sent = '';
  const watch = (): void => {
    const { info, selected } = useLab.getState();
    const none = info === null || info.layout.sheets.length === 0;
    const places = none ? null : placesOf(info, selected);
    const key = `${mode} ${places?.sites.join() ?? ''}/${places?.bonds.join() ?? ''}`;
    if (key === sent) return;
    sent = key;
    const span = mode === 'start' ? { rows: ROWS } : { last: mode === 'last' ? LAST : 1 };
    const question =
      places === null
        ? null
        : ({ id: 'source-past', query: { sites: places.sites, bonds: places.bonds, ...span } } as const);
    useLab.getState().watch(WATCH, question);
  };
  return {
    mode: () => mode,
    pick(next) {
      mode = next;
      watch();
    },
    state() {
      const { info, selected } = useLab.getState();
      return [info, selected, seenPast(), mode];
    },
    figure: () => sourcesFigure(seenPast(), aboutNow(mode), heldSpan),
    table: () => sourcesTable(seenPast()),
    open() {
      sent = '';
      return keepAsking(WATCH, watch);
    },
  };
}
