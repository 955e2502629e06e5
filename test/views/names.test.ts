import { describe, expect, it } from 'vitest';
import { placeOf } from '../../src/ui/rails/synapsePlace.ts';
import { sitesOf, weightIn } from '../../src/views/lattice.ts';
import { symbolOf, weightParts, weightWords } from '../../src/views/names.ts';
import { runInfoOf } from './runInfo.ts';

describe('names of weights', () => {
  it('sheets: what is raised and what is lowered in their names', () => {
    expect(symbolOf('w')).toEqual({ symbol: 'w' });
    expect(symbolOf('W⁽¹²⁾')).toEqual({ symbol: 'W', sup: '12' });
    expect(symbolOf('W₋₁₀')).toEqual({ symbol: 'W', sub: '−10' });
    expect(symbolOf('W₀')).toEqual({ symbol: 'W', sub: '0' });
    expect(symbolOf('W₊₂')).toEqual({ symbol: 'W', sub: '+2' });
  });

  it('deep ring: component, layer, site, the same in pictures, words and the right rail', () => {
    const info = runInfoOf('deep-ring', { N: 5, depth: 3, reach: 1, biases: true });
    const { sheets } = info.layout;
    const sites = sitesOf(sheets, 60);
    // Layer 2, site 3: its four weights begin at 4 (2 · 5 + 3).
    expect(weightParts(sheets, sites, 52)).toEqual({ symbol: 'W', sub: '−1; 2, 3' });
    expect(weightWords(sheets, sites, 54)).toBe('W₊₁ 2, 3');
    expect(weightParts(sheets, sites, 55)).toEqual({ symbol: 'b', sub: '2, 3' });
    expect(placeOf(info, 52)).toBe('W₋₁: layer 2, site 3');
    expect(placeOf(info, 55)).toBe('b: layer 2, site 3');
    expect(placeOf(info, 60)).toBeNull();
    expect(placeOf(runInfoOf('dense', { sizes: [2, 3, 1] }), 0)).toBeNull();
  });

  it('a weight of a larger run is none of a smaller one', () => {
    const sites = sitesOf(runInfoOf('ring-shared', { N: 5 }).layout.sheets, 5);
    expect([-1, 0, 4, 5, 32].map((weight) => weightIn(sites, weight))).toEqual([-1, 0, 4, -1, -1]);
  });
});
