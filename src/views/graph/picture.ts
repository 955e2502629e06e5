import { Group } from 'three';
import { PEAK, SCALAR, type FrameViews } from '../../engine/frame.ts';
import type { Layout, RunInfo } from '../../engine/protocol.ts';
import { lastLayer, roleOf } from '../lattice.ts';
import { STRIP } from '../scene/place.ts';
import { POINTS_PER_WIRE, projectPoints, projectWires } from '../scene/course.ts';
import { createDots, type DotData, type Wave } from '../scene/dots.ts';
import type { Flight } from '../scene/flight.ts';
import { nearestPolyline } from '../scene/pick.ts';
import type { Picture } from '../scene/picture.ts';
import { project, type Projector } from '../scene/project.ts';
import { createRibbons, type RibbonData } from '../scene/ribbons.ts';
import { divisorOf, limitOf } from '../scene/scale.ts';
import type { SceneContext } from '../scene/uniforms.ts';
import type { Target } from '../scene/target.ts';
import { createValues } from '../scene/values.ts';
import { graphLabels, type GraphState } from './labels.ts';
import { heaviestWires } from './heaviest.ts';
import { layoutGraph, type GraphLayout } from './layout.ts';
import { wireMiddles } from './wires.ts';

/** Segments of a wire where there are few, and wires above which hands cannot pick. */
const SEGMENTS = 14;
const MOST_PICKED = 6000;
const REACH = 9;
/** Discs beyond which neighbours would cover each other many times over: every k-th stands for them. */
const MOST_DISCS = 20_000;

/** The network's picture, and where it has put everything. */
export interface GraphPicture extends Picture {
  readonly geometry: GraphLayout;
}

/** What the wires of a network do while they fly to their sites. */
export interface Leaving {
  readonly flight: Flight;
  /** [neurons] when the last wire of each has left. */
  readonly neurons: Float32Array;
  /** Whether a faint network stays where it was; else it goes, for its field will stand there. */
  readonly stays: boolean;
}

/** Wires up to which each leaves a hairline where it was. */
const MOST_TRAILS = 1500;

/** What others draw in the place of a part of a flat network. */
export interface GraphOptions {
  /** Tiles stand for its neurons. */
  readonly tiles?: boolean;
  /** Its layers are named elsewhere. */
  readonly named?: boolean;
  /** Room is left for what it answers; left out: as suits the network. */
  readonly plot?: boolean;
  /** Where its wires fly to; left out: they stay. */
  readonly leaving?: Leaving;
}

/** Draws a network: neurons coloured by what they compute, wires by their weights. */
export function createGraphPicture(
  context: SceneContext,
  info: RunInfo,
  unrolled: boolean,
  options: GraphOptions = {},
): GraphPicture {
  const { layout } = info;
  const { leaving } = options;
  const geometry = layoutGraph(layout, unrolled, context.triangles / 2, options.plot);
  const heaviest = geometry.all === null ? null : heaviestWires(geometry.all, geometry.wires);
  const { colors } = context.palette;
  const object = new Group();
  const state: GraphState = { linked: -1, inspected: null, frame: null, curl: 1 };
  const weights = createValues(info.tracks[0].weightCount);
  const activations = createValues(layout.neurons.count);

  const segments = (data: RibbonData): number =>
    Math.max(1, Math.min(SEGMENTS, Math.floor(context.triangles / 3 / Math.max(1, data.count))));
  const wires =
    geometry.wires.count === 0
      ? null
      : createRibbons(context, geometry.wires, {
          course: geometry.course,
          segments: segments(geometry.wires),
          colored: 'value',
          base: geometry.flat ? 0.7 : 0.5 + 0.6 * geometry.wirePart,
          gain: geometry.flat ? 3.4 : 4 * geometry.wirePart,
          // Where many wires meet, casings would cut each other away.
          casing: geometry.flat ? 0.6 : geometry.fan > 8 ? 0.3 : 0.3 + geometry.wirePart,
          stripPart: Math.min(1, STRIP + 24 / Math.max(1, geometry.wires.count / 2)),
          fade: geometry.flat ? 1 : 0,
          fogLow: 0.34,
          links: true,
          values: weights,
          flight: leaving?.flight,
        });
  const trails =
    leaving?.stays !== true || geometry.wires.count > MOST_TRAILS
      ? null
      : createRibbons(context, geometry.wires, {
          course: geometry.course,
          segments: segments(geometry.wires),
          colored: 'plain',
          color: colors['text-3'],
          tint: geometry.wires.count > 200 ? 0.2 : 0.34,
          base: 0.7,
          gain: 0,
          perspective: false,
          // Behind what flies.
          bias: -0.05,
          fogLow: 0.34,
        });
  const springs =
    geometry.springs === null
      ? null
      : createRibbons(context, geometry.springs, {
          course: 'straight',
          segments: Math.min(60, 4 * segments(geometry.springs)),
          colored: 'plain',
          color: colors.K,
          base: 0.8,
          gain: 1.8,
          casing: 0.8,
          coils: geometry.springs.count > 80 ? 0 : 5,
          fogLow: 0.34,
        });
  const count = layout.neurons.count;
  const discs = discsOf(geometry, options.tiles === true ? layout : null);
  const neurons = createDots(context, discs, {
    fill: 'value',
    outline: colors['text-2'],
    stroke: geometry.radius[0] > 3 ? 1.3 : 0.6,
    halo: geometry.radius[0] > 3 ? 2 : 0.5,
    bias: 0.12,
    fogLow: 0.6,
    outlineFogLow: 0.4,
    room: geometry.room,
    values: activations,
    wave: leaving === undefined ? undefined : waveOf(leaving, discs),
  });
  for (const part of [trails, wires, springs, neurons]) if (part !== null) object.add(part.object);

  // Each layer has its own scale: what matters is the pattern that it computes. Fields share one, the key's.
  const oneScale = geometry.springs !== null;
  const layers = oneScale ? 1 : lastLayer(layout) + 1;
  const layerLimit = new Float64Array(layers);
  const layer = oneScale ? new Int32Array(count) : layout.neurons.layer;
  const writeActivations = ({ peaks, tracks }: FrameViews, magnified: number): void => {
    const [{ activations: source, scalars }] = tracks;
    for (let m = 0; m < layers; m++) {
      layerLimit[m] = limitOf(oneScale ? scalars[SCALAR.peak] : peaks[PEAK.layers + m], magnified);
    }
    for (let n = 0; n < count; n++) activations.data[n] = (0.9 * source[n]) / divisorOf(layerLimit[layer[n]]);
    activations.touch();
  };

  const { wires: courses, springs: masses } = geometry;
  const wirePoints = new Float32Array(
    masses === null && courses.count <= MOST_PICKED ? 3 * POINTS_PER_WIRE * courses.count : 0,
  );
  const neuronPoints = new Float32Array(count <= MOST_PICKED ? 3 * count : 0);
  const middles = wireMiddles(geometry, info.tracks[0].weightCount);
  /** Neurons stand in front of their wires: whoever points at a disc means it. */
  const pickNeuron = (x: number, y: number, projector: Projector): Target | null => {
    if (neuronPoints.length === 0) return null;
    projectPoints(geometry.neurons, projector, neuronPoints);
    const reach = masses === null ? geometry.radius[0] + 1 : REACH;
    const index = nearestPolyline(neuronPoints, 1, count, x, y, reach);
    if (index < 0) return null;
    return masses === null ? { kind: 'neuron', index } : { kind: 'weight', index };
  };
  let limit = 0;

  return {
    object,
    geometry,
    outline: geometry.reach,
    sources: false,
    labels: graphLabels(info, geometry, state, options),
    home: geometry.home,
    space: geometry.space,
    fog: !geometry.flat,
    get limit() {
      return limit;
    },
    update(frame: FrameViews, draw) {
      const track = frame.tracks[0];
      if (track === undefined || track.weights.length !== info.tracks[0].weightCount) return;
      state.frame = frame;
      state.linked = draw.linked;
      state.inspected = draw.inspected;
      state.curl = geometry.space === 'strip' ? 0 : draw.curl;
      weights.set(track.weights);
      if (heaviest?.choose(track.weights, draw.linked) === true) wires?.moved();
      writeActivations(frame, draw.magnified);
      limit = limitOf(track.scalars[SCALAR.peak], draw.magnified);
      if (wires !== null) wires.limit.value = divisorOf(limit);
      if (springs !== null) {
        springs.values.set(frame.couplingK);
        springs.limit.value = divisorOf(limitOf(frame.peaks[PEAK.K], 1));
      }
    },
    pick(x, y, projector) {
      const neuron = pickNeuron(x, y, projector);
      if (neuron !== null || wirePoints.length === 0) return neuron;
      projectWires(courses, geometry.course, projector, wirePoints);
      const wire = nearestPolyline(wirePoints, POINTS_PER_WIRE, courses.count, x, y, REACH);
      return wire < 0 ? null : { kind: 'weight', index: courses.data[4 * wire] };
    },
    threadEnd(projector, out) {
      return middles.nearest(state.linked, (s, y, z, at) => project(projector, s, y, z, at), out);
    },
    dispose() {
      for (const part of [trails, wires, springs, neurons, weights, activations]) part?.dispose();
    },
  };
}

/** Discs fade, each when its last wire leaves. */
function waveOf({ flight, neurons, stays }: Leaving, { count, data }: DotData): Wave {
  const at = Float32Array.from({ length: count }, (_, disc) => neurons[data[3 * disc]]);
  return { front: flight.front, at, way: stays ? 'stay' : 'go' };
}

/**
 * A disc for every neuron, or every k-th: its place, its neuron and its radius.
 *  @param tiled  layout of neurons in whose places tiles stand, so that only biases are discs
 */
function discsOf(
  { neurons, radius }: Pick<GraphLayout, 'neurons' | 'radius'>,
  tiled: Layout | null,
): DotData {
  const every = Math.max(1, Math.ceil(radius.length / MOST_DISCS));
  const count = Math.ceil(radius.length / every);
  const center = new Float32Array(3 * count);
  const data = new Float32Array(3 * count);
  for (let k = 0; k < count; k++) {
    const n = k * every;
    center.set(neurons.subarray(3 * n, 3 * n + 3), 3 * k);
    data.set([n, 0, tiled !== null && roleOf(tiled, n) !== 'bias' ? 0 : radius[n]], 3 * k);
  }
  return { count, center, data };
}
