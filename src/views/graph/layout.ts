import { largest } from '../../scenario/plain.ts';
import type { Layout } from '../../engine/protocol.ts';
import { countRole, NEURON_ROLES } from '../roles.ts';
import {
  columnAt,
  lastLayer,
  networkPeriodOf,
  networkSpaceOf,
  periodOf,
  roleOf,
  sitesOf,
  type LatticeSpace,
} from '../lattice.ts';
import { FILL, homes, type CameraHome } from '../scene/home.ts';
import { outlineOf } from '../scene/fit.ts';
import { angleOf, nearestAngle, STRIP } from '../scene/place.ts';
import type { RibbonData } from '../scene/ribbons.ts';

/** Half the distance between the inputs' and the outputs' plane. */
export const HALF_HEIGHT = 0.62;
/** Half of the extent of plane pictures. */
const HALF_EXTENT = 0.95;
/** Most wires of a network of layers: more than these nobody tells apart. The heaviest are drawn. */
export const MOST_WIRES = 40_000;
/** A bias stands at most this far below its layer. */
const BIAS_GAP = 0.2;
/** A bias of a ring stands before the wire it ends, this part of the way up and this far outside. */
const BIAS_RISE = 0.7;
const BIAS_OUT = 0.06;
/** Radii of discs in pixels. */
const RADIUS = 6.2;
const RADIUS_LARGE = 10;
/** Pixels between neurons from which on wires have their full width. */
const ROOMY = 20;
/** Pixels of a radius at home in a pane of ordinary width; only sizes of discs depend on it. */
const PIXELS = 220;

/** A network as points and curves of lattice space. Pure: positions only, no values. */
export interface GraphLayout {
  readonly space: LatticeSpace;
  /** [3·neurons] (s, y, z) */
  readonly neurons: Float32Array;
  /** [neurons] pixels */
  readonly radius: Float32Array;
  /** Largest radius of a disc that leaves its neighbours alone: rolled up (or plane), unrolled. */
  readonly room: readonly [number, number];
  /** Part of the full width that wires keep where neurons stand close. */
  readonly wirePart: number;
  /** Most wires that end in one neuron. */
  readonly fan: number;
  /** Wires, one per synapse drawn; index of the value is the weight. */
  readonly wires: RibbonData;
  /** Every wire, of which `wires` are the heaviest; null where all are drawn, or every k-th. */
  readonly all: RibbonData | null;
  /** How wires run. */
  readonly course: 'up' | 'across';
  /** Springs of a field's bonds; index of the value is the bond. Null for networks. */
  readonly springs: RibbonData | null;
  /** [3·n] points that have to be seen at home: neurons, and wires that arch over the way from one to the next. */
  readonly reach: Float32Array;
  /** Whether all stands in one plane that faces the viewer. */
  readonly flat: boolean;
  /** Where what the network answers is drawn, beside its outputs; null where there is no room for it. */
  readonly plot: Plot | null;
  /** Half the side of a tile that stands for a neuron, in lattice space. */
  readonly tile: number;
  readonly home: (unrolled: boolean) => CameraHome;
}

/** A square in the plane of a flat picture. */
export interface Plot {
  readonly x: number;
  readonly y: number;
  /** Half its side. */
  readonly half: number;
}

/** A network is drawn as a function by itself where it has this many inputs at most. */
const MOST_AXES = 2;
/** Weights of a network that is: each of them is multiplied at every place that is looked at, many times a second. */
const MOST_ASKED = 20_000;

/** Whether a network of layers can be drawn as a function, and whether it is without being asked. */
export function drawnAsFunction(layout: Layout): { readonly able: boolean; readonly asked: boolean } {
  const able = layout.shape === 'layers' && layout.synapses.count <= MOST_ASKED;
  return { able, asked: able && countRole(layout, 'input') <= MOST_AXES };
}

/** Layers stand this far apart at most, and so far that all stand within the second number. */
const LAYER_GAP = 0.55;
const LAYERS_WIDE = 1.4;
/** Side of the plot, and what is left free between it and the outputs, and under it for its words. */
const PLOT_SIDE = 1.2;
const PLOT_GAP = 0.24;
const PLOT_WORDS = 0.34;
/** Half of a tile, as a part of the distance between neurons: more of it where they stand close. */
const TILE = 0.31;
const TILE_CLOSE = 0.38;
const CLOSE = 0.19;
/** Part of the pane's width that a picture with a plot fills, where others keep more room beside them. */
const PLOT_FILL = 0.86;

/**
 * Positions of neurons and wires.
 *  @param unrolled  a single output stands over the middle: of the circle, or of the strip
 *  @param plot      whether layers leave room for what they answer; left out: where few inputs make it a picture
 *  @param most      largest number of wires to draw; where there are more, every k-th is drawn, of layers the heaviest
 */
export function layoutGraph(layout: Layout, unrolled: boolean, most: number, plot?: boolean): GraphLayout {
  const space = networkSpaceOf(layout);
  if (layout.shape === 'layers') return layoutLayers(layout, MOST_WIRES, plot);
  return space === 'plane' ? layoutPlanes(layout, most) : layoutChain(layout, space, unrolled, most);
}

function levelOf(layer: number, last: number): number {
  return last === 0 ? 0 : HALF_HEIGHT * ((2 * layer) / last - 1);
}

/** Layers over each other, on the ring or strip. */
function layoutChain(layout: Layout, space: LatticeSpace, unrolled: boolean, most: number): GraphLayout {
  const { neurons, synapses } = layout;
  const period = networkPeriodOf(layout);
  const last = lastLayer(layout);
  const single = singleLayers(layout);
  const open = space === 'strip' || unrolled;
  const positions = new Float32Array(3 * neurons.count);
  for (let n = 0; n < neurons.count; n++) {
    const alone = single.has(neurons.layer[n]);
    const bias = roleOf(layout, n) === 'bias';
    positions[3 * n] = alone ? 0 : angleOf(neurons.x[n], period);
    positions[3 * n + 1] = levelOf(neurons.layer[n] + (bias ? BIAS_RISE : 0), last);
    positions[3 * n + 2] = bias ? BIAS_OUT : alone && !open ? -1 : 0;
  }
  const { chosen, wires } = allocateWires(layout, most);
  chosen.forEach((synapse, i) => {
    const from = synapses.from[synapse];
    const to = synapses.to[synapse];
    copy(positions, from, wires.from, i);
    copy(positions, to, wires.to, i);
    if (single.has(neurons.layer[to])) {
      if (!open) wires.to[3 * i] = wires.from[3 * i];
    } else wires.to[3 * i] = nearestAngle(wires.to[3 * i], wires.from[3 * i]);
  });
  const spacing = ((2 * Math.PI) / Math.max(1, largestLayer(layout))) * PIXELS;
  // Deep rings: levels stand closer than neighbours, and are seen from above.
  const rise = last > 2 ? ((2 * HALF_HEIGHT) / last) * PIXELS * 0.8 : spacing;
  const field = countRole(layout, 'site') > 0;
  return {
    space,
    neurons: positions,
    radius: radii(layout, field ? 0.6 * spacing : Math.min(spacing, rise)),
    room: [0.42 * Math.min(spacing, rise), 0.4 * STRIP * spacing],
    wirePart: Math.min(1, spacing / ROOMY),
    fan: fanOf(layout),
    wires,
    all: null,
    course: 'up',
    springs: field ? springsOnChain(layout, positions, most) : null,
    reach: outlineOf(positions),
    flat: false,
    plot: null,
    tile: 0,
    home: (rolledOut) => (rolledOut || space === 'strip' ? homes.strip() : homes.ring()),
  };
}

/** Inputs on a plane below, outputs on a plane above it. */
function layoutPlanes(layout: Layout, most: number): GraphLayout {
  const { neurons, synapses, sheets } = layout;
  const [sheet] = sheets;
  const last = lastLayer(layout);
  const unit = HALF_EXTENT / (Math.max(sheet.rows, sheet.columns, 2) / 2);
  const middleX = (sheet.columns - 1) / 2;
  const middleY = (sheet.rows - 1) / 2;
  const positions = new Float32Array(3 * neurons.count);
  for (let n = 0; n < neurons.count; n++) {
    positions[3 * n] = unit * (neurons.x[n] - middleX);
    positions[3 * n + 1] = levelOf(neurons.layer[n], last);
    positions[3 * n + 2] = unit * (neurons.y[n] - middleY);
  }
  const { chosen, wires } = allocateWires(layout, most);
  const single = singleLayers(layout);
  chosen.forEach((synapse, i) => {
    const from = synapses.from[synapse];
    const to = synapses.to[synapse];
    copy(positions, from, wires.from, i);
    copy(positions, to, wires.to, i);
    if (single.has(neurons.layer[to])) return;
    // A wire that goes round the torus starts beside its output, where its input would stand again.
    const width = unit * sheet.columns;
    const depth = unit * sheet.rows;
    wires.from[3 * i] += width * Math.round((wires.to[3 * i] - wires.from[3 * i]) / width);
    wires.from[3 * i + 2] += depth * Math.round((wires.to[3 * i + 2] - wires.from[3 * i + 2]) / depth);
  });
  return {
    space: 'plane',
    neurons: positions,
    radius: radii(layout, unit * PIXELS * 0.6),
    room: [0.24 * unit * PIXELS, 0.24 * unit * PIXELS],
    wirePart: Math.min(1, (unit * PIXELS) / ROOMY),
    fan: fanOf(layout),
    wires,
    all: null,
    course: 'up',
    springs: null,
    reach: outlineOf(positions),
    flat: false,
    plot: null,
    tile: 0,
    home: () => homes.planes(1.14),
  };
}

/** Layers from left to right, and what they answer to the right of them; a bias neuron is small, at the foot of its layer. */
function layoutLayers(layout: Layout, most: number, plot?: boolean): GraphLayout {
  const { neurons, synapses } = layout;
  const last = Math.max(1, lastLayer(layout));
  const sizes = layerSizes(layout);
  const positions = new Float32Array(3 * neurons.count);
  const most2 = Math.max(2, largest([...sizes.values()]));
  const spacing = Math.min(0.42, (2 * HALF_EXTENT) / (most2 - 1));
  const drawable = plot ?? drawnAsFunction(layout).asked;
  const beside = PLOT_GAP + PLOT_SIDE;
  const layersWide = drawable ? Math.min(LAYER_GAP * last, LAYERS_WIDE) : 2 * HALF_EXTENT;
  const halfWidth = drawable ? (layersWide + beside) / 2 : HALF_EXTENT;
  for (let n = 0; n < neurons.count; n++) {
    const layer = neurons.layer[n];
    const size = sizes.get(layer) ?? 1;
    // Narrow layers spread out, up to four places of the widest one.
    const place = Math.min(4 * spacing, (2 * HALF_EXTENT) / Math.max(1, size), 0.5);
    const gap = Math.max(spacing, place);
    positions[3 * n] = (layersWide * layer) / last - halfWidth;
    const below = Math.max(0, neurons.index[n] - (size - 1));
    positions[3 * n + 1] =
      gap * ((size - 1) / 2 - neurons.index[n] + below) - Math.min(gap, BIAS_GAP) * below;
  }
  const { chosen, wires: all } = allocateWires(layout, Infinity);
  chosen.forEach((synapse, i) => {
    copy(positions, synapses.from[synapse], all.from, i);
    copy(positions, synapses.to[synapse], all.to, i);
  });
  return {
    space: 'plane',
    neurons: positions,
    radius: radii(layout, spacing * PIXELS, RADIUS_LARGE),
    room: [0.44 * spacing * PIXELS, 0.44 * spacing * PIXELS],
    wirePart: 1,
    fan: fanOf(layout),
    wires: all.count > most ? firstOf(all, most) : all,
    all: all.count > most ? all : null,
    course: 'across',
    springs: null,
    reach: joined(outlineOf(positions), upperEdge(all)),
    flat: true,
    plot: drawable ? { x: halfWidth - PLOT_SIDE / 2, y: PLOT_WORDS / 4, half: PLOT_SIDE / 2 } : null,
    tile: (spacing < CLOSE ? TILE_CLOSE : TILE) * spacing,
    home: () => homes.flat(drawable ? (halfWidth * FILL) / PLOT_FILL : 1),
  };
}

/** Places between two layers at which the highest wire is looked up. */
const EDGE_PLACES = 6;

/** [3·n] the highest wire from each layer to the next, which the key must not cover either. */
function upperEdge({ from, to, count }: RibbonData): Float32Array {
  const highest = new Map<number, number>();
  const height = (wire: number): number => from[3 * wire + 1] + to[3 * wire + 1];
  for (let wire = 0; wire < count; wire++) {
    const known = highest.get(from[3 * wire]);
    if (known === undefined || height(wire) > height(known)) highest.set(from[3 * wire], wire);
  }
  const points: number[] = [];
  for (const wire of highest.values()) {
    const [a, b] = [from.subarray(3 * wire, 3 * wire + 3), to.subarray(3 * wire, 3 * wire + 3)];
    for (let place = 1; place <= EDGE_PLACES; place++) {
      const part = place / (EDGE_PLACES + 1);
      const smooth = part * part * (3 - 2 * part);
      points.push(a[0] + part * (b[0] - a[0]), a[1] + smooth * (b[1] - a[1]), a[2] + smooth * (b[2] - a[2]));
    }
  }
  return Float32Array.from(points);
}

/** [12] corners of a plot and of the words under it, which have to be seen at home. */
export function plotReach({ x, y, half }: Plot): Float32Array {
  const under = y - half - PLOT_WORDS;
  const over = y + half + PLOT_WORDS / 4;
  return Float32Array.from([x - half, over, 0, x + half, over, 0, x - half, under, 0, x + half, under, 0]);
}

export function joined(one: Float32Array, other: Float32Array): Float32Array {
  const out = new Float32Array(one.length + other.length);
  out.set(one);
  out.set(other, one.length);
  return out;
}

/** Layers that hold one neuron while others hold many: they stand over the middle. */
function singleLayers(layout: Layout): ReadonlySet<number> {
  const sizes = layerSizes(layout);
  const single = [...sizes].filter(([, size]) => size === 1).map(([layer]) => layer);
  return new Set(single.length === sizes.size ? [] : single);
}

/** Neurons in each layer, biases apart. */
function layerSizes({ neurons }: Layout): Map<number, number> {
  const bias = NEURON_ROLES.indexOf('bias');
  const sizes = new Map<number, number>();
  for (let n = 0; n < neurons.count; n++) {
    if (neurons.role[n] === bias) continue;
    sizes.set(neurons.layer[n], (sizes.get(neurons.layer[n]) ?? 0) + 1);
  }
  return sizes;
}

function largestLayer(layout: Layout): number {
  return Math.max(0, largest([...layerSizes(layout).values()]));
}

function fanOf({ neurons, synapses }: Layout): number {
  const wires = new Int32Array(neurons.count);
  for (const neuron of synapses.to) wires[neuron]++;
  let most = 0;
  for (const count of wires) most = Math.max(most, count);
  return most;
}

/** Discs as large as their neighbours leave room for. */
function radii({ neurons, shape }: Layout, spacing: number, largest = RADIUS): Float32Array {
  const radius = Math.max(1.2, Math.min(largest, 0.38 * spacing));
  const bias = NEURON_ROLES.indexOf('bias');
  // On a ring there is one to every neuron: they must not look like more neurons.
  const part = shape === 'ring' ? 0.36 : 0.5;
  return Float32Array.from({ length: neurons.count }, (_, n) =>
    neurons.role[n] === bias ? Math.max(1.2, part * radius) : radius,
  );
}

function allocateWires({ synapses }: Layout, most: number): { chosen: Int32Array; wires: RibbonData } {
  const stride = Math.max(1, Math.ceil(synapses.count / most));
  const count = Math.ceil(synapses.count / stride);
  const chosen = Int32Array.from({ length: count }, (_, i) => i * stride);
  const data = new Float32Array(4 * count);
  chosen.forEach((synapse, i) => {
    data[4 * i] = synapses.weight[synapse];
    data[4 * i + 1] = synapses.sign[synapse];
  });
  return {
    chosen,
    wires: { count, from: new Float32Array(3 * count), to: new Float32Array(3 * count), data },
  };
}

function firstOf({ from, to, data }: RibbonData, count: number): RibbonData {
  return {
    count,
    from: from.slice(0, 3 * count),
    to: to.slice(0, 3 * count),
    data: data.slice(0, 4 * count),
  };
}

function copy(source: Float32Array, from: number, out: Float32Array, to: number): void {
  out[3 * to] = source[3 * from];
  out[3 * to + 1] = source[3 * from + 1];
  out[3 * to + 2] = source[3 * from + 2];
}

/** A spring per bond between nearest neighbours; a field's neuron n is the site of weight n. */
function springsOnChain(layout: Layout, positions: Float32Array, most: number): RibbonData {
  const period = periodOf(layout);
  const { bonds, sheets } = layout;
  const sites = sitesOf(sheets, layout.neurons.count);
  const count = Math.min(most, bonds.length / 2);
  const springs = {
    count,
    from: new Float32Array(3 * count),
    to: new Float32Array(3 * count),
    data: new Float32Array(4 * count),
  };
  for (let b = 0; b < count; b++) {
    const [i, j] = [bonds[2 * b], bonds[2 * b + 1]];
    springs.from[3 * b] = angleOf(columnAt(sheets[sites.sheet[i]], sites.column[i]), period);
    springs.from[3 * b + 1] = positions[3 * i + 1];
    springs.to[3 * b] = nearestAngle(
      angleOf(columnAt(sheets[sites.sheet[j]], sites.column[j]), period),
      springs.from[3 * b],
    );
    springs.to[3 * b + 1] = positions[3 * j + 1];
    springs.data[4 * b] = b;
    springs.data[4 * b + 1] = 1;
  }
  return springs;
}
