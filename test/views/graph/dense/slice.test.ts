import { describe, expect, it } from 'vitest';
import { along, placesOf, sidesOf, sliceOf, ticksOf } from '../../../../src/views/graph/dense/slice.ts';
import { coloursOf, rightCount, taskOf } from '../../../../src/views/graph/dense/task.ts';
import { drawnAsFunction, layoutGraph } from '../../../../src/views/graph/layout.ts';
import { runInfoOf } from '../../runInfo.ts';

const data = {
  inputCount: 3,
  sampleCount: 2,
  inputs: Float64Array.from([0, 5, -1, 2, 7, 1]),
  testInputs: Float64Array.from([4, 6, 0]),
};

describe('a slice of the inputs', () => {
  it('varies the chosen inputs over the data with room, and holds the rest as in the sample', () => {
    const slice = sliceOf(data, [2, 0], 1);
    expect(slice.spans[0]).toEqual({ min: -1.24, max: 1.24 });
    expect(slice.spans[1]).toEqual({ min: -0.48, max: 4.48 });
    const places = placesOf(slice, 4);
    expect(places.length).toBe(3 * 16);
    for (let place = 0; place < 16; place++) {
      expect(places[3 * place + 1]).toBe(7);
      expect(places[3 * place + 2]).toBeCloseTo(-1.24 + (2.48 * ((place % 4) + 0.5)) / 4, 12);
      expect(places[3 * place]).toBeCloseTo(-0.48 + (4.96 * (Math.floor(place / 4) + 0.5)) / 4, 12);
    }
  });

  it('of one input is a line with its ends', () => {
    const one = {
      inputCount: 1,
      sampleCount: 2,
      inputs: Float64Array.from([-1, 1]),
      testInputs: new Float64Array(0),
    };
    const places = placesOf(sliceOf(one, [0], 0), 5);
    expect([...places].map((x) => Number(x.toFixed(12)))).toEqual([-1.24, -0.62, 0, 0.62, 1.24]);
  });

  it('wide networks and slow devices look less closely, and never at more numbers than they may', () => {
    for (const triangles of [240_000, 60_000, 20_000]) {
      for (const neurons of [6, 40, 130, 600]) {
        for (const weights of [50, 5000, 20_000]) {
          const { tile, plot } = sidesOf(2, { neurons, weights }, triangles);
          expect(tile === 12 || tile * tile * neurons <= triangles).toBe(true);
          expect(weights * (tile * tile + plot * plot)).toBeLessThanOrEqual(6e6);
          expect(tile).toBeLessThanOrEqual(48);
          expect(plot).toBeLessThanOrEqual(96);
        }
      }
    }
  });

  it('has at most three round numbers on an axis, within it', () => {
    expect(ticksOf({ min: -1.12, max: 1.12 })).toEqual([-1, 0, 1]);
    for (const span of [
      { min: 0.2, max: 0.81 },
      { min: -3, max: 40 },
    ]) {
      const ticks = ticksOf(span);
      expect(ticks.length).toBeLessThanOrEqual(3);
      for (const tick of ticks) expect(Math.abs(along(span, tick))).toBeLessThanOrEqual(1);
    }
  });
});

describe('what outputs are to be', () => {
  const signs = { targets: Float64Array.from([1, -1, 1]), outputCount: 1 };
  const bits = { targets: Float64Array.from([1, 0, 1]), outputCount: 1 };
  const outputs = (values: readonly number[]) => ({
    between: new Float32Array(0),
    outputs: Float64Array.from(values),
  });

  it('samples are right on their side of the line, and on it they are not', () => {
    expect(rightCount(taskOf(signs, 0), signs, outputs([0.1, -2, -0.1]), false)).toBe(2);
    expect(rightCount(taskOf(signs, 0), signs, outputs([0, -2, 5]), false)).toBe(2);
    expect(rightCount(taskOf(bits, 0), bits, outputs([0.6, 0.4, 0.4]), false)).toBe(2);
    // Logits part at 0.
    expect(rightCount(taskOf(bits, 0), bits, outputs([0.4, -0.1, 0.4]), true)).toBe(3);
  });

  it('of numbers to be met, or of a track with other samples, nothing is counted', () => {
    const numbers = { targets: Float64Array.from([0.3, 0.7]), outputCount: 1 };
    expect(rightCount(taskOf(numbers, 0), numbers, outputs([0.3, 0.7]), false)).toBeNull();
    expect(rightCount(taskOf(signs, 0), signs, outputs([1]), false)).toBeNull();
  });

  it('colours have their middle at the line of classes: 0, a half, and 0 again of logits', () => {
    expect(coloursOf(taskOf(signs, 0), false)).toMatchObject({ centre: 0, half: 1, level: 0 });
    expect(coloursOf(taskOf(bits, 0), false)).toMatchObject({ centre: 0.5, half: 0.5, level: 0.5 });
    expect(coloursOf(taskOf(bits, 0), true)).toMatchObject({ centre: 0, level: 0 });
  });
});

describe('layout of a network as a function', () => {
  it('one or two inputs leave room for what it answers, to the right of all neurons; more do not unless asked', () => {
    for (const sizes of [
      [1, 16, 1],
      [2, 8, 8, 1],
      [2, 1],
      [2, 64, 3],
    ]) {
      const { neurons, plot, tile, home } = layoutGraph(runInfoOf('dense', { sizes }).layout, false, 1e6);
      expect(plot).not.toBeNull();
      if (plot === null) return;
      for (let at = 0; at < neurons.length; at += 3) {
        expect(neurons[at] + tile).toBeLessThan(plot.x - plot.half);
        expect(Math.abs(neurons[at]) + tile).toBeLessThan(1.3 * home(false).halfWidth);
      }
    }
    const { layout } = runInfoOf('dense', { sizes: [3, 4, 1] });
    expect(layoutGraph(layout, false, 1e6).plot).toBeNull();
    expect(layoutGraph(layout, false, 1e6, true).plot).not.toBeNull();
    expect(drawnAsFunction(layout)).toEqual({ able: true, asked: false });
    // Too many weights to be asked for a map.
    expect(drawnAsFunction(runInfoOf('dense', { sizes: [2, 150, 150, 1] }).layout)).toEqual({
      able: false,
      asked: false,
    });
  });

  it('tiles of neighbours leave each other free', () => {
    for (const width of [3, 8, 14, 40]) {
      const { neurons, tile } = layoutGraph(runInfoOf('dense', { sizes: [2, width, 1] }).layout, false, 1e6);
      // Hidden neurons come after two inputs and a bias.
      const apart = neurons[3 * 3 + 1] - neurons[3 * 4 + 1];
      expect(2 * tile).toBeLessThan(0.8 * apart);
    }
  });
});
