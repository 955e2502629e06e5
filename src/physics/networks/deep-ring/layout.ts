import { neuronRow, packLayout, Wires } from '../../lattice/layout.ts';
import type { NeuronRow } from '../../lattice/layout.ts';
import { wrap } from '../../lattice/ring.ts';
import type { Layout, Sheet } from '../../types.ts';
import { deepRingFan } from './kernel.ts';
import type { DeepRingShape } from './kernel.ts';

/**
 * A ring of N neurons on each of depth + 1 levels, all at x = i, with wires to the 2·reach + 1 neighbours on
 * the level above; behind them, where there are biases, one source of bias for every neuron they feed.
 * The weights are a two-dimensional lattice, row m the layer and column i the site (periodic), of one sheet
 * per neighbour s = −reach..reach (W₋₁, W₀, W₊₁) and one of biases. Bonds join neighbours within a sheet.
 */
export function deepRingLayout(shape: DeepRingShape): Layout {
  const { N, depth, reach, biases } = shape;
  const fan = deepRingFan(shape);
  const rows: NeuronRow[] = [];
  for (let layer = 0; layer <= depth; layer++) {
    const role = layer === 0 ? 'input' : layer === depth ? 'output' : 'hidden';
    rows.push(neuronRow(role, layer, N, (i) => i));
  }
  const wires = new Wires(depth * N * fan);
  for (let m = 0; m < depth; m++) {
    if (biases) rows.push(neuronRow('bias', m, N, (i) => i));
    for (let i = 0; i < N; i++) {
      const to = (m + 1) * N + i;
      for (let k = 0; k < fan; k++) {
        const isBias = k > 2 * reach;
        const from = isBias ? (depth + 1 + m) * N + i : m * N + wrap(i + k - reach, N);
        wires.add((m * N + i) * fan + k, from, to);
      }
    }
  }
  const sheets = Array.from({ length: fan }, (_, k) => sheetOf(N, depth, fan, k, nameOf(k - reach, reach)));
  return packLayout('ring', rows, wires, sheets, bondsOf(N, depth, fan));
}

function sheetOf(N: number, depth: number, fan: number, component: number, name: string): Sheet {
  return {
    name,
    rows: depth,
    columns: N,
    periodicRows: false,
    periodicColumns: true,
    weight: Int32Array.from({ length: depth * N }, (_, site) => site * fan + component),
    columnLabel: 'site',
    rowLabel: 'layer',
    offset: 0,
    pitch: 1,
  };
}

/** Name of a component: W₋₁, W₀, W₊₁; b for the biases. */
function nameOf(s: number, reach: number): string {
  if (s > reach) return 'b';
  return `W${s < 0 ? '₋' : s > 0 ? '₊' : ''}${lowered(Math.abs(s))}`;
}

const lowered = (n: number): string => [...String(n)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('');

/** Sheet by sheet: the bond to the next layer of every site that has one, then the bond to the next site. */
function bondsOf(N: number, depth: number, fan: number): Int32Array {
  const bonds = new Int32Array(2 * fan * N * (2 * depth - 1));
  let at = 0;
  for (let component = 0; component < fan; component++) {
    const weight = (m: number, i: number): number => (m * N + i) * fan + component;
    for (let m = 0; m + 1 < depth; m++) {
      for (let i = 0; i < N; i++) {
        bonds[at++] = weight(m, i);
        bonds[at++] = weight(m + 1, i);
      }
    }
    for (let m = 0; m < depth; m++) {
      for (let i = 0; i < N; i++) {
        bonds[at++] = weight(m, i);
        bonds[at++] = weight(m, wrap(i + 1, N));
      }
    }
  }
  return bonds;
}
