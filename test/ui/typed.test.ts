import { describe, expect, it } from 'vitest';
import { integer, real } from '../../src/physics/parameters.ts';
import { readTyped, scaleOf } from '../../src/ui/controls/rangeOf.ts';

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
