import { describe, expect, it } from 'vitest';
import { createSimulation } from '../../../src/engine/simulation.ts';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { createRandom } from '../../../src/physics/math/random.ts';
import { systems } from '../../../src/physics/systems.ts';
import { parseRunDocument } from '../../../src/scenario/document.ts';
import { parseScenario } from '../../../src/scenario/validate.ts';
import { shipped } from '../../helpers/shipped.ts';
import {
  dot,
  hessianTimes,
  normals,
  randomSystem,
  samplesOf,
  valuesOf,
  buildSystem,
} from '../../helpers/systems.ts';

const random = createRandom(20250308, 'data');

/** Z of one sample by the formula of the contract, weight after weight as it counts them. */
function outputsByFormula(
  { N, channels, reach, biases }: { N: number; channels: readonly number[]; reach: number; biases: boolean },
  weights: Float64Array,
  X: readonly number[],
  sigma: (z: number) => number,
): readonly number[] {
  const counts = [1, ...channels, 1];
  let h: number[][] = [[...X]];
  let at = 0;
  for (let m = 0; m + 1 < counts.length; m++) {
    const kernels: number[][][] = [];
    for (let c = 0; c < counts[m + 1]; c++) {
      kernels.push([]);
      for (let d = 0; d < counts[m]; d++) {
        kernels[c].push(Array.from({ length: 2 * reach + 1 }, () => weights[at++]));
      }
    }
    const bias = kernels.map(() => (biases ? weights[at++] : 0));
    const last = m + 2 === counts.length;
    h = kernels.map((own, c) =>
      X.map((_, i) => {
        let z = bias[c];
        own.forEach((taps, d) =>
          taps.forEach((w, k) => {
            z += w * h[d][(i + k - reach + N) % N];
          }),
        );
        return last ? z : sigma(z);
      }),
    );
  }
  expect(at).toBe(weights.length);
  return h[0];
}

describe('conv-ring: h⁽ᵐ⁺¹⁾_{c,i} = σ(Σ W⁽ᵐ⁾_{c,c′,s} h⁽ᵐ⁾_{c′,i+s} + b⁽ᵐ⁾_c)', () => {
  it.each([
    [{ N: 7, channels: [3], reach: 1, biases: true }, 3 * 3 + 3 + 3 * 3 + 1],
    [{ N: 6, channels: [2, 3], reach: 2, biases: true }, 10 + 2 + 30 + 3 + 15 + 1],
    [{ N: 5, channels: [4], reach: 2, biases: false }, 40],
    [{ N: 8, channels: [], reach: 3, biases: true }, 8],
    [{ N: 4, channels: [2], reach: 0, biases: false }, 4],
  ])('%j: outputs are those of the formula to 1e-14, with %i weights', (settings, count) => {
    const X = [normals(random, settings.N), normals(random, settings.N)].map((row) => [...row]);
    const data = samplesOf(X, X);
    const system = buildSystem('conv-ring', { ...settings, activation: 'tanh' }, data);
    expect(system.weightCount).toBe(count);
    const weights = normals(random, count);
    const outputs = new Float64Array(2 * settings.N);
    system.outputs(weights, outputs);
    X.forEach((row, l) =>
      outputsByFormula(settings, weights, row, Math.tanh).forEach((z, i) =>
        expect(Math.abs(outputs[l * settings.N + i] - z)).toBeLessThan(1e-14 * 100),
      ),
    );
  });

  it('turning the inputs by a site turns the outputs, to the bit', () => {
    const N = 9;
    const row = [...normals(random, N)];
    const turned = row.map((_, i) => row[(i + 1) % N]);
    const system = buildSystem(
      'conv-ring',
      { N, channels: [3, 2], reach: 2 },
      samplesOf([row, turned], [row, row]),
    );
    const outputs = new Float64Array(2 * N);
    system.outputs(normals(random, system.weightCount), outputs);
    for (let i = 0; i < N; i++) expect(outputs[N + i]).toBe(outputs[(i + 1) % N]);
  });

  it('places: a weight is told by its layer, channels and tap', () => {
    const part = systems['conv-ring'];
    const values = valuesOf(part, { channels: [2], reach: 1, biases: true }) as never;
    const place = (weight: number) =>
      part.place?.(values, weight).map(({ axis, value }) => `${axis} ${value}`);
    // W¹ 0..5, b¹ 6..7, W² 8..13, b² 14.
    expect(place(5)).toEqual(['layer 0', 'channelOut 1', 'channelIn 0', 'tap 1']);
    expect(place(7)).toEqual(['layer 0', 'channelOut 1']);
    expect(place(11)).toEqual(['layer 1', 'channelOut 0', 'channelIn 1', 'tap -1']);
    expect(place(14)).toEqual(['layer 1', 'channelOut 0']);
  });
});

describe('conv-ring of one layer without a bend: a quadratic cost, whose couplings join all taps', () => {
  const settings = {
    N: 7,
    channels: [],
    reach: 2,
    biases: true,
    outputActivation: { kind: 'affine', p: 1.3, q: -0.2 },
  };

  it('K and J are those of H: K_ab = −H_ab, J_a = Σ_b H_ab, to 1e-12', () => {
    const system = randomSystem('conv-ring', settings, 3, random);
    const couplings = system.couplings(null);
    if (couplings?.bonds === undefined) throw new Error('no couplings');
    const P = system.weightCount;
    const zero = new Float64Array(P);
    const columns = Array.from({ length: P }, (_, a) => {
      const unit = new Float64Array(P);
      unit[a] = 1;
      return hessianTimes(system, zero, unit);
    });
    const scale = Math.max(...columns.flatMap((column) => [...column]).map(Math.abs));
    expect(couplings.bonds).toHaveLength((P * (P - 1)) / 2);
    couplings.bonds.forEach(([a, b], n) =>
      expect(Math.abs(couplings.K[n] + columns[a][b]) / scale).toBeLessThan(1e-12),
    );
    columns.forEach((column, a) =>
      expect(Math.abs(couplings.J[a] - column.reduce((sum, h) => sum + h, 0)) / scale).toBeLessThan(1e-12),
    );
  });

  it('its H v is that of the loops: vᵀ H v = 2 Σ (Z′)², to 1e-12', () => {
    const system = randomSystem('conv-ring', settings, 3, random);
    const v = normals(random, system.weightCount);
    const rates = new Float64Array(system.sampleCount * system.outputCount);
    system.derivatives?.alongDirection(v, v, rates, null);
    const expected = 2 * dot(rates, rates);
    expect(Math.abs(dot(v, hessianTimes(system, v, v)) / expected - 1)).toBeLessThan(1e-12);
  });

  it('a hidden layer, a bend or another cost makes it no longer quadratic', () => {
    for (const other of [{ channels: [2] }, { outputActivation: 'tanh' }, { cost: 'cross-entropy' }]) {
      expect(randomSystem('conv-ring', { ...settings, ...other }, 2, random).couplings(null)).toBeNull();
    }
  });
});

describe('conv-ring: what is refused', () => {
  const refused = (system: object) => () =>
    parseScenario({ version: 1, system: { kind: 'conv-ring', ...system }, initial: { kind: 'zero' } });
  it('a kernel wider than the ring, and more wires than pictures hold', () => {
    expect(refused({ N: 8, reach: 4 })).toThrow('2·reach + 1 <= N = 8');
    expect(refused({ N: 65536 })).toThrow('at most 1000000 weights');
    expect(refused({ N: 65536, channels: [] })).not.toThrow();
  });
});

describe('conv-ring: what its scenarios claim', () => {
  const run = (id: string) => createSimulation(parseRunDocument(shipped[id]), typescriptKernels);
  const until = (simulation: ReturnType<typeof run>, time: number): void => {
    simulation.advance(Math.round((time - simulation.time) / simulation.dt));
  };

  it('two layers: 45 weights, cost from 37.2 to below 0.5 by t = 5', () => {
    const simulation = run('conv-ring');
    const [main] = simulation.tracks;
    expect(main.weights).toHaveLength(45);
    expect(main.cost()).toBeCloseTo(37.2, 1);
    until(simulation, 5);
    expect(main.cost()).toBeLessThan(0.5);
  });

  it('one layer: the kernel is odd at every time to 1e-12, swings past its aim, and one direction is flat', () => {
    const simulation = run('conv-slope');
    const [main] = simulation.tracks;
    expect(main.system.couplings(null)?.flatModes).toBe(1);
    const costs: number[] = [];
    for (let step = 0; step < 400; step++) {
      simulation.advance(1);
      costs.push(main.cost());
      for (let s = 0; s <= 2; s++) {
        expect(Math.abs(main.weights[2 + s] + main.weights[2 - s])).toBeLessThan(1e-12);
      }
    }
    expect(costs.some((cost, n) => n > 0 && cost > costs[n - 1] + 1e-6)).toBe(true);
    expect(costs.at(-1)).toBeLessThan(1);
  });
});
