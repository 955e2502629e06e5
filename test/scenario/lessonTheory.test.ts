import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createSystem } from '../../src/engine/parts.ts';
import { typescriptKernels as kernels } from '../../src/kernels/index.ts';
import { parseLesson } from '../../src/scenario/lesson/lesson.ts';
import { readLessonIndex } from '../../src/scenario/lesson/list.ts';
import { parseScenario } from '../../src/scenario/validate.ts';

/** Where the numbers of the shipped lessons come from: formulas of the theory, apart from the engine; physics.md. */
const { PI, exp, sin, cos, cosh, sinh, sqrt, abs } = Math;

/** w(t) of one mode from rest, w(0) = 1: physics.md 3.1. */
function damped(omega2: number, gamma: number, t: number): number {
  const square = (gamma * gamma) / 4 - omega2;
  const d = sqrt(abs(square));
  const [c, s] = square > 0 ? [cosh(d * t), sinh(d * t) / d] : [cos(d * t), sin(d * t) / d];
  return exp((-gamma * t) / 2) * (c + (gamma / 2) * s);
}
/** ω² of wave m on a ring. */
const ring = (J: number, K: number, m: number, N: number): number => J + 4 * K * sin((PI * m) / N) ** 2;
/** A bump on a ring, each of its waves moved by a law of its own, at site n. */
function bump(
  { N, center, width }: { readonly N: number; readonly center: number; readonly width: number },
  n: number,
  law: (m: number) => number,
): number {
  let sum = 0;
  for (let m = 0; m < N; m++) {
    for (let site = 0; site < N; site++) {
      const away = Math.min(abs(site - center), N - abs(site - center));
      sum += (exp((-away * away) / (2 * width * width)) * cos((2 * PI * m * (n - site)) / N) * law(m)) / N;
    }
  }
  return sum;
}
/** J₀ by its series. */
function bessel0(x: number): number {
  let [term, sum] = [1, 1];
  for (let k = 1; k < 60; k++) {
    term *= (-x * x) / (4 * k * k);
    sum += term;
  }
  return sum;
}
/** ⟨f(z)⟩ of a normal z: the trapezoid of physics.md 8. */
function normal(f: (z: number) => number): number {
  let sum = 0;
  for (let n = -250; n <= 250; n++) sum += f(0.04 * n) * exp(-((0.04 * n) ** 2) / 2);
  return (0.04 * sum) / sqrt(2 * PI);
}
const tanh = (x: number): number => Math.tanh(x);

// The wave of the lessons on friction: two round a ring of 48, J = 0.3, K = 1.
const wave = ring(0.3, 1, 2, 48);
const half = PI / sqrt(wave - 0.01);
// The bump of the lesson on viscosity, its difference from gradient flow at the same τ = 2.
const viscous = { N: 24, center: 12, width: 2 };
const apart = (gamma: number): number =>
  bump(viscous, 12, (m) => {
    const omega2 = ring(0.1, 1, m, 24);
    return damped(omega2, gamma, 2 * gamma) - exp(-2 * omega2);
  });
/** Velocity over that of the flow, of the same bump at t. */
const velocities = (gamma: number, t: number): number => {
  const rate = (at: number): number => bump(viscous, 12, (m) => damped(ring(0.1, 1, m, 24), gamma, at));
  const flow = (at: number): number => bump(viscous, 12, (m) => exp((-ring(0.1, 1, m, 24) * at) / gamma));
  const d = 1e-4;
  return (rate(t + d) - rate(t - d)) / (flow(t + d) - flow(t - d));
};
const six = ring(0.1, 1, 6, 48);
const omegaOf = sqrt(ring(1, 1, 3, 64));
const frozen = (4 * sin((PI * 4) / 128)) / 0.1;
const excess = (phi: (x: number) => number, q: number): number =>
  normal((z) => phi(sqrt(q) * z) ** 4) / normal((z) => phi(sqrt(q) * z) ** 2) ** 2 - 1;
const decimated = (times: number): number => {
  let x = 0.004 / 1.7;
  for (let n = 0; n < times; n++) x = x * x + 4 * x;
  return x;
};
function chi1(sigmaW: number, sigmaB: number): number {
  let q = 1;
  for (let n = 0; n < 4000; n++) q = sigmaW ** 2 * normal((z) => tanh(sqrt(q) * z) ** 2) + sigmaB ** 2;
  return sigmaW ** 2 * normal((z) => (1 - tanh(sqrt(q) * z) ** 2) ** 2);
}
/** Mean kinetic energy of the bath's ring: 48 modes of ½T(1 − h²λ/4), their mean λ = J + 2K = 81. */
const bath = (T: number): number => 24 * T * (1 - 81 / (4 * 32 * 32));

/** Of every step, what each of its `near` is: a number of theory; words: the statement's own, and how near is near enough. */
const numbers: Readonly<Record<string, readonly (number | string)[]>> = {
  'gradient-descent/bound': [1, 0.1, (1 - 4.1 / 2) ** 2],
  'gradient-descent/flow': ['the same, to 3 %', 'the same, to 2 % at the crest', 'to 10 % at its foot'],
  'friction/ring': [1, damped(wave, 0.2, half), damped(wave, 0.2, 2 * half), 0],
  'friction/critical': [5, 10].map((gamma) => damped(wave, gamma, 40) / damped(wave, gamma, 20)),
  'friction/creep': [damped(wave, 5, 40) / exp((-wave * 40) / 5)],
  'friction/flat': ['the same: a step of 1/4 swings about it by h²λ/16', 'the same, likewise'],
  'high-viscosity/limit': ['the same, to 3 %', velocities(10, 0.1)],
  'high-viscosity/order': [apart(10), apart(20), 2, 1],
  'high-viscosity/coarser': [(1 - six / 4) ** 20, exp(-5 * six), damped(six, 4, 20)],
  'action/late': [0.2 * 10, exp(-0.2 * half)],
  'de-sitter/universe': [0.12 * 5, 0.12],
  'de-sitter/efolds': [0.24 * 5, 0.12 * 5, 0.04 * 5],
  'de-sitter/limits': [0.1 * 13.7, abs(sin(frozen) / frozen)],
  'histories/matter': [1, sin(2 * omegaOf) / (2 * omegaOf)],
  'histories/kination': [0.5, bessel0(2 * omegaOf), sqrt(4)],
  'histories/schedule': [2 * 0.9 - 1, -1, (2 * (4.4 - 6.6)) / 3 - 1, 1 / 9],
  'continuum/springs': [1, 1, damped(4, 0.05, 4), damped(PI * PI, 0.05, 4)],
  'continuum/dispersion': [4, 4 * sin(PI / 16) ** 2],
  'continuum/spacing': [2, 0.25],
  'example-1/bonds': [0, 1, 16],
  'example-1/pairs': [0, 0],
  'example-1/never': [0, 0, 1],
  'propagation/shared': [4, 4, 1],
  'propagation/speed': [
    bump({ N: 96, center: 48, width: 4 }, 60, (m) => damped(ring(0.02, 4, m, 96), 0.12, 6)),
    4,
  ],
  'propagation/mass': [0.02, 1],
  'example-2/mass': [4 * 2 * 0.5 ** 2, 0],
  'example-2/massless': [0],
  // qΣXY = 0.5 · 1.2: λ = −4|qΣXY| at κ = π, 2Lr² − √((2Lr²)² + (4qΣXY)²) at κ = 0.
  'example-2/saddle': [-4 * 0.6, 1 - sqrt(1 + (4 * 0.6) ** 2)],
  'nonlocality/dense': ['measured: a fifth less, and no more'],
  'flickering/one': [1 / 6, 1 / 6],
  'flickering/batch': [sqrt(16 / 4), 1, 1],
  'heat/bath': [bath(0.5), 48 * 0.25],
  'heat/temperature': [bath(1), sqrt(2)],
  'heat/samples': ['measured: no theory counts the directions of these samples'],
  'outputs/kernel': ['the same, to 10 %'],
  'outputs/narrow': ['measured: mean of four starts', 'measured: mean of four starts'],
  'bulk/split': [-1, -1],
  'bulk/ring': [-1, -1],
  'wide/edge': [chi1(1.1934, 0.1)],
  'wide/finite': [(3 / 8) * excess(tanh, 1.6 ** 2), (3 / 64) * excess(tanh, 1.6 ** 2), 15 / 32, 6 / 32],
  'wide/depth': [3 * (1 + 5 / 16) ** 3 - 3],
  'wide/decimate': [decimated(1), decimated(2), decimated(4)],
  'approximation/table': [0.9, 0.8, 0.6, 0.4],
  'approximation/asked': ['measured: this start', ...Array<number>(6).fill(0.9), 0.8, 0.7, 0.9],
  'approximation/far': [0.9],
};

const folder = 'public/lessons';
const steps = readLessonIndex(JSON.parse(readFileSync(`${folder}/index.json`, 'utf8'))).flatMap(({ id }) =>
  parseLesson(readFileSync(`${folder}/${id}.json`, 'utf8')).steps.flatMap(({ id: step, proof }) => {
    const nears = proof.flatMap(({ near, within }) =>
      near === undefined ? [] : [{ near, within: within ?? 0 }],
    );
    return nears.length === 0 ? [] : [{ place: `${id}/${step}`, nears }];
  }),
);

describe('numbers that the shipped lessons expect', () => {
  it('each has a formula or a reason here, and none is here that they do not have', () => {
    expect(Object.keys(numbers).sort()).toEqual(steps.map(({ place }) => place).sort());
  });

  it.each(steps)('$place: theory’s, far within what the run may be off', ({ place, nears }) => {
    const own = numbers[place];
    expect(nears).toHaveLength(own.length);
    for (const [n, { near, within }] of nears.entries()) {
      const theory = own[n];
      // The tolerance is the run's: its step, its chance. The number itself is rounded, no more.
      if (typeof theory === 'number') {
        expect(abs(near - theory), `${n}: ${theory}`).toBeLessThanOrEqual(Math.max(0.2 * within, 1e-12));
      }
    }
  });
});

describe('one hidden layer can: steps of tanh placed by hand, no training', () => {
  // Between two neighbouring points one unit, so steep that it is a step: the sum is a staircase through all of them.
  const staircase = (curve: (x: number) => number, units: number): number => {
    const steep = 2000 * units;
    const at = (n: number): number => -1 + (2 * n) / units;
    const weights = new Float64Array(3 * units + 1);
    weights[3 * units] = curve(at(0) + 1 / units);
    for (let n = 0; n < units; n++) {
      const rise = (curve(at(n) + 1 / units) - curve(at(Math.max(0, n - 1)) + 1 / units)) / 2;
      // Layer by layer, weights and then biases.
      weights[n] = steep;
      weights[units + n] = -steep * at(n);
      weights[2 * units + n] = rise;
      weights[3 * units] += rise;
    }
    const scenario = parseScenario({
      version: 1,
      system: { kind: 'dense', sizes: [1, units, 1], activation: 'tanh', outputActivation: 'linear' },
      data: { kind: 'sine', samples: 4 },
    });
    const data = { sampleCount: 1, inputs: new Float64Array(1), targets: new Float64Array(1) };
    const system = createSystem(scenario, data, kernels);
    // Beside the steps themselves, whose width is a thousandth of their distance.
    const points = Float64Array.from({ length: 997 }, (_, n) => -0.998 + (1.996 * (n + 0.37)) / 997);
    const Z = system.evaluate(weights, points);
    return points.reduce((worst, x, n) => {
      const edge = abs(((x + 1) * units) / 2 - Math.round(((x + 1) * units) / 2));
      return edge < 0.01 ? worst : Math.max(worst, abs(Z[n] - curve(x)));
    }, 0);
  };
  it.each([
    ['sin 7x', (x: number) => sin(7 * x), 7],
    ['|x|', (x: number) => abs(x), 1],
    ['a wave that is no polynomial', (x: number) => exp(x) * cos(11 * x), 33],
  ] as const)('%s: off by at most its largest slope/units', (_, curve, slope) => {
    for (const units of [8, 32, 128, 512]) {
      expect(staircase(curve, units)).toBeLessThan((1.01 * slope) / units);
      expect(staircase(curve, units)).toBeGreaterThan((0.2 * slope) / units / 4);
    }
  });
});
