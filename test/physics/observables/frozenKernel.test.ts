import { describe, expect, it } from 'vitest';
import { FrozenKernel, type FrozenMotion } from '../../../src/physics/observables/frozenKernel.ts';
import { tangentKernel } from '../../../src/physics/observables/tangentKernel.ts';
import { readReference, worstRelative } from '../../helpers/reference.ts';
import { simulate } from '../../helpers/run.ts';
import type { Rows } from '../../helpers/systems.ts';

interface Case {
  name: string;
  gamma: number;
  Y: Rows;
  expected: { Z: Rows; ntk: Rows; frozen_ntk_from_rest: { t: number[]; Z: Rows } };
}
const { cases } = readReference<{ cases: Case[] }>('ntk_ks');
const { expansion: deSitter } = simulate({ expansion: { kind: 'de-sitter', gamma: 1.5 } }).tracks[0];

describe.each(cases)('ntk_ks $name', ({ gamma, Y, expected }) => {
  const { expansion } = simulate({ expansion: { kind: 'de-sitter', gamma } }).tracks[0];
  const motion: FrozenMotion = { expansion, steady: true, eta: null, jumps: false, dt: 0.125 };
  const create = (how: FrozenMotion): FrozenKernel => {
    const [targets, outputs] = [Y, expected.Z].map((rows) => Float64Array.from(rows.flat()));
    const kernel = Float64Array.from(expected.ntk.flat());
    return new FrozenKernel(kernel, targets, outputs, new Float64Array(targets.length), 0, how);
  };
  const { t, Z } = expected.frozen_ntk_from_rest;

  it('outputs under Θ₀ from rest: agree to 1e-12, at once and from time to time', () => {
    const onwards = create(motion);
    t.forEach((time, n) => {
      const out = new Float64Array(Z[n].length);
      const at = create(motion);
      at.advance(time);
      at.outputs(out);
      expect(worstRelative(out, Z[n])).toBeLessThan(1e-12);
      onwards.advance(time);
      onwards.outputs(out);
      expect(worstRelative(out, Z[n])).toBeLessThan(1e-12);
    });
  });

  it('a course of some outputs is theirs at its times, and leaves the time that was reached', () => {
    const kernel = create(motion);
    const out = new Float64Array(Z[0].length);
    const last = t[t.length - 1];
    kernel.advance(last);
    const course = kernel.course(Float64Array.from(t), Int32Array.of(Z[0].length - 1));
    t.forEach((_, n) => expect(course[n]).toBeCloseTo(Z[n][Z[n].length - 1], 11));
    kernel.outputs(out);
    expect(worstRelative(out, Z[t.length - 1])).toBeLessThan(1e-12);
    kernel.advance(last + 1);
    kernel.advance(last);
    kernel.outputs(out);
    expect(worstRelative(out, Z[t.length - 1])).toBeLessThan(1e-12);
  });

  it('kick by kick, as for histories without a closed form: agree to 1e-4', () => {
    const stepped = create({ ...motion, steady: false });
    const out = new Float64Array(Z[0].length);
    stepped.advance(t[0]);
    stepped.outputs(out);
    expect(worstRelative(out, Z[0])).toBeLessThan(1e-4);
    expect(worstRelative(out, Z[0])).toBeGreaterThan(1e-12);
  });
});

describe('a system linear in its weights has the kernel for ever', () => {
  const sections = {
    system: { kind: 'ring-shared', N: 5, q: 0.3 },
    data: { kind: 'smooth-random', samples: 3 },
    initial: { kind: 'random', scale: 0.7, velocityScale: 0.4 },
  };
  const outputsOf = (simulation: ReturnType<typeof simulate>): Float64Array => {
    const { system, weights } = simulation.instant();
    const out = new Float64Array(system.sampleCount * system.outputCount);
    system.outputs(weights, out);
    return out;
  };
  const frozenOf = (simulation: ReturnType<typeof simulate>, steady: boolean): FrozenKernel => {
    const { system, weights, velocity, expansion, time } = simulation.instant();
    const [{ integrator, data }] = simulation.tracks;
    const rate = new Float64Array(data.targets.length);
    system.derivatives?.alongDirection(weights, velocity, rate, null);
    const first = integrator.eta(0) !== null;
    return new FrozenKernel(
      tangentKernel(system, weights) as Float64Array,
      data.targets,
      outputsOf(simulation),
      rate,
      time,
      {
        expansion,
        steady,
        eta: first ? (t) => integrator.eta(t) as number : null,
        jumps: integrator.jump !== undefined,
        dt: simulation.dt,
      },
    );
  };

  it.each([
    [
      'damped, closed form, exactly',
      { kind: 'exact', dt: 0.125 },
      { kind: 'de-sitter', gamma: 0.4 },
      true,
      1e-12,
    ],
    ['kination, kick by kick', { kind: 'reference', dt: 0.125 }, { kind: 'kination', t0: 1 }, false, 1e-4],
    [
      'flow at a rising rate',
      { kind: 'gradient-flow', dt: 0.015625 },
      { kind: 'warmup', etaMax: 0.2, T: 1 },
      false,
      1e-7,
    ],
    [
      'descent, jump by jump',
      { kind: 'gradient-descent', dt: 0.0625 },
      { kind: 'inverse', eta0: 0.3, k: 1 },
      false,
      1e-13,
    ],
  ])('%s: its outputs are those predicted', (_, dynamics, expansion, steady, tolerance) => {
    const initial = expansion.kind === 'warmup' ? { kind: 'random', scale: 0.7 } : sections.initial;
    const simulation = simulate({ ...sections, initial, dynamics, expansion });
    const frozen = frozenOf(simulation, steady);
    const found = outputsOf(simulation);
    const start = found.slice();
    for (const steps of [1, 3, 12]) {
      simulation.advance(steps);
      frozen.advance(simulation.time);
    }
    frozen.outputs(found);
    expect(worstRelative(found, outputsOf(simulation))).toBeLessThan(tolerance);
    expect(worstRelative(start, found)).toBeGreaterThan(0.01);
    // At once, or back and on again: the same bits.
    const other = frozenOf(simulate({ ...sections, initial, dynamics, expansion }), steady);
    const again = found.slice();
    for (const steps of [16, 5, 16]) other.advance(simulation.time - (16 - steps) * simulation.dt);
    other.outputs(again);
    expect([...again]).toEqual([...found]);
  });
});

it('round-off below 0 in the kernel makes no mode grow', () => {
  const frozen = new FrozenKernel(
    Float64Array.of(1, 1, 1, 1 - 1e-15),
    new Float64Array(2),
    Float64Array.of(1, -1),
    new Float64Array(2),
    0,
    { expansion: deSitter, steady: true, eta: null, jumps: false, dt: 0.125 },
  );
  const out = new Float64Array(2);
  frozen.advance(1e6);
  frozen.outputs(out);
  expect(Math.max(...out.map(Math.abs))).toBeLessThanOrEqual(1 + 1e-9);
});
