import { describe, expect, it } from 'vitest';
import { fluidOf, segmentsOf, type Segment } from '../../src/scenario/segments.ts';
import { historyOf } from '../helpers/histories.ts';

function named(section: Record<string, unknown>, from: number, to: number, dimension = 1): string[] {
  const { section: own, expansion } = historyOf(section, dimension);
  return segmentsOf(own, expansion, from, to).map(({ shape, fluid }) => `${shape} ${fluid}`);
}
function segments(section: Record<string, unknown>, from: number, to: number, dimension = 1): Segment[] {
  const { section: own, expansion } = historyOf(section, dimension);
  return segmentsOf(own, expansion, from, to);
}

describe('segments: every history is named by what it is', () => {
  it.each([
    [{ kind: 'de-sitter' }, ['constant de-sitter']],
    [{ kind: 'flat' }, ['frictionless flat']],
    [{ kind: 'matter' }, ['rise matter']],
    [{ kind: 'radiation' }, ['rise radiation']],
    [{ kind: 'nesterov' }, ['rise nesterov']],
    [{ kind: 'milne' }, ['rise coasting']],
    [{ kind: 'kination' }, ['rise kination']],
    [{ kind: 'power-law', n: 2 }, ['rise matter']],
    // In three dimensions γ = 3/t is Nesterov’s and coasting at once.
    [{ kind: 'power-law', n: 3 }, ['rise coasting']],
    [{ kind: 'fluid', w: 0.3 }, ['rise ordinary']],
    [{ kind: 'cosine', T: 50 }, ['fall big-rip']],
    [{ kind: 'cosine', T: 10 }, ['fall big-rip', 'constant de-sitter']],
    [{ kind: 'exponential' }, ['fall little-rip']],
    [{ kind: 'inverse' }, ['fall phantom']],
    [{ kind: 'warmup', etaMax: 1, T: 5 }, ['rise ordinary', 'constant de-sitter']],
    [{ kind: 'step' }, ['steps de-sitter']],
  ])('%j', (section, expected) => {
    expect(named(section, 1, 20, 3)).toEqual(expected);
  });

  it('a table: warm-up is ordinary matter, a plateau de Sitter, decay phantom with w = −1 + 2 dη/dt', () => {
    const found = segments({ kind: 'table', t: [1, 10, 26, 30, 38], eta: [0.9, 9, 9, 7, 4], d: 3 }, 1, 38);
    expect(found.map(({ shape, fluid }) => `${shape} ${fluid}`)).toEqual([
      'rise ordinary',
      'constant de-sitter',
      'fall phantom',
    ]);
    expect(found.map(({ from, to }) => [from, to])).toEqual([
      [1, 10],
      [10, 26],
      [26, 38],
    ]);
    expect(found[0].equationOfState?.[0]).toBeCloseTo(-1 + 2 * 0.9, 9);
    expect(found[1].equationOfState).toEqual([-1, -1]);
    expect(found[2].equationOfState?.[0]).toBeCloseTo(-1 - 2 * 0.5, 9);
    expect(found[2].equationOfState?.[1]).toBeCloseTo(-1 - 2 * 0.375, 9);
  });

  it('a rise of slope 1/2 is matter, of 1 kination, of 1/4 in three dimensions nobody’s', () => {
    expect(named({ kind: 'table', t: [0, 10], eta: [1, 6] }, 0, 10, 3)).toEqual(['rise matter']);
    expect(named({ kind: 'table', t: [0, 10], eta: [1, 11] }, 0, 10, 3)).toEqual(['rise kination']);
    expect(named({ kind: 'table', t: [0, 10], eta: [1, 3.5] }, 0, 10, 3)).toEqual(['rise ordinary']);
  });

  it('cosine: w is −1 at both ends and lowest in the middle, −1 − π(η max − η min)/T', () => {
    const [fall] = segments({ kind: 'cosine', etaMin: 0.1, etaMax: 1.1, T: 10 }, 0, 10);
    expect(fall.equationOfState?.[1]).toBeCloseTo(-1, 4);
    expect(fall.equationOfState?.[0]).toBeCloseTo(-1 - Math.PI / 10, 9);
  });

  it('d decides what 1/d and 2/d − 1 are', () => {
    expect(fluidOf(1 / 3, 3)).toBe('radiation');
    expect(fluidOf(1, 1)).toBe('kination');
    expect(fluidOf(0.5, 2)).toBe('radiation');
    expect(fluidOf(-1 / 3, 3)).toBe('coasting');
    expect(fluidOf(-1 / 3, 2)).toBe('nesterov');
    expect(fluidOf(-1.2, 2)).toBe('phantom');
  });
});
