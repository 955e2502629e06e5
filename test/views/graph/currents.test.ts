import { describe, expect, it } from 'vitest';
import { layoutGraph } from '../../../src/views/graph/layout.ts';
import { formatSigned } from '../../../src/messages/format.ts';
import { namesWithin, radiusOf, widthOf } from '../../../src/views/graph/currents/draw.ts';
import { railOf } from '../../../src/views/graph/currents/rail.ts';
import { runInfoOf } from '../runInfo.ts';

const denseInfo = runInfoOf('dense', { sizes: [2, 4, 3, 1] });
const ringInfo = runInfoOf('deep-ring', { N: 6, depth: 2, reach: 1, biases: true });

describe('currents of energy in the network', () => {
  it('run under a flat network: level m at the column of layer m, below every neuron, the last beyond the outputs', () => {
    const graph = layoutGraph(denseInfo.layout, false, 1000);
    const { depth, levels, outline } = railOf(denseInfo.layout, graph);
    expect(depth).toBe(3);
    const lowest = Math.min(...Array.from(graph.radius, (_, n) => graph.neurons[3 * n + 1]));
    const { neurons } = denseInfo.layout;
    for (let n = 0; n < neurons.count; n++) {
      const m = neurons.layer[n];
      expect(levels[3 * m]).toBe(graph.neurons[3 * n]);
      expect(levels[3 * m + 1]).toBeLessThan(lowest - 0.2);
    }
    expect(levels[12]).toBeGreaterThan(levels[9]);
    // What has to be seen at home holds the line and the numbers under it.
    expect(outline.length).toBe(2 * levels.length);
    expect(outline[levels.length + 1]).toBeLessThan(levels[1]);
  });

  it('run up the axis of a ring: levels at the heights of their layers', () => {
    const graph = layoutGraph(ringInfo.layout, false, 1000);
    const { depth, levels } = railOf(ringInfo.layout, graph);
    expect(depth).toBe(2);
    for (let m = 0; m <= depth; m++) {
      expect([levels[3 * m], levels[3 * m + 2]]).toEqual([0, -1]);
      expect(levels[3 * m + 1]).toBe(graph.neurons[3 * 6 * m + 1]);
    }
  });

  it('width by the logarithm of the power, the same either way; the area of a disc as the energy', () => {
    expect(widthOf(-3, 3)).toBe(15);
    expect(widthOf(0, 3)).toBe(1.5);
    expect(widthOf(0.03, 3)).toBe(widthOf(-0.03, 3));
    expect(widthOf(0.3, 3) - widthOf(0.03, 3)).toBeCloseTo(widthOf(3, 3) - widthOf(0.3, 3), 0);
    const area = (energy: number): number => (radiusOf(energy, 4) - radiusOf(0, 4)) ** 2;
    expect(area(4) / area(1)).toBeCloseTo(4, 12);
    expect(radiusOf(0, 0)).toBe(2.5);
  });
});

describe('names of currents', () => {
  /** Ten pixels a letter. */
  const within = (room: number) =>
    namesWithin(
      Float64Array.of(0, 0.0742, -1.57),
      (value, m, digits) => `P${m} ${formatSigned(value, digits)}`,
      (words) => 10 * words.length,
      room,
    );

  it('have three digits where there is room from one to the next, else two or one; then none', () => {
    expect(within(Infinity)).toEqual(['P0 0.00', 'P1 +0.0742', 'P2 −1.57']);
    expect(within(105)).toEqual(within(Infinity));
    expect(within(104)).toEqual(['P0 0.0', 'P1 +0.074', 'P2 −1.6']);
    expect(within(94)?.[1]).toBe('P1 +0.07');
    expect(within(84)).toBeNull();
  });
});
