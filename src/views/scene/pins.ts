import type { Target } from './target.ts';

/** Something that a hand chose to have inspected, and the weight that it is told of: null while none was chosen. */
export interface Pin {
  readonly target: Target;
  readonly beside: number | null;
}

/** A source belongs to its own weight; a bond or neuron stands beside the one that is chosen. */
export function pinOf(target: Target | null, selected: number | null): Pin | null {
  if (target === null) return null;
  return { target, beside: target.kind === 'source' ? target.index : selected };
}

/** A pin is let go when another weight is chosen. */
export function keptPin(pin: Pin | null, selected: number | null): Pin | null {
  return pin?.beside === selected ? pin : null;
}

/**
 * What a picture tells of: what is pointed at, else what is pinned. While another weight is linked, in whichever
 * picture, a pin rests: its number would be read as that weight's.
 */
export function inspectedOf(pointed: Target | null, pin: Pin | null, linked: number | null): Target | null {
  if (pointed !== null || pin === null) return pointed;
  return linked === null || linked === pin.beside ? pin.target : null;
}
