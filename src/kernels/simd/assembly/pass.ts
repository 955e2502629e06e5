import { floored, minus, plus, times } from './vectors';

/**
 * What closes one step and opens the next (physics.md 4.1), the same for every site:
 *    V ← E₂V − c₂g;  V ← E₁V − c₁g;  W ← W + hV
 *  with values below the floors set to 0, as the plain twin does. One pass at a time: it stands in globals.
 */
export let closeE: f64 = 1;
export let closeC: f64 = 0;
export let openE: f64 = 1;
export let openC: f64 = 0;
export let h: f64 = 0;
export let stiffness: f64 = 1;

/** Σ V² of the last pass, as closed and as opened. */
export let closed: f64 = 0;
export let opened: f64 = 0;

/** Tells the next pass what to do. */
export function plan(E2: f64, c2: f64, E1: f64, c1: f64, step: f64, K: f64): void {
  closeE = E2;
  closeC = c2;
  openE = E1;
  openC = c1;
  h = step;
  stiffness = K;
}

/** Σ V² as the last pass closed its step. */
export function closedSum(): f64 {
  return closed;
}
/** Σ V² as the last pass opened the next. */
export function openedSum(): f64 {
  return opened;
}
export function setSums(close: f64, open: f64): void {
  closed = close;
  opened = open;
}

/** Values below become 0 (perf.md: denormal numbers are up to 105 times slower). */
@inline export function floorOf<T>(): T {
  return sizeof<T>() == 8 ? <T>1e-150 : <T>1e-30;
}
/** A weight at rest becomes 0 from here on. */
@inline export function restOf<T>(): T {
  return sizeof<T>() == 8 ? <T>1e-130 : <T>1e-24;
}

@inline export function flooredOne<T>(x: T, floor: T): T {
  return abs<T>(x) < floor ? <T>0 : x;
}

/** V after a kick. */
@inline export function kicked<T>(E: v128, V: v128, c: v128, g: v128, floor: v128): v128 {
  return floored<T>(minus<T>(times<T>(E, V), times<T>(c, g)), floor);
}
/** W after the drift. */
@inline export function drifted<T>(W: v128, step: v128, V: v128, floor: v128, rest: v128): v128 {
  const moved = plus<T>(W, times<T>(step, V));
  const limit = v128.bitselect(rest, floor, v128.eq<T>(V, v128.splat<T>(<T>0)));
  return floored<T>(moved, limit);
}
