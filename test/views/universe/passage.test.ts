import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { layoutField } from '../../../src/views/field/layout.ts';
import { leavePad, padNow, standOn } from '../../../src/views/scene/pad.ts';
import { createProjector, project } from '../../../src/views/scene/project.ts';
import { Passage } from '../../../src/views/universe/passage.ts';
import { frameOf, runInfoOf } from '../runInfo.ts';

const info = runInfoOf('ring-shared', { N: 12 });
const frame = frameOf(info, 0, []);
const [sheet] = info.layout.sheets;

const box = (left: number, top: number) => ({ left, top, width: 600, height: 400 });
const field = { isConnected: true, getBoundingClientRect: () => box(700, 40) } as unknown as HTMLElement;
const here = { getBoundingClientRect: () => box(60, 10) };

/** The slot in which the universe stands. */
let leaving = false;
let flies = true;
let time = 0;

beforeEach(() => {
  leaving = false;
  flies = true;
  time = 1000;
  vi.stubGlobal('document', {
    querySelector: () =>
      flies ? { hasAttribute: () => leaving, dataset: { flies: 'true' }, querySelector: () => here } : null,
  });
  vi.spyOn(performance, 'now').mockImplementation(() => time);
  const seen = createProjector();
  // A camera at z = 5 that looks at the origin, w = 5 − z.
  seen.matrix.set([1.5, 0, 0, 0, 0, 2, 0, 0, 0, 0, -1, -1, 0, 0, 4, 5]);
  seen.width = 600;
  seen.height = 400;
  standOn(seen, field);
});
afterEach(() => {
  leavePad(field);
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const go = (passage: Passage, seconds: number): boolean => {
  time += 1000 * seconds;
  return passage.go(frame, () => 1);
};

const created = (): Passage => {
  const passage = new Passage();
  passage.follow(info, sheet);
  return passage;
};

describe('the flight from the field into the universe', () => {
  it('begins exactly where the field stands on the screen and ends exactly in the universe', () => {
    const passage = created();
    go(passage, 0);
    passage.go(frame, () => 1);
    const { frame: place } = layoutField(info.layout, 12, 'couplings').sheets[0];
    const seen = padNow()?.projector;
    expect(seen).toBeDefined();
    if (seen === undefined) return;
    for (const column of [0, 3.5, 11]) {
      const out = Float64Array.of(123, 45);
      // The first drawing has taken one step of at most 0.12 s: what is left of the field is 1 − out.
      passage.towards(column, 0, 0, out);
      const pixel = new Float32Array(3);
      project(seen, place.origin[0] + place.step[0] * column, place.level, place.origin[1], pixel);
      const part = 1 - passage.out;
      expect(part).toBeGreaterThan(0.9);
      // Both panes' corners are between them: (700 − 60, 40 − 10).
      expect(out[0]).toBeCloseTo(part * (pixel[0] + 640) + (1 - part) * 123, 3);
      expect(out[1]).toBeCloseTo(part * (pixel[1] + 30) + (1 - part) * 45, 3);
    }
    while (go(passage, 0.016));
    expect(passage.out).toBe(1);
    const out = Float64Array.of(123, 45);
    passage.towards(3, 0, 1, out);
    expect([...out]).toEqual([123, 45]);
  });

  it('turned round on its way it goes back from where it is, to the field itself', () => {
    const passage = created();
    for (let i = 0; i < 20; i++) go(passage, 0.016);
    const there = passage.out;
    expect(there).toBeGreaterThan(0);
    expect(there).toBeLessThan(1);
    leaving = true;
    go(passage, 0.016);
    expect(passage.out).toBeLessThan(there);
    expect(there - passage.out).toBeLessThan(0.05);
    while (go(passage, 0.016));
    expect(passage.out).toBe(0);
    leaving = false;
    go(passage, 0.016);
    expect(passage.out).toBeGreaterThan(0);
    expect(passage.out).toBeLessThan(0.05);
  });

  it('where no field is on the screen, or nothing flies, it is out at once; back it waits for the field', () => {
    leavePad(field);
    const alone = created();
    expect(go(alone, 0.016)).toBe(false);
    expect(alone.out).toBe(1);
    leaving = true;
    go(alone, 0.1);
    expect(alone.out).toBe(1);
    standOn(createProjector(), field);
    go(alone, 0.1);
    expect(alone.out).toBeLessThan(1);
    flies = false;
    const still = created();
    go(still, 0.1);
    expect(still.out).toBe(1);
  });
});
