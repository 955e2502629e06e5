import { describe, expect, it } from 'vitest';
import { pathData, threadPath } from '../../../src/views/scene/threadPath.ts';

const bounds = { left: 200, top: 20, right: 1350, bottom: 680 };
const inside = ({ x, y }: { x: number; y: number }): boolean =>
  x >= bounds.left && x <= bounds.right && y >= bounds.top && y <= bounds.bottom;

describe('thread between the panes', () => {
  it('begins on the wire and ends 11 px from the middle of its site', () => {
    const from = { x: 340, y: 445 };
    const to = { x: 906, y: 301 };
    const [start, , , end] = threadPath(from, to, bounds);
    expect(start).toEqual(from);
    expect(Math.hypot(end.x - to.x, end.y - to.y)).toBeCloseTo(11, 9);
  });

  it('never leaves the panes, wherever its ends are in them', () => {
    for (let i = 0; i < 400; i++) {
      const point = (k: number): { x: number; y: number } => ({
        x: bounds.left + ((i * 7919 + k * 104729) % 1150),
        y: bounds.top + ((i * 6007 + k * 15485) % 660),
      });
      const points = threadPath(point(1), point(2), bounds);
      for (const at of points) expect(inside(at)).toBe(true);
    }
  });

  it('stacked panes: it bows to the side, so that it is not drawn along the ring', () => {
    const [, one, two] = threadPath({ x: 500, y: 150 }, { x: 520, y: 500 }, bounds);
    expect(one.x).toBeGreaterThan(550);
    expect(two.x).toBeGreaterThan(550);
  });

  it('path: one cubic curve in tenths of a pixel', () => {
    const points = [0, 1, 2, 3].map((n) => ({ x: n / 3, y: n }));
    expect(pathData(points)).toBe('M0.0 0.0C0.3 1.0 0.7 2.0 1.0 3.0');
  });
});
