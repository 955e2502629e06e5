import { describe, expect, it } from 'vitest';
import '../../../src/messages/late.ts';
import type { Segment } from '../../../src/scenario/segments.ts';
import { fluidWords } from '../../../src/views/universe/schedule/labels.ts';
import { decimalsOfStep, tickLabels, timeWords } from '../../../src/views/universe/times.ts';
import { roundTicks } from '../../../src/views/charts/axes.ts';

function words(least: number, most: number, fluid: Segment['fluid'] = 'phantom', room?: number): string {
  return fluidWords({ from: 0, to: 1, shape: 'fall', fluid, equationOfState: [least, most] }, room);
}

describe('words of a stretch', () => {
  it('w never reads −1 where it is not', () => {
    expect(words(-1.05, -1.05)).toBe('phantom, w −1.05');
    expect(words(-1.0012, -1.0012)).toBe('phantom, w −1.001');
    expect(words(-1.58, -1.58)).toBe('phantom, w −1.6');
    expect(words(-1 - 2e-7, -1 - 2e-7)).toBe('phantom, w −1 − 2×10⁻⁷');
    expect(words(-0.96, -0.96, 'accelerating')).toBe('accelerating (quintessence-like), w −0.96');
    expect(words(-60, -60)).toBe('phantom, w −60');
    expect(words(-1, -1, 'deSitter')).toBe('de Sitter');
  });

  it('a range is as fine as its far end asks for', () => {
    expect(words(-1.3, -1.00001)).toBe('phantom, w −1.3 to −1');
    expect(words(-1.04, -1.02)).toBe('phantom, w −1.04 to −1.02');
    expect(words(-0.001, 0.5, 'decelerating')).toBe('decelerating, w 0 to 0.5');
  });

  it('a narrow stretch has fewer words, and never a wrong one', () => {
    expect(words(-2.5, -1.4, 'phantom', 20)).toBe('phantom, w −2.5 to −1.4');
    expect(words(-2.5, -1.4, 'phantom', 13)).toBe('phantom');
    expect(words(-1.58, -1.58, 'phantom', 13)).toBe('phantom, w −1.6');
    expect(words(-0.96, -0.96, 'accelerating', 20)).toBe('accelerating, w −0.96');
  });
});

describe('times on the axis', () => {
  it.each([
    [25.28, 25.51],
    [0, 38],
    [1000, 1000.4],
    [-0.3, 0.3],
    [123456, 123460],
  ])('ticks from %d to %d are all different, and are where they say', (min, max) => {
    const ticks = roundTicks({ min, max }, 6);
    const labels = tickLabels(ticks);
    expect(new Set(labels).size).toBe(ticks.length);
    labels.forEach((label, i) => expect(Number(label.replace('−', '-'))).toBeCloseTo(ticks[i], 9));
    expect(labels).not.toContain('−0.0');
  });

  it('decimals are those of the step', () => {
    expect(tickLabels([25.3, 25.35, 25.4])).toEqual(['25.30', '25.35', '25.40']);
    expect(tickLabels([20])).toEqual(['20']);
    expect([5, 1, 0.5, 0.05, 0.002].map(decimalsOfStep)).toEqual([0, 0, 1, 2, 3]);
    expect(timeWords(25.3124, 0.2)).toBe('25.312');
    expect(timeWords(0, 24)).toBe('0');
    expect(timeWords(1.5, 24)).toBe('1.5');
    expect(timeWords(100, 300)).toBe('100');
  });
});
