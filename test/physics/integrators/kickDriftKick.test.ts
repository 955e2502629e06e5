import { describe, expect, it } from 'vitest';
import type { Force, Reals } from '../../../src/kernels/types.ts';
import { deSitter } from '../../../src/physics/expansion/deSitter.ts';
import { flat } from '../../../src/physics/expansion/flat.ts';
import { powerLaw } from '../../../src/physics/expansion/powerLaw.ts';
import { secondOrder } from '../../../src/physics/integrators/secondOrder.ts';
import { createRandom } from '../../../src/physics/math/random.ts';
import type { Expansion } from '../../../src/physics/types.ts';
import { contextOf, largestDifference, quarticForce, run } from '../../helpers/dynamics.ts';
import { readReference } from '../../helpers/reference.ts';

const make = (force: Force, expansion: Expansion) =>
  secondOrder.create({ dt: 'auto', substeps: 1, precision: 'f64' }, contextOf(force, expansion, 1));

interface Golden {
  cases: {
    hist: 'const' | 'power';
    gamma: number;
    n: number;
    t0: number;
    h: number;
    steps: number;
    quartic: number;
    lambda: number[];
    W0: number[];
    V0: number[];
    expected: { KDK: [number[], number[]][] };
  }[];
}

describe('second-order (kick-drift-kick)', () => {
  for (const [index, golden] of readReference<Golden>('integrator_steps').cases.entries()) {
    it(`integrator_steps ${index} (${golden.hist}): golden steps to 1e-13`, () => {
      const expansion =
        golden.hist === 'const' ? deSitter.create(golden, 1) : powerLaw.create({ n: golden.n }, 1);
      golden.expected.KDK.forEach(([W, V], k) => {
        const { weights, velocity } = run(
          make(quarticForce(golden.lambda, golden.quartic), expansion),
          { weights: golden.W0, velocity: golden.V0 },
          golden.t0,
          golden.h,
          k + 1,
        );
        expect(largestDifference(weights, W)).toBeLessThan(1e-13);
        expect(largestDifference(velocity, V)).toBeLessThan(1e-13);
      });
    });
  }

  it('heavy ball: W₊ - W = μ (W - W₋) - η ∂C with μ = e^-γh, η = h(1-μ)/γ, to 1e-15 over 200 steps', () => {
    const gamma = 1.7;
    const h = 0.3;
    const mu = Math.exp(-gamma * h);
    const eta = (h * (1 - mu)) / gamma;
    const force = quarticForce([0.5, 2, 7], 0.3);
    const path = [[1, -0.5, 0.3] as ArrayLike<number>];
    let state: { weights: ArrayLike<number>; velocity: ArrayLike<number> } = {
      weights: path[0],
      velocity: [0.2, 0.1, -0.7],
    };
    const gradient = new Float64Array(3);
    const integrator = make(force, deSitter.create({ gamma }, 1));
    for (let n = 0; n < 200; n++) {
      state = run(integrator, state, 0, h, 1);
      path.push(state.weights);
    }
    for (let n = 1; n < 200; n++) {
      force.gradient(path[n] as Reals, null, 1, gradient);
      for (let i = 0; i < 3; i++) {
        const step = path[n + 1][i] - path[n][i];
        const predicted = mu * (path[n][i] - path[n - 1][i]) - eta * gradient[i];
        expect(Math.abs(step - predicted)).toBeLessThan(1e-15);
      }
    }
  });

  it('conformal symplectic: JᵀΩJ = e^{-γh} Ω to 1e-9 for a non-linear cost of two coupled weights', () => {
    // C = w0² w1²/2 + w0⁴/4 + cos-like coupling by a cubic
    const force: Force = {
      size: 2,
      gradient([a, b], _batch, _stiffness, out) {
        out[0] = a * b * b + a * a * a + a * a * b;
        out[1] = a * a * b + (a * a * a) / 3 + 2 * b;
      },
    };
    const gamma = 0.8;
    const h = 0.2;
    const steps = 5;
    const integrator = make(force, deSitter.create({ gamma }, 1));
    const start = [0.7, -0.4, 0.3, 0.9];
    const end = (z: number[]): number[] => {
      const { weights, velocity } = run(
        integrator,
        { weights: z.slice(0, 2), velocity: z.slice(2) },
        0,
        h,
        steps,
      );
      return [...weights, ...velocity];
    };
    const epsilon = 1e-3;
    // columns of the Jacobian, by central differences of fourth order
    const columns = start.map((_, k) => {
      const at = (s: number): number[] => end(start.map((x, i) => (i === k ? x + s * epsilon : x)));
      const [p1, m1, p2, m2] = [at(1), at(-1), at(2), at(-2)];
      return p1.map((_, i) => (8 * (p1[i] - m1[i]) - (p2[i] - m2[i])) / (12 * epsilon));
    });
    const omega = (x: number[], y: number[]): number => x[0] * y[2] - x[2] * y[0] + x[1] * y[3] - x[3] * y[1];
    const factor = Math.exp(-gamma * h * steps);
    const unit = start.map((_, k) => start.map((_, i) => (i === k ? 1 : 0)));
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j < 4; j++) {
        const expected = factor * omega(unit[i], unit[j]);
        expect(Math.abs(omega(columns[i], columns[j]) - expected)).toBeLessThan(1e-9);
      }
    }
  });

  it('gamma = 0: 500 steps there and back return to 1e-12', () => {
    const integrator = make(quarticForce([1, 2.5, 0.3], 0.4), flat.create({}, 1));
    const start = { weights: [1, -0.6, 0.4], velocity: [0.1, 0, -0.8] };
    const there = run(integrator, start, 0, 0.125, 500);
    const back = run(
      integrator,
      { weights: there.weights, velocity: there.velocity.map((v) => -v) },
      0,
      0.125,
      500,
    );
    expect(largestDifference(back.weights, start.weights)).toBeLessThan(1e-12);
    expect(
      largestDifference(
        back.velocity.map((v) => -v),
        start.velocity,
      ),
    ).toBeLessThan(1e-12);
  });

  it('gamma = 0: energy stays within h²/2 of its start for 20000 steps, without drift', () => {
    const lambda = [1, 2.5, 0.3];
    const energy = (w: ArrayLike<number>, v: ArrayLike<number>): number =>
      lambda.reduce((e, l, i) => e + 0.5 * v[i] ** 2 + 0.5 * l * w[i] ** 2 + 0.1 * w[i] ** 4, 0);
    const integrator = make(quarticForce(lambda, 0.4), flat.create({}, 1));
    const h = 0.125;
    let state: { weights: ArrayLike<number>; velocity: ArrayLike<number> } = {
      weights: [1, -0.6, 0.4],
      velocity: [0.1, 0, -0.8],
    };
    const start = energy(state.weights, state.velocity);
    for (let n = 0; n < 200; n++) {
      state = run(integrator, state, 0, h, 100);
      expect(Math.abs(energy(state.weights, state.velocity) - start)).toBeLessThan((h * h) / 2);
    }
  });

  it('constant force: the terminal velocity -g/γ is exact to 1e-15 from every step size', () => {
    const force: Force = {
      size: 1,
      gradient(_weights, _batch, _stiffness, out) {
        out[0] = 3;
      },
    };
    for (const h of [0.01, 0.5, 20]) {
      const { velocity, weights } = run(
        make(force, deSitter.create({ gamma: 2 }, 1)),
        { weights: [0], velocity: [-1.5] },
        0,
        h,
        50,
      );
      expect(Math.abs(velocity[0] + 1.5)).toBeLessThan(1e-15);
      expect(Math.abs(weights[0] / (-1.5 * h * 50) - 1)).toBeLessThan(1e-14);
    }
  });

  it('big gamma is gradient descent with eta = h/gamma: to 1e-6 relative at gamma h = 1e6', () => {
    const integrator = make(quarticForce([2]), deSitter.create({ gamma: 1e6 }, 1));
    const { weights } = run(integrator, { weights: [1], velocity: [0] }, 0, 1, 1000);
    expect(Math.abs(weights[0] / (1 - 2e-6) ** 1000 - 1)).toBeLessThan(1e-6);
  });

  it('redshift: stiffness is taken at full steps, K a⁻² of both ends', () => {
    const random = createRandom(3, 'data');
    const factors: number[] = [];
    const force: Force = {
      size: 1,
      gradient(_weights, _batch, stiffness, out) {
        factors.push(stiffness);
        out[0] = random.uniform();
      },
    };
    const context = { ...contextOf(force, flat.create({}, 1), 1), stiffness: (t: number) => 1 / (1 + t) };
    run(
      secondOrder.create({ dt: 'auto', substeps: 1, precision: 'f64' }, context),
      { weights: [0], velocity: [0] },
      0,
      0.5,
      3,
    );
    expect(factors).toEqual([1, 1 / 1.5, 1 / 2, 1 / 2.5]);
  });
});
