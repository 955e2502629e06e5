import { describe, expect, it } from 'vitest';
import { fieldOfView, headroom, HOME_DISTANCE, homes } from '../../../src/views/scene/home.ts';

const pixelsPerRadius = (width: number, height: number, halfHeight: number): number => {
  const below = headroom(width, 98);
  const fov = fieldOfView(homes.ring(halfHeight), width, height, below);
  return height / 2 / (Math.tan(fov / 2) * HOME_DISTANCE);
};

describe('camera at home', () => {
  it('a ring fills 77 % of an ordinary pane', () => {
    expect((2 * pixelsPerRadius(576, 680, 1.3)) / 576).toBeCloseTo(0.77, 9);
  });

  it('in a wide pane its height decides: 1.3 radii fit into the half that headroom leaves', () => {
    expect(1.3 * pixelsPerRadius(1400, 600, 1.3)).toBeCloseTo(300 - 8 - 16, 9);
  });

  it('rings are seen from 31°, sheets from 48°, and orbits stay within 5° and 85°', () => {
    const degrees = (radians: number): number => (radians * 180) / Math.PI;
    expect(degrees(homes.ring(1).pitch)).toBeCloseTo(31, 9);
    expect(degrees(homes.sheets(1, 1).pitch)).toBeCloseTo(48, 9);
    expect(homes.ring(1).pitchRange.map(degrees).map(Math.round)).toEqual([5, 85]);
  });

  it('narrow panes and large type push the picture down', () => {
    expect(headroom(576, 98)).toBe(8);
    expect(headroom(360, 98)).toBe(32);
    expect(headroom(576, 128)).toBe(38);
  });
});
