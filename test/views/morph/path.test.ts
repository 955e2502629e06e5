import { describe, expect, it } from 'vitest';
import { layoutField } from '../../../src/views/field/layout.ts';
import { layoutGraph } from '../../../src/views/graph/layout.ts';
import { leavesOf, neuronLeaves, wavesOf } from '../../../src/views/morph/path.ts';
import { countsOf } from '../../../src/views/morph/spec.ts';
import { flownAt, WAVE } from '../../../src/views/scene/flight.ts';
import { pictured, runInfoOf } from '../runInfo.ts';

describe('the flight of a synapse', () => {
  it('at m = 0 nothing has left and at m = 1 all has arrived, exactly, whenever it leaves', () => {
    for (let u = 0; u <= 1; u += 1 / 64) {
      expect(flownAt(0, u)).toBe(0);
      expect(flownAt(1, u)).toBe(1);
    }
  });

  it('never goes back, and what leaves earlier is never behind', () => {
    for (let m = 0; m <= 1; m += 1 / 50) {
      for (let u = 0; u < 1; u += 1 / 50) {
        expect(flownAt(m + 0.02, u)).toBeGreaterThanOrEqual(flownAt(m, u));
        expect(flownAt(m, u + 0.02)).toBeLessThanOrEqual(flownAt(m, u));
      }
    }
  });

  it('is continuous with its speed: a step of 1e-4 moves nothing by more than 1.5 (1 + W)/W of it', () => {
    const most = ((1.5 * (1 + WAVE)) / WAVE) * 1e-4 * 1.001;
    for (let m = 0; m < 1; m += 1e-4) {
      expect(Math.abs(flownAt(m + 1e-4, 0.4) - flownAt(m, 0.4))).toBeLessThanOrEqual(most);
    }
    // It leaves and arrives at rest: close to both ends it has moved by the square of the distance.
    const leaves = 0.4 / (1 + WAVE);
    const arrives = (0.4 + WAVE) / (1 + WAVE);
    expect(flownAt(leaves + 1e-3, 0.4)).toBeLessThan(1e-4);
    expect(1 - flownAt(arrives - 1e-3, 0.4)).toBeLessThan(1e-4);
  });

  it('half way a third has arrived, a third flies, a third has not left', () => {
    const leaves = Float32Array.from({ length: 300 }, (_, i) => (i + 0.5) / 300);
    expect(countsOf(leaves, 0.5)).toEqual({ arrived: 100, flying: 100, wired: 100 });
    expect(countsOf(leaves, 0)).toEqual({ arrived: 0, flying: 0, wired: 300 });
    expect(countsOf(leaves, 1)).toEqual({ arrived: 300, flying: 0, wired: 0 });
  });
});

describe('when each synapse leaves', () => {
  for (const [name, kind, settings] of pictured) {
    const info = runInfoOf(kind, settings);
    const { layout } = info;
    const { weightCount } = info.tracks[0];
    const geometry = layoutField(layout, weightCount, null);
    const leaves = leavesOf(layout, geometry, weightCount);

    it(`${name}: every weight between 0 and 1, the first before 1/2 and the last after it`, () => {
      for (const u of leaves) {
        expect(u).toBeGreaterThanOrEqual(0);
        expect(u).toBeLessThanOrEqual(1);
      }
      expect(Math.min(...leaves)).toBeLessThan(0.5);
      expect(Math.max(...leaves)).toBeGreaterThan(0.5);
    });

    it(`${name}: a sheet's wave is that of its sites, to 1e-6`, () => {
      const waves = wavesOf(layout, geometry);
      geometry.sheets.forEach(({ sheet }, index) => {
        const [start, column, row] = waves[index];
        sheet.weight.forEach((weight, site) => {
          if (weight < 0) return;
          const u = start + column * (site % sheet.columns) + row * Math.floor(site / sheet.columns);
          expect(leaves[weight]).toBeCloseTo(Math.min(1, Math.max(0, u)), 6);
        });
      });
    });

    it(`${name}: a neuron is left alone with the last of its wires, never before`, () => {
      const neurons = neuronLeaves(layout, leaves);
      for (let synapse = 0; synapse < layout.synapses.count; synapse++) {
        const u = leaves[layout.synapses.weight[synapse]];
        expect(neurons[layout.synapses.from[synapse]]).toBeGreaterThanOrEqual(u);
        expect(neurons[layout.synapses.to[synapse]]).toBeGreaterThanOrEqual(u);
      }
    });
  }

  it('on a ring the wave runs with the angle of the sites, and every wire is near its own site', () => {
    const info = runInfoOf('ring-two-layer', { N: 12 });
    const { weightCount } = info.tracks[0];
    const { sites } = layoutField(info.layout, weightCount, null);
    const leaves = leavesOf(info.layout, layoutField(info.layout, weightCount, null), weightCount);
    const turn = 2 * Math.PI;
    for (let weight = 0; weight < weightCount; weight++) {
      expect(leaves[weight]).toBeCloseTo(Math.min(1, Math.max(0, sites[3 * weight] / turn + 0.5)), 6);
    }
    const { wires } = layoutGraph(info.layout, false, 1e6);
    for (let wire = 0; wire < wires.count; wire++) {
      const middle = (wires.from[3 * wire] + wires.to[3 * wire]) / 2;
      const gap = middle - sites[3 * wires.data[4 * wire]];
      expect(Math.abs(gap - turn * Math.round(gap / turn))).toBeLessThan(turn / 12);
    }
  });
});
