import { describe, expect, it } from 'vitest';
import { clearness, curvatureOf, gapAt } from '../../../src/views/universe/coarse.ts';
import { createHornField } from '../../../src/views/universe/field.ts';
import { documentOf } from '../../helpers/run.ts';
import { runInfoOf } from '../runInfo.ts';

describe('a past of too few rows', () => {
  it('all is drawn where rows follow the fastest wave, nothing from half a period on', () => {
    const half = Math.PI / 2; // of ω = 2
    expect(clearness(0.7 * half, 4, 0)).toBe(1);
    expect(clearness(0.85 * half, 4, 0)).toBeCloseTo(0.5, 9);
    expect(clearness(half, 4, 0)).toBeCloseTo(0, 9);
    expect(clearness(50, 4, 0)).toBe(0);
    expect(clearness(0, 4, 0)).toBe(1);
  });

  it('friction slows the wave: ω² = λ − γ²/4, and what creeps has no bands to invent', () => {
    expect(clearness(Math.PI / Math.sqrt(3), 4, 2)).toBeCloseTo(0, 9);
    expect(clearness(0.69 * (Math.PI / Math.sqrt(3)), 4, 2)).toBe(1);
    expect(clearness(1e6, 4, 4)).toBe(1);
    expect(clearness(1e6, 4, Infinity)).toBe(1);
  });

  it('largest curvature: as the engine found it; falling with redshift; none where nothing swings', () => {
    const at = (system: Record<string, unknown>, role: 'second' | 'ghost') => {
      const info = runInfoOf('scalar-field-1d', { N: 16 }, [role]);
      return curvatureOf(info, documentOf({ system, expansion: { kind: 'de-sitter' } }).scenario);
    };
    const system = { kind: 'scalar-field-1d', N: 16, K: 2, J: 0.5, spacing: 0.5 };
    expect(at(system, 'second')(3)).toBe(1);
    for (const dynamics of ['reference', 'exact']) {
      const info = runInfoOf('scalar-field-1d', { N: 16 }, ['second']);
      const other = { ...info, tracks: info.tracks.map((track) => ({ ...track, dynamics })) };
      expect(curvatureOf(other, documentOf({ system }).scenario)(3)).toBe(1);
    }
    expect(at(system, 'ghost')(3)).toBe(0);
    // The reference and the exact motion have inertia, whatever their method is called.
    for (const dynamics of ['reference', 'exact']) {
      const info = runInfoOf('scalar-field-1d', { N: 16 });
      const told = { ...info, tracks: [{ ...info.tracks[0], dynamics, firstOrder: false }] };
      expect(curvatureOf(told, documentOf({ system }).scenario)(3), dynamics).toBe(1);
    }
    const shifted = at({ ...system, redshift: 'physical' }, 'second');
    // 4 · 2/0.5² = 32 at the edge of the band.
    expect(shifted(0)).toBeCloseTo(32.5, 12);
    expect(shifted(Math.log(4))).toBeCloseTo(2.5, 12);
  });

  it('gaps are those between rows of the past; the stretch to a present that has gone on is none', () => {
    const field = createHornField(1);
    field.times.set([0, 1, 3, 9]);
    field.past = 3;
    field.rows = 4;
    expect([0, 0.5, 1, 1.9].map((row) => gapAt(field, row))).toEqual([1, 1, 2, 2]);
    expect(gapAt(field, 2.5)).toBe(0);
    // The past has followed.
    field.past = 4;
    expect([2.5, 3].map((row) => gapAt(field, row))).toEqual([6, 6]);
    field.rows = 1;
    expect(gapAt(field, 0)).toBe(0);
  });
});
