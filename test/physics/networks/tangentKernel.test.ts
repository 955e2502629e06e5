import { describe, expect, it } from 'vitest';
import { readReference, worstRelative } from '../../helpers/reference.ts';
import { buildSystem, dot, samplesOf, type Rows } from '../../helpers/systems.ts';

interface Case {
  name: string;
  sizes: number[];
  activation: string;
  output_activation: string;
  parameterization: string;
  sigma_w: number;
  sigma_b: number;
  X: Rows;
  Y: Rows;
  W0: number[];
  V0: number[];
  expected: { Z: Rows; Zdot: number[]; rhs_Wdot_d2Z_Wdot: number[]; ntk: Rows };
}

const { cases } = readReference<{ cases: Case[] }>('ntk_ks');

describe.each(cases)('ntk_ks $name', (given) => {
  const settings = {
    sizes: given.sizes,
    activation: given.activation,
    outputActivation: given.output_activation,
    parameterization: given.parameterization,
    sigmaW: given.sigma_w,
    sigmaB: given.sigma_b,
  };
  const system = buildSystem('dense', settings, samplesOf(given.X, given.Y));
  const weights = Float64Array.from(given.W0);
  const S = system.sampleCount * system.outputCount;

  it('outputs: agree to 1e-12', () => {
    const Z = new Float64Array(S);
    system.outputs(weights, Z);
    expect(worstRelative(Z, given.expected.Z.flat())).toBeLessThan(1e-12);
  });

  it('J Jᵀ: is the tangent kernel to 1e-12', () => {
    const P = system.weightCount;
    const J = new Float64Array(S * P);
    system.derivatives?.jacobian(weights, J);
    const row = (n: number): Float64Array => J.subarray(n * P, (n + 1) * P);
    const kernel = Float64Array.from({ length: S * S }, (_, n) => dot(row(Math.floor(n / S)), row(n % S)));
    expect(worstRelative(kernel, given.expected.ntk.flat())).toBeLessThan(1e-12);
  });

  it('J V and Vᵀ (∂²Z/∂W²) V of Eq. 7: agree to 1e-12', () => {
    const [first, second] = [new Float64Array(S), new Float64Array(S)];
    system.derivatives?.alongDirection(weights, Float64Array.from(given.V0), first, second);
    expect(worstRelative(first, given.expected.Zdot)).toBeLessThan(1e-12);
    expect(worstRelative(second, given.expected.rhs_Wdot_d2Z_Wdot)).toBeLessThan(1e-12);
  });
});
