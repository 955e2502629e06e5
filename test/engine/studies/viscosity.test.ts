import { describe, expect, it } from 'vitest';
import { findModes } from '../../../src/engine/curvature.ts';
import { createData, createInitial, createSystem } from '../../../src/engine/parts.ts';
import { viscosity } from '../../../src/engine/studies/viscosity/index.ts';
import type { StudyFindings, StudySeries } from '../../../src/engine/studies/types.ts';
import { descent, type Task } from '../../../src/engine/studies/viscosity/motions.ts';
import { modalMotions } from '../../../src/engine/studies/viscosity/modal.ts';
import { steppedMotions } from '../../../src/engine/studies/viscosity/stepped.ts';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { dampedMode, ringFrequency2 } from '../../../src/physics/exactModes.ts';
import { documentOf } from '../../helpers/run.ts';

type Sections = Readonly<Record<string, unknown>>;

const ring = {
  system: { kind: 'ring-shared', N: 24 },
  data: { kind: 'uniform-bonds', K: 1.7, J: 0.6 },
  initial: { kind: 'bump', center: 4, width: 2, amplitude: 1 },
};
const mode = { ...ring, initial: { kind: 'mode', index: 3, amplitude: 0.8 } };
const dense = { system: { kind: 'dense', sizes: [2, 5, 1], activation: 'tanh' }, data: { kind: 'xor' } };

function studied(sections: Sections): StudyFindings {
  const run = viscosity.run(documentOf(sections).scenario, typescriptKernels);
  let before = 0;
  for (;;) {
    const next = run.next();
    if (next.done === true) return next.value;
    expect(next.value.done, 'progress never goes back').toBeGreaterThanOrEqual(before);
    before = next.value.done;
  }
}

function seriesOf({ series }: StudyFindings, id: string): StudySeries {
  const found = series.find((entry) => entry.id === id);
  if (found === undefined) throw new Error(`no series ${id}`);
  return found;
}

function factOf({ facts }: StudyFindings, name: string): number {
  return facts.find((fact) => fact.name === name)?.value ?? Number.NaN;
}

function slopes(findings: StudyFindings): Record<string, number> {
  return Object.fromEntries(findings.series.map(({ id, fit }) => [id, fit?.slope ?? Number.NaN]));
}

/** Start of a scenario, and its two kinds of motion. */
function prepared(sections: Sections) {
  const { scenario } = documentOf(sections);
  const system = createSystem(scenario, createData(scenario, typescriptKernels), typescriptKernels);
  const { weights } = createInitial(scenario, system);
  return { system, weights, modes: findModes(system, weights) };
}

function end(task: Task): Float64Array {
  const steps = task.run();
  for (;;) {
    const next = steps.next();
    if (next.done === true) return next.value;
  }
}

function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Math.hypot(...Array.from(a, (value, i) => value - b[i]));
}

describe('viscosity study', () => {
  const uniform = studied(ring);

  it('uniform ring: slopes 2, 1, 1 and 4 to 0.02', () => {
    const found = slopes(uniform);
    for (const { id, expected } of uniform.series) {
      expect(Math.abs(found[id] - Number(expected)), `${id}: ${found[id]}`).toBeLessThan(0.02);
    }
    expect(uniform.series.map(({ id, expected }) => [id, expected])).toEqual([
      ['rest', 2],
      ['kick', 1],
      ['unit', 1],
      ['corrected', 4],
    ]);
  });

  it('dense tanh: the same slopes to 0.1, by Runge-Kutta', () => {
    const findings = studied(dense);
    for (const { id, fit, expected, points } of findings.series) {
      expect(points).toHaveLength(6);
      expect(Math.abs((fit?.slope ?? 0) - Number(expected)), `${id}: ${fit?.slope}`).toBeLessThan(0.1);
    }
  });

  it('range: η²λ ≤ 0.1, textbook steps ηλ ≤ 0.25, a whole number of them up to τ', () => {
    const curvature = factOf(uniform, 'curvature');
    const tau = factOf(uniform, 'tau');
    expect(curvature).toBeCloseTo(0.6 + 4 * 1.7, 10);
    for (const { id, points } of uniform.series) {
      expect(points).toHaveLength(7);
      for (const { x } of points) {
        expect(x * x * curvature).toBeLessThanOrEqual(0.1 + 1e-12);
        if (id !== 'unit') continue;
        expect(x * curvature).toBeLessThanOrEqual(0.25);
        expect(Math.abs(tau / x - Math.round(tau / x))).toBeLessThan(1e-9 * (tau / x));
      }
    }
  });

  it('one mode: every point is the closed form of physics 3.1, to 1e-9', () => {
    const findings = studied(mode);
    const tau = factOf(findings, 'tau');
    const lambda = ringFrequency2(3, 24, 1.7, 0.6);
    const moved = 1 - Math.exp(-lambda * tau);
    const flow = Math.exp(-lambda * tau);
    for (const { x: eta, y } of seriesOf(findings, 'rest').points) {
      const { w } = dampedMode(lambda, 1 / eta, 1, 0, tau / eta);
      expect(Math.abs(y - Math.abs(w - flow) / moved)).toBeLessThan(1e-9 * y + 1e-14);
    }
    for (const { x: eta, y } of seriesOf(findings, 'unit').points) {
      const w = (1 - eta * lambda) ** Math.round(tau / eta);
      expect(Math.abs(y - Math.abs(w - flow) / moved)).toBeLessThan(1e-9 * y + 1e-14);
    }
    for (const { x: eta, y } of seriesOf(findings, 'corrected').points) {
      const { w } = dampedMode(lambda, 1 / eta, 1, -eta * lambda, tau / eta);
      const corrected = Math.exp(-(lambda + eta * eta * lambda * lambda) * tau);
      expect(Math.abs(y - Math.abs(w - corrected) / moved)).toBeLessThan(1e-9 * y + 1e-13);
    }
  });

  it('one mode: the leading error is ε|1 − λτ| from rest and ηλ·λτ/2 of unit steps, to 2 %', () => {
    const findings = studied(mode);
    const lambda = ringFrequency2(3, 24, 1.7, 0.6);
    const reach = lambda * factOf(findings, 'tau');
    const scale = Math.exp(-reach) / (1 - Math.exp(-reach));
    const last = (id: string) => seriesOf(findings, id).points.at(-1) ?? { x: 0, y: 0 };
    const rest = last('rest');
    // Amplitude 1 + ε and slow rate λ(1 + ε) in τ, ε = η²λ.
    expect(rest.y / (rest.x ** 2 * lambda * Math.abs(1 - reach) * scale)).toBeCloseTo(1, 1.7);
    const unit = last('unit');
    expect(unit.y / ((unit.x * lambda * reach * scale) / 2)).toBeCloseTo(1, 1.7);
  });

  it('E14: unit steps err more than inertia wherever η < 1/2, at the same η', () => {
    for (const sections of [ring, dense]) {
      const findings = studied(sections);
      const rest = seriesOf(findings, 'rest').fit;
      const unit = seriesOf(findings, 'unit').fit;
      if (rest === null || unit === null) throw new Error('no fit');
      for (const eta of [rest.from, rest.to]) {
        expect(eta).toBeLessThan(0.5);
        expect(unit.factor * eta ** unit.slope).toBeGreaterThan(rest.factor * eta ** rest.slope);
      }
    }
  });

  it('E13: at fixed t the expansion in η is secular: wrong by 37 % at t = 1/(ηλ), where the flow errs by η²λ', () => {
    const lambda = 1;
    for (const eta of [0.1, 0.03, 0.01]) {
      const exact = dampedMode(lambda, 1 / eta, 1, 0, 1 / (eta * lambda)).w;
      const expanded = 1 - eta * lambda * (1 / (eta * lambda));
      expect(Math.abs(exact - expanded)).toBeGreaterThan(0.36);
      expect(Math.abs(exact - Math.exp(-1))).toBeLessThan(eta * eta * lambda);
    }
  });

  it('stepped motions: agree with the closed forms to 1e-4 of the differences that are measured', () => {
    const { system, weights, modes } = prepared(ring);
    if (modes === null) throw new Error('no modes');
    const exact = modalMotions(modes, weights);
    const stepped = steppedMotions(system, exact.curvature, weights);
    const tau = 2 / exact.curvature;
    const rest = new Float64Array(weights.length);
    const flow = end(exact.flow(tau));
    const moved = distance(flow, weights);
    expect(distance(end(stepped.flow(tau)), flow) / moved).toBeLessThan(1e-10);
    for (const epsilon of [0.1, 0.01, 1e-3]) {
      const eta = Math.sqrt(epsilon / exact.curvature);
      const field = end(exact.field(eta, tau, rest));
      const signal = distance(field, flow);
      expect(distance(end(stepped.field(eta, tau, rest)), field) / signal).toBeLessThan(1e-4);
      const corrected = end(exact.corrected(eta, tau));
      expect(distance(end(stepped.corrected(eta, tau)), corrected) / moved).toBeLessThan(1e-10);
    }
  });

  it('unit steps: the last digit is that of W ← W − η ∂C/∂W', () => {
    const { system, weights } = prepared(dense);
    const gradient = new Float64Array(weights.length);
    const expected = weights.slice();
    for (let n = 0; n < 7; n++) {
      system.force.gradient(expected, null, 1, gradient);
      for (let i = 0; i < expected.length; i++) expected[i] -= 0.02 * gradient[i];
    }
    expect(end(descent(system, weights, 0.02, 7))).toEqual(expected);
  });

  it.each([
    ['changing-samples', { ...ring, batch: { kind: 'sequence', indices: [0, 1] } }],
    ['no-friction', { ...ring, expansion: { kind: 'flat' } }],
    ['changing-friction', { ...ring, expansion: { kind: 'power-law', n: 2, t0: 1 } }],
    ['at-rest', { ...ring, initial: { kind: 'zero' } }],
    // Down from a hill of curvature −10⁶ the weights grow by e³ at least, and overflow.
    [
      'not-finite',
      {
        system: { kind: 'scalar-field-1d', N: 8, K: 0, J: -1e6 },
        data: { kind: 'none' },
        initial: { kind: 'bump', amplitude: 1e306 },
      },
    ],
  ] as const)('refused with its reason: %s', (obstacle, sections) => {
    expect(() => studied(sections)).toThrow(expect.objectContaining({ obstacle }));
  });
});
