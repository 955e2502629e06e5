import { describe, expect, it } from 'vitest';
import { reasonOf, stallOf, type LayerStall, type Stall } from '../../../src/physics/layers/stall.ts';
import { gradientOf, buildSystem, samplesOf, type Settings } from '../../helpers/systems.ts';
import { simulate } from '../../helpers/run.ts';

const X = [
  [-1, -1],
  [-1, 1],
  [1, -1],
  [1, 1],
];
const Y = [[-1], [1], [1], [-1]];
const data = { kind: 'explicit', X, Y };

/** The stall of a dense network whose weights are given. */
function stallAt(sizes: readonly number[], weights: readonly number[], settings: Settings = {}): Stall {
  const simulation = simulate({
    system: { kind: 'dense', sizes, ...settings },
    data,
    initial: { kind: 'explicit', weights },
    dynamics: { kind: 'second-order', dt: 0.01 },
  });
  const stall = stallOf(simulation.instant(), false);
  if (stall === null) throw new Error('no layers');
  return stall;
}

// 2-2-1: W [2 × 2], b [2], W [1 × 2], b [1].
const apart = [0.4, -0.7, 0.9, 0.2, 0.1, -0.2, 0.5, -0.8, 0.1];

describe('gradients of the layers', () => {
  it('are those of the cost, layer by layer, and add up to the whole', () => {
    const { layers, gradient, cost } = stallAt([2, 2, 1], apart);
    const system = buildSystem('dense', { sizes: [2, 2, 1] }, samplesOf(X, Y));
    const all = gradientOf(system, Float64Array.from(apart));
    expect(layers.map(({ units }) => units)).toEqual([2, 1]);
    expect(layers[0].gradient).toBeCloseTo(Math.hypot(...all.slice(0, 6)), 12);
    expect(layers[1].gradient).toBeCloseTo(Math.hypot(...all.slice(6)), 12);
    expect(gradient).toBeCloseTo(Math.hypot(...all), 12);
    expect(cost).toBeCloseTo(system.cost(Float64Array.from(apart), null, 1), 12);
  });
});

describe('units', () => {
  it('tanh: saturated where the mean of 1 − h² is under a tenth, to one side of it and the other', () => {
    // One unit sees z = ±w alone, so that σ′ = 1 − tanh²w at all samples; a tenth is at w = 1.8184.
    const unit = (w: number): number =>
      stallAt([2, 2, 1], [w, 0, 0.3, 0.3, 0, 0, 1, 1, 0]).layers[0].saturated;
    expect(1 - Math.tanh(1.81) ** 2).toBeGreaterThan(0.1);
    expect(unit(1.81)).toBe(0);
    expect(1 - Math.tanh(1.83) ** 2).toBeLessThan(0.1);
    expect(unit(1.83)).toBe(1);
  });

  it('sigmoid: the same, of a quarter', () => {
    // σ′ = σ(1 − σ) = 0.025 at z = 3.637.
    const unit = (w: number): number =>
      stallAt([2, 2, 1], [w, 0, 0.3, 0.3, 0, 0, 1, 1, 0], { activation: 'sigmoid' }).layers[0].saturated;
    expect(unit(3.62)).toBe(0);
    expect(unit(3.65)).toBe(1);
  });

  it('relu: dead where the sum is below zero at every sample, and not where it is above at one', () => {
    const units = (bias: number): LayerStall =>
      stallAt([2, 2, 1], [1, 0, 0.3, 0.4, bias, 0, 1, 1, 0], { activation: 'relu' }).layers[0];
    expect(units(-1.01)).toMatchObject({ dead: 1, saturated: 0 });
    expect(units(-0.99)).toMatchObject({ dead: 0, saturated: 0 });
  });

  it('linear ones are never saturated', () => {
    expect(
      stallAt([2, 2, 1], [50, 0, 40, 7, 3, 0, 1, 2, 0], { activation: 'linear' }).layers[0].saturated,
    ).toBe(0);
  });
});

describe('why it stalls', () => {
  it('all weights alike: all hidden units are, and a tenth of a weight more in one ends it', () => {
    expect(stallAt([2, 3, 1], Array(13).fill(0.5))).toMatchObject({ reason: 'alike', layer: 1 });
    const other = Array<number>(13).fill(0.5);
    other[0] = 0.6;
    expect(stallAt([2, 3, 1], other).reason).not.toBe('alike');
  });

  it('units of one value that are told otherwise are not alike: one step parts them', () => {
    // First layer 0: all values are 0, and the gradients of the units go as their weights onwards, 0.5 and −0.8.
    const weights = [0, 0, 0, 0, 0, 0, 0.5, -0.8, 0.1];
    const uneven = { kind: 'explicit', X, Y: [[1], [-1], [0.5], [-0.2]] };
    const simulation = simulate({
      system: { kind: 'dense', sizes: [2, 2, 1] },
      data: uneven,
      initial: { kind: 'explicit', weights },
      dynamics: { kind: 'second-order', dt: 0.01 },
    });
    expect(stallOf(simulation.instant(), false)?.layers[0].alike).toBe(false);
    simulation.advance(4);
    const [a, , b] = simulation.instant().weights;
    expect(Math.abs(a - b)).toBeGreaterThan(1e-4);
  });

  it('all units of a layer dead: it is dead, not alike', () => {
    const dead = [1, 0, 0.3, 0.4, -2, -2, 1, 1, 0];
    expect(stallAt([2, 2, 1], dead, { activation: 'relu' })).toMatchObject({ reason: 'dead', layer: 1 });
  });

  it('weights that are all 0 are no stationary point where the gradient is not 0', () => {
    const simulation = simulate({
      system: { kind: 'dense', sizes: [2, 1] },
      data: { kind: 'explicit', X, Y: [[1], [2], [3], [4]] },
      initial: { kind: 'explicit', weights: [0, 0, 0] },
      dynamics: { kind: 'second-order', dt: 0.01 },
    });
    const stall = stallOf(simulation.instant(), false);
    expect(stall?.gradient).toBeGreaterThan(1);
    expect(stall?.reason).toBe('none');
  });

  it('half of a layer saturated, in the second layer; half of it dead', () => {
    // 2-2-2-1
    const second = [0.5, 0.2, -0.3, 0.6, 0, 0, 0.1, 0.2, 0.3, -0.2, 4, 0.1, 1, 1, 0];
    expect(stallAt([2, 2, 2, 1], second)).toMatchObject({ reason: 'saturated', layer: 2 });
    const dead = [1, 0, 0.3, 0.4, -2, 0.5, 1, 1, 0];
    expect(stallAt([2, 2, 1], dead, { activation: 'relu' })).toMatchObject({ reason: 'dead', layer: 1 });
  });

  it('a stationary point: the gradient vanishes while the cost does not', () => {
    // No hidden layer: the best straight answer to exclusive or is 0 everywhere, W = 0.
    const { reason, gradient, cost } = stallAt([2, 1], [0, 0, 0]);
    expect(reason).toBe('stationary');
    expect(gradient).toBe(0);
    expect(cost).toBe(4);
    expect(stallAt([2, 1], [0.1, 0, 0]).reason).toBe('none');
  });

  const layer = (of: Partial<LayerStall> = {}): LayerStall => ({
    gradient: 1,
    units: 4,
    saturated: 0,
    dead: 0,
    alike: false,
    ...of,
  });
  const whole = { gradient: 1, size: 1, cost: 1, scale: 1, unstable: false };

  it('is asked in order: step, cost, alike, dead, saturated, gradient, first layer; outputs are not asked', () => {
    const bad = [
      layer({ alike: true, dead: 2, saturated: 2 }),
      layer({ dead: 4, saturated: 4, alike: true }),
    ];
    expect(reasonOf(bad, { ...whole, unstable: true }).reason).toBe('unstable');
    expect(reasonOf(bad, { ...whole, cost: 9e-7 }).reason).toBe('learned');
    expect(reasonOf(bad, whole)).toEqual({ reason: 'alike', layer: 1 });
    expect(reasonOf([layer({ dead: 2, saturated: 2 }), layer()], whole)).toEqual({
      reason: 'dead',
      layer: 1,
    });
    expect(reasonOf([layer({ saturated: 2 }), layer()], whole)).toEqual({ reason: 'saturated', layer: 1 });
    expect(reasonOf([layer({ saturated: 1, dead: 1 }), layer()], whole).reason).toBe('none');
    expect(reasonOf([layer(), layer({ dead: 4, saturated: 4, alike: true })], whole).reason).toBe('none');
    expect(reasonOf([layer(), layer()], { ...whole, gradient: 9e-7 }).reason).toBe('stationary');
    expect(reasonOf([layer({ gradient: 9e-4 }), layer()], whole)).toEqual({ reason: 'faint', layer: 1 });
  });

  it('a ring has no layers to ask', () => {
    const ring = simulate({ system: { kind: 'ring-shared', N: 8 }, data: { kind: 'uniform-bonds' } });
    expect(stallOf(ring.instant(), false)).toBeNull();
  });
});
