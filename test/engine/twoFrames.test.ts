import { describe, expect, it } from 'vitest';
import { History } from '../../src/engine/history.ts';
import { Observers } from '../../src/engine/observations/observers.ts';
import type { TwoFrames } from '../../src/engine/observations/index.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import { isEmpty } from '../../src/views/charts/figure.ts';
import { apart, twoFramesFigure, twoFramesTable } from '../../src/views/charts/twoFrames/figure.ts';
import { simulate } from '../helpers/run.ts';

const packet = (more: Readonly<Record<string, unknown>> = {}) => ({
  system: { kind: 'ring-shared', N: 128 },
  data: { kind: 'uniform-bonds', K: 4, J: 0.25 },
  initial: { kind: 'packet', center: 32, width: 8, speed: 0.6, amplitude: 1 },
  dynamics: { kind: 'second-order', dt: 1 / 32 },
  expansion: { kind: 'flat' },
  ...more,
});

function seen(steps: number, more: Readonly<Record<string, unknown>> = {}): TwoFrames | null {
  const simulation = simulate(packet(more));
  const history = new History();
  for (let step = 0; step < steps; step++) {
    history.add(simulation.snapshot());
    simulation.advance(1);
  }
  const observers = new Observers({ simulation, history, kernels: typescriptKernels });
  observers.subscribe({ key: 1, id: 'two-frames' });
  return observers.value(1) as TwoFrames | null;
}

describe('a packet in two frames', () => {
  it('at the start it is the exact packet, shorter by Γ; its own frame is not all in the past yet', () => {
    const now = seen(0);
    if (now === null) throw new Error('a packet moves');
    expect(now.factor).toBeCloseTo(1.25, 12);
    expect(apart(now.lattice)).toBeLessThan(2e-3);
    expect(now.proper).toBe(0);
    expect(now.rest.measured.filter(Number.isFinite)).toHaveLength(1);
  });

  it('once its past is lived it rests in its own frame: a Gaussian that swings with √J, read from the run to 8 %', () => {
    const now = seen(960);
    if (now === null) throw new Error('a packet moves');
    expect(now.time).toBe(30);
    expect(now.proper).toBeCloseTo(30 / 1.25 - (0.6 * 3 * 8) / 2, 12);
    expect(now.rest.measured.every(Number.isFinite)).toBe(true);
    // 6.4 sites of boosted width: the lattice's own dispersion, which the study measures, takes 6 % by now.
    expect(apart(now.lattice)).toBeLessThan(0.08);
    expect(apart(now.rest)).toBeLessThan(0.08);
    // At rest nothing has a side: what is exact is even, which the boosted one is not.
    const { exact, measured } = now.rest;
    const odd = (values: Float64Array): number =>
      Math.max(...values.map((value, n) => Math.abs(value - values[values.length - 1 - n])));
    const size = Math.max(...exact.map(Math.abs));
    // Round a ring of 128 its faint ends meet: no evenness beyond that.
    expect(odd(exact)).toBeLessThan(1e-3 * size);
    expect(odd(measured)).toBeLessThan(0.1 * size);
    expect(odd(now.lattice.exact)).toBeGreaterThan(0.3 * size);
  });

  it('friction breaks it, and its picture says by how much; where nothing moves there is none', () => {
    const slowed = seen(480, { expansion: { kind: 'de-sitter', gamma: 0.05 } });
    if (slowed === null) throw new Error('a packet moves');
    expect(apart(slowed.lattice)).toBeGreaterThan(0.2);
    const figure = twoFramesFigure(slowed);
    if (isEmpty(figure)) throw new Error(figure.empty);
    expect(figure.panels).toHaveLength(2);
    expect(figure.summary).toContain('shorter by 1.25');
    expect([...twoFramesTable(slowed).rows]).toHaveLength(121);
    expect(seen(3, { initial: { kind: 'bump' } })).toBe(null);
    expect(isEmpty(twoFramesFigure(null))).toBe(true);
  });
});
