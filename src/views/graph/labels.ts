import type { FrameViews } from '../../engine/frame.ts';
import type { RunInfo } from '../../engine/protocol.ts';
import { formatSigned } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { lastLayer, roleOf, sitesOf, weightIn } from '../lattice.ts';
import { symbolOf, weightParts } from '../names.ts';
import type { Label, TextPart } from '../scene/labelLayer.ts';
import type { Offset } from '../scene/labels.ts';
import type { Target } from '../scene/target.ts';
import { neuronParts } from './neuronParts.ts';
import type { GraphLayout } from './layout.ts';
import type { GraphOptions } from './picture.ts';

/** What labels need of the drawing at the moment. */
export interface GraphState {
  linked: number;
  inspected: Target | null;
  frame: FrameViews | null;
  curl: number;
}

const BELOW: readonly Offset[] = [{ dx: 0, dy: 18, align: 0.5 }];
const ABOVE: readonly Offset[] = [{ dx: 0, dy: -18, align: 0.5 }];
const MIDDLE: readonly Offset[] = [
  { dx: 0, dy: 0, align: 0.5 },
  { dx: 0, dy: 12, align: 0.5 },
];
const OVER_TILE: readonly Offset[] = [{ dx: 0, dy: -11, align: 0.5 }];
const LEFT: readonly Offset[] = [{ dx: -16, dy: 0, align: 1 }];

/** Numbered neurons of one kind never get more labels than this. */
const MOST_NUMBERS = 9;

/** All labels of the network, the linked synapse first. */
export function graphLabels(
  info: RunInfo,
  geometry: GraphLayout,
  state: GraphState,
  options: GraphOptions = {},
): Label[] {
  const first = [linkedLabel(info, geometry, state), neuronLabel(info, geometry, state)];
  if (geometry.springs !== null) return [...first, ...springLabels(info, geometry, state)];
  if (geometry.flat) return [...first, ...layerLabels(info, geometry, options)];
  if (geometry.space === 'plane') return [...first, ...planeLabels(info, geometry)];
  return [...first, ...chainLabels(info, geometry, state)];
}

function at(geometry: GraphLayout, neuron: number, up = 0, out = 0): (anchor: Float32Array) => boolean {
  return (anchor) => {
    anchor[0] = geometry.neurons[3 * neuron];
    anchor[1] = geometry.neurons[3 * neuron + 1] + up;
    anchor[2] = geometry.neurons[3 * neuron + 2] + out;
    return true;
  };
}

/** Outside the ring, below the strip. */
function outside(
  geometry: GraphLayout,
  neuron: number,
  state: GraphState,
): (anchor: Float32Array) => boolean {
  return (anchor) => {
    anchor[0] = geometry.neurons[3 * neuron];
    anchor[1] = geometry.neurons[3 * neuron + 1] - 0.07 * (1 - state.curl);
    anchor[2] = 0.15 * state.curl;
    return true;
  };
}

function linkedLabel(info: RunInfo, geometry: GraphLayout, state: GraphState): Label {
  const { sheets } = info.layout;
  const sites = sitesOf(sheets, info.tracks[0].weightCount);
  const linked = (): number => weightIn(sites, state.linked);
  const { wires, springs } = geometry;
  // First wire of every weight: its foot carries the label.
  const wireOf = new Int32Array(info.tracks[0].weightCount).fill(-1);
  for (let wire = wires.count - 1; wire >= 0; wire--) wireOf[wires.data[4 * wire]] = wire;
  return {
    parts: [],
    look: 'strong large accent',
    half: 'any',
    offsets: [
      { dx: 0, dy: 24, align: 1 },
      { dx: 0, dy: 24, align: 0 },
      { dx: -14, dy: -6, align: 1 },
      { dx: 14, dy: -6, align: 0 },
      { dx: 0, dy: -24, align: 0.5 },
    ],
    anchor(out) {
      const weight = linked();
      if (weight < 0) return false;
      const points = springs === null ? wires.from : geometry.neurons;
      const index = springs === null ? wireOf[weight] : weight;
      if (index < 0) return false;
      out.set(points.subarray(3 * index, 3 * index + 3));
      return true;
    },
    subject: { key: linked, part: (weight) => weightParts(sheets, sites, weight) },
    value: () =>
      state.frame === null || linked() < 0 ? '' : formatSigned(state.frame.tracks[0].weights[linked()]),
  };
}

/** Name and value of the neuron under the hand, for the sample that is shown. */
function neuronLabel({ layout }: RunInfo, geometry: GraphLayout, state: GraphState): Label {
  const neuronOf = (): number => (state.inspected?.kind === 'neuron' ? state.inspected.index : -1);
  return {
    parts: [],
    look: 'strong accent',
    half: 'any',
    leader: true,
    offsets: [
      { dx: 16, dy: -22, align: 0 },
      { dx: -16, dy: -22, align: 1 },
      { dx: 16, dy: 22, align: 0 },
      { dx: -16, dy: 22, align: 1 },
      { dx: 0, dy: -30, align: 0.5 },
    ],
    anchor: (out) => neuronOf() >= 0 && at(geometry, neuronOf())(out),
    subject: { key: neuronOf, part: (neuron) => neuronParts(layout, neuron) },
    value: () => {
      const activations = state.frame?.tracks[0].activations;
      return neuronOf() < 0 ? '' : formatSigned(activations?.[neuronOf()]);
    },
  };
}

/** Rings and strips: every few inputs at the near foot, outputs at the far rim. */
function chainLabels({ layout }: RunInfo, geometry: GraphLayout, state: GraphState): Label[] {
  const labels: Label[] = [];
  const { neurons } = layout;
  const counts = layerCounts(layout);
  const last = counts.length - 1;
  for (let n = 0; n < neurons.count; n++) {
    const role = roleOf(layout, n);
    const bottom = neurons.layer[n] === 0;
    if (role === 'bias' || (!bottom && neurons.layer[n] !== last)) continue;
    const count = counts[neurons.layer[n]];
    if (count === 1) {
      labels.push({
        parts: [{ text: `${text('view.network.output')} ` }, { symbol: 'Z' }],
        look: 'quiet',
        half: 'any',
        offsets: ABOVE,
        anchor: at(geometry, n),
      });
      continue;
    }
    if (neurons.index[n] % strideOf(count) !== 0) continue;
    labels.push({
      parts: [{ symbol: role === 'output' ? 'Z' : 'X', sub: String(neurons.index[n]) }],
      look: 'quiet',
      half: bottom ? 'near' : 'far',
      offsets: bottom ? MIDDLE : ABOVE,
      anchor: bottom ? outside(geometry, n, state) : at(geometry, n, 0, 0.1),
    });
  }
  return labels;
}

/** A round number of neurons from label to label. */
export function strideOf(count: number): number {
  for (let power = 1; ; power *= 10) {
    for (const factor of [1, 2, 4, 5]) if (count / (factor * power) <= MOST_NUMBERS) return factor * power;
  }
}

/** Neurons in each layer, biases apart. */
function layerCounts(layout: RunInfo['layout']): Int32Array {
  const { layer, count } = layout.neurons;
  const counts = new Int32Array(lastLayer(layout) + 1);
  for (let n = 0; n < count; n++) if (roleOf(layout, n) !== 'bias') counts[layer[n]]++;
  return counts;
}

function planeLabels({ layout }: RunInfo, geometry: GraphLayout): Label[] {
  const words: TextPart[][] = [];
  const anchors: number[] = [];
  const counts = layerCounts(layout);
  const last = counts.length - 1;
  for (let layer = 0; layer <= last; layer++) {
    // The lower plane is named at its left front corner, the upper one at its left back corner.
    let corner = -1;
    let most = -Infinity;
    for (let n = 0; n < layout.neurons.count; n++) {
      if (layout.neurons.layer[n] !== layer) continue;
      const front = (layer === 0 ? 1 : -1) * geometry.neurons[3 * n + 2] - geometry.neurons[3 * n];
      if (front > most + 1e-6) {
        most = front;
        corner = n;
      }
    }
    // Masses have no inputs or outputs: the picture's key names them.
    if (corner < 0 || roleOf(layout, corner) === 'site') continue;
    const single = counts[layer] === 1;
    const name =
      layer === 0 ? 'view.network.inputs' : single ? 'view.network.output' : 'view.network.outputs';
    words.push([{ text: `${text(name)} ` }, { symbol: layer === 0 ? 'X' : 'Z' }]);
    anchors.push(corner);
  }
  return anchors.map((neuron, i) => ({
    parts: words[i],
    look: '',
    half: 'any',
    offsets: i === 0 ? [...BELOW, ...LEFT] : [...LEFT, ...ABOVE],
    anchor: at(geometry, neuron),
  }));
}

/** Dense networks: inputs by number, layers by name. */
function layerLabels({ layout }: RunInfo, geometry: GraphLayout, { tiles, named }: GraphOptions): Label[] {
  const labels: Label[] = [];
  const counts = layerCounts(layout);
  const last = counts.length - 1;
  const inputs = counts[0];
  const lowest = new Map<number, number>();
  for (let n = 0; n < layout.neurons.count; n++) {
    const layer = layout.neurons.layer[n];
    const role = roleOf(layout, n);
    const foot = lowest.get(layer);
    if (foot === undefined || geometry.neurons[3 * n + 1] < geometry.neurons[3 * foot + 1])
      lowest.set(layer, n);
    if (role === 'input' && inputs <= 14) {
      labels.push({
        parts: [{ symbol: 'X', sub: String(layout.neurons.index[n] + 1) }],
        look: '',
        half: 'any',
        offsets: tiles === true ? OVER_TILE : LEFT,
        anchor: at(geometry, n, tiles === true ? geometry.tile : 0),
      });
    }
    if (role === 'bias' && layer === 0) {
      labels.push({
        parts: [{ text: text('view.network.bias') }],
        look: 'quiet',
        half: 'any',
        offsets: LEFT,
        anchor: at(geometry, n),
      });
    }
  }
  for (const [layer, neuron] of lowest) {
    if (named === true) break;
    // What its output is stands over the plot.
    if (tiles === true && layer === last) continue;
    const words: TextPart[] =
      layer === 0
        ? [{ text: `${text('view.network.inputs')} ` }, { symbol: 'X' }]
        : layer === last
          ? [{ text: `${text('view.network.output')} ` }, { symbol: 'Z' }]
          : [{ text: text('view.network.hiddenLayer', { layer }) }];
    labels.push({
      parts: words,
      look: 'quiet',
      half: 'any',
      offsets: counts[layer] === 1 ? [{ dx: 0, dy: -26, align: 0.5 }] : [{ dx: 0, dy: 26, align: 0.5 }],
      anchor: at(geometry, neuron),
    });
  }
  return labels;
}

/** Fields: masses by number, what springs and colours mean, and the names of fields above each other. */
function springLabels({ layout }: RunInfo, geometry: GraphLayout, state: GraphState): Label[] {
  const labels: Label[] = [];
  const { springs } = geometry;
  const [count] = layerCounts(layout);
  if (springs !== null && springs.count > 0) {
    const spring = Math.floor(0.62 * springs.count);
    labels.push({
      parts: [{ text: `${text('view.network.springs')} ` }, { symbol: 'K' }],
      look: 'role-K',
      half: 'any',
      leader: true,
      offsets: [
        { dx: 40, dy: 62, align: 0.5 },
        { dx: -40, dy: 62, align: 0.5 },
      ],
      anchor(out) {
        for (let axis = 0; axis < 3; axis++) {
          out[axis] = (springs.from[3 * spring + axis] + springs.to[3 * spring + axis]) / 2;
        }
        return true;
      },
    });
  }
  for (let n = 0; n < count; n += strideOf(count)) {
    labels.push({
      parts: [{ text: String(n) }],
      look: 'quiet',
      half: 'near',
      offsets: MIDDLE,
      anchor: outside(geometry, n, state),
    });
  }
  const { sheets } = layout;
  sheets.forEach(({ name }, field) => {
    // A quarter of the way round: at the left of the ring as it is seen at home.
    const neuron = field * count + (count >> 2);
    if (sheets.length === 1) return;
    labels.push({
      parts: [symbolOf(name)],
      look: 'large',
      half: 'any',
      offsets: [...LEFT, { dx: -30, dy: 0, align: 1 }, { dx: -30, dy: 12, align: 1 }],
      anchor: at(geometry, neuron),
    });
  });
  return labels;
}
