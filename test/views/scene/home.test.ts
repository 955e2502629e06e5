import { describe, expect, it } from 'vitest';
import { CAMERA_PRESETS, homes, presetAngles } from '../../../src/views/scene/home.ts';

const degrees = (radians: number): number => (radians * 180) / Math.PI;

describe('camera at home', () => {
  it('rings are seen from 31°, sheets from 48°, and orbits stay within 5° and 85°', () => {
    expect(degrees(homes.ring().pitch)).toBeCloseTo(31, 9);
    expect(degrees(homes.sheets(1).pitch)).toBeCloseTo(48, 9);
    expect(homes.ring().pitchRange.map(degrees).map(Math.round)).toEqual([5, 85]);
  });
});

describe('camera presets', () => {
  const all = [homes.ring(), homes.strip(), homes.sheets(1), homes.planes(1), homes.flat(1)];

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
    expect(degrees(presetAngles(homes.ring(), 'above').pitch)).toBeCloseTo(85, 9);
    expect(degrees(presetAngles(homes.ring(), 'side').yaw)).toBeCloseTo(90, 9);
    expect(degrees(presetAngles(homes.strip(), 'side').yaw)).toBeCloseTo(58, 9);
    expect(degrees(presetAngles(homes.flat(1), 'above').pitch)).toBeCloseTo(58, 9);
  });
});
