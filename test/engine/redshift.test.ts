import { describe, expect, it } from 'vitest';
import { couplings } from '../../src/physics/observables/couplings.ts';
import { energyBudget } from '../../src/physics/observables/energy.ts';
import type { EnergyBudget } from '../../src/physics/observables/types.ts';
import { HEADER } from '../../src/engine/frame.ts';
import { FakeHost } from '../helpers/host.ts';
import { readReference } from '../helpers/reference.ts';
import { bits, documentOf, simulate } from '../helpers/run.ts';

interface RingModes {
  cases: {
    name: string;
    history: string;
    parameters: { d: number; H?: number; s?: number };
    N: number;
    J: number;
    K: number;
    t0: number;
    t: number[];
    W0: number[];
    V0: number[];
    expected: { W: number[][]; V: number[][] };
  }[];
}
const cases = readReference<RingModes>('ring_modes').cases.filter(({ history }) =>
  history.endsWith('redshift'),
);
const sectionsOf = (each: RingModes['cases'][number], dynamics: unknown): Record<string, unknown> => {
  const { N, K, J, W0, V0, t0, parameters } = each;
  const { d, H, s } = parameters;
  return {
    system: { kind: 'scalar-field-1d', N, K, J, redshift: 'physical' },
    data: { kind: 'none' },
    initial: { kind: 'explicit', weights: W0, velocity: V0 },
    dynamics,
    expansion:
      H === undefined
        ? { kind: 'power-law', n: d * (s ?? NaN), d, t0 }
        : { kind: 'de-sitter', gamma: d * H, d, t0 },
  };
};
/** Largest deviation from the reference at all its times. */
function deviation(each: RingModes['cases'][number], dynamics: { kind: string; dt: number }): number {
  const simulation = simulate(sectionsOf(each, dynamics));
  let worst = 0;
  each.t.forEach((time, n) => {
    simulation.advance(Math.round((time - each.t0) / dynamics.dt) - simulation.step);
    const { weights, velocity } = simulation.tracks[0];
    for (let i = 0; i < each.N; i++) {
      worst = Math.max(worst, Math.abs(weights[i] - each.expected.W[n][i]));
      worst = Math.max(worst, Math.abs(velocity[i] - each.expected.V[n][i]));
    }
  });
  return worst;
}

describe('ring_modes with physical redshift, K a⁻²', () => {
  it('2 cases have it: true de Sitter space and radiation at d = 3', () => expect(cases).toHaveLength(2));

  it.each(cases.map((each) => [each.name, each] as const))('%s: reference within 1e-8', (_name, each) => {
    expect(deviation(each, { kind: 'reference', dt: 0.25 })).toBeLessThan(1e-8);
  });

  it.each(cases.map((each) => [each.name, each] as const))(
    '%s: the error of second-order falls by 4 ± 0.2 per halving',
    (_name, each) => {
      const errors = [1 / 64, 1 / 128, 1 / 256].map((dt) => deviation(each, { kind: 'second-order', dt }));
      expect(Math.abs(errors[0] / errors[1] - 4)).toBeLessThan(0.2);
      expect(Math.abs(errors[1] / errors[2] - 4)).toBeLessThan(0.2);
    },
  );
});

const stretched = {
  system: { kind: 'scalar-field-1d', N: 16, K: 2, J: 0.2, redshift: 'physical' },
  data: { kind: 'none' },
  initial: { kind: 'bump', center: 5, width: 2, amplitude: 1 },
  dynamics: { kind: 'second-order', dt: 1 / 32 },
  expansion: { kind: 'de-sitter', gamma: 0.4 },
};

describe('redshift', () => {
  it('energy law: the work of the stretching closes the budget; its residual falls 4 times per halving', () => {
    const at = (dt: number): EnergyBudget => {
      const simulation = simulate({ ...stretched, dynamics: { kind: 'second-order', dt } });
      simulation.advance(Math.round(4 / dt));
      return energyBudget.compute(simulation.instant());
    };
    const [coarse, fine] = [at(1 / 32), at(1 / 64)];
    expect(fine.injected).toBeLessThan(-0.05);
    expect(Math.abs(coarse.residual / fine.residual - 4)).toBeLessThan(0.4);
  });

  it('couplings: K is K/spacing² a(t)⁻², J stays', () => {
    const simulation = simulate({ ...stretched, system: { ...stretched.system, spacing: 0.5 } });
    simulation.advance(64);
    const { K, J } = couplings.compute(simulation.instant()) ?? { K: [], J: [] };
    expect(Math.abs(K[3] - 8 * Math.exp(-2 * 0.4 * 2))).toBeLessThan(1e-12);
    expect(J[3]).toBe(0.2);
  });

  it('frames carry the stretched K', () => {
    const host = new FakeHost(1);
    host.send({ type: 'open', run: 1, document: documentOf(stretched) });
    host.send({ type: 'step', run: 1, count: 32 });
    host.turn();
    const frame = host.lastFrame();
    expect(frame.header[HEADER.time]).toBe(1);
    expect(frame.couplingK[0]).toBeCloseTo(2 * Math.exp(-0.8), 6);
  });

  it('edits: another friction changes the rate of stretching, not how far space is stretched', () => {
    const edits = [{ step: 32, command: { kind: 'set', path: 'expansion.gamma', value: 1.6 } }];
    const simulation = simulate(stretched, [], edits);
    simulation.advance(64);
    const { K } = couplings.compute(simulation.instant()) ?? { K: [], J: [] };
    expect(Math.abs(K[0] - 2 * Math.exp(-2 * (0.4 + 1.6)))).toBeLessThan(1e-12);
    expect(Math.abs(simulation.logScaleFactor() - 2)).toBeLessThan(1e-14);
  });

  it('snapshots: restored across an edit the future is the same, bit for bit', () => {
    const edits = [{ step: 20, command: { kind: 'set', path: 'expansion.gamma', value: 1.6 } }];
    const simulation = simulate(stretched, [], edits);
    simulation.advance(10);
    const early = simulation.snapshot();
    simulation.advance(20);
    const late = simulation.snapshot();
    simulation.advance(20);
    const [main] = simulation.tracks;
    const state = (): string =>
      bits(main.weights) + bits(main.velocity) + bits([main.injectedEnergy, main.cost()]);
    const end = state();
    for (const [snapshot, steps] of [
      [early, 40],
      [late, 20],
    ] as const) {
      simulation.restore(snapshot);
      for (let n = 0; n < steps; n++) simulation.advance(1);
      expect(state()).toBe(end);
    }
  });

  it('is refused at the big bang, where a = 0, and with the closed form', () => {
    const bang = { ...stretched, expansion: { kind: 'matter', t0: 0 } };
    expect(() => simulate(bang)).toThrow(/system\.redshift: "physical": expected "none", or a start after/);
    expect(() => simulate({ ...stretched, expansion: { kind: 'matter', t0: 1 } })).not.toThrow();
    expect(() => simulate({ ...stretched, dynamics: { kind: 'exact' } })).toThrow(/redshift moves the modes/);
  });

  it('dt "auto" from t0 = 1/4 of a power law: the step suits K a⁻² there, 16 times larger', () => {
    const early = { ...stretched, dynamics: { kind: 'second-order' } };
    const dt = (t0: number): number => simulate({ ...early, expansion: { kind: 'power-law', n: 1, t0 } }).dt;
    expect(dt(1) / dt(0.25)).toBe(4);
  });
});
