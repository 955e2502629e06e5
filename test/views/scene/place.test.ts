import { describe, expect, it } from 'vitest';
import {
  angleOf,
  nearestAngle,
  place,
  PLANE,
  STRIP,
  STRIP_RISE,
  unplace,
  ARC,
} from '../../../src/views/scene/place.ts';
import { createProjector, project } from '../../../src/views/scene/project.ts';

const at = (s: number, y: number, z: number, curl: number): number[] => {
  const out = new Float32Array(3);
  place(s, y, z, curl, out);
  return [...out];
};

describe('lattice space', () => {
  it('rolled up: every site of radius 1 + z lies on that circle to 1e-6', () => {
    for (let n = 0; n < 32; n++) {
      const [x, y, z] = at(angleOf(n, 32), 0.3, 0.15, 1);
      expect(Math.hypot(x, z)).toBeCloseTo(1.15, 6);
      expect(y).toBeCloseTo(0.3, 6);
    }
  });

  it('rolled up: the middle of the lattice faces the viewer at z = 1, the seam is at z = -1', () => {
    expect(at(angleOf(15.5, 32), 0, 0, 1)[2]).toBeCloseTo(1, 6);
    expect(at(angleOf(-0.5, 32), 0, 0, 1)[2]).toBeCloseTo(-1, 6);
    expect(at(angleOf(20, 32), 0, 0, 1)[0]).toBeGreaterThan(0);
  });

  it('unrolled: sites stand on a line, equally spaced by STRIP, from left to right', () => {
    for (let n = 1; n < 10; n++) {
      const [x, y, z] = at(angleOf(n, 10), 0.5, 0, 0);
      const [before] = at(angleOf(n - 1, 10), 0.5, 0, 0);
      expect(x - before).toBeCloseTo((STRIP * 2 * Math.PI) / 10, 6);
      expect(y).toBeCloseTo(0.5 * STRIP_RISE, 6);
      expect(z).toBe(0);
    }
  });

  it('unrolling: moves continuously; 1000 steps move no site by more than 0.02', () => {
    for (const s of [-3.1, -1, 0, 2]) {
      let before = at(s, 0.4, 0, 0);
      for (let step = 1; step <= 1000; step++) {
        const now = at(s, 0.4, 0, step / 1000);
        expect(Math.hypot(...now.map((v, i) => v - before[i]))).toBeLessThan(0.02);
        before = now;
      }
    }
  });

  it('planes: points are left alone', () => {
    expect(at(0.25, 0.5, -0.75, PLANE)).toEqual([0.25, 0.5, -0.75]);
  });

  it('nearest angle: never further than π from its reference', () => {
    for (let k = -20; k <= 20; k++) {
      const angle = nearestAngle(k * 1.3, 0.7);
      expect(Math.abs(angle - 0.7)).toBeLessThanOrEqual(Math.PI + 1e-12);
      expect(Math.sin(angle)).toBeCloseTo(Math.sin(k * 1.3), 9);
    }
  });
});

describe('projection', () => {
  it('target stands in the middle of the pane, with nearness 0; nothing behind the camera is seen', () => {
    const projector = createProjector();
    // A camera at (0, 0, 6.5) that looks along −z, with tan(fov/2) = 1.
    projector.matrix.set([1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, -1, 0, 0, 6.3, 6.5]);
    projector.curl = PLANE;
    projector.width = 600;
    projector.height = 400;
    const out = new Float32Array(3);
    expect(project(projector, 0, 0, 0, out)).toBe(true);
    expect([...out]).toEqual([300, 200, 0]);
    project(projector, 1, 1, 5.5, out);
    expect(out[0]).toBeCloseTo(600, 3);
    expect(out[1]).toBeCloseTo(0, 3);
    expect(out[2]).toBeCloseTo(5.5, 6);
    expect(project(projector, 0, 0, 7, out)).toBe(false);
  });
});

describe('from the world back into lattice space', () => {
  it.each([1, ARC, 0.2, 0, -1])('curl %d: what stands there is found again, to 1e-5', (curl) => {
    const point = new Float32Array(3);
    for (const s of [-3, -1.2, 0, 0.4, 2.9]) {
      for (const [y, z] of [
        [0.3, 0],
        [-0.6, 0.15],
      ]) {
        place(s, y, z, curl, point);
        unplace(point, curl);
        expect(point[0]).toBeCloseTo(s, 5);
        expect(point[1]).toBeCloseTo(y, 5);
        expect(point[2]).toBeCloseTo(z, 5);
      }
    }
  });
});
