import { describe, expect, it } from 'vitest';
import { placeBeside, placeClear, type Box } from '../../src/ui/parts/beside.ts';
import { tourWanted } from '../../src/ui/parts/tour.ts';

describe('tour', () => {
  it.each([
    ['', false, true],
    ['', true, false],
    ['?quality=test', false, false],
    ['?quality=test&tour=1', true, true],
    ['?tour=0', false, false],
  ])('address "%s", remembered %s: shown %s', (search, seen, shown) => {
    expect(tourWanted(search, seen)).toBe(shown);
  });
});

describe('place beside an anchor', () => {
  const view = { width: 390, height: 844 };
  const size = { width: 280, height: 130 };
  const inside = (found: { left: number; top: number }): boolean =>
    found.left >= 8 &&
    found.top >= 8 &&
    found.left + size.width <= view.width - 8 &&
    found.top + size.height <= view.height - 8;

  it.each([
    ['at the top', { left: 20, right: 60, top: 10, bottom: 50 }],
    ['at the bottom', { left: 70, right: 110, top: 780, bottom: 830 }],
    ['over the whole window', { left: 0, right: 390, top: 0, bottom: 844 }],
    ['off the right edge', { left: 380, right: 500, top: 300, bottom: 340 }],
  ])('%s: it stays inside the window', (_, anchor) => {
    expect(inside(placeBeside(anchor, size, view))).toBe(true);
  });
  it('no anchor: the lower third', () => {
    const found = placeBeside(null, size, view);
    expect(inside(found)).toBe(true);
    expect(found.top).toBeCloseTo(562.67, 1);
  });
  it('room at the right: there, and never over the anchor', () => {
    const anchor = { left: 16, right: 191, top: 300, bottom: 340 };
    expect(placeBeside(anchor, size, { width: 1280, height: 720 })).toMatchObject({
      side: 'right',
      left: 203,
    });
  });
});

describe('place clear of what has to stay in sight', () => {
  const view = { width: 1280, height: 720 };
  const size = { width: 300, height: 140 };
  const meet = (one: Box, other: Box): boolean =>
    one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
  const boxOf = ({ left, top }: { left: number; top: number }): Box => ({
    left,
    top,
    right: left + size.width,
    bottom: top + size.height,
  });

  it('nothing in the way: beside the anchor as ever', () => {
    const anchor = { left: 16, right: 191, top: 300, bottom: 340 };
    expect(placeClear(anchor, size, view, [anchor])).toEqual(placeBeside(anchor, size, view));
  });
  it.each([
    ['the play button above the anchor', { left: 600, right: 640, top: 560, bottom: 600 }],
    ['a row of file buttons beside it', { left: 200, right: 560, top: 600, bottom: 720 }],
  ])('%s: over neither', (_, button) => {
    const anchor = { left: 500, right: 700, top: 640, bottom: 700 };
    const found = boxOf(placeClear(anchor, size, view, [anchor, button]));
    expect(meet(found, anchor) || meet(found, button)).toBe(false);
    expect(found.left).toBeGreaterThanOrEqual(8);
    expect(found.bottom).toBeLessThanOrEqual(view.height - 8);
  });
  it('no room anywhere: inside the window all the same', () => {
    const all = { left: 0, right: 1280, top: 0, bottom: 720 };
    const found = boxOf(placeClear(all, size, view, [all]));
    expect(found.right).toBeLessThanOrEqual(view.width - 8);
  });
});
