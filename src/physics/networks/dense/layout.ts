import { neuronRow, packLayout, Wires } from '../../lattice/layout.ts';
import type { NeuronRow } from '../../lattice/layout.ts';
import type { Layout, Sheet } from '../../types.ts';
import { denseLayers } from './kernel.ts';
import type { DenseLayer, DenseShape } from './kernel.ts';

/**
 * Neurons layer by layer, each layer followed by the bias neuron that feeds the next (index n, drawn one
 * place before index 0); x is centred on the layer. One sheet per weight matrix: row j is output j,
 * column 0 its bias, column i + 1 its weight from input i.
 */
export function denseLayout(shape: DenseShape): Layout {
  const { layers, size: weightCount } = denseLayers(shape);
  const neurons: NeuronRow[] = [];
  const wires = new Wires(weightCount);
  const first: number[] = [];
  let total = 0;
  shape.sizes.forEach((size, layer) => {
    first.push(total);
    const role = layer === 0 ? 'input' : layer === layers.length ? 'output' : 'hidden';
    neurons.push(neuronRow(role, layer, size, (index) => index - (size - 1) / 2));
    total += size;
    if (layer === layers.length) return;
    neurons.push({ ...neuronRow('bias', layer, 1, () => -(size + 1) / 2), first: size });
    total++;
  });
  layers.forEach(({ rows, columns, weights, biases }, m) => {
    for (let j = 0; j < rows; j++) {
      const to = first[m + 1] + j;
      for (let i = 0; i < columns; i++) {
        wires.add(weights + j * columns + i, first[m] + i, to);
      }
      wires.add(biases + j, first[m] + columns, to);
    }
  });
  return packLayout('layers', neurons, wires, layers.map(sheetOf), new Int32Array(0));
}

function sheetOf({ rows, columns, weights, biases }: DenseLayer, m: number): Sheet {
  return {
    name: `W⁽${superscript(m)}⁾`,
    rows,
    columns: columns + 1,
    periodicRows: false,
    periodicColumns: false,
    weight: Int32Array.from({ length: rows * (columns + 1) }, (_, site) => {
      const j = Math.floor(site / (columns + 1));
      const column = site % (columns + 1);
      return column === 0 ? biases + j : weights + j * columns + column - 1;
    }),
    columnLabel: 'neuron in',
    rowLabel: 'neuron out',
    offset: 0,
    pitch: 1,
  };
}

const superscript = (n: number): string =>
  [...String(n)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');
