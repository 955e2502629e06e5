import { describe, expect, it } from 'vitest';
import { deSitter } from '../../../src/physics/expansion/deSitter.ts';
import { powerLaw } from '../../../src/physics/expansion/powerLaw.ts';

const kick = new Float64Array(2);

describe('de-sitter', () => {
  it('c has relative error below 1e-15 and is continuous to gamma = 0', () => {
    for (const gamma of [1e-320, 1e-300, 1e-18, 1e-12, 1e-6, 1e-3, 0.02, 0.5, 3, 80, 1e4]) {
      const x = gamma * 0.375;
      deSitter.create({ gamma }, 1).kick(2, 2.375, kick, 0);
      // (1 - e^-x)/x by its series where x is small
      let series = 1;
      for (let k = 24; k >= 2; k--) series = 1 - (x / k) * series;
      const expected = x < 1 ? 0.375 * series : (1 - Math.exp(-x)) / gamma;
      expect(Math.abs(kick[1] / expected - 1), `gamma ${gamma}`).toBeLessThan(1e-15);
      expect(Math.abs(kick[0] - Math.exp(-x))).toBeLessThan(1e-15 * Math.exp(-x) + 1e-300);
    }
  });
});

describe('power-law', () => {
  it("at the big bang: gamma infinite, ln a = -Infinity, V' = -g/(n+1), kick E = 0 and c = t/(n+1)", () => {
    for (const n of [0.5, 1, 2, 3]) {
      const expansion = powerLaw.create({ n }, 2);
      expect([expansion.gamma(0), expansion.logScaleFactor(0)]).toEqual([Infinity, -Infinity]);
      expect(expansion.initialResponse(0)).toBe(1 / (n + 1));
      expect(expansion.initialResponse(0.1)).toBe(1);
      expansion.kick(0, 0.25, kick, 0);
      expect([...kick]).toEqual([0, 0.25 / (n + 1)]);
    }
  });

  it('n = 0 is flat: no friction at any time, c = t2 - t1', () => {
    const expansion = powerLaw.create({ n: 0 }, 2);
    expansion.kick(0, 0.25, kick, 0);
    expect([...kick]).toEqual([1, 0.25]);
    expect([expansion.gamma(0), expansion.logScaleFactor(0), expansion.equationOfState(1)]).toEqual([
      0,
      0,
      null,
    ]);
    expect(expansion.initialResponse(0)).toBe(1);
  });

  it('c keeps a relative error below 1e-14 at t = 1e6, where (t2 - t1 E)/(n+1) loses ten digits', () => {
    powerLaw.create({ n: 2 }, 1).kick(1e6, 1e6 + 0.0625, kick, 0);
    // c = Δ (t2² + t2 t1 + t1²)/(3 t2²) for n = 2
    const [t1, t2] = [1e6, 1e6 + 0.0625];
    const expected = (0.0625 * (t2 * t2 + t2 * t1 + t1 * t1)) / (3 * t2 * t2);
    expect(Math.abs(kick[1] / expected - 1)).toBeLessThan(1e-14);
  });
});
