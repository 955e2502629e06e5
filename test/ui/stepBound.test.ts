import { describe, expect, it } from 'vitest';
import type { RunInfo, TrackInfo } from '../../src/engine/protocol.ts';
import { parseRunDocument } from '../../src/scenario/document.ts';
import { largestStep, stabilityNow, warningOf } from '../../src/ui/controls/stepBound.ts';
import { textbookBound } from '../../src/ui/controls/textbook.ts';

function scenario(dynamics: object, expansion: object = { kind: 'de-sitter', gamma: 0.3 }) {
  return parseRunDocument(
    JSON.stringify({ version: 1, system: { kind: 'ring-shared', N: 8 }, dynamics, expansion }),
  ).scenario;
}
function track(dynamics: string, curvature: number, largestStableStep: number | null): TrackInfo {
  return {
    id: dynamics,
    role: 'second',
    dynamics,
    weightCount: 8,
    staggered: false,
    adaptive: false,
    curvature,
    largestStableStep,
  };
}
function info(dt: number, ...tracks: TrackInfo[]): RunInfo {
  return { tracks, dt } as unknown as RunInfo;
}

const second = scenario({ kind: 'second-order' });

describe('bound of the time step', () => {
  it('constant friction: the sharp bound of the run, the least of its second-order runs', () => {
    const run = info(0.1, track('second-order', 4, 1.1), track('gradient-flow', 4, 0.2));
    expect(largestStep(run, second)).toBe(1.1);
    const two = info(0.1, track('second-order', 4, 1.1), track('second-order', 9, 0.7));
    expect(largestStep(two, second)).toBe(0.7);
  });
  it('runs that take what sub-steps they need ask nothing of the clock', () => {
    const fine = { ...track('second-order', 900, 0.06), adaptive: true };
    expect(largestStep(info(0.1, track('second-order', 4, 1.1), fine), second)).toBe(1.1);
    expect(stabilityNow(info(0.1, track('second-order', 4, 1.1), fine), second, 0.3)?.now).toBeLessThan(0.1);
    const many = scenario({ kind: 'second-order', substeps: 4 }, { kind: 'power-law', n: 2, t0: 1 });
    expect(largestStep(info(0.1, track('second-order', 4, 1.1)), many)).toBe(4);
  });
  it('friction that changes: 2/√λ, whatever holds at the start', () => {
    const late = scenario({ kind: 'second-order' }, { kind: 'power-law', n: 2, t0: 0.1 });
    expect(largestStep(info(0.1, track('second-order', 4, 7)), late)).toBe(1);
  });
  it('sub-steps: m of them reach m times as far, and those that follow have no bound', () => {
    const run = info(0.1, track('gradient-flow', 4, 0.2));
    expect(largestStep(run, scenario({ kind: 'gradient-flow', substeps: 3 }))).toBeCloseTo(0.6, 12);
    expect(largestStep(run, scenario({ kind: 'gradient-flow', substeps: 'auto' }))).toBeNull();
  });
  it('exact motion: no bound', () => {
    expect(largestStep(info(0.1, track('exact', 4, null)), scenario({ kind: 'exact' }))).toBeNull();
    expect(stabilityNow(info(0.1, track('exact', 4, null)), scenario({ kind: 'exact' }), 0.3)).toBeNull();
  });
  it.each([
    [0.79, null],
    [0.81, 'near'],
    [0.99, 'near'],
    [1, 'past'],
    [3, 'past'],
  ])('%d of the bound: warning %s', (now, warning) => {
    expect(warningOf({ rule: 'undamped', now, bound: 1 })).toBe(warning);
  });
  it('second order: h tanh(γh/2) = 0.110 against 2γ/λ = 0.0927 at h = 0.86, γ = 0.3, λ = 6.47', () => {
    const found = stabilityNow(info(0.86, track('second-order', 6.47, 0.788)), second, 0.3);
    expect(found?.now).toBeCloseTo(0.1103, 4);
    expect(found?.bound).toBeCloseTo(0.0927, 4);
  });
});

describe('textbook steps', () => {
  it('bound: η λ = 1.03 is kept, 2 is not', () => {
    expect(textbookBound(4, 4.12, 1)).toEqual({ value: 1.03, kept: true });
    expect(textbookBound(2, 4, 1)).toEqual({ value: 2, kept: false });
  });
  it('no friction, or a big bang: no bound', () => {
    expect(textbookBound(0, 4, 1)).toBeNull();
    expect(textbookBound(Infinity, 4, 1)).toBeNull();
  });
});
