import { expect, it } from 'vitest';
import { nextTab } from '../../src/ui/parts/rovingTabs.ts';

it('tabs: arrows go round, Home and End lead to the ends, other keys nowhere', () => {
  expect(['ArrowRight', 'ArrowLeft', 'Home', 'End', 'x'].map((key) => nextTab(key, 1, 4))).toEqual([
    2,
    0,
    0,
    3,
    null,
  ]);
  expect([nextTab('ArrowRight', 3, 4), nextTab('ArrowLeft', 0, 4)]).toEqual([0, 3]);
});
