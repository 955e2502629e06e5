import { describe, expect, it } from 'vitest';
import { createSiteFinder, projectSite } from '../../../src/views/field/findSite.ts';
import { layoutField } from '../../../src/views/field/layout.ts';
import { createProjector } from '../../../src/views/scene/project.ts';
import { runInfoOf } from '../runInfo.ts';

/** Where a pointer finds a site: of a large field as well as if every one were looked at. */

/** A camera that looks down a little, 800 × 500 pixels: a perspective of one radian, 6.5 away. */
function projectorOf(curl: number) {
  const projector = createProjector();
  const [near, tilt] = [1.8, 0.5];
  const [c, s] = [Math.cos(tilt), Math.sin(tilt)];
  // Columns of projection · view: x, y and depth of the tilted point, w = 6.5 − depth.
  projector.matrix.set([near, 0, 0, 0, 0, near * c, s, -s, 0, -near * s, c, -c, 0, 0, 0, 6.5]);
  return Object.assign(projector, { curl, width: 800, height: 500 });
}

describe('the site under a pointer', () => {
  const cases = [
    ['a ring of 60', 'ring-shared', { N: 60 }, 1],
    ['a ring of 30 000', 'ring-shared', { N: 30_000 }, 1],
    ['a strip of 30 000', 'ring-shared', { N: 30_000 }, 0],
    ['a torus of 200 × 160', 'torus-shared', { rows: 200, columns: 160 }, -1],
    ['a dense network of 6 000 weights', 'dense', { sizes: [10, 90, 50, 10] }, -1],
  ] as const;
  it.each(cases)('of %s is the nearest of all within reach, or none', (_, kind, settings, curl) => {
    const info = runInfoOf(kind, settings);
    const { weightCount } = info.tracks[0];
    const geometry = layoutField(info.layout, weightCount, null);
    const values = Float32Array.from({ length: weightCount }, (_, n) => Math.sin((n / weightCount) * 40));
    const drawn = { values, limit: 1 };
    const projector = projectorOf(curl);
    const find = createSiteFinder(info, geometry);
    const all = new Float32Array(3 * weightCount);
    for (let n = 0; n < weightCount; n++) projectSite(geometry, drawn, n, projector, all, 3 * n);
    const away = (weight: number, x: number, y: number): number =>
      Math.hypot(all[3 * weight] - x, all[3 * weight + 1] - y);
    let found = 0;
    for (let k = 0; k < 60; k++) {
      const weight = Math.floor((k * weightCount) / 60);
      const [x, y] = [all[3 * weight] + (k % 7) - 3, all[3 * weight + 1] + (k % 5) - 2];
      const site = find(drawn, projector, x, y, 16);
      expect(site).toBeGreaterThanOrEqual(0);
      // As near as its own, or in front of it and within reach.
      expect(away(site, x, y)).toBeLessThanOrEqual(16);
      const gain = 5 * (all[3 * site + 2] - all[3 * weight + 2]);
      expect(away(site, x, y)).toBeLessThan(away(weight, x, y) + gain + 4);
      if (site === weight) found++;
    }
    if (weightCount < 100) expect(found).toBeGreaterThan(20);
    expect(find(drawn, projector, 5, 5, 16)).toBe(-1);
  });
});
