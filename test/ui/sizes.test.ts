import { describe, expect, it } from 'vitest';
import { liesOver, standardHeight } from '../../src/ui/drawer/useDrawer.ts';
import { layoutMode, standAbove } from '../../src/ui/layoutMode.ts';

describe('two panes in what is left for them', () => {
  it.each([
    // Tablet upright, a phone's width of window: one above the other.
    [768, 750, 1, true],
    [560, 640, 1, true],
    // A phone on the projector's ground: beside each other neither could hold its key.
    [390, 440, 1.4, true],
    // 1024 × 768 and every screen that lies: beside each other.
    [1024, 560, 1, false],
    [1024, 480, 1.4, false],
    [1150, 480, 1, false],
    [1440, 640, 1, false],
    [683, 250, 1, false],
  ])('%i × %i, type %d: one above the other is %s', (width, height, scale, above) => {
    expect(standAbove(width, height, scale)).toBe(above);
  });

  it('heads of larger type cost height, so that panes stay beside each other longer', () => {
    expect(standAbove(600, 640, 1)).toBe(true);
    expect(standAbove(600, 640, 1.4)).toBe(false);
  });

  it('modes by width: 1440, 1100, 800, 600', () => {
    expect([1440, 1439, 1100, 1099, 800, 799, 600, 599].map(layoutMode)).toEqual([
      'wide',
      'medium',
      'medium',
      'narrow',
      'narrow',
      'stacked',
      'stacked',
      'phone',
    ]);
  });
});

describe('an opened drawer', () => {
  it('lies over the pictures where they would keep less than 60 % of the window', () => {
    // 900 high: 540 are 60 %.
    expect(liesOver(708, 168, 900)).toBe(false);
    expect(liesOver(707, 168, 900)).toBe(true);
    expect(liesOver(536, standardHeight('projector'), 720)).toBe(true);
    // Not measured yet.
    expect(liesOver(0, 168, 900)).toBe(false);
  });
});
