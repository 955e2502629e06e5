import { describe, expect, it } from 'vitest';
import { addedSample, movedSample, removedSample } from '../../../src/scenario/samples.ts';
import {
  classOf,
  classTargets,
  nearestSample,
  placeOf,
  sampleAt,
  type Plane,
} from '../../../src/views/charts/learned/hand.ts';

const box = { left: 40, top: 20, width: 200, height: 100 };
const map: Plane = { box, x: { min: -1, max: 1 }, y: { min: 0, max: 4 }, curve: false };
const curve: Plane = { ...map, curve: true };
const samples = {
  X: [
    [0, 2],
    [1, 4],
  ],
  Y: [[-1], [1]],
};

describe('samples under a hand', () => {
  it('a map has two inputs for axes, a curve one input and its target', () => {
    expect(placeOf(map, [0, 3], [-1])).toEqual({ x: 140, y: 45 });
    expect(placeOf(curve, [0.5], [1])).toEqual({ x: 190, y: 95 });
    expect(sampleAt(map, { x: 140, y: 45 }, [9, 9], [-1])).toEqual({ x: [0, 3], y: [-1] });
    expect(sampleAt(curve, { x: 190, y: 95 }, [9], [9, 7])).toEqual({ x: [0.5], y: [1, 7] });
  });

  it('what a hand places is within the picture, of few digits, and nearer than half a pixel', () => {
    expect(sampleAt(map, { x: -500, y: 900 }, [0, 0], [1]).x).toEqual([-1, 0]);
    for (const at of [41.3, 77.77, 201.1]) {
      const { x } = sampleAt(map, { x: at, y: 50 }, [0, 0], [1]);
      expect(Math.abs(placeOf(map, x, [1]).x - at)).toBeLessThan(0.5);
      expect(String(x[0]).length).toBeLessThan(7);
    }
  });

  it('a press takes the nearest sample within its reach, else none', () => {
    expect(nearestSample(map, samples, { x: 145, y: 72 }, 10)).toBe(0);
    expect(nearestSample(map, samples, { x: 238, y: 21 }, 10)).toBe(1);
    expect(nearestSample(map, samples, { x: 60, y: 100 }, 10)).toBe(-1);
    expect(nearestSample(map, samples, { x: 60, y: 100 }, Infinity)).toBe(0);
  });

  it('classes are those of the targets: −1 and 1, 0 and 1, one of several; numbers have none', () => {
    const targets = (values: number[], outputCount: number) =>
      classTargets({ targets: Float64Array.from(values), outputCount });
    expect(targets([-1, 1, 1], 1)).toEqual([[-1], [1]]);
    expect(targets([0, 1, 1], 1)).toEqual([[0], [1]]);
    expect(targets([0, 1, 1, 0], 2)).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect(targets([-1, 1, 1, -1], 2)).toEqual([
      [1, -1],
      [-1, 1],
    ]);
    expect(targets([0.5, 1, 2], 1)).toEqual([]);
    expect(classOf([[-1], [1]], [1])).toBe(1);
    expect(classOf([[-1], [1]], [0.5])).toBe(-1);
  });

  it('one sample moves, comes or goes; the others and the test samples stay, and the last one too', () => {
    const test = { X: [[5, 5]], Y: [[1]] };
    const all = { ...samples, test };
    expect(movedSample(all, 1, [3, 3], [0])).toEqual({
      X: [
        [0, 2],
        [3, 3],
      ],
      Y: [[-1], [0]],
      test,
    });
    expect(addedSample(all, [3, 3], [0])).toEqual({ X: [...samples.X, [3, 3]], Y: [[-1], [1], [0]], test });
    const one = removedSample(all, 0);
    expect(one).toEqual({ X: [[1, 4]], Y: [[1]], test });
    expect(removedSample(one, 0)).toEqual(one);
  });
});
