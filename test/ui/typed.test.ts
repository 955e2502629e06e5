import { describe, expect, it } from 'vitest';
import { integer, real } from '../../src/physics/parameters.ts';
import { readTyped, scaleOf, stepFrom } from '../../src/ui/controls/rangeOf.ts';

const gamma = real({
  symbol: 'γ',
  label: 'friction',
  help: '',
  apply: 'live',
  default: 0.3,
  min: 0,
  exclusiveMin: true,
  slider: [0.01, 10],
  scale: 'log',
});
const sites = integer({
  symbol: 'N',
  label: 'sites',
  help: '',
  apply: 'restart',
  default: 32,
  min: 3,
  max: 512,
  slider: [3, 128],
  scale: 'linear',
});

describe('typed values', () => {
  it('limits of validity: wider than the slider', () => {
    expect(readTyped(gamma, '250')).toBe(250);
    expect(readTyped(sites, '512')).toBe(512);
  });
  it('refusals: say what would be taken', () => {
    expect(readTyped(gamma, '0')).toBe('A number above 0.');
    expect(readTyped(gamma, 'much')).toBe('A number, such as 0.5 or 1e-3.');
    expect(readTyped(sites, '2.5')).toBe('A whole number.');
    expect(readTyped(sites, '2')).toBe('A number from 3 to 512.');
  });
  it('scale: whole numbers step by one', () => {
    expect(scaleOf(sites)).toEqual({ kind: 'linear', min: 3, max: 128, step: 1, whole: true });
    expect(scaleOf(gamma).kind).toBe('log');
  });
});

describe('arrow keys step from the value', () => {
  it.each([
    [0.3, 1, 0.307],
    [0.3, -1, 0.293],
    [1e-12, 1, 1.02e-12],
    [1e300, -1, 9.77e299],
    [1e-320, -1, 9.77e-321],
  ] as const)('logarithmic: %s, %s', (value, direction, next) => {
    expect(stepFrom(gamma, value, direction)).toBeCloseTo(next, 320);
    expect(stepFrom(gamma, value, direction)).not.toBe(value);
  });
  it('stays where a step would leave the limits, or the numbers', () => {
    expect(stepFrom(sites, 512, 1)).toBe(512);
    expect(stepFrom(sites, 200, 1)).toBe(201);
    expect(stepFrom(gamma, 1.797e308, 1)).toBe(1.797e308);
  });
  it('linear, beyond the slider: the third digit', () => {
    const p = real({ ...gamma, scale: 'linear', slider: [-2, 2], min: -Infinity, exclusiveMin: false });
    expect(stepFrom(p, 1, 1)).toBe(1.02);
    expect(stepFrom(p, 1e308, 1)).toBe(1.01e308);
    expect(stepFrom(p, -5000, -1)).toBe(-5010);
  });
  it('ambiguous: says both readings', () => {
    expect(readTyped(gamma, '1,000')).toBe('1,000 may be 1000 or 1.000: type one of them.');
  });
});
