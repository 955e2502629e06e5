import { describe, expect, it } from 'vitest';
import { parseRunDocument } from '../../src/scenario/document.ts';
import { opensInMotion } from '../../src/ui/files/motion.ts';
import { driftSpeed } from '../../src/views/scene/drift.ts';
import { shipped } from '../helpers/shipped.ts';

describe('opening in motion', () => {
  const asks = { view: { play: true } };
  const here = { search: '', reduced: false, wanted: true };

  it('is for scenarios that ask for it, and for visitors who do not ask for rest', () => {
    expect(opensInMotion(asks, here)).toBe(true);
    expect(opensInMotion({ view: {} }, here)).toBe(false);
    expect(opensInMotion({ view: { play: 'yes' } }, here)).toBe(false);
    expect(opensInMotion(asks, { ...here, reduced: true })).toBe(false);
    expect(opensInMotion(asks, { ...here, wanted: false })).toBe(false);
  });

  it('tests of the page stand still unless they ask; an address may ask for rest', () => {
    expect(opensInMotion(asks, { ...here, search: '?quality=test' })).toBe(false);
    expect(opensInMotion(asks, { ...here, search: '?quality=test&motion=1' })).toBe(true);
    expect(opensInMotion(asks, { ...here, search: '?motion=0' })).toBe(false);
    expect(opensInMotion(asks, { ...here, search: '?motion=1', reduced: true })).toBe(false);
  });

  it('an address with play says it in the place of the scenario, but for who asks for rest', () => {
    expect(opensInMotion({ view: {} }, { ...here, search: '?embed&quality=test&play=1' })).toBe(true);
    expect(opensInMotion(asks, { ...here, search: '?embed&motion=1&play=0' })).toBe(false);
    expect(opensInMotion(asks, { ...here, search: '?embed&play=1', reduced: true })).toBe(false);
  });

  it('ten shipped scenarios ask, the five to start with among them; nobody else does', () => {
    const asking = Object.keys(shipped).filter((id) => parseRunDocument(shipped[id]).view.play === true);
    expect(asking.sort()).toEqual(
      [
        'circle',
        'critical',
        'heat-bath',
        'honey',
        'lens',
        'ring-wave',
        'schedule-universe',
        'sources-flicker',
        'stiff-and-soft',
        'torus-wave',
      ].sort(),
    );
  });
});

describe('a drifting camera', () => {
  it('sets out from rest, and after its first round goes to and fro by 13 degrees within 3 %', () => {
    expect(driftSpeed(0)).toBe(0);
    const dt = 1 / 60;
    let [yaw, low, high] = [0, Infinity, -Infinity];
    for (let t = 0; t < 132; t += dt) {
      yaw += driftSpeed(t) * dt;
      if (t < 44) continue;
      low = Math.min(low, yaw);
      high = Math.max(high, yaw);
    }
    expect(((high - low) * 90) / Math.PI).toBeGreaterThan(13 * 0.97);
    expect(((high - low) * 90) / Math.PI).toBeLessThan(13 * 1.03);
    expect(Math.max(Math.abs(low), high)).toBeLessThan(0.3);
  });
});
