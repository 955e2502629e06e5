import { neuronRow, packLayout, Wires } from '../../lattice/layout.ts';
import { gridSheet } from '../../lattice/sheets.ts';
import type { Layout } from '../../types.ts';
import type { GraphValues } from './graph.ts';

/** Input i stands on site i of the lattice, the output in its middle; periodic where a bond closes it. */
export function layoutOf(values: GraphValues, bonds: Int32Array): Layout {
  const { N, shape } = values;
  const [rows, columns] = shape.length === 2 ? shape : [1, N];
  const closes = (length: number, coordinate: (site: number) => number): boolean => {
    for (let b = 0; b < bonds.length; b += 2) {
      if (Math.abs(coordinate(bonds[b]) - coordinate(bonds[b + 1])) === length - 1) return length > 2;
    }
    return false;
  };
  const row = (site: number): number => Math.floor(site / columns);
  const column = (site: number): number => site % columns;
  const neurons = [
    neuronRow('input', 0, N, column, row),
    neuronRow(
      'output',
      1,
      1,
      () => (columns - 1) / 2,
      () => (rows - 1) / 2,
    ),
  ];
  const wires = new Wires(N);
  for (let weight = 0; weight < N; weight++) wires.add(weight, weight, N);
  const sheet = gridSheet('w', rows, columns, closes(rows, row), closes(columns, column));
  return packLayout('graph', neurons, wires, [sheet], bonds);
}
