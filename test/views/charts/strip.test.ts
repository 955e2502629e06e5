import { describe, expect, it } from 'vitest';
import {
  addColumn,
  createStrip,
  largestOf,
  STRIP_COLUMNS,
  stripRaster,
} from '../../../src/views/charts/spaceTime/strip.ts';
import { paintRaster } from '../../../src/views/charts/raster.ts';
import { rowWeights } from '../../../src/views/charts/spaceTime/source.ts';
import { runInfoOf } from '../runInfo.ts';

describe('strip', () => {
  it('columns: one per spacing, gaps hold the value before them', () => {
    const strip = createStrip(2, 0, 0.1);
    addColumn(strip, 0, (site) => site);
    addColumn(strip, 0.3, (site) => 10 + site);
    expect(strip.filled).toBe(4);
    expect([...strip.values.subarray(0, 8)]).toEqual([0, 1, 0, 1, 0, 1, 10, 11]);
  });
  it('full: every second column goes, the spacing doubles, the start stays', () => {
    const strip = createStrip(1, 5, 1);
    for (let step = 0; step <= STRIP_COLUMNS; step++) addColumn(strip, 5 + step, () => step);
    expect(strip.spacing).toBe(2);
    expect(strip.filled).toBe(STRIP_COLUMNS / 2 + 1);
    for (let column = 0; column < strip.filled; column++) expect(strip.values[column]).toBe(2 * column);
  });
  it('wound back: what lies after is forgotten', () => {
    const strip = createStrip(1, 0, 1);
    for (let step = 0; step < 9; step++) addColumn(strip, step, () => 1);
    addColumn(strip, 3, () => -2);
    expect(strip.filled).toBe(4);
    expect(largestOf(strip)).toBe(2);
  });
  it('raster: sites upwards, time to the right, divided by the limit', () => {
    const strip = createStrip(2, 0, 1);
    addColumn(strip, 0, (site) => site);
    addColumn(strip, 1, (site) => 2 * site);
    expect([...stripRaster(strip, 2)]).toEqual([0, 0, 0.5, 1]);
  });
});

describe('row', () => {
  it('ring: every site; sheet: the row of the chosen weight, else the middle', () => {
    expect(rowWeights(runInfoOf('ring-shared', { N: 12 }), 3)).toHaveLength(12);
    const torus = runInfoOf('torus-shared', { rows: 4, columns: 6 });
    expect([...rowWeights(torus, 7)]).toEqual([6, 7, 8, 9, 10, 11]);
    expect([...rowWeights(torus, 99)]).toEqual([12, 13, 14, 15, 16, 17]);
  });
  it('several sheets: the row of the chosen weight on its own', () => {
    // Weight 3 (4 m + i) + k of a deep ring: component k, layer m, site i.
    const deep = runInfoOf('deep-ring', { N: 4, depth: 3, reach: 1 });
    expect([...rowWeights(deep, 3 * 6 + 2)]).toEqual([14, 17, 20, 23]);
    const second = runInfoOf('ring-two-layer', { N: 3 });
    expect([...rowWeights(second, 8)]).toEqual([6, 7, 8, 9, 10, 11]);
  });
});

describe('raster', () => {
  it('colours: −1 is the first of the map, 1 the last, the lowest row is drawn last, NaN is clear', () => {
    const ramp = new Uint8Array(1024);
    ramp.set([1, 2, 3, 255]);
    ramp.set([4, 5, 6, 255], 1020);
    const out = new Uint8ClampedArray(12);
    paintRaster({ columns: 1, rows: 3, values: Float32Array.of(-1, 1, NaN), smooth: false }, ramp, out);
    expect([...out]).toEqual([0, 0, 0, 0, 4, 5, 6, 255, 1, 2, 3, 255]);
  });
});
