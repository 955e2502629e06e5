import { describe, expect, it } from 'vitest';
import { expansionKinds, expansions } from '../../src/physics/expansion/index.ts';
import type { ExpansionPart } from '../../src/physics/types.ts';
import {
  DIMENSION,
  equationOfStateError,
  hubbleError,
  kickErrors,
  kickFinding,
} from '../../src/engine/verify/histories.ts';
import { valuesOf } from '../helpers/systems.ts';

const cases = expansionKinds.map((kind) => {
  const part: ExpansionPart = expansions[kind];
  return { kind, part, expansion: part.create(valuesOf(part), DIMENSION) };
});

/** Histories whose kicks are in closed form; the others take constant γ over a half step (physics.md 4.1). */
const approximate: readonly string[] = ['cosine', 'exponential', 'inverse'];

describe('expansions', () => {
  it('registry: the 15 kinds of the contract, each under its own name, de-sitter first', () => {
    expect(expansionKinds).toEqual([
      'de-sitter',
      'flat',
      'power-law',
      'fluid',
      'radiation',
      'matter',
      'nesterov',
      'milne',
      'kination',
      'cosine',
      'exponential',
      'inverse',
      'warmup',
      'step',
      'table',
    ]);
    for (const { kind, part } of cases) expect(part.kind).toBe(kind);
  });

  for (const { kind, expansion } of cases) {
    it(`${kind}: d ln a/dt = H = γ/d by central differences to 1e-9`, () => {
      expect(expansion.dimension).toBe(DIMENSION);
      expect(hubbleError(expansion)).toBeLessThan(1e-9);
    });

    it(`${kind}: w_eff = -1 - 2 γ'/γ² to 1e-7, null where γ = 0`, () => {
      expect(equationOfStateError(expansion)).toBeLessThan(1e-7);
    });

    it(`${kind}: says whether its kicks are exact`, () => {
      expect(expansion.approximateKicks === true).toBe(approximate.includes(kind));
    });

    if (approximate.includes(kind)) {
      it(`${kind}: E and c of kicks err by h³, 8 ± 1 less for half the step, E exactly where γ is linear`, () => {
        const [coarse, fine] = [0.2, 0.1].map((h) => kickErrors(expansion, 3, 3 + h));
        if (kind === 'inverse') expect(coarse.E).toBeLessThan(1e-14);
        else expect(Math.abs(coarse.E / fine.E - 8)).toBeLessThan(1);
        // c is of order h itself, so its relative error is of order h² or better.
        expect(coarse.c / fine.c).toBeGreaterThan(3.5);
      });
    } else {
      it(`${kind}: E and c of kicks agree with quadrature to 1e-13, from t = 0 too`, () => {
        expect(kickFinding(kind, expansion)).toMatchObject({ verdict: 'ok', expected: 0, tolerance: 1e-13 });
      });

      it(`${kind}: two kicks in a row make one, across corners too: E E and c E + c to 1e-14`, () => {
        const kick = new Float64Array(7);
        for (const [t1, t2, t3] of [
          [1.25, 1.5, 2.25],
          [3, 5, 7.5],
          [9, 10, 31],
          [4, 10.5, 52],
        ]) {
          expansion.kick(t1, t2, kick, 1);
          expansion.kick(t2, t3, kick, 3);
          expansion.kick(t1, t3, kick, 5);
          expect(Math.abs(kick[1] * kick[3] - kick[5])).toBeLessThan(1e-14);
          expect(Math.abs(kick[2] * kick[3] + kick[4] - kick[6])).toBeLessThan(1e-14 * kick[6]);
          expect(kick[0]).toBe(0);
        }
      });
    }

    it(`${kind}: smallestGamma is the greatest lower bound of γ from then on`, () => {
      for (const from of [0.1, 1, 30]) {
        const bound = expansion.smallestGamma(from);
        let least = Infinity;
        for (let t = from; t < 1e6; t *= 1.001) least = Math.min(least, expansion.gamma(t));
        expect(least).toBeGreaterThanOrEqual(bound * (1 - 1e-12));
        expect(least - bound).toBeLessThan(1e-5);
      }
    });
  }

  it('a = 1 at t = 0 for de-sitter, flat and the schedules, at t = 1 for power laws and fluids, at T for warmup', () => {
    const one: Readonly<Record<string, number>> = {
      ...Object.fromEntries(expansionKinds.slice(2, 9).map((kind) => [kind, 1])),
      warmup: 5,
    };
    for (const { kind, expansion } of cases) {
      expect(Math.abs(expansion.logScaleFactor(one[kind] ?? 0)), kind).toBe(0);
    }
  });
});

describe('expansions: what each says of itself is what its γ(t) does', () => {
  const times = [0.5, 1, 3.7, 11, 29];

  it.each(cases)(
    '$kind: a power law has γ t = n at all times, and n is said of nothing else',
    ({ part, expansion }) => {
      const n = part.power?.(valuesOf(part), DIMENSION);
      const products = times.map((t) => t * expansion.gamma(t));
      if (n === undefined)
        expect(Math.max(...products) - Math.min(...products) > 1e-3 || products[0] === 0).toBe(true);
      else for (const product of products) expect(product).toBeCloseTo(n, 12);
    },
  );

  it.each(cases)('$kind: steady is γ(t) = γ(1), and nothing steady bends or jumps', ({ part, expansion }) => {
    const steady = part.steady?.(valuesOf(part)) ?? false;
    const same = times.every((t) => expansion.gamma(t) === expansion.gamma(1));
    expect(steady).toBe(same);
    if (steady) expect('corners' in part).toBe(false);
  });

  it.each(cases)(
    '$kind: dη/dt or η jumps at its corners, and nowhere else by as much',
    ({ part, expansion }) => {
      const corners = [...(part.corners?.(valuesOf(part), 0, 40) ?? [])].filter((t) => t > 0.5 && t < 40);
      const eta = (t: number): number => (expansion.gamma(t) === 0 ? 0 : 1 / expansion.gamma(t));
      /** How far η is from the straight line through its neighbours, in units of their distance. */
      const bend = (t: number): number => Math.abs(eta(t + 1e-4) - 2 * eta(t) + eta(t - 1e-4)) / 1e-4;
      // The ends of a cosine are level: it is the bend of the bend that jumps there, too fine for this ruler.
      const level = part.kind === 'cosine';
      for (const t of corners) expect(bend(t) > 1e-3).toBe(!level);
      for (let t = 1.03; t < 39; t += 0.25) expect(bend(t)).toBeLessThan(1e-3);
    },
  );

  it.each(cases)(
    '$kind: w_eff of its pieces is that of the history within each of them',
    ({ part, expansion }) => {
      const pieces = part.pieces?.(valuesOf(part));
      const stretch = part.stretch?.(valuesOf(part));
      if (stretch !== undefined) for (const t of times) expect(expansion.equationOfState(t)).toBe(-1);
      if (pieces === undefined) return;
      const { times: points, states } = pieces;
      expect(states.length).toBe(points.length + 1);
      states.forEach((w, k) => {
        const from = points[k - 1] ?? points[0] - 2;
        const to = points[k] ?? points[points.length - 1] + 2;
        expect(expansion.equationOfState(0.5 * (from + to))).toBeCloseTo(w, 12);
      });
    },
  );

  it.each(cases)('$kind: jumps are as far apart as it says', ({ part, expansion }) => {
    const jumps = part.jumps?.(valuesOf(part));
    const leap = (t: number): number => expansion.gamma(t + 1e-6) / expansion.gamma(t - 1e-6) - 1;
    if (jumps === undefined) return;
    expect(Object.keys(part.parameters)).toContain(jumps.parameter);
    for (let k = 1; k < 4; k++) {
      expect(Math.abs(leap(k * jumps.every))).toBeGreaterThan(0.1);
      expect(Math.abs(leap((k + 0.5) * jumps.every))).toBeLessThan(1e-6);
    }
  });

  it.each(cases)(
    '$kind: every history that plans something has an end of it after its start, and its own formulas',
    ({ part }) => {
      const values = valuesOf(part);
      const end = part.plannedEnd?.(values, 1);
      if (end !== undefined) expect(end).toBeGreaterThan(1);
      // What is not constant writes out its a(t), but for points of a hand.
      const own = part.scaleFactor?.(values, 0, 3) ?? [];
      const law = part.steady?.(values) === true || part.points !== undefined;
      expect(own.length > 0).toBe(!law);
      for (const { id, tex, plain } of own)
        expect([id, tex, plain].every((words) => words.length > 0)).toBe(true);
      // The exponent that a power law writes is that of its a(t).
      if (part.power === undefined) return;
      const written = Number(/t\^([\d.e-]+)$/.exec(own[0].plain)?.[1]);
      const grown = part.create(values, 3).logScaleFactor(2) / Math.log(2);
      expect(Math.abs(written - grown)).toBeLessThan(1e-3 * Math.max(1, grown));
    },
  );
});
