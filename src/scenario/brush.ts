/** What a brush paints on: the weights of one sheet, or a source of a field. Pure. */
import { bumpOn } from '../physics/initial/bump.ts';
import type { Sheet } from '../physics/types.ts';
import { onField } from './commands/source.ts';
import { scalarSourcesOf } from './fieldSources.ts';
import type { Scenario } from './types.ts';

/** Where brush strokes go. */
export interface Canvas {
  /** Lattice on which the brush moves. */
  readonly sheet: Pick<Sheet, 'rows' | 'columns' | 'periodicRows' | 'periodicColumns'>;
  /** Numbers that are painted: by weight, or by bond. */
  readonly count: number;
  /** What is drawn for 1 that is added to the document's own number. */
  readonly unit: number;
  /** Site of a weight on the sheet; −1 where it is on another. */
  siteOf(weight: number): number;
  /** Height of the brush, 1 at its middle, over a site. @param width  in sites; 0: the site, or its bonds, alone */
  over(site: number, width: number): (n: number) => number;
}

/** The bonds of a site are half a site away: a brush of no width still covers them. */
const LEAST_ON_BONDS = 0.5;

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
    over(center, width) {
      if (!(width > 0)) return (index) => (place[index] === center ? 1 : 0);
      const height = bumpOn(sheet, { center, width, amplitude: 1 });
      return (index) => {
        const site = place[index];
        return site < 0 ? 0 : height(Math.floor(site / sheet.columns), site % sheet.columns);
      };
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
  return {
    sheet: { rows, columns, periodicRows: true, periodicColumns: true },
    count: sources[target].length,
    unit: even?.[target][0] ?? 1,
    siteOf: (weight) => weight,
    over(center, width) {
      if (target !== 'K' && !(width > 0)) return (n) => (n === center ? 1 : 0);
      const bump = { shape: 'bump', center, width: Math.max(width, LEAST_ON_BONDS), amplitude: 1 } as const;
      // Half a site away the least brush has e^{−1/2} of its height.
      return (n) => heights(bump, n);
    },
  };
}
