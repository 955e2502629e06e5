import { clockBound, textbookStep } from '../../src/engine/clockLimits.ts';
import { describe, expect, it } from 'vitest';
import { simulate } from '../helpers/run.ts';
import { meterPosition, SAFE_SHARE, warningOf } from '../../src/ui/controls/stepBound.ts';

const ring = { system: { kind: 'ring-shared', N: 8 }, data: { kind: 'uniform-bonds', K: 1, J: 0 } };
const largest = (dynamics: object, expansion: object = { kind: 'de-sitter', gamma: 0.3 }): number =>
  clockBound(simulate({ ...ring, dynamics, expansion })).largest;

// λ = 4 K = 4.
describe('bound of the time step, as the engine tells it', () => {
  it('second order: h tanh(γh/2) = 2γ/λ at the bound', () => {
    const h = largest({ kind: 'second-order', dt: 0.1 });
    expect(h * Math.tanh(0.15 * h)).toBeCloseTo(0.6 / 4, 12);
  });
  it('friction that fades: 2/√λ, which holds to the end', () => {
    expect(largest({ kind: 'second-order', dt: 0.1 }, { kind: 'power-law', n: 2, t0: 0.1 })).toBeCloseTo(
      1,
      12,
    );
  });
  it('sub-steps: m of them reach m times as far, and those that follow have no bound', () => {
    const four = { kind: 'second-order', dt: 0.1, substeps: 4 };
    expect(largest(four)).toBeCloseTo(4 * largest({ kind: 'second-order', dt: 0.1 }), 12);
    expect(largest({ ...four, substeps: 'auto' })).toBe(Infinity);
    expect(largest({ kind: 'gradient-flow', dt: 0.1, substeps: 'auto' })).toBe(Infinity);
  });
  it('first order: 2/(ηλ) and 2.785/(ηλ), with the rate that was given or 1/γ', () => {
    expect(largest({ kind: 'gradient-descent', dt: 0.1 })).toBeCloseTo((2 * 0.3) / 4, 12);
    expect(largest({ kind: 'gradient-descent', dt: 0.1, eta: 1 })).toBeCloseTo(0.5, 12);
    expect(largest({ kind: 'gradient-flow', dt: 0.1, eta: 1, substeps: 3 })).toBeCloseTo(
      (3 * 2.7852935634) / 4,
      9,
    );
  });
  it('several runs: the least; textbook steps beside it ask nothing of the clock', () => {
    const stiff = { id: 'b', role: 'other', sections: { data: { kind: 'uniform-bonds', K: 4, J: 0 } } };
    const descent = {
      id: 'c',
      role: 'descent',
      sections: { dynamics: { kind: 'gradient-descent', dt: 1, eta: 9 } },
    };
    const dynamics = { kind: 'second-order', dt: 0.1 };
    const alone = simulate({ ...ring, dynamics });
    expect(clockBound(simulate({ ...ring, dynamics }, [descent])).largest).toBe(clockBound(alone).largest);
    expect(clockBound(simulate({ ...ring, dynamics }, [stiff])).largest).toBeLessThan(
      0.6 * clockBound(alone).largest,
    );
    // Whose bound it is, so that the rule beside it is the one it follows.
    expect(clockBound(alone).track).toBe(0);
    expect(clockBound(simulate({ ...ring, dynamics }, [descent, stiff])).track).toBe(2);
  });
  it('exact motion: no bound, and no run that bounds', () => {
    expect(clockBound(simulate({ ...ring, dynamics: { kind: 'exact', dt: 0.1 } })).track).toBe(-1);
    expect(largest({ kind: 'exact', dt: 0.1 })).toBe(Infinity);
  });
  it('redshift: the bound grows as K falls', () => {
    const run = simulate({
      system: { kind: 'scalar-field-1d', N: 16, K: 4, J: 0, redshift: 'physical' },
      dynamics: { kind: 'second-order', dt: 0.0625 },
      expansion: { kind: 'de-sitter', gamma: 0.3, d: 3 },
    });
    const start = clockBound(run).largest;
    run.advance(320);
    // a = e^{0.1 · 20}: λ is e⁻⁴ of what it was.
    expect(clockBound(run).largest).toBeGreaterThan(7 * start);
  });
});

describe('meter', () => {
  it.each([
    [0.79, null],
    [0.81, 'near'],
    [0.99, 'near'],
    [1, 'past'],
    [3, 'past'],
  ])('%d of the bound: warning %s', (now, warning) => {
    expect(warningOf({ now, bound: 1 })).toBe(warning);
  });
  it('a step that meets its bound stands on the line; far beyond it stays on the bar', () => {
    expect(meterPosition({ now: 1, bound: 1 })).toBeCloseTo(SAFE_SHARE, 12);
    expect(meterPosition({ now: 1e9, bound: 1 })).toBe(0.97);
    expect(meterPosition({ now: NaN, bound: 1 })).toBe(0.97);
  });
});

// λ = 4 K = 4.
describe('textbook steps, as the engine tells them: ηΔtλ, stable below 2', () => {
  const told = (dynamics: object, expansion: object, tracks: readonly unknown[] = []): number | null =>
    textbookStep(simulate({ ...ring, dynamics, expansion }, tracks));
  const field = { kind: 'second-order', dt: 0.125 };
  const descent = (dynamics: object) => ({
    id: 'c',
    role: 'descent',
    sections: { dynamics: { kind: 'gradient-descent', ...dynamics } },
  });

  it('those that are not on the clock yet would follow friction: η = 1/γ, Δt = 1', () => {
    expect(told(field, { kind: 'de-sitter', gamma: 4 })).toBeCloseTo(1, 12);
    expect(told(field, { kind: 'de-sitter', gamma: 2 })).toBeCloseTo(2, 12);
    // A clock that does not divide 1 has a jump of its own: the multiple nearest to 1.
    expect(told({ ...field, dt: 0.75 }, { kind: 'de-sitter', gamma: 4 })).toBeCloseTo(0.75, 12);
  });
  it('those on the clock have a rate and a jump of their own', () => {
    const history = { kind: 'de-sitter', gamma: 4 };
    expect(told(field, history, [descent({ dt: 1, eta: 0.3 })])).toBeCloseTo(1.2, 12);
    expect(told(field, history, [descent({ dt: 0.5 })])).toBeCloseTo(0.5, 12);
    expect(told({ kind: 'gradient-descent', dt: 1, eta: 0.1 }, history)).toBeCloseTo(0.4, 12);
  });
  it('no friction, or a big bang: no bound', () => {
    expect(told(field, { kind: 'flat' })).toBeNull();
    expect(told(field, { kind: 'matter' })).toBeNull();
  });
});
