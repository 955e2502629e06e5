import { describe, expect, it } from 'vitest';
import { nearestName } from '../../src/ui/files/nearest.ts';
import { askedScenario } from '../../src/ui/files/shipped.ts';
import { shipped } from '../helpers/shipped.ts';

const ids = Object.keys(shipped);

describe('nearest name: what a cut or misspelt link most likely means', () => {
  it.each([
    ['torus-wa', 'torus-wave'],
    ['torus wave', 'torus-wave'],
    ['Torus-Wave', 'torus-wave'],
    ['ring-waev', 'ring-wave'],
    ['rng-wave', 'ring-wave'],
  ])('%s is %s', (written, meant) => {
    expect(nearestName(written, ids)).toBe(meant);
  });

  it.each(['index', 'x', '', '?'])('%s is near to none', (written) => {
    expect(nearestName(written, ids)).toBeNull();
  });

  it('nine thousand letters are near to none', () => {
    expect(nearestName('a'.repeat(9000), ids)).toBeNull();
  });
});

describe('?scenario= of an address', () => {
  it('is read as it stands', () => {
    expect(askedScenario('?quality=test&scenario=xor')).toEqual({ id: 'xor', odd: null });
    expect(askedScenario('?quality=test')).toEqual({ id: null, odd: null });
  });

  it.each(['?Scenario=xor', '?scenarios=xor', '?senario=xor', '?SCENARIO=xor'])(
    '%s is read and told',
    (search) => {
      const { id, odd } = askedScenario(search);
      expect(id).toBe('xor');
      expect(odd?.expected).toContain('read as ?scenario=xor');
    },
  );

  it('twice: the first is opened and told; the same twice is once', () => {
    const twice = askedScenario('?scenario=xor&scenario=ring-wave');
    expect(twice.id).toBe('xor');
    expect(twice.odd?.expected).toContain('the first, xor');
    expect(askedScenario('?scenario=xor&scenario=xor').odd).toBeNull();
  });

  it('an eight-thousand-letter name is told in forty', () => {
    expect(askedScenario(`?Scenario=${'a'.repeat(8000)}`).odd?.expected.length).toBeLessThan(140);
  });
});
