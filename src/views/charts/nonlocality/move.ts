import type { HessianMap } from '../../../store/index.ts';

/** A picture on its way from one order of the weights to another. */
export interface Move {
  /** Place of each weight in the order it comes from. [P] */
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 0 to 1, eased. */
  readonly part: number;
}

export function placesOf(order: Int32Array): Int32Array {
  const places = new Int32Array(order.length);
  order.forEach((weight, place) => (places[weight] = place));
  return places;
}

/** Slow at both ends. */
export const eased = (part: number): number => part * part * (3 - 2 * part);

/**
 * J₂ [cells²] as it is drawn on the way: every entry slides from its old row and column to its new ones. Only while an
 * entry has a cell of its own; else the matrix of the new order, at once.
 */
export function movedMatrix(map: HessianMap, move: Move | null): Float32Array {
  const { cells, perCell, second, weights } = map;
  if (move === null || perCell > 1) return second;
  const at = Int32Array.from(weights, (weight, place) =>
    Math.round(move.from[weight] + move.part * (place - move.from[weight])),
  );
  const out = new Float32Array(second.length);
  for (let i = 0; i < cells; i++) {
    for (let j = 0; j < cells; j++) {
      const value = second[i * cells + j];
      const to = at[i] * cells + at[j];
      if (Math.abs(value) > Math.abs(out[to])) out[to] = value;
    }
  }
  return out;
}

/** J₁ [cells], likewise. */
export function movedRow(map: HessianMap, move: Move | null): Float32Array {
  const { perCell, first, weights } = map;
  if (move === null || perCell > 1) return first;
  const out = new Float32Array(first.length);
  first.forEach((value, place) => {
    const from = move.from[weights[place]];
    const to = Math.round(from + move.part * (place - from));
    if (Math.abs(value) > Math.abs(out[to])) out[to] = value;
  });
  return out;
}
