import type { Reals } from '../types.ts';
import type { Arena } from './program.ts';

/**
 * Places of states in a memory: the runs that share a system, and what their integrators need of that size.
 * @param size  numbers of a state, of either precision
 * @param most  places at most
 * @returns     a place of zeros; null when none is left
 */
export function statePlaces(arena: Arena, size: number, most: number): (single: boolean) => Reals | null {
  const { buffer } = arena.memory;
  let made = 0;
  /** Places that nobody holds any more: every change of a live parameter makes integrators anew. */
  const freed: number[] = [];
  const registry = new FinalizationRegistry<number>((at) => freed.push(at));
  return (single) => {
    let at = freed.pop() ?? -1;
    if (at < 0 && made < most) {
      at = arena.take(8 * size);
      made++;
    }
    if (at < 0) return null;
    const state = (single ? new Float32Array(buffer, at, size) : new Float64Array(buffer, at, size)).fill(0);
    registry.register(state, at);
    return state;
  };
}
