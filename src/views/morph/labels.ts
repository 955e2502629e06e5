import type { IUniform } from 'three';
import type { RunInfo } from '../../engine/protocol.ts';
import { SCALAR, type FrameViews } from '../../engine/frame.ts';
import { formatSigned } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { latestFrame, useLab, wayNow } from '../../store/index.ts';
import type { FieldLayout } from '../field/layout.ts';
import type { GraphPicture } from '../graph/picture.ts';
import { lastLayer, roleOf, sitesOf, weightIn } from '../lattice.ts';
import { weightParts } from '../names.ts';
import { flownAt } from '../scene/flight.ts';
import type { Label, TextPart } from '../scene/labelLayer.ts';
import type { Offset } from '../scene/labels.ts';
import type { Picture } from '../scene/picture.ts';
import { wavesOf } from './path.ts';
import { nearestAngle, place, PLANE, unplace } from '../scene/place.ts';
import { heightIn, limitOf } from '../scene/scale.ts';

/** What the labels of the flight are written from. */
export interface MorphParts {
  readonly info: RunInfo;
  readonly geometry: FieldLayout;
  readonly graph: GraphPicture;
  readonly field: Picture;
  readonly flown: (weight: number) => number;
  readonly uCurl: IUniform<number>;
  /** Whether the sites stand on planes while the network is bent. */
  readonly apart: boolean;
}

/** Part of the way up to which a network's names stay, and from which the field's are there. */
const STAYS = 0.5;
const COMES = 0.85;
/** The same of the whole, where names belong to no place of the wave. */
const WHOLE_STAYS = 0.36;
const WHOLE_COMES = 0.72;
/** From here on J and K have risen. */
const RISEN = 0.94;

const RIGHT: readonly Offset[] = [
  { dx: 18, dy: 0, align: 0 },
  { dx: 18, dy: -14, align: 0 },
  { dx: 18, dy: 14, align: 0 },
];
const ABOVE_WIRE: readonly Offset[] = [
  { dx: 0, dy: -96, align: 0.5 },
  { dx: 40, dy: -70, align: 0 },
  { dx: -40, dy: -70, align: 1 },
  { dx: 40, dy: 60, align: 0 },
  { dx: -40, dy: 60, align: 1 },
  { dx: 24, dy: 0, align: 0 },
];

/** Labels of the network while it is one, those of the field where it has come, and the linked synapse all along. */
export function morphLabels(parts: MorphParts): Label[] {
  const { graph, field, geometry } = parts;
  const [, neuron, ...named] = graph.labels;
  const [, ...placed] = field.labels;
  // Names of sheets come first, in their order: each when its own wires have landed.
  const waves = wavesOf(parts.info.layout, geometry);
  const landed = geometry.sheets.map(({ frame, sheet }, index): number => {
    const [start, column, row] = waves[index];
    return geometry.space === 'plane' ? start + column * (frame.columns - 1) + row * (sheet.rows - 1) : 1;
  });
  let sheets = 0;
  return [
    linkedLabel(parts),
    { ...neuron, anchor: (out) => wayNow() < 1 && neuron.anchor(out) },
    ...layerNames(parts),
    // Numbers of neurons on a ring would stand in the way of what flies.
    ...(graph.space === 'plane' ? named.map((label) => whileWired(label, graph)) : []),
    ...placed.map((label) =>
      onceArrived(label, parts, label.look === 'sheet-name' ? landed[sheets++] : undefined),
    ),
  ];
}

/** When the wave reaches a point of a ring or strip, from left to right as it is seen from home. */
const reachedAt = (s: number): number => (nearestAngle(s, 0) + Math.PI) / (2 * Math.PI);

/** A name of a plane network, for as long as what stands there is wired; its last layer is to the right of all others. */
function whileWired(label: Label, { geometry }: GraphPicture): Label {
  let [left, right] = [Infinity, -Infinity];
  for (let at = 0; at < geometry.neurons.length; at += 3) {
    left = Math.min(left, geometry.neurons[at]);
    right = Math.max(right, geometry.neurons[at]);
  }
  const span = Math.max(right - left, 1e-6);
  return {
    ...label,
    anchor: (out) =>
      label.anchor(out) && flownAt(wayNow(), Math.min(1, Math.max(0, (out[0] - left) / span))) < STAYS,
  };
}

/** @param landed  when the last of what it names leaves its wire */
function onceArrived(
  label: Label,
  { geometry, uCurl, apart }: MorphParts,
  landed: number | undefined,
): Label {
  const whole = geometry.space === 'plane';
  return {
    ...label,
    anchor(out) {
      if (!label.anchor(out)) return false;
      if (/role-[JK]/.test(label.look)) return wayNow() > RISEN;
      if (!whole) return flownAt(wayNow(), reachedAt(out[0])) > COMES;
      if (apart) unplace(out, uCurl.value);
      return landed === undefined ? wayNow() > WHOLE_COMES : flownAt(wayNow(), landed) > COMES;
    },
  };
}

/** Names of the layers at the right of a ring or strip, where the last wires leave. */
function layerNames({ info, graph, uCurl }: MorphParts): Label[] {
  const { layout } = info;
  if (graph.space === 'plane') return [];
  const last = lastLayer(layout);
  const { neurons } = graph.geometry;
  return Array.from({ length: last + 1 }, (_, layer): Label => {
    const nearest = (angle: number): number => {
      let found = -1;
      for (let n = 0; n < layout.neurons.count; n++) {
        if (layout.neurons.layer[n] !== layer || roleOf(layout, n) === 'bias') continue;
        const gap = Math.abs(neurons[3 * n] - angle);
        if (found < 0 || gap < Math.abs(neurons[3 * found] - angle)) found = n;
      }
      return found;
    };
    const [rim, end] = [nearest(RIM), nearest(Math.PI)];
    const words: TextPart[] =
      layer === 0
        ? [{ text: `${text('view.network.inputs')} ` }, { symbol: 'X' }]
        : layer === last
          ? [{ text: `${text('view.network.outputs')} ` }, { symbol: 'Z' }]
          : [{ text: text('view.network.hiddenLayer', { layer }) }];
    return {
      parts: words,
      look: '',
      half: 'any',
      offsets: RIGHT,
      anchor(out) {
        const found = uCurl.value > 0.9 ? rim : end;
        if (found < 0 || wayNow() > WHOLE_STAYS + 0.4) return false;
        out.set(neurons.subarray(3 * found, 3 * found + 3));
        return true;
      },
    };
  });
}

/** Angle of the right rim as a ring is seen from home. */
const RIM = 1.75;

const site = new Float32Array(3);
const point = new Float32Array(3);

/** The linked synapse with its value, half-way along its wire wherever that is. */
function linkedLabel({ info, geometry, graph, flown, uCurl, apart }: MorphParts): Label {
  const { sheets } = info.layout;
  const weightCount = info.tracks[0].weightCount;
  const sites = sitesOf(sheets, weightCount);
  const { wires, all } = graph.geometry;
  const drawn = all ?? wires;
  const wireOf = new Int32Array(weightCount).fill(-1);
  for (let wire = drawn.count - 1; wire >= 0; wire--) wireOf[drawn.data[4 * wire]] = wire;
  const linked = (): number => {
    const { hovered, selected } = useLab.getState();
    return weightIn(sites, hovered ?? selected ?? -1);
  };
  const frameNow = (): FrameViews | null => {
    const frame = latestFrame();
    return frame?.tracks[0]?.weights.length === weightCount ? frame : null;
  };
  return {
    parts: [],
    look: 'strong large accent',
    half: 'any',
    leader: true,
    offsets: ABOVE_WIRE,
    anchor(out) {
      const weight = linked();
      const wire = weight < 0 ? -1 : wireOf[weight];
      const frame = frameNow();
      if (wire < 0 || frame === null) return false;
      const at = 3 * wire;
      const curl = graph.space === 'plane' ? PLANE : uCurl.value;
      // All courses pass half-way between their ends.
      const middle = (axis: number): number => (drawn.from[at + axis] + drawn.to[at + axis]) / 2;
      place(middle(0), middle(1), middle(2), curl, point);
      const [track] = frame.tracks;
      const limit = limitOf(track.scalars[SCALAR.peak], useLab.getState().magnified);
      const up = geometry.lifts[weight] * heightIn(track.weights[weight], limit);
      const home = 3 * weight;
      const p = flown(weight);
      // From the middle of the wire to the tip on the site.
      const y = geometry.sites[home + 1] + (0.5 + 0.5 * p) * up;
      place(geometry.sites[home], y, geometry.sites[home + 2], apart ? PLANE : curl, site);
      for (let axis = 0; axis < 3; axis++) out[axis] = (1 - p) * point[axis] + p * site[axis];
      unplace(out, curl);
      return true;
    },
    subject: { key: linked, part: (weight) => weightParts(sheets, sites, weight) },
    value: () => (linked() < 0 ? '' : formatSigned(frameNow()?.tracks[0].weights[linked()])),
  };
}
