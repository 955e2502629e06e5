import { expect, test } from 'vitest';
import { pauseOf } from '../../../src/views/charts/cadence.ts';

test('cadence: a chart takes at most half of the time at rest and a fifteenth while the run plays, ten times a second at most and twice at least', () => {
  for (const cost of [0, 4, 20, 60]) {
    expect(cost / pauseOf(cost, false) || 0).toBeLessThanOrEqual(0.5);
    expect(cost / pauseOf(cost, true)).toBeLessThanOrEqual(cost > 33 ? 0.2 : 1 / 15 + 1e-12);
    expect(pauseOf(cost, true)).toBeLessThanOrEqual(500);
    expect(pauseOf(cost, true)).toBeGreaterThanOrEqual(100);
  }
  // What costs less than half a display frame is drawn in each.
  expect(pauseOf(8, false)).toBeLessThanOrEqual(1000 / 60);
});
