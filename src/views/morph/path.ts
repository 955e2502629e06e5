import type { Layout } from '../../engine/protocol.ts';
import type { FieldLayout } from '../field/layout.ts';
import { hasMatrices } from '../lattice.ts';

/**
 * When the sites of each sheet are reached by the wave, 0 the first: u = start + column·(column of the sheet) + row·(its row).
 *  - chains: from one end to the other; a ring from its back over the left and the front, as it is seen from home;
 *  - sheets on the same columns: column by column, all sheets at once;
 *  - matrices of a network: sheet by sheet, in each column by column, so that layers leave one after the other.
 */
export type SheetWave = readonly [start: number, column: number, row: number];

/** The wave over every sheet of a lattice. */
export function wavesOf(layout: Layout, geometry: FieldLayout): readonly SheetWave[] {
  const { sheets, space } = geometry;
  if (space !== 'plane') {
    return sheets.map(({ frame }): SheetWave => {
      const turn = 2 * Math.PI;
      return [(frame.origin[0] + Math.PI) / turn, frame.step[0] / turn, 0];
    });
  }
  if (hasMatrices(layout)) {
    return sheets.map(({ frame }, index): SheetWave => {
      const share = 1 / sheets.length;
      return [share * (index + 0.5 / frame.columns), share / frame.columns, 0];
    });
  }
  return sheets.map(({ frame }): SheetWave => [0.5 / frame.columns, 1 / frame.columns, 0]);
}

/**
 * When each weight leaves its wire for its site.
 *  @returns [P] 0 to 1; what stands on no sheet leaves last
 */
export function leavesOf(layout: Layout, geometry: FieldLayout, weightCount: number): Float32Array {
  const leaves = new Float32Array(weightCount).fill(1);
  const waves = wavesOf(layout, geometry);
  geometry.sheets.forEach(({ sheet }, index) => {
    const [start, column, row] = waves[index];
    sheet.weight.forEach((weight, site) => {
      if (weight < 0) return;
      const u = start + column * (site % sheet.columns) + row * Math.floor(site / sheet.columns);
      leaves[weight] = Math.min(1, Math.max(0, u));
    });
  });
  return leaves;
}

/** When the last wire of each neuron leaves. @returns [neurons] 0 to 1; one without wires is left alone with the first */
export function neuronLeaves({ neurons, synapses }: Layout, leaves: Float32Array): Float32Array {
  const last = new Float32Array(neurons.count);
  for (let synapse = 0; synapse < synapses.count; synapse++) {
    const u = leaves[synapses.weight[synapse]];
    const from = synapses.from[synapse];
    const to = synapses.to[synapse];
    last[from] = Math.max(last[from], u);
    last[to] = Math.max(last[to], u);
  }
  return last;
}
