import { describe, expect, it } from 'vitest';
import { searchPalette, type PaletteItem } from '../../src/ui/dialogs/paletteSearch.ts';

const item = (kind: PaletteItem['kind'], label: string, keywords = ''): PaletteItem => ({
  id: `${kind}.${label}`,
  kind,
  label,
  hint: '',
  keywords,
});
const items = [
  item('command', 'Step back', 'step-back'),
  item('command', 'Step', 'step'),
  item('command', 'Reset', 'reset'),
  item('parameter', 'time step', 'Δt dynamics.dt Dynamics'),
  item('parameter', 'friction', 'γ expansion.gamma Expansion'),
  item('scenario', 'Underdamped: the field rings', 'underdamped A plane wave'),
  item('scenario', 'Fitting a sine', 'sine'),
];
const found = (query: string): readonly string[] => searchPalette(items, query).map(({ label }) => label);

describe('palette search', () => {
  it('empty: everything, as listed', () => {
    expect(searchPalette(items, '  ')).toBe(items);
  });
  it('"step": the command of that very name first, then names that begin so, then words within', () => {
    expect(found('step')).toEqual(['Step', 'Step back', 'time step']);
  });
  it('symbols and paths: γ and gamma find friction, dt the time step', () => {
    expect(found('γ')).toEqual(['friction']);
    expect(found('GAMMA')).toEqual(['friction']);
    expect(found('dynamics.dt')).toEqual(['time step']);
  });
  it('several words: all must be found, in any order', () => {
    expect(found('rings field')).toEqual(['Underdamped: the field rings']);
    expect(found('step rings')).toEqual([]);
  });
  it('accents do not matter', () => {
    expect(found('fríction')).toEqual(['friction']);
  });
  it('nothing fits: nothing is found', () => {
    expect(found('zebra')).toEqual([]);
  });
});
