import { neuronRow, packLayout, Wires } from '../../lattice/layout.ts';
import type { NeuronRow } from '../../lattice/layout.ts';
import { wrap } from '../../lattice/ring.ts';
import type { Layout, Place, Sheet } from '../../types.ts';
import { convLayers } from './kernel.ts';
import type { ConvLayer, ConvRingShape } from './kernel.ts';

/**
 * A ring of N neurons for every channel of every layer, at x = i within a fraction of a site by channel; behind them
 * one source of bias for every neuron that has one, so that no wire crosses the ring. One sheet for every layer: a row for every kernel (output
 * channel, input channel), a column for every tap; and one of its biases. Bonds join neighbouring taps of a kernel.
 */
export function convRingLayout(shape: Pick<ConvRingShape, 'N' | 'channels' | 'reach' | 'biases'>): Layout {
  const { N, channels, reach, biases } = shape;
  const { layers } = convLayers(shape);
  const counts = [1, ...channels, 1];
  const taps = 2 * reach + 1;
  const rows: NeuronRow[] = [];
  const firsts: number[] = [];
  let total = 0;
  counts.forEach((count, layer) => {
    const role = layer === 0 ? 'input' : layer === layers.length ? 'output' : 'hidden';
    firsts.push(total);
    rows.push(neuronRow(role, layer, count * N, (n) => (n % N) + offsetOf(Math.floor(n / N), count)));
    total += count * N;
  });
  const wires = new Wires(
    N * layers.reduce((sum, { from, to }) => sum + to * (from * taps + (biases ? 1 : 0)), 0),
  );
  const bonds: number[] = [];
  layers.forEach((layer, m) => {
    if (biases) {
      rows.push(neuronRow('bias', m, layer.to * N, (n) => (n % N) + offsetOf(Math.floor(n / N), layer.to)));
    }
    for (let c = 0; c < layer.to; c++) {
      for (let i = 0; i < N; i++) {
        const to = firsts[m + 1] + c * N + i;
        for (let d = 0; d < layer.from; d++) {
          for (let k = 0; k < taps; k++) {
            const from = firsts[m] + d * N + wrap(i + k - reach, N);
            wires.add(layer.weights + (c * layer.from + d) * taps + k, from, to);
          }
        }
        if (biases) wires.add(layer.biases + c, total + c * N + i, to);
      }
    }
    if (biases) total += layer.to * N;
    for (let kernel = 0; kernel < layer.from * layer.to; kernel++) {
      const first = layer.weights + kernel * taps;
      for (let k = 0; k + 1 < taps; k++) bonds.push(first + k, first + k + 1);
    }
  });
  const sheets = layers.flatMap((layer, m) => sheetsOf(layer, m, taps, biases));
  return { ...packLayout('ring', rows, wires, sheets, Int32Array.from(bonds)), period: N };
}

/** Channels stand beside each other within a site. */
const offsetOf = (channel: number, count: number): number => (channel - (count - 1) / 2) / (count + 1);

function sheetsOf(layer: ConvLayer, m: number, taps: number, biases: boolean): Sheet[] {
  const sheet = (name: string, first: number, rows: number, columns: number, columnLabel: string): Sheet => ({
    name,
    rows,
    columns,
    periodicRows: false,
    periodicColumns: false,
    weight: Int32Array.from({ length: rows * columns }, (_, site) => first + site),
    columnLabel,
    rowLabel: 'kernel',
    offset: 0,
    pitch: 1,
  });
  const kernels = sheet(`W${raised(m + 1)}`, layer.weights, layer.from * layer.to, taps, 'tap');
  return biases ? [kernels, sheet(`b${raised(m + 1)}`, layer.biases, 1, layer.to, 'channel')] : [kernels];
}

const raised = (n: number): string => [...String(n)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');

/** Where a weight stands: its layer, its channels, and its tap if it is no bias. */
export function placeOf(shape: Pick<ConvRingShape, 'channels' | 'reach' | 'biases'>, weight: number): Place {
  const { layers } = convLayers(shape);
  const taps = 2 * shape.reach + 1;
  let m = layers.length - 1;
  while (layers[m].weights > weight) m--;
  const { from, weights, biases } = layers[m];
  const layer = { axis: 'layer', value: m };
  if (weight >= biases) return [layer, { axis: 'channelOut', value: weight - biases }];
  const kernel = Math.floor((weight - weights) / taps);
  return [
    layer,
    { axis: 'channelOut', value: Math.floor(kernel / from) },
    { axis: 'channelIn', value: kernel % from },
    { axis: 'tap', value: ((weight - weights) % taps) - shape.reach },
  ];
}
