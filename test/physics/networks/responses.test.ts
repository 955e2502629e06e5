import { describe, expect, it } from 'vitest';
import { fastestKernels } from '../../../src/kernels/simd/index.ts';
import { createRandom } from '../../../src/physics/math/random.ts';
import { systems } from '../../../src/physics/systems.ts';
import { normals, valuesOf } from '../../helpers/systems.ts';

/** More than two tiles of samples, and not a whole number of them. */
const POINTS = 147;

describe.each([
  { sizes: [2, 5, 3, 1], activation: 'tanh', outputActivation: 'linear', parameterization: 'standard' },
  { sizes: [1, 4, 2], activation: 'relu', outputActivation: 'sigmoid', parameterization: 'ntk' },
  { sizes: [3, 2, 2, 2, 1], activation: 'sin', outputActivation: 'tanh', parameterization: 'standard' },
])('responses of dense $sizes, $activation', (settings) => {
  const values = valuesOf(systems.dense, settings);
  const random = createRandom(11, 'data');
  const [inputs] = settings.sizes;
  const outputs = settings.sizes[settings.sizes.length - 1];
  const data = { sampleCount: 1, inputs: normals(random, inputs), targets: normals(random, outputs) };
  const system = systems.dense.create(values as never, data, fastestKernels);
  const weights = normals(random, system.weightCount);
  const points = normals(random, POINTS * inputs);
  const { count, role } = system.layout.neurons;
  const read = new Float64Array(count * POINTS);
  system.responses?.(weights, points, read);

  it('every neuron: what it shows of one sample, at every point, to 1e-12', () => {
    const alone = new Float64Array(count);
    for (let point = 0; point < POINTS; point++) {
      system.activations(weights, point, alone, points);
      for (let n = 0; n < count; n++)
        expect(Math.abs(read[n * POINTS + point] - alone[n])).toBeLessThan(1e-12);
    }
  });

  it('outputs: Z of the network there, to 1e-12; biases are 1', () => {
    const given = system.evaluate(weights, points);
    for (let point = 0; point < POINTS; point++) {
      for (let o = 0; o < outputs; o++) {
        const seen = read[(count - outputs + o) * POINTS + point];
        expect(Math.abs(seen - given[point * outputs + o])).toBeLessThan(1e-12);
      }
    }
    role.forEach((kind, n) => {
      if (kind === 3) expect([...read.subarray(n * POINTS, (n + 1) * POINTS)]).toEqual(Array(POINTS).fill(1));
    });
  });
});
