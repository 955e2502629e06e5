import { parseSweep } from '../../../src/engine/sweep/document.ts';
import type { Sweep } from '../../../src/engine/sweep/types.ts';

/** A small sweep: 2 x 3 points of a ring of 8, a hundredth of a second each. */
export const given = {
  version: 1,
  title: 'friction and seeds',
  scenario: {
    version: 1,
    system: { kind: 'ring-shared', N: 8, p: 0.8, q: 0 },
    initial: { kind: 'random', scale: 1 },
    dynamics: { kind: 'second-order', dt: 0.125 },
  },
  axes: [
    { path: 'expansion.gamma', values: [0.1, 2] },
    { path: 'seed', from: 1, to: 3, count: 3 },
  ],
  until: 2,
  observe: ['regime', 'participation'],
};
type Changes = Readonly<Record<string, unknown>>;

export const changed = (change: Changes): object => ({ ...given, ...change });
export const sweepOf = (change: Changes = {}): Sweep => parseSweep(changed(change));
