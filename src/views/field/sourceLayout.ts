import type { Layout } from '../../engine/protocol.ts';
import { largest } from '../../scenario/plain.ts';
import { periodOf, sitesOf } from '../lattice.ts';
import { nearestAngle } from '../scene/place.ts';
import type { RibbonData } from '../scene/ribbons.ts';

/** Base lines of the sources: bars stand on sites, slabs or lines on bonds; about the current point bars beside bars. */
export interface SourceLayout {
  readonly form: 'slabs' | 'lines' | 'bars';
  readonly bars: RibbonData;
  /** What stands for K; of the form `bars` by the index of its weight. */
  readonly bonds: RibbonData;
  /** Every how many sites along both axes a source is drawn: 1 is all of them. */
  readonly every: number;
  /** Every how many of the bars have one of J₂ beside them; 0: none. 1 where K stands on bonds. */
  readonly everyK: number;
  /** Radii from one bar to the next. */
  readonly gap: number;
  /** y of the lowest base, and heights of the largest |J| and |K|. */
  readonly base: number;
  /** [P] y of the base under each weight, where there are several. */
  readonly bases: Float32Array | null;
  readonly liftJ: number;
  readonly liftK: number;
}

/** What drives the weights: J and K of a quadratic cost, or J₁ and J₂ about the current point of another. */
export type SourceForm = 'couplings' | 'expansion' | null;

/** The field above its sources: y of w = 0, height at the limit, base of the sources (mock/README.md). */
export const ABOVE = { level: 0.42, lift: 0.54, base: -0.62, liftJ: 0.34, liftK: 0.3 } as const;
/** Rings above each other, in parts of what one of them takes: height at the limit, base and height of its sources. */
export const RING_SHARE = { lift: 0.44, base: -0.82, source: 0.32, shift: 0.41 } as const;
/** Sheets above the floor of their sources. */
export const FLOOR = { level: 0.32, base: -0.66, lift: 0.36 } as const;
/** Most bars along one axis of sheets. */
const MOST_BARS = 40;
/** A mesh of couplings: most sites along one axis that all have theirs; of more, how many stand for them. */
const WHOLE_MESH = 24;
const COARSE_MESH = 16;
/** Most sources along a chain: at more than these no eye parts one from the next. */
const MOST_CHAIN_BARS = 1024;
/** Part of a bond that its slab covers. */
const SLAB = [0.24, 0.76] as const;

/** y of the base of a weight's source. */
export function baseUnder({ base, bases }: SourceLayout, weight: number): number {
  return bases?.[weight] ?? base;
}

export function chainSources(layout: Layout, sites: Float32Array): SourceLayout {
  const { bonds, sheets } = layout;
  const every = Math.ceil(sheets[0].columns / MOST_CHAIN_BARS);
  const { column } = sitesOf(sheets, sites.length / 3);
  const shown = (weight: number): boolean => column[weight] % every === 0;
  const bars = barsOn(sites, ABOVE.base, shown);
  const period = periodOf(layout);
  const neighbours: number[] = [];
  for (let b = 0; b < bonds.length / 2; b++) {
    if (!shown(bonds[2 * b])) continue;
    const s = sites[3 * bonds[2 * b]];
    const gap = nearestAngle(sites[3 * bonds[2 * b + 1]], s) - s;
    // Slabs stand between neighbours; a bond across the ring has no place on it.
    if (Math.abs(gap) < (2 * Math.PI * 1.6) / period) neighbours.push(b);
  }
  const data = emptyRibbons(neighbours.length);
  neighbours.forEach((b, i) => {
    const s = sites[3 * bonds[2 * b]];
    const gap = every * (nearestAngle(sites[3 * bonds[2 * b + 1]], s) - s);
    SLAB.forEach((part, end) => {
      const point = end === 0 ? data.from : data.to;
      point[3 * i] = s + part * gap;
      point[3 * i + 1] = ABOVE.base;
    });
    data.data.set([b, 1, 1, 1], 4 * i);
  });
  return {
    form: 'slabs',
    bars,
    bonds: data,
    every,
    everyK: 1,
    gap: ((2 * Math.PI) / period) * every,
    base: ABOVE.base,
    bases: null,
    liftJ: ABOVE.liftJ,
    liftK: ABOVE.liftK,
  };
}

/** Bars of J₁ and J₂ under each of the rings. */
export function chainBars(layout: Layout, sites: Float32Array, sampleCount: number): SourceLayout {
  const { sheets } = layout;
  const count = sheets.length;
  const [{ columns, pitch }] = sheets;
  const every = Math.ceil((columns * count) / MOST_CHAIN_BARS);
  const { sheet, column } = sitesOf(sheets, sites.length / 3);
  const below = count > 1 ? RING_SHARE.base / count : ABOVE.base - ABOVE.level;
  const lift = count > 1 ? RING_SHARE.source / count : ABOVE.liftJ;
  const bases = Float32Array.from(sheet, (_, weight) => sites[3 * weight + 1] + below);
  const gap = ((2 * Math.PI) / periodOf(layout)) * pitch * every;
  const shown = (weight: number): boolean => sheet[weight] >= 0 && column[weight] % every === 0;
  return besides({ sites, bases, shown, every, gap, sampleCount, lift });
}

/** Products with the Hessian, in weights × samples, that one look at J₂ may take. */
const MOST_WORK = 2 ** 24;
/** How far the two bars of a weight stand from its site, in parts of the way to the next. */
const ASIDE = 0.15;

/** Bars of J₁ and J₂ beside each other, on a base of their own each. */
function besides(where: {
  readonly sites: Float32Array;
  readonly bases: Float32Array;
  readonly shown: (weight: number) => boolean;
  readonly every: number;
  readonly gap: number;
  readonly sampleCount: number;
  readonly lift: number;
}): SourceLayout {
  const { sites, bases, shown, every, gap, sampleCount, lift } = where;
  const count = bases.length;
  const weights = Array.from({ length: count }, (_, weight) => weight).filter(shown);
  const able = Math.floor(MOST_WORK / (count * Math.max(1, sampleCount)));
  const everyK = able === 0 ? 0 : Math.ceil(weights.length / Math.min(able, MOST_CHAIN_BARS));
  const bent = everyK === 0 ? [] : weights.filter((_, n) => n % everyK === 0);
  const at = (of: readonly number[], aside: number): RibbonData => {
    const bars = emptyRibbons(of.length);
    of.forEach((weight, n) => {
      for (const point of [bars.from, bars.to]) {
        point.set([sites[3 * weight] + aside * gap, bases[weight], sites[3 * weight + 2]], 3 * n);
      }
      bars.data.set([weight, 1, 0, 1], 4 * n);
    });
    return bars;
  };
  return {
    form: 'bars',
    bars: at(weights, -ASIDE),
    bonds: at(bent, ASIDE),
    every,
    everyK,
    gap,
    base: bases.reduce((least, y) => Math.min(least, y), Infinity),
    bases,
    liftJ: lift,
    liftK: lift,
  };
}

function emptyRibbons(count: number): {
  count: number;
  from: Float32Array;
  to: Float32Array;
  data: Float32Array;
} {
  return {
    count,
    from: new Float32Array(3 * count),
    to: new Float32Array(3 * count),
    data: new Float32Array(4 * count),
  };
}

/** A bar on every site that is shown: from the base up by its value. */
function barsOn(
  sites: Float32Array,
  base: number,
  shown: (weight: number) => boolean = () => true,
): RibbonData {
  const weights = Array.from({ length: sites.length / 3 }, (_, weight) => weight).filter(shown);
  const bars = emptyRibbons(weights.length);
  weights.forEach((weight, n) => {
    for (const point of [bars.from, bars.to]) {
      point.set([sites[3 * weight], base, sites[3 * weight + 2]], 3 * n);
    }
    bars.data.set([weight, 1, 0, 1], 4 * n);
  });
  return bars;
}

export function gridSources(layout: Layout, sites: Float32Array, unit: number, base: number): SourceLayout {
  const { bonds, sheets } = layout;
  const found = sitesOf(sheets, sites.length / 3);
  const [sheet] = sheets;
  const longest = Math.max(sheet.rows, sheet.columns);
  const every = longest <= WHOLE_MESH ? 1 : Math.ceil(longest / COARSE_MESH);
  const shown = (weight: number): boolean =>
    found.row[weight] % every === 0 && found.column[weight] % every === 0;
  const drawn = Array.from({ length: bonds.length / 2 }, (_, b) => b).filter((b) => shown(bonds[2 * b]));
  const data = emptyRibbons(drawn.length);
  const reach = unit * every;
  drawn.forEach((b, n) => {
    const i = bonds[2 * b];
    const j = bonds[2 * b + 1];
    const columns = shortWay(found.column[j] - found.column[i], sheet.columns, sheet.periodicColumns);
    const rows = shortWay(found.row[j] - found.row[i], sheet.rows, sheet.periodicRows);
    const from = [sites[3 * i], base, sites[3 * i + 2]];
    data.from.set([from[0] + 0.12 * reach * columns, base, from[2] + 0.12 * reach * rows], 3 * n);
    data.to.set([from[0] + 0.88 * reach * columns, base, from[2] + 0.88 * reach * rows], 3 * n);
    data.data.set([b, 1, 0, 0], 4 * n);
  });
  const bars = barsOn(sites, base, shown);
  return {
    form: 'lines',
    bars,
    bonds: data,
    every,
    everyK: 1,
    gap: reach,
    base,
    bases: null,
    liftJ: 0.2,
    liftK: 0,
  };
}

/** Bars of J₁ and J₂ on a floor under sheets. */
export function floorBars(
  layout: Layout,
  sites: Float32Array,
  unit: number,
  sampleCount: number,
  base: number,
): SourceLayout {
  const { sheets } = layout;
  const found = sitesOf(sheets, sites.length / 3);
  // More bars than these along an axis, or in all, would be a hedge.
  const sites2 = sheets.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  const most = largest(sheets.map(({ rows, columns }) => Math.max(rows, columns)));
  const every = Math.ceil(Math.max(most / MOST_BARS, Math.sqrt(sites2) / MOST_BARS));
  const shown = (weight: number): boolean =>
    found.sheet[weight] >= 0 && found.row[weight] % every === 0 && found.column[weight] % every === 0;
  const bases = new Float32Array(sites.length / 3).fill(base);
  return besides({ sites, bases, shown, every, gap: unit * every, sampleCount, lift: FLOOR.lift });
}

/** Difference of two positions by the shorter way round. */
function shortWay(difference: number, size: number, periodic: boolean): number {
  return periodic ? difference - size * Math.round(difference / size) : difference;
}
