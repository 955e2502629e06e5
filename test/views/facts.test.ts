import { describe, expect, it } from 'vitest';
import { neuronRoles } from '../../src/physics/types.ts';
import { columnAt, sitesOf, spaceOf } from '../../src/views/lattice.ts';
import { siteIndex, symbolOf, weightWords } from '../../src/views/names.ts';
import { NEURON_ROLES } from '../../src/views/roles.ts';
import { sameGeometry } from '../../src/views/sameGeometry.ts';
import { isTestQuality } from '../../src/store/quality/index.ts';
import { runInfoOf } from './runInfo.ts';

describe('facts of a run in the pictures', () => {
  it('roles: the list is the one by which layouts count', () => {
    expect(NEURON_ROLES).toEqual(neuronRoles);
  });

  it('space: rings roll, open chains lie flat, sheets are planes', () => {
    const space = (...[kind, settings]: Parameters<typeof runInfoOf>) =>
      spaceOf(runInfoOf(kind, settings).layout);
    expect(space('ring-shared', { N: 6 })).toBe('ring');
    expect(space('linear-neuron', { N: 6 })).toBe('ring');
    expect(space('linear-neuron', { N: 3, bonds: [[0, 1]] })).toBe('strip');
    expect(space('torus-shared', { rows: 3, columns: 3 })).toBe('plane');
    expect(space('dense', { sizes: [2, 1] })).toBe('plane');
  });

  it('geometry: a copy of the same run is the same drawing, another size, bond or track is not', () => {
    const ring = runInfoOf('ring-shared', { N: 6 });
    expect(sameGeometry(ring, structuredClone(ring))).toBe(true);
    expect(sameGeometry(ring, runInfoOf('ring-shared', { N: 7 }))).toBe(false);
    expect(sameGeometry(ring, runInfoOf('ring-shared', { N: 6 }, ['second', 'ghost']))).toBe(false);
    const bonded = runInfoOf('linear-neuron', { N: 4, bonds: [[0, 1]] });
    expect(sameGeometry(bonded, runInfoOf('linear-neuron', { N: 4, bonds: [[0, 2]] }))).toBe(false);
  });

  it('names: raised numbers are told from the letter, sites are numbered by row and column on sheets', () => {
    expect(symbolOf('W\u207d\u00b9\u207e')).toEqual({ symbol: 'W', sup: '1' });
    expect(symbolOf('W\u00b2')).toEqual({ symbol: 'W', sup: '2' });
    expect(symbolOf('w')).toEqual({ symbol: 'w' });
    const { layout, tracks } = runInfoOf('torus-shared', { rows: 3, columns: 4 });
    const sites = sitesOf(layout.sheets, tracks[0].weightCount);
    expect(siteIndex(layout.sheets, sites, 7)).toBe('1, 3');
    expect(weightWords(layout.sheets, sites, 7)).toBe('w 1, 3');
    expect(columnAt({ ...layout.sheets[0], offset: 0.5, pitch: 2 }, 3)).toBe(6.5);
  });

  it('quality=test is asked for by the address alone', () => {
    expect(isTestQuality('?quality=test')).toBe(true);
    expect(isTestQuality('?quality=high')).toBe(false);
  });
});
