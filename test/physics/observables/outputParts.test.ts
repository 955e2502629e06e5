import { describe, expect, it } from 'vitest';
import { outputParts } from '../../../src/physics/observables/outputParts.ts';
import { createRandom } from '../../../src/physics/math/random.ts';
import { buildSystem, normals, samplesOf } from '../../helpers/systems.ts';

const data = samplesOf([[0.3], [-1]], [[0], [1]]);
const inputs = Float64Array.from([-1.3, 0, 0.7, 2]);

describe('output as a sum of parts', () => {
  it.each(['standard', 'ntk'])(
    '%s: part j is s_w v_j σ(z_j), the bias s_b b, and they sum to Z',
    (parameterization) => {
      const settings = { sizes: [1, 5, 1], activation: 'tanh', parameterization, sigmaW: 1.3, sigmaB: 0.4 };
      const system = buildSystem('dense', settings, data);
      const w = normals(createRandom(3, 'noise'), system.weightCount);
      const [sw0, sw1, sb] = parameterization === 'ntk' ? [1.3, 1.3 / Math.sqrt(5), 0.4] : [1, 1, 1];
      const found = outputParts(system, w, inputs);
      if (found === null) throw new Error('no sum');
      expect(found.neurons).toHaveLength(6);
      expect(Array.from(found.rest)).toEqual([0]);
      const Z = system.evaluate(w, inputs);
      inputs.forEach((x, i) => {
        let sum = 0;
        for (let j = 0; j < 5; j++) {
          const part = sw1 * w[10 + j] * Math.tanh(sw0 * w[j] * x + sb * w[5 + j]);
          expect(found.values[j * 4 + i]).toBeCloseTo(part, 12);
          sum += found.values[j * 4 + i];
        }
        expect(found.values[5 * 4 + i]).toBeCloseTo(sb * w[15], 12);
        expect(sum + found.values[5 * 4 + i]).toBeCloseTo(Z[i], 12);
      });
    },
  );
  it('no sum where the output neuron bends it, where weights are shared, and of a field', () => {
    const bent = buildSystem('dense', { sizes: [1, 3, 1], outputActivation: 'tanh' }, data);
    expect(outputParts(bent, normals(createRandom(1, 'noise'), bent.weightCount), inputs)).toBeNull();
    const ring = buildSystem('ring-shared', { N: 4 }, samplesOf([[1, 2, 0, 1]], [[0, 0, 0, 0]]));
    expect(
      outputParts(ring, normals(createRandom(1, 'noise'), 4), Float64Array.from([1, 2, 3, 4])),
    ).toBeNull();
  });
  it('two hidden layers, two outputs: every unit of the last layer, exact; a pass for every point and part, not for every pair', () => {
    const wide = { sizes: [1, 30, 40, 2], activation: 'tanh', outputActivation: 'linear' };
    const two = samplesOf(
      [[0.3], [-1]],
      [
        [0, 1],
        [1, 0],
      ],
    );
    const system = buildSystem('dense', wide, two);
    const w = normals(createRandom(5, 'noise'), system.weightCount);
    const points = Float64Array.from({ length: 50 }, (_, i) => i / 25 - 1);
    let read = 0;
    const counted = {
      ...system,
      layout: system.layout,
      evaluate(weights: Float64Array, x: Float64Array) {
        read += x.length;
        return system.evaluate(weights, x);
      },
      activations(...given: Parameters<typeof system.activations>) {
        read++;
        system.activations(...given);
      },
    };
    const found = outputParts(counted, w, points);
    if (found === null) throw new Error('no sum');
    expect(found.neurons).toHaveLength(41);
    expect(read).toBeLessThanOrEqual(2 * 50 + 41 + 1);
    const Z = system.evaluate(w, points);
    for (let i = 0; i < Z.length; i++) {
      let sum = 0;
      for (let j = 0; j < 41; j++) sum += found.values[j * Z.length + i];
      expect(sum).toBeCloseTo(Z[i], 11);
    }
  });
});
