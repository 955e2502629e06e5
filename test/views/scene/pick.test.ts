import { describe, expect, it } from 'vitest';
import { nearestPolyline } from '../../../src/views/scene/pick.ts';

describe('picking', () => {
  const lines = Float32Array.from([0, 0, 0, 100, 0, 0, 100, 100, 0, 0, 40, 0, 50, 40, 0, 60, 90, 0]);

  it('a wire is found anywhere along it, within reach only', () => {
    expect(nearestPolyline(lines, 3, 2, 50, 4, 8)).toBe(0);
    expect(nearestPolyline(lines, 3, 2, 97, 70, 8)).toBe(0);
    expect(nearestPolyline(lines, 3, 2, 20, 37, 8)).toBe(1);
    expect(nearestPolyline(lines, 3, 2, 20, 20, 8)).toBe(-1);
  });

  it('a dot is found by its centre', () => {
    const dots = Float32Array.from([10, 10, 0, 30, 10, 0]);
    expect(nearestPolyline(dots, 1, 2, 24, 12, 8)).toBe(1);
    expect(nearestPolyline(dots, 1, 2, 20, 40, 8)).toBe(-1);
  });

  it('of two at the same place the one in front is taken', () => {
    expect(nearestPolyline(Float32Array.from([10, 10, -0.8, 12, 10, 0.9]), 1, 2, 10, 10, 8)).toBe(1);
  });

  it('unseen points (NaN) are never found', () => {
    expect(nearestPolyline(Float32Array.from([NaN, 10, 0]), 1, 1, 10, 10, 8)).toBe(-1);
  });
});
