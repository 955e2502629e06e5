import type { Sheet } from '../../engine/protocol.ts';
import { formatNumber } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import { symbolOf } from '../names.ts';
import type { Label } from '../scene/labelLayer.ts';
import type { Offset } from '../scene/labels.ts';
import { ringWords, sheetRing } from './rings.ts';
import { onSheetNow, RISE, type SheetPlace } from './sheetPlace.ts';

/** What the labels of a sheet read; written before each drawing. */
export interface SheetState {
  readonly place: SheetPlace;
  /** Whether there is a sheet to name. */
  shown: boolean;
  /** e-folds passed since the base. */
  efolds: number;
  /** Middle of the Hubble circle and its radius, in sites; 0: none. */
  readonly circle: [column: number, row: number, radius: number];
  /** The Hubble length itself, and whether waves run everywhere alike. */
  length: number;
  uniform: boolean;
  readonly name: string;
}

const LEFT: readonly Offset[] = [
  { dx: -10, dy: 0, align: 1 },
  { dx: -10, dy: 14, align: 1 },
];
const RIGHT: readonly Offset[] = [
  { dx: 34, dy: -22, align: 0 },
  { dx: 34, dy: 26, align: 0 },
  { dx: 60, dy: 0, align: 0 },
  { dx: -34, dy: 30, align: 1 },
];
const OVER: readonly Offset[] = [
  { dx: 0, dy: -6, align: 0.5 },
  { dx: 0, dy: -24, align: 0.5 },
  { dx: 40, dy: -6, align: 0 },
];
/** Rings that can be named, and the part of the sheet down to which they are. */
const NAMED = 6;
const LEAST_RING = 0.08;

const point = new Float64Array(3);

/** Labels of a whole sheet: what it is, its Hubble length, its rings, its axes. */
export function sheetLabels(sheet: Sheet, state: SheetState): Label[] {
  const { place, circle } = state;
  const [across, along] = place.half;
  /** @param u  −1 to 1 across; @param v  −1 to 1 along */
  const at = (u: number, v: number, out: Float32Array, h = 0): boolean => {
    onSheetNow(place, u * across, v * along, h, point);
    out[0] = point[0];
    out[1] = point[1];
    out[2] = 0;
    return state.shown;
  };
  const field: Label = {
    parts: [symbolOf(sheet.name), { text: ` ${sheet.rows} × ${sheet.columns}, ` }],
    look: 'role-second strong',
    offsets: OVER,
    half: 'any',
    value: () => text('universe.fieldNow', { track: state.name }),
    anchor: (out) => at(0, -1, out, RISE),
  };
  const hubble: Label = {
    parts: [],
    look: 'role-expansion lines',
    offsets: RIGHT,
    half: 'any',
    leader: true,
    value: () =>
      text('universe.hubbleLength', {
        sign: state.uniform ? '=' : '≈',
        length: formatNumber(state.length),
      }),
    anchor(out) {
      const [column, row, radius] = circle;
      if (!(radius > 0)) return false;
      // At the right of its circle, or at the edge where that is further on.
      const u = Math.min(1, (2 * (column + 0.5 + radius)) / sheet.columns - 1);
      return at(u, (2 * (row + 0.5)) / sheet.rows - 1, out);
    },
  };
  const ring = (index: number): Label => ({
    parts: index === 0 ? [{ text: `${text('universe.ringFirst')} ` }] : [],
    look: 'role-expansion',
    offsets: LEFT,
    half: 'any',
    value: () => ringWords(sheetRing(state.efolds, index)?.efolds ?? 0),
    anchor(out) {
      const found = sheetRing(state.efolds, index);
      return found !== null && found.part > LEAST_RING && at(-found.part, found.part, out);
    },
  });
  const axis = (words: string, u: number, v: number, offset: Offset): Label => ({
    parts: [{ text: words }],
    look: 'quiet',
    offsets: [offset],
    half: 'any',
    anchor: (out) => at(u, v, out),
  });
  return [
    field,
    hubble,
    ...Array.from({ length: NAMED }, (_, index) => ring(index)),
    axis(`${sheet.columnLabel} →`, 0.1, 1, { dx: 0, dy: 20, align: 0.5 }),
    axis(`↓ ${sheet.rowLabel}`, 1, 0.2, { dx: 14, dy: 0, align: 0 }),
  ];
}
