/** What a brush paints on: the weights of one sheet, or a source of a field. Pure. */
import { bumpOn } from '../physics/initial/bump.ts';
import type { ScalarSources, Sheet } from '../physics/types.ts';
import { onField } from './commands/source.ts';
import { scalarSourcesOf } from './fieldSources.ts';
import type { Scenario } from './types.ts';

/** Takes a number that a brush covers, and the height of the brush there. */
export type Covered = (n: number, height: number) => void;

type Ground = Pick<Sheet, 'rows' | 'columns' | 'periodicRows' | 'periodicColumns'>;

/** Where brush strokes go. */
export interface Canvas {
  /** Lattice on which the brush moves. */
  readonly sheet: Ground;
  /** Numbers that are painted: by weight, or by bond. */
  readonly count: number;
  /** What is drawn for 1 that is added to the document's own number. */
  readonly unit: number;
  /** Site of a weight on the sheet; −1 where it is on another. */
  siteOf(weight: number): number;
  /** Height of the brush, 1 at its middle, wherever it is over a site. @param width  in sites; 0: the site, or its bonds, alone */
  over(site: number, width: number, each: Covered): void;
}

/** The bonds of a site are half a site away: a brush of no width still covers them. */
const LEAST_ON_BONDS = 0.5;
/** Widths at which a brush ends: there it has 4·10⁻⁶ of its height, under what `sparse` keeps of a stroke. */
const EDGE = 5;

/** Sites of a lattice in a square round one of them, each once. */
function sitesAround(
  { rows, columns, periodicRows, periodicColumns }: Ground,
  site: number,
  reach: number,
  each: (row: number, column: number) => void,
): void {
  const range = (at: number, size: number, closes: boolean): readonly [first: number, last: number] => {
    if (2 * reach + 1 >= size) return [0, size - 1];
    return closes ? [at - reach, at + reach] : [Math.max(0, at - reach), Math.min(size - 1, at + reach)];
  };
  const [top, bottom] = range(Math.floor(site / columns), rows, periodicRows);
  const [left, right] = range(site % columns, columns, periodicColumns);
  for (let row = top; row <= bottom; row++) {
    for (let column = left; column <= right; column++) {
      each((row + rows) % rows, (column + columns) % columns);
    }
  }
}

/** The sheet of a weight. */
export function sheetOf(sheets: readonly Sheet[], weight: number, count: number): Canvas | null {
  const sheet = sheets.find((one) => one.weight.includes(weight));
  if (sheet === undefined) return null;
  const place = new Int32Array(count).fill(-1);
  sheet.weight.forEach((index, site) => {
    if (index >= 0) place[index] = site;
  });
  return {
    sheet,
    count,
    unit: 1,
    siteOf: (index) => place[index],
    over(center, width, each) {
      if (!(width > 0)) {
        each(sheet.weight[center], 1);
        return;
      }
      const height = bumpOn(sheet, { center, width, amplitude: 1 });
      sitesAround(sheet, center, Math.ceil(EDGE * width), (row, column) => {
        const index = sheet.weight[row * sheet.columns + column];
        if (index >= 0) each(index, height(row, column));
      });
    },
  };
}

/** A source of a field; null for systems that have none of their own. */
export function fieldCanvas(scenario: Scenario, target: 'K' | 'J' | 'force'): Canvas | null {
  const sources = scalarSourcesOf(scenario);
  if (sources === null) return null;
  const { rows, columns } = sources;
  const even = scalarSourcesOf({ system: { ...scenario.system, [target]: 1 } });
  const heights = onField(sources, target);
  const sheet = { rows, columns, periodicRows: true, periodicColumns: true };
  const entries =
    target === 'K' ? bondsFrom(sources) : (site: number, each: (n: number) => void) => each(site);
  return {
    sheet,
    count: sources[target].length,
    unit: even?.[target][0] ?? 1,
    siteOf: (weight) => weight,
    over(center, width, each) {
      if (target !== 'K' && !(width > 0)) {
        each(center, 1);
        return;
      }
      // Half a site away the least brush has e^{−1/2} of its height.
      const wide = Math.max(width, target === 'K' ? LEAST_ON_BONDS : 0);
      const height = heights({ shape: 'bump', center, width: wide, amplitude: 1 });
      // A bond begins at most one site further away than its middle.
      sitesAround(sheet, center, Math.ceil(EDGE * wide) + 1, (row, column) => {
        entries(row * columns + column, (n) => each(n, height(n)));
      });
    },
  };
}

/** The bonds that begin at a site. */
function bondsFrom({
  rows,
  columns,
  bonds,
}: ScalarSources): (site: number, each: (n: number) => void) => void {
  const count = bonds.length / 2;
  const ends = new Int32Array(rows * columns + 1);
  for (let n = 0; n < count; n++) ends[bonds[2 * n] + 1]++;
  for (let site = 1; site < ends.length; site++) ends[site] += ends[site - 1];
  const next = ends.slice();
  const list = new Int32Array(count);
  for (let n = 0; n < count; n++) list[next[bonds[2 * n]]++] = n;
  return (site, each) => {
    for (let at = ends[site]; at < ends[site + 1]; at++) each(list[at]);
  };
}
