import { formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import type { Label } from '../scene/labelLayer.ts';
import type { Offset } from '../scene/labels.ts';
import type { HornField } from './field.ts';
import { crestPoint, type Mouth } from './mouth.ts';
import { ARC, onHorn, timeX, type Place } from './place.ts';
import { ringWords, type Rings } from './rings.ts';
import { timeWords } from './times.ts';

/** What the labels of the horn read; written before each drawing. */
export interface HornState {
  readonly place: Place;
  readonly rings: Rings;
  readonly mouth: Mouth;
  field: HornField | null;
  /** Limit of the present's values. */
  limit: number;
  hubble: number;
  /** Radius at the left end, mouth = 1. */
  firstRadius: number;
  /** Radius at a ring, mouth = 1. */
  scaleAt: (time: number) => number;
  /** Name of the main run's line. */
  name: string;
  /** Share of the way round that 1/H is. */
  share: number;
  /** The Hubble length itself, and whether waves run everywhere alike. */
  length: number;
  uniform: boolean;
}

/** Rings that can be named. */
const NAMED = 12;
/** Rings nearly as wide as the mouth have no name. */
const BESIDE_MOUTH = 0.76;
const point = new Float64Array(2);

const OVER: readonly Offset[] = [
  { dx: 0, dy: -13, align: 0.5 },
  { dx: 0, dy: -22, align: 0.5 },
];
/** Before the mouth: behind it the Hubble arc may reach over its top. */
const CREST: readonly Offset[] = [
  { dx: -8, dy: -13, align: 1 },
  { dx: 0, dy: -18, align: 0.5 },
  { dx: 26, dy: -10, align: 0 },
  // Where the mouth reaches the pane's edge: right of its top.
  { dx: 44, dy: 14, align: 0 },
  { dx: 64, dy: 16, align: 0 },
];
const BESIDE: readonly Offset[] = [
  { dx: 14, dy: 0, align: 0 },
  { dx: 14, dy: 34, align: 0 },
  { dx: 10, dy: 70, align: 0 },
];
const BEFORE: readonly Offset[] = [{ dx: -12, dy: 0, align: 1 }];

function put(out: Float32Array): boolean {
  out[0] = point[0];
  out[1] = point[1];
  out[2] = 0;
  return Number.isFinite(point[0]) && Number.isFinite(point[1]);
}

/** Labels of the horn: the field now, the Hubble length, the rings, where it begins. */
export function hornLabels(state: HornState): Label[] {
  const { place, rings, mouth } = state;
  const crest: Label = {
    parts: [],
    look: 'role-second strong',
    offsets: CREST,
    half: 'any',
    value: () => text('universe.fieldNow', { track: state.name }),
    anchor(out) {
      if (state.field === null || state.field.rows === 0) return false;
      // Over the crest and over the mouth, whichever is higher there.
      crestPoint(place, state.field, 0.75 * state.field.sites, state.limit, point);
      const crestTop = point[1];
      onHorn(place, place.nowX, place.radius, 0, point);
      point[1] = Math.min(point[1], crestTop);
      return put(out);
    },
  };
  const hubble: Label = {
    parts: [],
    look: 'role-expansion lines',
    offsets: BESIDE,
    half: 'any',
    value: () =>
      text(state.share > 1 ? 'universe.hubbleRound' : 'universe.hubbleLength', {
        sign: state.uniform ? '=' : '≈',
        length: formatNumber(state.length),
        share: formatNumber(state.share, 2),
      }),
    anchor(out) {
      if (mouth.arc === 0) return false;
      onHorn(place, place.nowX, place.radius * (1 + ARC), Math.PI / 2, point);
      return put(out);
    },
  };
  const start: Label = {
    parts: [{ symbol: 't' }],
    look: 'quiet',
    offsets: BEFORE,
    half: 'any',
    value: () => ` = ${timeWords(place.from, place.to - place.from)}`,
    anchor(out) {
      onHorn(place, place.left, state.firstRadius * place.radius, -Math.PI / 2, point);
      return put(out);
    },
  };
  /** Puts the anchor over a ring. @returns false where it has no name */
  const overRing = (index: number, out: Float32Array): boolean => {
    if (index >= rings.count) return false;
    // Beside the mouth the crest has its place.
    if (state.scaleAt(rings.times[index]) > BESIDE_MOUTH) return false;
    const x = timeX(place, rings.times[index]);
    onHorn(place, x, state.scaleAt(rings.times[index]) * place.radius, 0, point);
    return put(out);
  };
  const ring = (index: number): Label => ({
    parts: [],
    look: 'role-expansion',
    offsets: OVER,
    half: 'any',
    value: () => ringWords(rings.efolds[index]),
    anchor: (out) => overRing(index, out),
  });
  /** What the numbers count, before the newest of them. */
  const counted: Label = {
    parts: [{ text: text('universe.ringFirst') }],
    look: 'role-expansion',
    offsets: [
      { dx: -1.4 * 12, dy: -13, align: 1 },
      { dx: -1.4 * 20, dy: -13, align: 1 },
    ],
    half: 'any',
    anchor(out) {
      for (let index = 0; index < Math.min(NAMED, rings.count); index++) {
        if (overRing(index, out)) return true;
      }
      return false;
    },
  };
  return [crest, hubble, start, ...Array.from({ length: NAMED }, (_, index) => ring(index)), counted];
}
