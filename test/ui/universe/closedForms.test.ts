import { describe, expect, it } from 'vitest';
import { powerOf } from '../../../src/scenario/expansion.ts';
import { closedForms, natureOf, type Nature } from '../../../src/ui/universe/closedForms.ts';
import { parseScenario } from '../../../src/scenario/validate.ts';
import { historyOf } from '../../helpers/histories.ts';

const plain: Nature = { quadratic: true, firstOrder: false, redshifted: false, mass: 0.1 };
const redshifted: Nature = { ...plain, redshifted: true, mass: 0 };

function formsOf(section: Record<string, unknown>, nature: Nature = plain, d = 3) {
  const { section: own, expansion } = historyOf(section, d);
  const { scales, mode, none } = closedForms(own, expansion, nature);
  return { scales: scales.map((scale) => scale.plain), mode: mode?.equation.plain, words: mode?.words, none };
}

describe('closed forms beside the universe (physics.md 3.3, 3.5)', () => {
  it.each([
    [{ kind: 'matter' }, 'w = w₀ sin ωt/ωt'],
    [{ kind: 'nesterov' }, 'w = 2w₀ J₁(ωt)/ωt'],
    [{ kind: 'kination' }, 'w = w₀ J₀(ωt)'],
    [{ kind: 'milne' }, 'w = 2w₀ J₁(ωt)/ωt'],
    [{ kind: 'radiation' }, 'w = w₀ Γ(μ+1) (2/ωt)^μ J_μ(ωt), μ = (n−1)/2 = 0.25'],
    [{ kind: 'flat' }, 'w = w₀ cos ωt + v₀ sin ωt/ω'],
    [{ kind: 'power-law', n: 0 }, 'w = w₀ cos ωt + v₀ sin ωt/ω'],
  ])('%j: a mode from rest', (section, expected) => {
    expect(formsOf(section).mode).toBe(expected);
  });

  it('radiation in one dimension is kination, and says so', () => {
    expect(formsOf({ kind: 'radiation' }, plain, 1).mode).toBe('w = w₀ J₀(ωt)');
  });

  it('modes from rest hold from t = 0 only: a later start has the general solution, or counts from there', () => {
    for (const kind of ['matter', 'nesterov', 'kination', 'radiation']) {
      const { mode, words } = formsOf({ kind, t0: 1 });
      expect(mode).toMatch(/^w = t\^\(−μ\) Z_μ\(ωt\)/);
      expect(words).toBe('universe.rail.closedGeneral');
    }
    expect(formsOf({ kind: 'de-sitter' }).mode).toContain('cosh δt +');
    expect(formsOf({ kind: 'de-sitter', t0: 2 }).mode).toContain('cosh δ(t − t₀)');
    expect(formsOf({ kind: 'flat', t0: 2 }).mode).toContain('cos ω(t − t₀)');
  });

  it('no mode keeps a frequency where the cost is not quadratic, or the equation of first order', () => {
    for (const kind of ['matter', 'de-sitter', 'flat']) {
      const other = formsOf({ kind }, { ...plain, quadratic: false });
      expect(other.mode).toBeUndefined();
      expect(other.none).toBe('universe.rail.closedNoneCost');
      expect(other.scales).not.toEqual([]);
      expect(formsOf({ kind }, { ...plain, firstOrder: true }).none).toBe('universe.rail.closedNoneFirst');
    }
  });

  it('what decides is read from the scenario', () => {
    const base = {
      version: 1,
      system: { kind: 'scalar-field-1d', N: 8, J: 0, redshift: 'physical' },
      initial: { kind: 'bump' },
      expansion: { kind: 'de-sitter' },
    };
    expect(natureOf(parseScenario(base), true)).toEqual(redshifted);
    expect(natureOf(parseScenario(base), false).quadratic).toBe(false);
    const flow = parseScenario({ ...base, dynamics: { kind: 'gradient-flow' } });
    expect(natureOf(flow, true).firstOrder).toBe(true);
    const uneven = parseScenario({ ...base, system: { ...base.system, J: [1, 2, 3, 4, 5, 6, 7, 8] } });
    expect(natureOf(uneven, true).mass).toBeNull();
  });

  it('with redshift: ν = (1 − ds)/2(1 − s), which is −3/2 for matter in three dimensions', () => {
    expect(formsOf({ kind: 'matter', t0: 1 }, redshifted).mode).toContain('ν = −1.5');
    expect(formsOf({ kind: 'milne', t0: 1 }, redshifted).mode).toContain('√((d−1)² − 4k²)');
    expect(formsOf({ kind: 'de-sitter' }, redshifted).mode).toContain('ν² = d²/4 − J/H²');
    // Power laws need J = 0; modes of constant frequency are gone with either.
    expect(formsOf({ kind: 'matter', t0: 1 }, { ...redshifted, mass: 0.1 }).mode).toBeUndefined();
    expect(formsOf({ kind: 'de-sitter' }, { ...redshifted, mass: null }).mode).toBeUndefined();
    expect(formsOf({ kind: 'cosine' }, redshifted).mode).toBeUndefined();
    // In flat space a = 1, so nothing changes.
    expect(formsOf({ kind: 'flat' }, redshifted)).toEqual(formsOf({ kind: 'flat' }));
  });

  it('a rate that never changes is de Sitter, whatever its kind', () => {
    for (const section of [
      { kind: 'exponential', k: 0 },
      { kind: 'inverse', k: 0 },
      { kind: 'step', factor: 1 },
      { kind: 'cosine', etaMin: 1, etaMax: 1 },
      { kind: 'table', t: [0, 5], eta: [2, 2] },
    ]) {
      expect(formsOf(section)).toEqual(formsOf({ kind: 'de-sitter' }));
      expect(historyOf(section).expansion.equationOfState(3)).toBeCloseTo(-1, 12);
    }
    expect(formsOf({ kind: 'exponential', k: 0.1 }).mode).toBeUndefined();
  });

  it('scale factors: exponents of power laws with numbers, none of a table', () => {
    expect(formsOf({ kind: 'matter' }).scales).toEqual(['a = t^(n/d) = t^0.667']);
    expect(formsOf({ kind: 'flat' }).scales).toEqual(['a = 1']);
    expect(formsOf({ kind: 'table' })).toMatchObject({ scales: [], none: 'universe.rail.closedNone' });
    const { section, expansion } = historyOf({ kind: 'fluid', w: 0 }, 3);
    expect(powerOf(section, expansion)).toBe(2);
    expect(powerOf({ kind: 'cosine' }, expansion)).toBeNull();
  });

  // The pieces as they are written, against the history itself.
  it.each([
    [
      { kind: 'cosine', etaMin: 0.1, etaMax: 2, T: 10 },
      ['0 ≤ t ≤ T', 't ≥ T'],
      (t: number) =>
        t <= 10
          ? (20 / (Math.PI * Math.sqrt(0.2))) * Math.atan(Math.sqrt(0.05) * Math.tan((Math.PI * t) / 20))
          : 10 / Math.sqrt(0.2) + (t - 10) / 0.1,
    ],
    [
      { kind: 'warmup', etaMax: 2, T: 8 },
      ['0 ≤ t ≤ T', 't ≥ T'],
      (t: number) => (t <= 8 ? 4 * Math.log(t / 8) : (t - 8) / 2),
    ],
    [
      { kind: 'step', eta0: 2, factor: 0.5, every: 4 },
      ['⌊t/Δ⌋ ≥ 0', 'a_k^d'],
      (t: number) => {
        const k = Math.floor(t / 4);
        return (4 / 2) * ((2 ** k - 1) / (2 - 1)) + (t - 4 * k) / (2 * 0.5 ** k);
      },
    ],
    [{ kind: 'exponential', eta0: 2, k: 0.1 }, ['e^(kt) − 1'], (t: number) => (Math.exp(0.1 * t) - 1) / 0.2],
    [{ kind: 'inverse', eta0: 2, k: 0.1 }, ['t + kt²/2'], (t: number) => (t + 0.05 * t * t) / 2],
  ])('%j: its pieces say where they hold, and are ln a^d of the history', (section, words, volume) => {
    const shown = formsOf(section).scales;
    words.forEach((word, piece) => expect(shown[piece]).toContain(word));
    const { expansion } = historyOf(section, 3);
    for (const t of [0.5, 3, 7.9, 9, 13, 21]) {
      expect(3 * expansion.logScaleFactor(t)).toBeCloseTo(volume(t), 9);
    }
  });
});
