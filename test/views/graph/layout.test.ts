import { describe, expect, it } from 'vitest';
import { layoutGraph } from '../../../src/views/graph/layout.ts';
import { strideOf } from '../../../src/views/graph/labels.ts';
import { graphSummary } from '../../../src/views/graph/spec.ts';
import { fitHome } from '../../../src/views/scene/fit.ts';
import { HOME_DISTANCE } from '../../../src/views/scene/home.ts';
import { place } from '../../../src/views/scene/place.ts';
import { frameOf, pictured, runInfoOf } from '../runInfo.ts';

const MANY = 1e6;
const point = (from: Float32Array, index: number): number[] => [...from.subarray(3 * index, 3 * index + 3)];

describe('network layout', () => {
  for (const [name, kind, settings] of pictured) {
    const { layout } = runInfoOf(kind, settings);

    it(`${name}: every neuron has a finite place of its own, to 1e-3`, () => {
      const { neurons } = layoutGraph(layout, false, MANY);
      const places = new Set<string>();
      for (let n = 0; n < layout.neurons.count; n++) {
        expect(point(neurons, n).every(Number.isFinite)).toBe(true);
        places.add(
          point(neurons, n)
            .map((v) => v.toFixed(3))
            .join(),
        );
      }
      expect(places.size).toBe(layout.neurons.count);
    });

    it(`${name}: a wire per synapse, carrying its weight and sign, ending at its neuron`, () => {
      for (const unrolled of [false, true]) {
        const { neurons, wires, space } = layoutGraph(layout, unrolled, MANY);
        expect(wires.count).toBe(layout.synapses.count);
        const curl = space === 'plane' ? -1 : unrolled || space === 'strip' ? 0 : 1;
        const [a, b] = [new Float32Array(3), new Float32Array(3)];
        for (let i = 0; i < wires.count; i++) {
          expect(wires.data[4 * i]).toBe(layout.synapses.weight[i]);
          expect(wires.data[4 * i + 1]).toBe(layout.synapses.sign[i]);
          place(wires.to[3 * i], wires.to[3 * i + 1], wires.to[3 * i + 2], curl, a);
          const to = layout.synapses.to[i];
          place(neurons[3 * to], neurons[3 * to + 1], neurons[3 * to + 2], curl, b);
          // Across the seam of the strip a wire ends one period beside its neuron.
          const apart = Math.abs(a[0] - b[0]);
          const period = curl === 0 ? 2 * Math.PI * 0.36 : 0;
          expect(Math.min(apart, Math.abs(apart - period))).toBeLessThan(1e-5);
          expect(Math.hypot(a[1] - b[1], a[2] - b[2])).toBeLessThan(1e-5);
        }
      }
    });

    it(`${name}: inputs lie below outputs (dense: to their left)`, () => {
      const { neurons, flat } = layoutGraph(layout, false, MANY);
      const axis = flat ? 0 : 1;
      for (let i = 0; i < layout.synapses.count; i++) {
        const from = neurons[3 * layout.synapses.from[i] + axis];
        expect(from).toBeLessThan(neurons[3 * layout.synapses.to[i] + axis]);
      }
    });
  }

  it('dense: the key leaves every wire free, not only the neurons that it joins', () => {
    const { layout } = runInfoOf('dense', { sizes: [2, 10, 10, 1] });
    const { wires, reach, home } = layoutGraph(layout, false, MANY);
    const [width, height] = [640, 488];
    const key = [24, 64, 224, 130];
    const fit = fitHome(home(false), -1, reach, { width, height }, Float32Array.from(key));
    const radius = height / 2 / (Math.tan(fit.fov / 2) * HOME_DISTANCE);
    for (let i = 0; i < wires.count; i++) {
      for (let part = 0; part <= 1; part += 0.05) {
        const smooth = part * part * (3 - 2 * part);
        const along = (axis: number, f: number): number =>
          wires.from[3 * i + axis] + f * (wires.to[3 * i + axis] - wires.from[3 * i + axis]);
        const x = width / 2 + fit.beside + radius * along(0, part);
        const y = height / 2 + fit.below - radius * along(1, smooth);
        expect(x < key[2] && y < key[3]).toBe(false);
      }
    }
  });

  it('rings: no wire goes further round than one and a half sites', () => {
    for (const kind of ['ring-shared', 'ring-perceptron', 'ring-two-layer'] as const) {
      const { layout } = runInfoOf(kind, { N: 9 });
      const { wires } = layoutGraph(layout, false, MANY);
      const site = (2 * Math.PI) / layout.sheets[0].columns;
      for (let i = 0; i < wires.count; i++) {
        expect(Math.abs(wires.to[3 * i] - wires.from[3 * i])).toBeLessThan(1.5 * site + 1e-6);
      }
    }
  });

  it('deep ring: stands round on depth + 1 levels, each wire as long as its neighbour is far', () => {
    const [N, depth, reach] = [9, 5, 2];
    const { layout } = runInfoOf('deep-ring', { N, depth, reach, biases: true });
    const { neurons, wires, space } = layoutGraph(layout, false, MANY);
    expect(space).toBe('ring');
    const level = (n: number): number => neurons[3 * n + 1];
    const gap = level(N) - level(0);
    for (let n = 0; n < (depth + 1) * N; n++) {
      expect(level(n)).toBeCloseTo(level(0) + gap * Math.floor(n / N), 6);
      expect(neurons[3 * n + 2]).toBe(0);
    }
    const site = (2 * Math.PI) / N;
    for (let i = 0; i < wires.count; i++) {
      const component = wires.data[4 * i] % (2 * reach + 2);
      const isBias = component > 2 * reach;
      // The wire from the neighbour at i + s goes back by s sites; a bias ends the wire beside it.
      const back = isBias ? 0 : reach - component;
      expect(wires.to[3 * i] - wires.from[3 * i]).toBeCloseTo(back * site, 5);
      expect(wires.to[3 * i + 1] - wires.from[3 * i + 1]).toBeLessThan(isBias ? 0.5 * gap : 1.001 * gap);
    }
  });

  it('scalar-field-1d: a spring per bond, between neighbours', () => {
    const { layout } = runInfoOf('scalar-field-1d', { N: 16 });
    const { springs } = layoutGraph(layout, false, MANY);
    expect(springs?.count).toBe(16);
    for (let b = 0; b < 16; b++) {
      expect((springs?.to[3 * b] ?? 0) - (springs?.from[3 * b] ?? 0)).toBeCloseTo((2 * Math.PI) / 16, 5);
    }
  });

  it('more wires than may be drawn: every k-th is, and never more than asked', () => {
    const { layout } = runInfoOf('ring-shared', { N: 100 });
    const { wires } = layoutGraph(layout, false, 60);
    expect(wires.count).toBe(50);
    expect(wires.data[4]).toBe(layout.synapses.weight[4]);
  });

  it('numbers: at most nine labels along a layer, at round steps', () => {
    expect([3, 9, 32, 96, 256, 1000].map(strideOf)).toEqual([1, 1, 4, 20, 40, 200]);
  });
});

describe('network in words', () => {
  it('deep ring: neurons, levels and weights', () => {
    const info = runInfoOf('deep-ring', { N: 6, depth: 4, reach: 1 });
    const words = graphSummary(info, frameOf(info, 0, new Float32Array(72)));
    expect(words).toMatch(/^6 neurons on 5 levels, 72 weights at t = 0/);
  });

  it('names the heaviest synapse, whatever its sign, with three digits', () => {
    const info = runInfoOf('ring-shared', { N: 4 });
    const words = graphSummary(info, frameOf(info, 6.4, [0.1, -0.25, 0.2, 0]));
    expect(words).toBe(
      '4 inputs, 4 outputs, 4 weights at t = 6.40: heaviest weight w 1 = \u22120.250; cost 0.00',
    );
  });
});
