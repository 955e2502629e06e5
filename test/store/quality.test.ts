import { describe, expect, it } from 'vitest';
import { QualityController } from '../../src/store/quality/controller.ts';
import { FLOOR, levels } from '../../src/store/quality/levels.ts';

/** Feeds a device whose display frames take so long at each level; counts them. @returns levels after each change */
function run(controller: QualityController, frames: number, took: (level: number) => number): number[] {
  const seen: number[] = [];
  for (let n = 0; n < frames; n++) if (controller.took(took(controller.level))) seen.push(controller.level);
  return seen;
}

describe('how finely pictures are drawn', () => {
  it('a device that keeps up stays at the best level; one that never does goes down to the floor and no further', () => {
    expect(run(new QualityController(FLOOR), 5000, () => 16.7)).toEqual([]);
    const slow = new QualityController(FLOOR);
    expect(run(slow, 5000, () => 80)).toEqual([1, 2, 3]);
    expect(slow.level).toBe(FLOOR);
  });

  it('goes down within a second: 30 frames of 33 ms', () => {
    const controller = new QualityController(FLOOR);
    expect(run(controller, 29, () => 33)).toEqual([]);
    expect(run(controller, 1, () => 33)).toEqual([1]);
  });

  it('between 19 and 28 ms nothing changes, and single long frames are forgiven', () => {
    const controller = new QualityController(FLOOR);
    run(controller, 100, () => 40);
    const { level } = controller;
    expect(level).toBeGreaterThan(0);
    expect(run(controller, 5000, () => 24)).toEqual([]);
    const other = new QualityController(FLOOR);
    let n = 0;
    expect(run(other, 1000, () => (n++ % 3 === 0 ? 60 : 16.7))).toEqual([]);
  });

  it('a device that was busy for a while comes back to the best level', () => {
    const controller = new QualityController(FLOOR);
    run(controller, 200, () => 50);
    expect(controller.level).toBe(FLOOR);
    expect(run(controller, 1000, () => 16.7)).toEqual([2, 1, 0]);
  });

  it('a level that is too slow is tried later and later: it does not swing', () => {
    // Quick at level 2, too slow at 1.
    const controller = new QualityController(FLOOR);
    const at: number[] = [];
    for (let n = 0; n < 40_000; n++) if (controller.took(controller.level < 2 ? 34 : 16.7)) at.push(n);
    const tries = at.slice(2).filter((_, index) => index % 2 === 0);
    const apart = tries.slice(1).map((n, index) => n - tries[index]);
    expect(apart[0]).toBeGreaterThan(2 * 240);
    apart.slice(1, 4).forEach((gap, n) => expect(gap).toBeGreaterThan(1.8 * apart[n]));
    expect(tries.length).toBeLessThan(15);
  });

  it('a hidden page and a sleeping machine say nothing of the device', () => {
    expect(run(new QualityController(FLOOR), 1000, () => 1500)).toEqual([]);
    expect(run(new QualityController(FLOOR), 1000, () => NaN)).toEqual([]);
  });

  it('levels fall from the best to a floor of a whole pixel of the page and enough triangles for thousands of sites', () => {
    levels.slice(1).forEach(({ ratio, triangles }, n) => {
      expect(ratio).toBeLessThanOrEqual(levels[n].ratio);
      expect(triangles).toBeLessThan(levels[n].triangles);
    });
    expect(levels[FLOOR].ratio).toBe(1);
    expect(levels[FLOOR].triangles).toBeGreaterThanOrEqual(20_000);
  });
});
