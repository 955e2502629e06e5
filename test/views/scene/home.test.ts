import { describe, expect, it } from 'vitest';
import { CAMERA_PRESETS, headroom, homes, presetAngles, usualScale } from '../../../src/views/scene/home.ts';

const degrees = (radians: number): number => (radians * 180) / Math.PI;

describe('camera at home', () => {
  it('a ring fills 77 % of an ordinary pane', () => {
    const scale = usualScale(homes.ring(1.3), 576, 680, headroom(576, 98));
    expect((2 * scale) / 576).toBeCloseTo(0.77, 9);
  });

  it('in a wide pane its height decides: 1.3 radii fit into the half that headroom leaves', () => {
    expect(1.3 * usualScale(homes.ring(1.3), 1400, 600, headroom(1400, 98))).toBeCloseTo(300 - 8 - 16, 9);
  });

  it('rings are seen from 31°, sheets from 48°, and orbits stay within 5° and 85°', () => {
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

describe('camera presets', () => {
  const all = [homes.ring(1), homes.strip(1), homes.sheets(1, 1), homes.planes(1, 1), homes.flat(1, 1)];

  it('home, front, above and side are four different places, within the limits of every picture', () => {
    for (const home of all) {
      const places = CAMERA_PRESETS.map((preset) => presetAngles(home, preset));
      for (const { pitch } of places) {
        expect(pitch >= home.pitchRange[0] && pitch <= home.pitchRange[1]).toBe(true);
      }
      const distinct = new Set(places.map(({ yaw, pitch }) => `${yaw.toFixed(3)} ${pitch.toFixed(3)}`));
      // A flat drawing is seen from the front at home.
      expect(distinct.size).toBe(home.pitchRange[0] < 0 ? 3 : 4);
    }
  });

  it('rings: above is 85°, the side is 90° round; what has edges turns by 58° at most', () => {
    expect(degrees(presetAngles(homes.ring(1), 'above').pitch)).toBeCloseTo(85, 9);
    expect(degrees(presetAngles(homes.ring(1), 'side').yaw)).toBeCloseTo(90, 9);
    expect(degrees(presetAngles(homes.strip(1), 'side').yaw)).toBeCloseTo(58, 9);
    expect(degrees(presetAngles(homes.flat(1, 1), 'above').pitch)).toBeCloseTo(58, 9);
  });
});
