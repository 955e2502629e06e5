import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import {
  fromSlider,
  niceStep,
  sliderRange,
  steppedWhole,
  toSlider,
  type SliderScale,
} from '../../src/ui/controls/scale.ts';

const linear: SliderScale = { kind: 'linear', min: -2, max: 2, step: 0.02, whole: false };
const log: SliderScale = { kind: 'log', min: 1e-3, max: 30, step: 0, whole: false };
const whole: SliderScale = { kind: 'log', min: 3, max: 512, step: 1, whole: true };

describe('slider scales', () => {
  it.each([linear, log, whole])('ends: both are reached exactly on $kind scales', (scale) => {
    const { min, max } = sliderRange(scale);
    expect(fromSlider(scale, min)).toBe(scale.min);
    expect(fromSlider(scale, max)).toBe(scale.max);
  });
  it('logarithmic: half way between the ends is their geometric mean, to three digits', () => {
    const { min, max } = sliderRange(log);
    expect(fromSlider(log, (min + max) / 2)).toBe(0.173);
  });
  it('logarithmic: a value with three digits survives the slider', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 30, noNaN: true }), (value) => {
        const rounded = Number(value.toPrecision(3));
        expect(fromSlider(log, toSlider(log, rounded))).toBe(rounded);
      }),
    );
  });
  it('whole numbers: positions between give whole numbers', () => {
    expect(Number.isInteger(fromSlider(whole, 1.2345))).toBe(true);
  });
  it('whole numbers by keys: every press leaves the number, by a hundredth of a decade or by one, within the ends', () => {
    const from = (value: number, steps: number): number => steppedWhole(whole, value, steps);
    expect([from(3, 1), from(4, -1), from(12, 1), from(300, 1), from(300, -10)]).toEqual([
      4, 3, 13, 307, 238,
    ]);
    expect([from(3, -1), from(512, 10)]).toEqual([3, 512]);
    // Typed beyond the slider's end.
    expect([from(1000, 1), from(1000, -1)]).toEqual([1000, 977]);
    for (let n = 3; n < 512; n++) {
      expect(from(n, 1)).toBeGreaterThan(n);
      expect(from(n + 1, -1)).toBeLessThan(n + 1);
      expect(from(n, 10)).toBeGreaterThan(n);
    }
  });
  it('linear: round-off of added steps is taken away', () => {
    expect(fromSlider(linear, 0.1 + 0.2)).toBe(0.3);
  });
  it('outside: values beyond the ends are held at them', () => {
    expect(toSlider(linear, 5)).toBe(2);
    expect(toSlider(log, 0)).toBeCloseTo(-3, 12);
  });
  it('steps: about two hundred, each 1, 2 or 5 times a power of ten', () => {
    expect([niceStep(0, 1), niceStep(-2, 2), niceStep(0, 4)]).toEqual([0.005, 0.02, 0.02]);
  });
});
