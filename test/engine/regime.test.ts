import { describe, expect, it } from 'vitest';
import { frameBytes, frameViews } from '../../src/engine/frame.ts';
import { readModes, writeModes } from '../../src/engine/regime.ts';
import type { Simulation } from '../../src/engine/simulation.ts';
import { caseRun } from '../helpers/cases.ts';
import { simulate } from '../helpers/run.ts';

const deSitter = (gamma: number) => ({ kind: 'de-sitter', gamma });
const ring = (gamma: number) =>
  simulate({
    system: { kind: 'ring-shared', N: 16 },
    // λ from 1 to 4: critical friction is 2 for the slowest mode and 4 for the fastest.
    data: { kind: 'uniform-bonds', K: 0.75, J: 1 },
    expansion: deSitter(gamma),
  });
const regime = (run: Simulation) => run.modeFacts()?.regime;

describe('regime of damped motion', () => {
  it.each([
    [0.1, 'underdamped'],
    [1.9, 'underdamped'],
    [2.1, 'mixed'],
    [3.9, 'mixed'],
    [4, 'critical'],
    [4.02, 'critical'],
    [4.1, 'overdamped'],
  ])('modes √λ from 1 to 2, γ = %d: %s', (gamma, expected) => {
    expect(regime(ring(gamma))).toBe(expected);
    expect(ring(gamma).modeFacts()).toMatchObject({ counted: true, foundAt: null });
    expect(ring(gamma).modeFacts()?.fastest).toBeCloseTo(4, 12);
    expect(ring(gamma).modeFacts()?.slowest).toBeCloseTo(2, 12);
  });
  it('xor (06): of 25 curvatures 11 are negative, 5 creep and 9 swing: mixed, and only at the start', () => {
    expect(caseRun('06').modeFacts()).toMatchObject({
      regime: 'mixed',
      growing: 11,
      flat: 0,
      creeping: 5,
      swinging: 9,
      foundAt: 0,
    });
  });
  it('redshift (13): at t = 40, 2√λ = 0.147 < γ = 0.3, so a badge of mixed modes has become overdamped', () => {
    const run = caseRun('13');
    // K = 4, J = 0: the constant is flat, the fastest mode has 2√λ = 8.
    expect(run.modeFacts()).toMatchObject({ flat: 1, creeping: 2, swinging: 125, regime: 'mixed' });
    run.advance(Math.round(40 / run.dt));
    expect(run.time).toBeCloseTo(40, 9);
    expect(run.modeFacts()?.regime).toBe('overdamped');
    expect(run.modeFacts()?.fastest).toBeCloseTo(0.1465, 4);
    expect(run.modeFacts()?.swinging).toBe(0);
  });
  it('one sample: half of the curvatures are exactly flat', () => {
    const run = simulate({
      system: { kind: 'ring-perceptron', N: 12 },
      data: { kind: 'smooth-random', samples: 1 },
      expansion: deSitter(0.1),
    });
    expect(run.modeFacts()).toMatchObject({ flat: 12, growing: 0 });
    expect(run.modeFacts()?.creeping).toBeLessThan(13);
  });
  it('γ = 4 on a ring of 2√λ_max = 4.147 (15): mixed, for some modes still swing; γ = 5 is overdamped', () => {
    expect(regime(caseRun('15'))).toBe('mixed');
    const run = caseRun('15');
    run.edit({ kind: 'set', path: 'expansion.gamma', value: 5 });
    expect(regime(run)).toBe('overdamped');
  });
  it('friction that grows: a schedule goes from swinging to creeping', () => {
    const run = simulate({
      system: { kind: 'ring-shared', N: 16 },
      data: { kind: 'uniform-bonds', K: 0.75, J: 1 },
      dynamics: { kind: 'second-order', dt: 0.125 },
      expansion: { kind: 'exponential', eta0: 1, k: 0.2 },
    });
    expect(regime(run)).toBe('underdamped');
    // γ = e^{0.2 t}: 4 at t = 6.93.
    run.advance(64);
    expect(regime(run)).toBe('overdamped');
  });
  it('matter, γ = 2/t: modes from rest are sin ωt/ωt, so all swing however large γ is', () => {
    const run = simulate({
      system: { kind: 'ring-shared', N: 16 },
      data: { kind: 'uniform-bonds', K: 0.75, J: 1 },
      expansion: { kind: 'matter', t0: 0.05 },
    });
    expect(run.gamma()).toBe(40);
    expect(regime(run)).toBe('underdamped');
    // n = 6: γ²/4 + γ̇/2 = 6/t², so the slowest mode, ω = 1, swings from t = √6 on, the fastest from √6/2.
    const late = (t0: number) =>
      regime(
        simulate({
          system: { kind: 'ring-shared', N: 16 },
          data: { kind: 'uniform-bonds', K: 0.75, J: 1 },
          expansion: { kind: 'power-law', n: 6, t0 },
        }),
      );
    expect([1.1, 2, 2.5].map(late)).toEqual(['overdamped', 'mixed', 'underdamped']);
  });
  it.each([
    ['exponential', { kind: 'exponential', eta0: 1, k: 0.2 }, 2000],
    ['power law, n = 6', { kind: 'power-law', n: 6, t0: 0.4 }, 600],
  ])(
    'friction that changes (%s): the badge says at every step what the critical frictions say of γ',
    (_, expansion, steps) => {
      const run = simulate({
        system: { kind: 'ring-shared', N: 16 },
        data: { kind: 'uniform-bonds', K: 0.75, J: 1 },
        dynamics: { kind: 'second-order', dt: 1 / 256 },
        expansion,
      });
      const seen = new Set<string>();
      for (let step = 0; step < steps; step++) {
        const facts = run.modeFacts();
        if (facts?.slowest == null || facts.fastest === null) throw new Error('not known');
        const gamma = run.gamma();
        const side = gamma > facts.fastest ? 'overdamped' : gamma < facts.slowest ? 'underdamped' : 'mixed';
        const near = Math.abs(gamma / facts.fastest - 1) <= 0.01;
        expect(facts.regime, `step ${step}`).toBe(near ? 'critical' : side);
        seen.add(facts.regime);
        run.advance(1);
      }
      expect([...seen].sort()).toEqual(['critical', 'mixed', 'overdamped', 'underdamped']);
    },
  );
  it('power law, n = 6: modes are critical at γ = 2ω √1.5, since √−w = √(2/3); of matter none ever is', () => {
    const at = (expansion: Readonly<Record<string, unknown>>) =>
      simulate({
        system: { kind: 'ring-shared', N: 16 },
        data: { kind: 'uniform-bonds', K: 0.75, J: 1 },
        expansion,
      }).modeFacts();
    const late = at({ kind: 'power-law', n: 6, t0: 2 });
    expect(late?.slowest).toBeCloseTo(2 * Math.sqrt(1.5), 12);
    expect(late?.fastest).toBeCloseTo(4 * Math.sqrt(1.5), 12);
    expect(at({ kind: 'matter', t0: 0.05 })).toMatchObject({ slowest: null, fastest: null, swinging: 16 });
  });
  it('more weights than are diagonalised: a mode that swings for certain, or none by the bound from above', () => {
    const step = (gamma: number) =>
      simulate({
        system: { kind: 'ring-shared', N: 400, p: 0.8 },
        data: { kind: 'step', high: 2, low: 1 },
        expansion: deSitter(gamma),
      });
    expect(step(0.5).modeFacts()).toMatchObject({ regime: 'some-swing', counted: false });
    expect(step(20).modeFacts()).toMatchObject({ regime: 'overdamped', counted: false });
    const big = simulate({
      system: { kind: 'dense', sizes: [2, 20, 20, 1] },
      data: { kind: 'xor' },
      expansion: deSitter(1e6),
    });
    expect(regime(big)).toBe('likely-overdamped');
  });
  it('a live edit of the couplings is counted anew', () => {
    const run = ring(2.1);
    run.modeFacts();
    run.edit({ kind: 'set', path: 'data.J', value: 0.2 });
    expect(run.modeFacts()?.slowest).toBeCloseTo(2 * Math.sqrt(0.2), 12);
  });
  it('first-order dynamics: nothing can swing', () => {
    const run = simulate({ dynamics: { kind: 'gradient-flow' } });
    expect(run.modeFacts()).toBeNull();
  });
  it('frames carry it, with what is not known', () => {
    const shape = { tracks: [], siteCount: 0, bondCount: 0, layerCount: 0, drawn: 0 };
    const { header } = frameViews(new ArrayBuffer(frameBytes(shape)), shape);
    for (const run of [ring(2.1), caseRun('06')]) {
      writeModes(header, run.modeFacts());
      expect(readModes(header)).toEqual(run.modeFacts());
    }
    writeModes(header, null);
    expect(readModes(header)).toMatchObject({ regime: 'none', foundAt: null, fastest: null });
  });
});
