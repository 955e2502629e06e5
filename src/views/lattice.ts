import type { Layout, Sheet } from '../engine/protocol.ts';
import type { NeuronRole } from './roles.ts';
import { NEURON_ROLES } from './roles.ts';

/** How a system stands in space: on a ring (which unrolls), on an open strip, or on planes. */
export type LatticeSpace = 'ring' | 'strip' | 'plane';

/** Chains of weights are drawn round, or as a strip where nothing closes them; everything else on planes. */
export function spaceOf(layout: Layout): LatticeSpace {
  const chain = layout.shape !== 'layers' && layout.sheets.every((sheet) => sheet.rows === 1);
  if (!chain) return 'plane';
  return layout.sheets[0].periodicColumns ? 'ring' : 'strip';
}

/** How a system's neurons stand: on a ring also where their weights have sheets of rows and columns. */
export function networkSpaceOf(layout: Layout): LatticeSpace {
  return layout.shape === 'ring' ? 'ring' : spaceOf(layout);
}

/** Several sheets of the same rows × columns: each holds one component of a field on the same sites. */
export function hasComponents({ shape, sheets }: Layout): boolean {
  const [{ rows, columns }] = sheets;
  const equal = sheets.every((sheet) => sheet.rows === rows && sheet.columns === columns);
  return shape !== 'layers' && sheets.length > 1 && rows > 1 && equal;
}

/** Sheets with sites of their own each: the matrices of a network. */
export function hasMatrices(layout: Layout): boolean {
  const { shape, sheets } = layout;
  return shape === 'layers' || (spaceOf(layout) === 'plane' && sheets.length > 1 && !hasComponents(layout));
}

/** Length of the first sheet, in its own sites: the period of rings. */
export function periodOf(layout: Layout): number {
  const [sheet] = layout.sheets;
  return sheet.columns * sheet.pitch;
}

/** Sites round the ring of a network's neurons. */
export function networkPeriodOf(layout: Layout): number {
  return layout.period ?? periodOf(layout);
}

/** Position of a column along the lattice, in sites of the first sheet. */
export function columnAt(sheet: Sheet, column: number): number {
  return sheet.offset + sheet.pitch * column;
}

/** Where each weight stands: its sheet, row and column. */
export interface Sites {
  /** [P] −1 for a weight on no sheet */
  readonly sheet: Int32Array;
  readonly row: Int32Array;
  readonly column: Int32Array;
}

/** A weight that is one of these, else −1: a picture may be drawn before the choice of another run is let go. */
export function weightIn({ sheet }: Sites, weight: number): number {
  return weight < sheet.length ? weight : -1;
}

export function sitesOf(sheets: readonly Sheet[], weightCount: number): Sites {
  const sites = {
    sheet: new Int32Array(weightCount).fill(-1),
    row: new Int32Array(weightCount),
    column: new Int32Array(weightCount),
  };
  sheets.forEach((sheet, index) => {
    sheet.weight.forEach((weight, site) => {
      if (weight < 0) return;
      sites.sheet[weight] = index;
      sites.row[weight] = Math.floor(site / sheet.columns);
      sites.column[weight] = site % sheet.columns;
    });
  });
  return sites;
}

/** Sheet with the most sites: of several the one to look at. */
export function largestSheet(sheets: readonly Sheet[]): number {
  return sheets.reduce(
    (best, { weight }, index) => (weight.length > sheets[best].weight.length ? index : best),
    0,
  );
}

/** Sites of the longest row of any sheet. */
export function longestRow(sheets: readonly Sheet[]): number {
  return sheets.reduce((most, { columns }) => Math.max(most, columns), 0);
}

/** The row whose line is drawn, the amber one: that of the chosen weight, else the middle one of the largest sheet. */
export function drawnRow(
  { sheets }: Layout,
  weightCount: number,
  chosen: number | null,
): { readonly sheet: number; readonly row: number } {
  if (chosen !== null && chosen >= 0 && chosen < weightCount) {
    const sites = sitesOf(sheets, weightCount);
    if (sites.sheet[chosen] >= 0) return { sheet: sites.sheet[chosen], row: sites.row[chosen] };
  }
  const sheet = largestSheet(sheets);
  return { sheet, row: Math.floor((sheets[sheet]?.rows ?? 1) / 2) };
}

export function roleOf(layout: Layout, neuron: number): NeuronRole {
  return NEURON_ROLES[layout.neurons.role[neuron]];
}

/** Largest layer number. */
export function lastLayer(layout: Layout): number {
  let last = 0;
  for (const layer of layout.neurons.layer) last = Math.max(last, layer);
  return last;
}
