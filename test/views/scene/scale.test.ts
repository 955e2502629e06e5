import { describe, expect, it } from 'vitest';
import { SCALAR } from '../../../src/engine/frame.ts';
import { nextMagnified } from '../../../src/store/viewSlice.ts';
import { layoutField } from '../../../src/views/field/layout.ts';
import { planOfAll } from '../../../src/views/field/plan.ts';
import { heightOf, type FieldState } from '../../../src/views/field/state.ts';
import { CUT, divisorOf, heightIn, limitOf } from '../../../src/views/scene/scale.ts';
import { relativeLimit } from '../../../src/views/universe/limit.ts';
import { FakeHost } from '../../helpers/host.ts';
import { documentOf } from '../../helpers/run.ts';

describe('scales of pictures', () => {
  it('the limit is the largest of the run so far over the factor of magnification', () => {
    expect(limitOf(0.5, 1)).toBe(0.5);
    expect(limitOf(0.5, 100)).toBe(0.005);
    expect(limitOf(0, 10)).toBe(0);
    expect(limitOf(NaN, 1)).toBe(0);
    expect(divisorOf(limitOf(0, 1))).toBe(1);
  });

  it('height is in proportion to the value up to the cut; what is no number has none', () => {
    expect(heightIn(0.25, 0.5)).toBe(0.5);
    expect(heightIn(-0.5, 0.5)).toBe(-1);
    expect(heightIn(7, 0.5)).toBe(CUT);
    expect(heightIn(NaN, 0.5)).toBe(0);
    expect(heightIn(0.1, 0)).toBe(0);
  });

  it('magnifying: 10, 100, 1000, 10 000, and back to 1', () => {
    const factors = [1];
    while (factors.length < 6) factors.push(nextMagnified(factors[factors.length - 1]));
    expect(factors).toEqual([1, 10, 100, 1000, 10_000, 1]);
  });

  it('the universe: its limit holds the run’s largest a^{d/2} w, and a drawing that exceeds it', () => {
    expect(relativeLimit(Math.log(6), { limit: Math.log(2), amplitude: 1 })).toBeCloseTo(3, 12);
    expect(relativeLimit(0, { limit: Math.log(2), amplitude: 1 })).toBe(1);
    expect(relativeLimit(-Infinity, { limit: 0, amplitude: 0 })).toBe(0);
    // After 1600 e-folds, where the numbers themselves are beyond all others.
    expect(relativeLimit(800, { limit: 799, amplitude: 1 })).toBeCloseTo(Math.E, 12);
  });
});

describe('a damped wave', () => {
  const sections = {
    system: { kind: 'ring-shared', N: 24 },
    data: { kind: 'uniform-bonds', K: 1, J: 0.4 },
    initial: { kind: 'bump', center: 12, width: 3, amplitude: 0.8 },
    dynamics: { kind: 'second-order', dt: 0.0625 },
    expansion: { kind: 'de-sitter', gamma: 0.4 },
  };

  /** Largest drawn height of the field, in its own units of height, and the limit, as the run goes on. */
  function drawn(steps: readonly number[], magnified = 1) {
    const host = new FakeHost();
    host.send({ type: 'open', run: 1, document: documentOf(sections) });
    const { info } = host.messages('ready')[0];
    const plan = planOfAll(info);
    const geometry = layoutField(info.layout, info.tracks[0].weightCount, 'couplings');
    return steps.map((step) => {
      host.send({ type: 'seek', run: 1, step });
      host.turn();
      const frame = host.lastFrame();
      const limit = limitOf(plan.peak(frame), magnified);
      const state = { values: [plan.lines[0].read(frame)], limit } as unknown as FieldState;
      const heights = Array.from(state.values[0] ?? [], (_, weight) =>
        Math.abs(heightOf(geometry, state, weight, 0) - geometry.sites[3 * weight + 1]),
      );
      const size = frame.tracks[0].scalars[SCALAR.amplitude];
      return { limit, height: Math.max(...heights) / geometry.lifts[0], size };
    });
  }

  it('its drawn height falls in proportion to w, and its limit stays', () => {
    for (const { limit, height, size } of drawn([0, 80, 160, 320, 640])) {
      expect(limit).toBeCloseTo(0.8, 6);
      expect(height).toBeCloseTo(size / 0.8, 6);
    }
    const [first, last] = drawn([0, 320]);
    expect(last.height).toBeLessThan(0.05 * first.height);
  });

  it('wound back it stands where it stood; magnified ten times it is ten times as high', () => {
    const there = drawn([0, 320, 80])[2];
    const [first, again] = drawn([0, 80]);
    expect(again).toEqual(there);
    expect(first.height).toBeCloseTo(1, 6);
    const [, plain] = drawn([0, 320]);
    const [cut, large] = drawn([0, 320], 10);
    expect(large.height).toBeCloseTo(10 * plain.height, 5);
    expect(cut.height).toBeCloseTo(CUT, 6);
  });
});
