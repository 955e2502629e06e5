import { describe, expect, it } from 'vitest';
import '../../src/messages/late.ts';
import { currentScenario } from '../../src/scenario/patch.ts';
import { scaleWords, valueGroups, type ValueGroup } from '../../src/ui/worksheet/values.ts';
import { documentOf } from '../helpers/run.ts';

const { scenario } = documentOf({
  system: { kind: 'ring-shared', N: 12000 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.123456789 },
  expansion: { kind: 'de-sitter', gamma: 0.3 },
});
const unresolved = (): null => null;
const valuesOf = (groups: readonly ValueGroup[]): ReadonlyMap<string, readonly (string | null)[]> =>
  new Map(groups.flatMap(({ rows }) => rows.map(({ path, values }) => [path, values] as const)));

describe('scale of a worksheet', () => {
  it('says the largest value, and which part of it where pictures were magnified', () => {
    expect(scaleWords(1)).toMatch(/reach to the largest value/);
    expect(scaleWords(100)).toMatch(/×100: they reach to 1\/100 of the largest value/);
  });
});

describe('values of a worksheet', () => {
  it('every control of the run, its number in six digits, the word auto with what the run uses', () => {
    const values = valuesOf(valueGroups([scenario], (path) => (path === 'dynamics.dt' ? 0.0625 : null)));
    expect(values.get('system.N')).toEqual(['12\u2009000']);
    expect(values.get('data.J')).toEqual(['0.123457']);
    expect(values.get('expansion.gamma')).toEqual(['0.3']);
    expect(values.get('dynamics.dt')).toEqual(['auto, 0.0625']);
  });
  it('two runs: one column each; a control that only one of them has stands there with nothing for the other', () => {
    const dynamics = { kind: 'gradient-flow', eta: null, dt: 'auto', substeps: 'auto' };
    const other = { ...scenario, dynamics, expansion: { ...scenario.expansion, gamma: 2 } };
    const groups = valueGroups([scenario, other], unresolved);
    const values = valuesOf(groups);
    expect(values.get('expansion.gamma')).toEqual(['0.3', '2']);
    expect(values.get('dynamics.eta')?.[0]).toBeNull();
    expect(values.get('dynamics.eta')?.[1]).not.toBeNull();
    expect(groups.find(({ title }) => title === 'Dynamics')?.kinds).toEqual([
      'Second order (field)',
      'Gradient flow',
    ]);
  });
  it('a list is written out while it is short, else counted; an edit of the run is in the table', () => {
    const dense = documentOf({
      system: { kind: 'dense', sizes: [2, 14, 1] },
      data: { kind: 'xor' },
    });
    const edited = {
      ...dense,
      edits: [{ step: 0, command: { kind: 'set', path: 'expansion.gamma', value: 0.75 } as const }],
    };
    const values = valuesOf(valueGroups([currentScenario(edited)], unresolved));
    expect(values.get('system.sizes')).toEqual(['2, 14, 1']);
    expect(values.get('expansion.gamma')).toEqual(['0.75']);
    const given = documentOf({
      system: { kind: 'linear-neuron', N: 2 },
      data: {
        kind: 'explicit',
        X: [
          [1, 2],
          [3, 4],
          [5, 6],
          [7, 8],
        ],
        Y: [[1], [2], [3], [4]],
      },
    });
    const samples = valuesOf(valueGroups([given.scenario], unresolved));
    expect([...samples.values()].flat()).toContain('8 numbers');
  });
});
