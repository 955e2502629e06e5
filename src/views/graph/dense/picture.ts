import { PEAK, type FrameViews } from '../../../engine/frame.ts';
import type { RunInfo } from '../../../engine/protocol.ts';
import type { Responses } from '../../../store/index.ts';
import { lastLayer, roleOf } from '../../lattice.ts';
import { drawnRoot } from '../../scene/palette.ts';
import type { DrawState } from '../../scene/picture.ts';
import { project, type Projector } from '../../scene/project.ts';
import { limitOf } from '../../scene/scale.ts';
import type { SceneContext } from '../../scene/uniforms.ts';
import { createValues, type Values } from '../../scene/values.ts';
import { trackLook } from '../../tracks.ts';
import { joined, layoutGraph, plotReach } from '../layout.ts';
import { createGraphPicture, type GraphOptions, type GraphPicture } from '../picture.ts';
import { answersTo } from './answers.ts';
import { plotLabels } from './labels.ts';
import type { Asked, Model } from './model.ts';
import { createPlot, type PlotLine } from './plot.ts';
import { createSamples } from './samples.ts';
import { emptyState, isNarrow } from './state.ts';
import { coloursOf, rightCount, taskOf, type Colours } from './task.ts';
import { createTiles } from './tiles.ts';

const NONE = new Float32Array(0);

/** Every neuron as what it answers to all inputs, and the output large beside it, with the samples on it. */
export function createMapPicture(
  context: SceneContext,
  info: RunInfo,
  unrolled: boolean,
  model: Model,
  options: GraphOptions,
): GraphPicture {
  const base = createGraphPicture(context, info, unrolled, { ...options, plot: true });
  const geometry = layoutGraph(info.layout, unrolled, context.triangles / 2, true);
  const { layout } = info;
  const { neurons, plot: place } = geometry;
  if (place === null) return base;
  const { palette } = context;
  let lowest = Infinity;
  for (let n = 1; n < neurons.length; n += 3) lowest = Math.min(lowest, neurons[n]);
  const axes = Math.min(2, info.data.inputCount);
  const last = lastLayer(layout);
  const shown: number[] = [];
  for (let n = 0; n < layout.neurons.count; n++) if (roleOf(layout, n) !== 'bias') shown.push(n);
  const centers = new Float32Array(3 * shown.length);
  shown.forEach((n, k) => centers.set(neurons.subarray(3 * n, 3 * n + 3), 3 * k));
  /** What has to be seen of the tiles: the middles of their upper and left edges. */
  const edges = new Float32Array(6 * shown.length);
  for (let k = 0; k < shown.length; k++) {
    const [cx, cy] = [centers[3 * k], centers[3 * k + 1]];
    edges.set([cx, cy + geometry.tile, 0, cx - geometry.tile, cy, 0], 6 * k);
  }
  const firstOutput = shown.find((n) => layout.neurons.layer[n] === last) ?? 0;
  const ends = endsOf(info);

  const tiles = createTiles(context, centers, geometry.tile, axes);
  const plot = createPlot(context, place, axes);
  const samples = createSamples(context, place);
  base.object.add(plot.object, samples.object);
  if (options.tiles === true) base.object.add(tiles.object);

  const state = emptyState();
  const line = (): PlotLine => ({ values: null, start: 0, level: 0, color: palette.colors.second, width: 0 });
  const [main, other] = [line(), line()];
  /** What the newest answers hold, for the shaders; made when the first ones say how many numbers there are. */
  let maps: Values | null = null;
  let between: readonly Values[] = [];
  let known: Responses | null = null;
  let about: Asked | null = null;
  /** By output. */
  let colours: readonly Colours[] = [];
  const logits = ({ index }: { readonly index: number }): boolean => info.tracks[index].costUnit === 'nat';

  const take = (answers: Responses, asked: Asked): void => {
    maps = roomFor(maps, answers.neurons);
    maps.set(answers.neurons);
    const before = between;
    between = answers.tracks.map((track, k) => {
      const values = roomFor(before.at(k) ?? null, track.between);
      values.set(track.between);
      return values;
    });
    for (const values of before.slice(between.length)) values.dispose();
    const { data } = asked.info;
    if (about?.info.data !== data || about.slice !== asked.slice || about.output !== asked.output) {
      state.task = taskOf(data, asked.output);
      samples.show(data, state.task, asked.slice, asked.output);
    }
    if (about?.info.data !== data || about.track.index !== asked.track.index) {
      colours = Array.from({ length: data.outputCount }, (_, output) =>
        coloursOf(taskOf(data, output), logits(asked.track)),
      );
    }
    about = asked;
    state.asked = asked;
    const count = (track: Asked['other']): number | null =>
      track === null ? null : rightCount(state.task, data, answers.tracks[track.index], logits(track));
    state.right = count(asked.track);
    state.otherRight = count(asked.other);
    state.level = coloursOf(state.task, logits(asked.track)).level;
    state.otherLevel = asked.other === null ? 0 : coloursOf(state.task, logits(asked.other)).level;
  };

  /** Half of the colours of a hidden neuron or an input: 1, or as far as its layer has gone. */
  const reach = ({ peaks }: FrameViews, { slice }: Asked, n: number): number => {
    const layer = layout.neurons.layer[n];
    if (layer > 0) return Math.max(1, limitOf(peaks[PEAK.layers + layer], 1));
    const axis = slice.axes.indexOf(layout.neurons.index[n]);
    if (axis < 0) return Math.max(1, Math.abs(slice.held[layout.neurons.index[n]]));
    const { min, max } = slice.spans[axis];
    return Math.max(Math.abs(min), Math.abs(max));
  };
  const isOutput = (n: number): boolean => layout.neurons.layer[n] === last;

  const drawTiles = (frame: FrameViews, draw: DrawState, asked: Asked): void => {
    const { magnified, linked } = draw;
    const pointed = draw.inspected?.kind === 'neuron';
    const count = asked.tileSide ** axes;
    const { data } = tiles;
    for (let k = 0; k < shown.length; k++) {
      const n = shown[k];
      const own = isOutput(n) ? colours.at(layout.neurons.index[n]) : undefined;
      data[4 * k] = n * count;
      data[4 * k + 1] = own?.centre ?? 0;
      data[4 * k + 2] = magnified / (own?.half ?? reach(frame, asked, n));
      data[4 * k + 3] = (pointed && n === state.neuron) || (linked >= 0 && ends.joins(linked, n)) ? 1 : 0;
    }
    if (maps !== null) tiles.show(maps, asked.tileSide);
  };

  const drawPlot = (frame: FrameViews, { magnified }: DrawState, asked: Asked): void => {
    const { track, other: beside, output, tileSide, plotSide } = asked;
    const n = state.neuron;
    main.color = palette.colors[trackLook(info.tracks[track.index]).color];
    main.width = trackLook(info.tracks[track.index]).width(palette);
    other.width = 0;
    if (n === firstOutput + output) {
      const own = colours[output];
      state.neuronIsOutput = true;
      state.colours.centre = own.centre;
      state.colours.half = own.half / magnified;
      main.values = between[track.index];
      main.start = output * plotSide ** axes;
      main.level = state.level;
      if (beside !== null) {
        other.values = between[beside.index];
        other.start = main.start;
        other.level = state.otherLevel;
        other.color = palette.colors[trackLook(info.tracks[beside.index]).color];
        other.width = trackLook(info.tracks[beside.index]).width(palette);
      }
      plot.show(main, other, state.colours, plotSide);
      return;
    }
    const own = isOutput(n) ? colours.at(layout.neurons.index[n]) : undefined;
    state.neuronIsOutput = false;
    state.colours.centre = own?.centre ?? 0;
    state.colours.half = (own?.half ?? reach(frame, asked, n)) / magnified;
    main.values = maps;
    main.start = n * tileSide ** axes;
    main.level = own?.level ?? 0;
    plot.show(main, other, state.colours, tileSide);
  };

  const corner = new Float32Array(3);
  const middle = new Float32Array(3);
  /** The neuron whose tile stands at a pixel; −1 for none. */
  const tileAt = (x: number, y: number, projector: Projector): number => {
    for (let k = 0; k < shown.length; k++) {
      const [cx, cy] = [centers[3 * k], centers[3 * k + 1]];
      if (!project(projector, cx, cy, 0, middle)) continue;
      if (!project(projector, cx + geometry.tile, cy + geometry.tile, 0, corner)) continue;
      const wide = Math.abs(corner[0] - middle[0]) + 1;
      const high = Math.abs(corner[1] - middle[1]) + 1;
      if (Math.abs(x - middle[0]) <= wide && Math.abs(y - middle[1]) <= high) return shown[k];
    }
    return -1;
  };

  return {
    ...base,
    outline: joined(joined(base.outline, plotReach(place)), options.tiles === true ? edges : NONE),
    labels: [...base.labels, ...plotLabels(info, place, lowest, state)],
    get limit() {
      return base.limit;
    },
    resize(width, height) {
      base.resize?.(width, height);
      const type = getComputedStyle(drawnRoot()).getPropertyValue('--type-1');
      state.narrow = isNarrow(width, Number.parseFloat(type));
    },
    update(frame, draw) {
      base.update(frame, draw);
      const { asked } = model;
      const answers = answersTo(asked);
      if (answers !== null && asked !== null && (answers !== known || asked !== about)) {
        known = answers;
        take(answers, asked);
      }
      if (about === null || frame.tracks.length !== info.tracks.length) return;
      const { inspected } = draw;
      const pointed = inspected?.kind === 'neuron' && roleOf(layout, inspected.index) !== 'bias';
      state.neuron = pointed ? inspected.index : firstOutput + about.output;
      drawTiles(frame, draw, about);
      drawPlot(frame, draw, about);
    },
    pick(x, y, projector) {
      const index = options.tiles === true ? tileAt(x, y, projector) : -1;
      return index >= 0 ? { kind: 'neuron', index } : base.pick(x, y, projector);
    },
    dispose() {
      base.dispose();
      for (const part of [tiles, plot, samples, maps, ...between]) part?.dispose();
    },
  };
}

/** Values as many as an answer has; those that there are where they are enough, and not by far too many. */
function roomFor(values: Values | null, answer: Float32Array): Values {
  const { length } = answer;
  if (values !== null && values.data.length >= length && values.data.length < length + 1024) return values;
  values?.dispose();
  return createValues(length);
}

/** Which neurons a weight joins. */
function endsOf({ layout, tracks }: RunInfo): { joins(weight: number, neuron: number): boolean } {
  const ends = new Int32Array(2 * tracks[0].weightCount).fill(-1);
  const { from, to, weight } = layout.synapses;
  weight.forEach((w, synapse) => {
    ends[2 * w] = from[synapse];
    ends[2 * w + 1] = to[synapse];
  });
  return { joins: (weight, neuron) => ends[2 * weight] === neuron || ends[2 * weight + 1] === neuron };
}
