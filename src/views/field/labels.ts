import type { RunInfo } from '../../engine/protocol.ts';
import { formatSigned } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { strideOf } from '../graph/labels.ts';
import { columnAt, periodOf, sitesOf, weightIn } from '../lattice.ts';
import { symbolOf, weightParts } from '../names.ts';
import type { Label } from '../scene/labelLayer.ts';
import type { Offset } from '../scene/labels.ts';
import { angleOf, nearestAngle } from '../scene/place.ts';
import { sourceLabel } from './inspect.ts';
import type { FieldLayout, FieldSheet } from './layout.ts';
import type { FieldPlan } from './plan.ts';
import { sourceNames } from './sourceLabels.ts';
import { baseUnder } from './sourceLayout.ts';
import { heightOf, riseJ, type FieldState } from './state.ts';
import { surfaceLabels } from './surfaceLabels.ts';

const LEADERS_UP: readonly Offset[] = [
  { dx: -36, dy: -28, align: 1 },
  { dx: 36, dy: -28, align: 0 },
  { dx: -54, dy: -52, align: 1 },
  { dx: 54, dy: -52, align: 0 },
  { dx: 0, dy: -44, align: 0.5 },
  // Beside a crest that reaches the pane's head, so that every field keeps its name.
  { dx: 30, dy: 0, align: 0 },
  { dx: -30, dy: 0, align: 1 },
];
const LEADERS_IN: readonly Offset[] = [
  { dx: 14, dy: 44, align: 0 },
  { dx: -14, dy: 44, align: 1 },
  { dx: 22, dy: 62, align: 0 },
  { dx: -22, dy: 62, align: 1 },
  { dx: 20, dy: -40, align: 0 },
];
const LEADERS_DOWN_RIGHT: readonly Offset[] = [
  { dx: 26, dy: 64, align: 0 },
  { dx: 22, dy: 84, align: 0 },
  { dx: 0, dy: 84, align: 1 },
];
const LEADERS_DOWN_LEFT: readonly Offset[] = [
  { dx: -22, dy: 66, align: 1 },
  { dx: -22, dy: 86, align: 1 },
  { dx: 10, dy: 86, align: 0 },
  // Beside it, where the seam of the pictures stands at the foot.
  { dx: -44, dy: 22, align: 1 },
  { dx: -44, dy: -12, align: 1 },
];
const NEAR_SITE: readonly Offset[] = [
  { dx: 20, dy: -52, align: 0 },
  { dx: -20, dy: -52, align: 1 },
  { dx: 18, dy: -20, align: 0 },
  { dx: -18, dy: -20, align: 1 },
  { dx: 16, dy: 30, align: 0 },
];

/** All labels of the field, the linked site first. */
export function fieldLabels(
  info: RunInfo,
  plan: FieldPlan,
  geometry: FieldLayout,
  state: FieldState,
): Label[] {
  const first = [linkedLabel(info, plan, geometry, state)];
  if (geometry.sources !== null) first.push(sourceLabel(info, geometry, state));
  if (geometry.sheets[0]?.form === 'surface')
    return [...first, ...surfaceLabels(info.layout, plan, geometry, state)];
  return [...first, ...chainLabels(info, plan, geometry, state)];
}

function linkedLabel(info: RunInfo, plan: FieldPlan, geometry: FieldLayout, state: FieldState): Label {
  const { sheets } = info.layout;
  const sites = sitesOf(sheets, info.tracks[0].weightCount);
  const linked = (): number => weightIn(sites, state.linked);
  return {
    parts: [],
    look: 'strong large accent',
    half: 'any',
    leader: true,
    offsets: NEAR_SITE,
    anchor(out) {
      const weight = linked();
      if (weight < 0 || 3 * weight >= geometry.sites.length) return false;
      out[0] = geometry.sites[3 * weight];
      out[1] = heightOf(geometry, state, weight, 0);
      out[2] = geometry.sites[3 * weight + 2];
      return true;
    },
    subject: {
      key: linked,
      part(weight) {
        const parts = weightParts(sheets, sites, weight);
        return { ...parts, symbol: `${plan.lines[0].prefix}${parts.symbol}` };
      },
    },
    value: () => (linked() < 0 ? '' : formatSigned(state.values[0]?.[linked()])),
  };
}

/**
 * Column of a chain that stands where the viewer looks, turned by `turn`; on the strip, `part` of the way
 * along it. So labels keep their side of the picture while it is turned.
 */
export function columnFacing(
  { sheet, frame }: FieldSheet,
  yaw: number,
  turn: number,
  part: number,
  curl: number,
): number {
  if (curl < 0.5) return Math.max(0, Math.min(sheet.columns - 1, Math.round(part * (sheet.columns - 1))));
  const column = Math.round((nearestAngle(yaw + turn, 0) - frame.origin[0]) / frame.step[0]);
  return ((column % sheet.columns) + sheet.columns) % sheet.columns;
}

/** Where along the chain the names of the tracks stand: turned from the viewer, and along the strip. */
const TRACK_PLACES = [
  { turn: 2.6, part: 0.72 },
  { turn: -2.7, part: 0.3 },
  { turn: 2.0, part: 0.5 },
  { turn: -2.0, part: 0.12 },
  { turn: 1.5, part: 0.86 },
  { turn: -1.4, part: 0.42 },
] as const;

function chainLabels(info: RunInfo, plan: FieldPlan, geometry: FieldLayout, state: FieldState): Label[] {
  const labels: Label[] = [];
  const top = geometry.sheets[geometry.sheets.length - 1];
  const [low] = geometry.sheets;
  plan.lines.forEach(({ words, look }, track) => {
    const place = TRACK_PLACES[track % TRACK_PLACES.length];
    labels.push({
      parts: [{ text: words }],
      look: look.look,
      half: 'any',
      leader: true,
      offsets: track === 0 ? LEADERS_UP : LEADERS_IN,
      anchor(out) {
        if (state.shown[track] === 0) return false;
        const weight = top.sheet.weight[columnFacing(top, state.yaw, place.turn, place.part, state.curl)];
        if (weight < 0) return false;
        out[0] = geometry.sites[3 * weight];
        out[1] = heightOf(geometry, state, weight, track);
        out[2] = geometry.sites[3 * weight + 2];
        return true;
      },
    });
  });
  const { sources } = geometry;
  const called = sources === null ? null : sourceNames(sources);
  if (called !== null) {
    labels.push(
      {
        ...called.K,
        half: 'any',
        leader: true,
        offsets: LEADERS_DOWN_LEFT,
        anchor: (out) => sourceAnchor(out, geometry, state, low, { turn: -0.75, part: 0.14, shift: 0.5 }),
      },
      {
        ...called.J,
        half: 'any',
        leader: true,
        offsets: LEADERS_DOWN_RIGHT,
        anchor: (out) => sourceAnchor(out, geometry, state, low, { turn: 0.75, part: 0.86, shift: 0 }),
      },
    );
  }
  const names = geometry.sheets.length > 1 ? geometry.sheets.map((part) => nameLabel(part, state)) : [];
  return [...labels, ...names, ...tickLabels(info, geometry, state)];
}

function sourceAnchor(
  out: Float32Array,
  { sources, sites }: FieldLayout,
  state: FieldState,
  sheet: FieldSheet,
  place: { turn: number; part: number; shift: number },
): boolean {
  if (sources === null || state.frame === null) return false;
  const column = columnFacing(sheet, state.yaw, place.turn, place.part, state.curl);
  const weight = sheet.sheet.weight[column];
  out[0] = sites[3 * weight] + place.shift * sheet.frame.step[0];
  const up = place.shift === 0 ? 0.5 * riseJ(state, sources, weight) : 0.02;
  out[1] = baseUnder(sources, weight) + up;
  out[2] = 0;
  return true;
}

/** Name of a ring among several, at its left rim. */
function nameLabel(part: FieldSheet, state: FieldState): Label {
  const { frame, sheet } = part;
  return {
    parts: [symbolOf(sheet.name)],
    look: 'large',
    half: 'any',
    offsets: [
      { dx: -14, dy: 0, align: 1 },
      { dx: -8, dy: 22, align: 1 },
    ],
    anchor(out) {
      const column = columnFacing(part, state.yaw, -1.5, 0, state.curl);
      out[0] = frame.origin[0] + frame.step[0] * column;
      out[1] = frame.level;
      out[2] = 0;
      return true;
    },
  };
}

/** Every few sites its number, below everything else; the first one says what the numbers are. */
function tickLabels({ layout }: RunInfo, geometry: FieldLayout, state: FieldState): Label[] {
  const [{ sheet, frame }] = geometry.sheets;
  const base = geometry.sources?.base ?? frame.level - (geometry.sheets.length > 1 ? 0.1 : 0.3);
  const ticks = Math.ceil(sheet.columns / strideOf(sheet.columns));
  const stride = strideOf(sheet.columns);
  const period = periodOf(layout);
  // The number that faces the viewer at home says what the numbers are; it comes first.
  const order = Array.from({ length: ticks }, (_, i) => (i + (ticks >> 1)) % ticks);
  return order.map((i, rank): Label => {
    const site = String(i * stride);
    return {
      parts: [{ text: rank === 0 ? text('view.field.site', { site }) : site }],
      look: 'quiet',
      half: 'near',
      offsets: [
        { dx: 0, dy: 0, align: 0.5 },
        { dx: 0, dy: 12, align: 0.5 },
      ],
      anchor(out) {
        out[0] = angleOf(columnAt(sheet, i * stride), period);
        out[1] = base - 0.08 * (1 - state.curl);
        out[2] = 0.14 * state.curl;
        return true;
      },
    };
  });
}
