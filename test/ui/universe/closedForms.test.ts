import { describe, expect, it } from 'vitest';
import { closedForms, powerOf } from '../../../src/ui/universe/closedForms.ts';
import { historyOf } from '../../helpers/histories.ts';

function formsOf(section: Record<string, unknown>, d = 3) {
  const { section: own, expansion } = historyOf(section, d);
  return closedForms(own, expansion);
}

describe('closed forms beside the universe (physics.md 3.3, 3.5)', () => {
  it.each([
    [{ kind: 'matter' }, 'w = w₀ sin ωt/ωt'],
    [{ kind: 'nesterov' }, 'w = 2w₀ J₁(ωt)/ωt'],
    [{ kind: 'kination' }, 'w = w₀ J₀(ωt)'],
    [{ kind: 'milne' }, 'w = 2w₀ J₁(ωt)/ωt'],
    [{ kind: 'radiation' }, 'w = w₀ Γ(μ+1) (2/ωt)^μ J_μ(ωt), μ = (n−1)/2 = 0.25'],
    [{ kind: 'flat' }, 'w = w₀ cos ωt + v₀ sin ωt/ω'],
  ])('%j: a mode from rest', (section, plain) => {
    expect(formsOf(section).mode?.plain).toBe(plain);
  });

  it('radiation in one dimension is kination, and says so', () => {
    expect(formsOf({ kind: 'radiation' }, 1).mode?.plain).toBe('w = w₀ J₀(ωt)');
  });

  it('with redshift: ν = (1 − ds)/2(1 − s), which is −3/2 for matter in three dimensions', () => {
    expect(formsOf({ kind: 'matter' }).redshifted?.plain).toContain('ν = −1.5');
    expect(formsOf({ kind: 'milne' }).redshifted?.plain).toContain('√((d−1)² − 4k²)');
    expect(formsOf({ kind: 'de-sitter' }).redshifted?.plain).toContain('ν² = d²/4 − J/H²');
  });

  it('scale factors: exponents of power laws with numbers, none of a table', () => {
    expect(formsOf({ kind: 'matter' }).scale?.plain).toBe('a = t^(n/d) = t^0.667');
    expect(formsOf({ kind: 'table' })).toEqual({ scale: null, mode: null, redshifted: null });
    const { section, expansion } = historyOf({ kind: 'fluid', w: 0 }, 3);
    expect(powerOf(section, expansion)).toBe(2);
    expect(powerOf({ kind: 'cosine' }, expansion)).toBeNull();
  });
});
