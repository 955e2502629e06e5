import type { Layout, Sheet } from '../../engine/protocol.ts';
import {
  columnAt,
  hasComponents,
  hasMatrices,
  periodOf,
  sitesOf,
  spaceOf,
  type LatticeSpace,
} from '../lattice.ts';
import { homes, type CameraHome } from '../scene/home.ts';
import { angleOf, nearestAngle } from '../scene/place.ts';
import type { RibbonData } from '../scene/ribbons.ts';
import type { SheetFrame } from '../scene/sheet.ts';
import { packSheets } from './packSheets.ts';

/** One sheet of sites as it is drawn. */
export interface FieldSheet {
  readonly sheet: Sheet;
  readonly form: 'curtain' | 'surface';
  readonly frame: SheetFrame;
}

/** Base lines of the sources: bars stand on sites, slabs or lines on bonds. */
export interface SourceLayout {
  readonly form: 'slabs' | 'lines';
  readonly bars: RibbonData;
  readonly bonds: RibbonData;
  /** Every how many sites along both axes a source is drawn: 1 is all of them. */
  readonly every: number;
  /** y of the base, and heights of the largest |J| and |K|. */
  readonly base: number;
  readonly liftJ: number;
  readonly liftK: number;
}

/** The field's lattice as points of lattice space. Pure: positions only, no values. */
export interface FieldLayout {
  readonly space: LatticeSpace;
  readonly sheets: readonly FieldSheet[];
  /** [3·P] each weight's site at w = 0. */
  readonly sites: Float32Array;
  /** [P] height of each weight at the limit. */
  readonly lifts: Float32Array;
  readonly sources: SourceLayout | null;
  readonly home: (unrolled: boolean) => CameraHome;
}

/** The field above its sources: y of w = 0, height at the limit, base of the sources (mock/README.md). */
const ABOVE = { level: 0.42, lift: 0.54, base: -0.62, liftJ: 0.34, liftK: 0.3 } as const;
/** Most sources along one axis of a sheet. */
const MOST_BARS = 40;
/** Most sources along a chain: at more than these no eye parts one from the next. */
const MOST_CHAIN_BARS = 1024;
/** Part of a bond that its slab covers. */
const SLAB = [0.24, 0.76] as const;

/** Components are rather laid in one column: their names then stand free at the left. */
const COMPONENT_WEIGHT = 0.6;

/** Height of w at the limit on plane sheets. */
const SURFACE_LIFT = 0.3;

/**
 * Positions of sheets, sites and sources.
 *  @param sources      whether the cost is quadratic, so that J and K exist
 *  @param weightCount  P
 */
export function layoutField(layout: Layout, weightCount: number, sources: boolean): FieldLayout {
  const space = spaceOf(layout);
  if (space !== 'plane') return layoutChain(layout, weightCount, space, sources);
  return hasMatrices(layout) || hasComponents(layout)
    ? layoutSheets(layout, weightCount)
    : layoutGrid(layout, weightCount, sources);
}

function emptySites(weightCount: number): { sites: Float32Array; lifts: Float32Array } {
  return { sites: new Float32Array(3 * weightCount), lifts: new Float32Array(weightCount) };
}

function layoutChain(
  layout: Layout,
  weightCount: number,
  space: 'ring' | 'strip',
  sources: boolean,
): FieldLayout {
  const period = periodOf(layout);
  const count = layout.sheets.length;
  const height = sources ? ABOVE.level : 0;
  const lift = count > 1 ? 0.56 / count : sources ? ABOVE.lift : 0.6;
  const sheets = layout.sheets.map((sheet, index): FieldSheet => {
    const first = angleOf(columnAt(sheet, 0), period);
    const closed = sheet.periodicColumns;
    return {
      sheet,
      form: 'curtain',
      frame: {
        rows: 1,
        columns: sheet.columns,
        periodicRows: false,
        periodicColumns: closed,
        cubic: true,
        origin: [first, 0],
        step: [((2 * Math.PI) / period) * sheet.pitch, 0],
        // The first sheet lies lowest, as the first layer does in the network.
        level: height + (index - (count - 1) / 2) * (count > 1 ? 1.64 / count : 0),
        lift,
        columnRange: closed ? [-0.5, sheet.columns - 0.5] : [0, sheet.columns - 1],
        rowRange: [0, 0],
      },
    };
  });
  const { sites, lifts } = emptySites(weightCount);
  for (const { sheet, frame } of sheets) {
    sheet.weight.forEach((weight, column) => {
      if (weight < 0) return;
      sites[3 * weight] = angleOf(columnAt(sheet, column), period);
      sites[3 * weight + 1] = frame.level;
      lifts[weight] = lift;
    });
  }
  return {
    space,
    sheets,
    sites,
    lifts,
    sources: sources ? chainSources(layout, sites) : null,
    home: (unrolled) => (unrolled || space === 'strip' ? homes.strip() : homes.ring()),
  };
}

function chainSources(layout: Layout, sites: Float32Array): SourceLayout {
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
    base: ABOVE.base,
    liftJ: ABOVE.liftJ,
    liftK: ABOVE.liftK,
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

/** One sheet of rows × columns: a height field, its sources as a grid on a floor below. */
function layoutGrid(layout: Layout, weightCount: number, sources: boolean): FieldLayout {
  const [sheet] = layout.sheets;
  const unit = 1.9 / Math.max(sheet.rows, sheet.columns, 2);
  const level = sources ? 0.22 : 0;
  const base = -0.5;
  const origin: [number, number] = [(-unit * (sheet.columns - 1)) / 2, (-unit * (sheet.rows - 1)) / 2];
  const frame: SheetFrame = {
    rows: sheet.rows,
    columns: sheet.columns,
    periodicRows: sheet.periodicRows,
    periodicColumns: sheet.periodicColumns,
    cubic: true,
    origin,
    step: [unit, unit],
    level,
    lift: SURFACE_LIFT + 0.08,
    columnRange: rangeOf(sheet.columns, sheet.periodicColumns),
    rowRange: rangeOf(sheet.rows, sheet.periodicRows),
  };
  const { sites, lifts } = emptySites(weightCount);
  placeSites(sites, lifts, sheet, frame);
  return {
    space: 'plane',
    sheets: [{ sheet, form: 'surface', frame }],
    sites,
    lifts,
    sources: sources ? gridSources(layout, sites, unit, base) : null,
    home: () => homes.sheets(sources ? 1.22 : 1.16),
  };
}

/** First and last place that is drawn: where a lattice closes, half a site further at both ends. */
function rangeOf(count: number, periodic: boolean): [number, number] {
  return periodic ? [-0.5, count - 0.5] : [0, Math.max(count - 1, 0)];
}

function placeSites(sites: Float32Array, lifts: Float32Array, sheet: Sheet, frame: SheetFrame): void {
  sheet.weight.forEach((weight, site) => {
    if (weight < 0) return;
    sites[3 * weight] = frame.origin[0] + frame.step[0] * (site % sheet.columns);
    sites[3 * weight + 1] = frame.level;
    sites[3 * weight + 2] = frame.origin[1] + frame.step[1] * Math.floor(site / sheet.columns);
    lifts[weight] = frame.lift;
  });
}

function gridSources(layout: Layout, sites: Float32Array, unit: number, base: number): SourceLayout {
  const { bonds, sheets } = layout;
  const found = sitesOf(sheets, sites.length / 3);
  const [sheet] = sheets;
  // More bars than these along an axis would be a hedge: every k-th stands for its neighbours.
  const every = Math.ceil(Math.max(sheet.rows, sheet.columns) / MOST_BARS);
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
  return { form: 'lines', bars, bonds: data, every, base, liftJ: 0.2, liftK: 0 };
}

/** Difference of two positions by the shorter way round. */
function shortWay(difference: number, size: number, periodic: boolean): number {
  return periodic ? difference - size * Math.round(difference / size) : difference;
}

/** One height field per weight matrix, or per component of the field, side by side. */
function layoutSheets(layout: Layout, weightCount: number): FieldLayout {
  // A sheet that closes is drawn half a site further at both ends.
  const overhang = ({ periodicColumns }: Sheet): number => (periodicColumns ? 0.5 : 0);
  const placed = packSheets(
    layout.sheets.map((sheet) => ({ rows: sheet.rows, columns: sheet.columns + 2 * overhang(sheet) })),
    hasComponents(layout) ? COMPONENT_WEIGHT : undefined,
  );
  const unit = 2 / Math.max(placed.width, placed.depth, 4);
  const { sites, lifts } = emptySites(weightCount);
  const sheets = layout.sheets.map((sheet, index): FieldSheet => {
    const [left, back] = placed.corners[index];
    const single = sheet.rows === 1;
    const frame: SheetFrame = {
      rows: sheet.rows,
      columns: sheet.columns,
      periodicRows: sheet.periodicRows,
      periodicColumns: sheet.periodicColumns,
      // The order of a dense layer's neurons is free: nothing is claimed between its sites.
      cubic: sheet.periodicColumns,
      origin: [
        unit * (left + overhang(sheet) - placed.width / 2),
        unit * (back + (single ? 0.5 : 0) - placed.depth / 2),
      ],
      step: [unit, unit],
      level: 0,
      lift: Math.min(SURFACE_LIFT, Math.max(2.6 * unit, 0.22)),
      columnRange: rangeOf(sheet.columns, sheet.periodicColumns),
      rowRange: single ? [-0.5, 0.5] : rangeOf(sheet.rows, sheet.periodicRows),
    };
    placeSites(sites, lifts, sheet, frame);
    return { sheet, form: 'surface', frame };
  });
  const wide = (unit * placed.width) / 2;
  const deep = (unit * placed.depth) / 2;
  return {
    space: 'plane',
    sheets,
    sites,
    lifts,
    sources: null,
    home: () =>
      hasComponents(layout)
        ? // As they are seen from home, with room for what is written on both sides.
          homes.sheets(0.95 * wide + 0.42 * deep)
        : homes.sheets(Math.max(0.9, 0.86 * wide + 0.3 * deep)),
  };
}
