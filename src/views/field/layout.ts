import type { Layout, Sheet } from '../../engine/protocol.ts';
import { columnAt, hasComponents, hasMatrices, periodOf, spaceOf, type LatticeSpace } from '../lattice.ts';
import { homes, type CameraHome } from '../scene/home.ts';
import { angleOf } from '../scene/place.ts';
import type { SheetFrame } from '../scene/sheet.ts';
import { packSheets } from './packSheets.ts';
import {
  ABOVE,
  chainBars,
  chainSources,
  FLOOR,
  floorBars,
  gridSources,
  RING_SHARE,
  type SourceForm,
  type SourceLayout,
} from './sourceLayout.ts';

/** One sheet of sites as it is drawn. */
export interface FieldSheet {
  readonly sheet: Sheet;
  readonly form: 'curtain' | 'surface';
  readonly frame: SheetFrame;
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

/** Components are rather laid in one column: their names then stand free at the left. */
const COMPONENT_WEIGHT = 0.6;

/** Pixels kept free beside the sheets of a network, and beside one sheet, whose row is named by its number. */
const MARGINS = [40, 92] as const;
const MARGINS_OF_ONE = [40, 150] as const;
/** A narrow pane is the sheet's first. */
const MOST_FREE = 0.36;

/** Height of w at the limit on plane sheets. */
const SURFACE_LIFT = 0.3;

/**
 * Positions of sheets, sites and sources.
 *  @param sources      what drives the weights
 *  @param weightCount  P
 *  @param sampleCount  L, by which the work of J₂ is measured
 */
export function layoutField(
  layout: Layout,
  weightCount: number,
  sources: SourceForm,
  sampleCount = 1,
): FieldLayout {
  const space = spaceOf(layout);
  if (space !== 'plane') return layoutChain(layout, weightCount, space, sources, sampleCount);
  return hasMatrices(layout) || hasComponents(layout)
    ? layoutSheets(layout, weightCount, sources, sampleCount)
    : layoutGrid(layout, weightCount, sources, sampleCount);
}

function emptySites(weightCount: number): { sites: Float32Array; lifts: Float32Array } {
  return { sites: new Float32Array(3 * weightCount), lifts: new Float32Array(weightCount) };
}

function layoutChain(
  layout: Layout,
  weightCount: number,
  space: 'ring' | 'strip',
  form: SourceForm,
  sampleCount: number,
): FieldLayout {
  const period = periodOf(layout);
  const count = layout.sheets.length;
  const sources = form !== null;
  const several = count > 1;
  const height = !sources ? 0 : several ? RING_SHARE.shift / count : ABOVE.level;
  const lift = several ? (sources ? RING_SHARE.lift : 0.56) / count : sources ? ABOVE.lift : 0.6;
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
        level: height + (index - (count - 1) / 2) * (several ? 1.64 / count : 0),
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
    sources:
      form === 'expansion'
        ? chainBars(layout, sites, sampleCount)
        : sources
          ? chainSources(layout, sites)
          : null,
    home: (unrolled) => (unrolled || space === 'strip' ? homes.strip() : homes.ring()),
  };
}

/** One sheet of rows × columns: a height field, its sources as a grid on a floor below. */
function layoutGrid(layout: Layout, weightCount: number, form: SourceForm, sampleCount: number): FieldLayout {
  const [sheet] = layout.sheets;
  const sources = form !== null;
  const unit = 1.9 / Math.max(sheet.rows, sheet.columns, 2);
  const bars = form === 'expansion';
  const level = bars ? FLOOR.level : sources ? 0.22 : 0;
  const base = bars ? FLOOR.base : -0.5;
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
    sources: bars
      ? floorBars(layout, sites, unit, sampleCount, base)
      : sources
        ? gridSources(layout, sites, unit, base)
        : null,
    home: () => ({
      ...homes.sheets(sources ? 1.22 : 1.16, bars),
      margins: MARGINS_OF_ONE,
      mostFree: MOST_FREE,
    }),
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

/** One height field per weight matrix, or per component of the field, side by side. */
function layoutSheets(
  layout: Layout,
  weightCount: number,
  form: SourceForm,
  sampleCount: number,
): FieldLayout {
  const floor = form === 'expansion';
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
      level: floor ? FLOOR.level : 0,
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
    sources: floor ? floorBars(layout, sites, unit, sampleCount, FLOOR.base) : null,
    home: () =>
      hasComponents(layout)
        ? // As they are seen from home, with room for what is written on both sides.
          homes.sheets(0.95 * wide + 0.42 * deep, floor)
        : // By their bounds, with room at the right for the names of the row's lines.
          { ...homes.sheets(Math.max(0.9, 0.86 * wide + 0.3 * deep), floor), margins: MARGINS },
  };
}
