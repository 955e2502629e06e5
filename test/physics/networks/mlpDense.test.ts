import { describe, expect, it } from 'vitest';
import { symmetricEigen } from '../../../src/physics/math/symmetricEigen.ts';
import { readReference, worstRelative } from '../../helpers/reference.ts';
import { buildSystem, gradientOf, hessianTimes, samplesOf, type Rows } from '../../helpers/systems.ts';

interface Case {
  name: string;
  sizes: number[];
  activation: string;
  output_activation: string;
  X: Rows;
  Y: Rows;
  W0: number[];
  expected: {
    Z0: Rows;
    cost0: number;
    grad0: number[];
    hessian0: Rows;
    hessian_eigenvalues: number[];
  };
}

const { cases } = readReference<{ cases: Case[] }>('mlp_dense');

describe.each(cases)('mlp_dense $name', ({ sizes, activation, output_activation, X, Y, W0, expected }) => {
  const settings = { sizes, activation, outputActivation: output_activation };
  const system = buildSystem('dense', settings, samplesOf(X, Y));
  const weights = Float64Array.from(W0);
  const P = W0.length;
  const hessian = new Float64Array(P * P);
  for (let n = 0; n < P; n++) {
    const unit = new Float64Array(P);
    unit[n] = 1;
    hessian.set(hessianTimes(system, weights, unit), n * P);
  }

  it('outputs, cost and gradient: agree to 1e-12', () => {
    const outputs = new Float64Array(X.length * system.outputCount);
    system.outputs(weights, outputs);
    expect(worstRelative(outputs, expected.Z0.flat())).toBeLessThan(1e-12);
    expect(worstRelative([system.cost(weights, null, 1)], [expected.cost0])).toBeLessThan(1e-12);
    expect(worstRelative(gradientOf(system, weights), expected.grad0)).toBeLessThan(1e-12);
  });

  it('Hessian: P products make it to 1e-10, and its eigenvalues', () => {
    expect(worstRelative(hessian, expected.hessian0.flat())).toBeLessThan(1e-10);
    expect(worstRelative(symmetricEigen(hessian, P).values, expected.hessian_eigenvalues)).toBeLessThan(
      1e-10,
    );
  });
});
