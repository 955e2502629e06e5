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
    [{ kind: 'de-sitter' }, ['constant deSitter']],
    [{ kind: 'flat' }, ['frictionless flat']],
    [{ kind: 'matter' }, ['rise matter']],
    [{ kind: 'radiation' }, ['rise radiation']],
    [{ kind: 'nesterov' }, ['rise nesterov']],
    [{ kind: 'milne' }, ['rise coasting']],
    [{ kind: 'kination' }, ['rise kination']],
    [{ kind: 'power-law', n: 2 }, ['rise matter']],
    // In three dimensions γ = 3/t is Nesterov’s and coasting at once.
    [{ kind: 'power-law', n: 3 }, ['rise coasting']],
    [{ kind: 'fluid', w: 0.3 }, ['rise decelerating']],
    [{ kind: 'cosine', T: 50 }, ['fall phantom']],
    [{ kind: 'cosine', T: 10 }, ['fall phantom', 'constant deSitter']],
    [{ kind: 'exponential' }, ['fall littleRip']],
    [{ kind: 'inverse' }, ['fall littleRip']],
    [{ kind: 'warmup', etaMax: 1, T: 5 }, ['rise accelerating', 'constant deSitter']],
    [{ kind: 'warmup', etaMax: 2, T: 5 }, ['rise decelerating', 'constant deSitter']],
    [{ kind: 'step' }, ['steps deSitter']],
    [{ kind: 'step', factor: 1 }, ['constant deSitter']],
    [{ kind: 'step', factor: 2 }, ['jumps deSitter']],
    [{ kind: 'fluid', w: -0.6 }, ['rise accelerating']],
    [{ kind: 'exponential', k: 0 }, ['constant deSitter']],
  ])('%j', (section, expected) => {
    expect(named(section, 1, 20, 3)).toEqual(expected);
  });

  it('a table: a warm-up of n < d decelerates, a plateau is de Sitter, decay phantom with w = −1 + 2 dη/dt', () => {
    const found = segments({ kind: 'table', t: [1, 10, 26, 30, 38], eta: [0.9, 9, 9, 7, 4], d: 3 }, 1, 38);
    expect(found.map(({ shape, fluid }) => `${shape} ${fluid}`)).toEqual([
      'rise decelerating',
      'constant deSitter',
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
    // w = −1/2 lies below 2/d − 1 = −1/3, so space accelerates; in two dimensions w = 1/5 does not.
    expect(named({ kind: 'table', t: [0, 10], eta: [1, 3.5] }, 0, 10, 3)).toEqual(['rise accelerating']);
    expect(named({ kind: 'table', t: [0, 10], eta: [1, 7] }, 0, 10, 2)).toEqual(['rise decelerating']);
  });

  it('cosine: w is −1 at both ends and lowest in the middle, −1 − π(η max − η min)/T', () => {
    const [fall] = segments({ kind: 'cosine', etaMin: 0.1, etaMax: 1.1, T: 10 }, 0, 10);
    expect(fall.equationOfState?.[1]).toBeCloseTo(-1, 4);
    expect(fall.equationOfState?.[0]).toBeCloseTo(-1 - Math.PI / 10, 9);
  });

  it('a stretch of a millionth says the same as a long one: w decides, not a difference of rates', () => {
    for (const section of [
      { kind: 'exponential' },
      { kind: 'cosine', T: 50 },
      { kind: 'inverse', k: 1e-4 },
      { kind: 'matter' },
      { kind: 'table', t: [0, 100], eta: [1, 1.001] },
      { kind: 'table', t: [0, 100], eta: [1, 0.999] },
    ]) {
      expect(named(section, 3, 3 + 1e-6)).toEqual(named(section, 3, 20));
    }
  });

  it('a table is cut to the window: what lies outside has no part in its w', () => {
    const section = { kind: 'table', t: [0, 10, 20, 30], eta: [4, 3.5, 2, 2], d: 3 };
    expect(segments(section, 2, 8)).toEqual([
      { from: 2, to: 8, shape: 'fall', fluid: 'phantom', equationOfState: [-1.1, -1.1] },
    ]);
    expect(
      segments(section, 5, 40).map(({ from, to, equationOfState }) => [from, to, equationOfState]),
    ).toEqual([
      [5, 20, [-1.3, -1.1]],
      [20, 40, [-1, -1]],
    ]);
    expect(named(section, -5, -1)).toEqual(['constant deSitter']);
  });

  // Work that grew with the square of the points would take minutes, over any limit of a test.
  it('a table of 10 000 points is taken apart from each of its first hundred on', () => {
    const count = 10_000;
    const t = Array.from({ length: count }, (_, k) => k);
    const eta = t.map((k) => 1 + (k % 2));
    const { section, expansion } = historyOf({ kind: 'table', t, eta });
    for (let n = 0; n < 100; n++)
      expect(segmentsOf(section, expansion, n, count + 1)).toHaveLength(count - n);
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
