import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/physics/math/random.ts';
import { neuronRoles, type System } from '../../../src/physics/types.ts';
import {
  buildSystem,
  isField,
  normals,
  randomSystem,
  samplesOf,
  systemCases,
} from '../../helpers/systems.ts';

/** Outputs (index) that signals from neuron `from` reach along the wires. */
function reachedOutputs({ layout, weightCount }: System, weight: number): Set<number> {
  const { synapses, neurons } = layout;
  const reached = new Set<number>();
  for (let s = 0; s < synapses.count; s++) if (synapses.weight[s] === weight) reached.add(synapses.to[s]);
  for (let round = 0; round <= weightCount; round++) {
    const before = reached.size;
    for (let s = 0; s < synapses.count; s++) if (reached.has(synapses.from[s])) reached.add(synapses.to[s]);
    if (reached.size === before) break;
  }
  const outputs = [...reached].filter((n) => neuronRoles[neurons.role[n]] === 'output');
  return new Set(outputs.map((n) => neurons.index[n]));
}

describe.each(systemCases)('layout of $title', ({ kind, settings, samples }) => {
  const random = createRandom(3, 'data');
  const system = randomSystem(kind, settings, samples, random);
  const { layout, weightCount: P } = system;
  const { neurons, synapses, sheets } = layout;

  it('sheets: every weight stands on exactly one site', () => {
    const sites = sheets.flatMap(({ weight }) => [...weight]);
    expect(sites.sort((a, b) => a - b)).toEqual(Array.from({ length: P }, (_, k) => k));
    for (const sheet of sheets) expect(sheet.weight).toHaveLength(sheet.rows * sheet.columns);
  });

  it('neurons: have a known role, and an index of their own within role and layer', () => {
    const seen = new Set<string>();
    for (let n = 0; n < neurons.count; n++) {
      expect(neuronRoles[neurons.role[n]]).toBeDefined();
      seen.add(`${neurons.role[n]} ${neurons.layer[n]} ${neurons.index[n]}`);
    }
    expect(seen.size).toBe(neurons.count);
  });

  it('synapses: both ends exist, signs are ±1, and every weight of a network has a wire', () => {
    for (let s = 0; s < synapses.count; s++) {
      expect(synapses.from[s]).toBeLessThan(neurons.count);
      expect(neurons.layer[synapses.to[s]]).toBe(neurons.layer[synapses.from[s]] + 1);
      expect(Math.abs(synapses.sign[s])).toBe(1);
    }
    expect(new Set(synapses.weight).size).toBe(isField(system) ? 0 : P);
  });

  it('synapses: a weight moves the outputs that its wires reach, and no others', () => {
    if (isField(system)) return;
    const weights = normals(random, P);
    const before = new Float64Array(system.sampleCount * system.outputCount);
    const after = before.slice();
    system.outputs(weights, before);
    for (let k = 0; k < P; k++) {
      const moved = weights.slice();
      moved[k] += 0.1;
      system.outputs(moved, after);
      const reached = reachedOutputs(system, k);
      for (let n = 0; n < after.length; n++) {
        if (!reached.has(n % system.outputCount)) expect(after[n]).toBe(before[n]);
      }
      const silent = [settings.activation, settings.outputActivation].includes('relu');
      if (!silent) expect(after.some((value, n) => value !== before[n])).toBe(true);
    }
  });

  it('bonds: their number is that of K, and their ends are weights', () => {
    expect(layout.bonds.every((site) => site >= 0 && site < P)).toBe(true);
    const couplings = system.couplings(null);
    if (couplings === null) return;
    const count = couplings.bonds?.length ?? layout.bonds.length / 2;
    expect(couplings.K).toHaveLength(count);
    expect(couplings.J).toHaveLength(P);
  });
});

describe('layout signs and places', () => {
  it('ring-shared: a wire carries sign · p · X · w to its output', () => {
    const X = [[0.5, 1.5, -0.7, 2]];
    const system = buildSystem('ring-shared', { N: 4, p: 0.8, q: 0 }, samplesOf(X, [[0, 0, 0, 0]]));
    const weights = Float64Array.of(1, 2, 3, 4);
    const sums = new Float64Array(4);
    const { synapses, neurons } = system.layout;
    for (let s = 0; s < synapses.count; s++) {
      const signal = synapses.sign[s] * 0.8 * X[0][synapses.from[s]] * weights[synapses.weight[s]];
      sums[neurons.index[synapses.to[s]]] += signal;
    }
    const outputs = new Float64Array(4);
    system.outputs(weights, outputs);
    sums.forEach((sum, i) => expect(sum).toBeCloseTo(outputs[i], 14));
  });

  it.each(['ring-perceptron', 'ring-shared', 'ring-two-layer'] as const)(
    '%s: every weight stands within half a site of the middle of its wires',
    (kind) => {
      const N = 6;
      const system = randomSystem(kind, { N }, 1, createRandom(1, 'data'));
      const { synapses, neurons, sheets } = system.layout;
      const period = sheets[0].columns;
      const wrapped = (x: number): number => x - period * Math.round(x / period);
      for (const sheet of sheets) {
        sheet.weight.forEach((k, column) => {
          const x = sheet.offset + sheet.pitch * column;
          for (let s = 0; s < synapses.count; s++) {
            if (synapses.weight[s] !== k) continue;
            for (const end of [synapses.from[s], synapses.to[s]]) {
              expect(Math.abs(wrapped(neurons.x[end] - x))).toBeLessThanOrEqual(0.5);
            }
          }
        });
      }
    },
  );

  it('deep-ring: a sheet per neighbour and one of biases, row m the layer, column i the site', () => {
    const [N, depth] = [4, 2];
    const random = createRandom(1, 'data');
    const { layout } = randomSystem('deep-ring', { N, depth, reach: 1, biases: true }, 1, random);
    expect(layout.shape).toBe('ring');
    expect(layout.sheets.map(({ name }) => name)).toEqual(['W₋₁', 'W₀', 'W₊₁', 'b']);
    layout.sheets.forEach(({ rows, columns, periodicRows, periodicColumns, weight }, component) => {
      expect([rows, columns, periodicRows, periodicColumns]).toEqual([depth, N, false, true]);
      expect([...weight]).toEqual([0, 1, 2, 3, 4, 5, 6, 7].map((site) => 4 * site + component));
    });
    // The wire of W(m)_{i,s} comes from neuron i + s of layer m and goes to neuron i of layer m + 1.
    const { synapses, neurons } = layout;
    for (let s = 0; s < synapses.count; s++) {
      const [site, component] = [synapses.weight[s] >> 2, synapses.weight[s] & 3];
      const [from, to] = [synapses.from[s], synapses.to[s]];
      const [m, i] = [Math.floor(site / N), site % N];
      expect([neurons.layer[to], neurons.index[to]]).toEqual([m + 1, i]);
      expect(neurons.layer[from]).toBe(m);
      expect(neurons.index[from]).toBe(component === 3 ? i : (i + component - 1 + N) % N);
      expect(neuronRoles[neurons.role[from]] === 'bias').toBe(component === 3);
    }
  });

  it('deep-ring: bonds join neighbours of one sheet, closed round the ring and open in depth', () => {
    const random = createRandom(1, 'data');
    const { layout } = randomSystem('deep-ring', { N: 5, depth: 3, reach: 1 }, 1, random);
    const seen = new Set<string>();
    for (let b = 0; b < layout.bonds.length; b += 2) {
      const [a, c] = [layout.bonds[b], layout.bonds[b + 1]];
      expect(a % 3).toBe(c % 3);
      const [rows, columns] = [a, c]
        .map((w) => Math.floor(w / 3))
        .reduce<[number[], number[]]>(
          ([r, k], site) => [
            [...r, Math.floor(site / 5)],
            [...k, site % 5],
          ],
          [[], []],
        );
      const apart = Math.abs(columns[0] - columns[1]);
      expect(Math.abs(rows[0] - rows[1]) + Math.min(apart, 5 - apart)).toBe(1);
      seen.add([a, c].sort((x, y) => x - y).join());
    }
    expect(seen.size).toBe(3 * (3 * 5 + 2 * 5));
  });

  it('dense: column 0 of every sheet is the bias', () => {
    const { layout } = buildSystem('dense', { sizes: [2, 3, 1] }, samplesOf([[1, 2]], [[3]]));
    expect(layout.sheets.map(({ weight }) => [...weight])).toEqual([
      [6, 0, 1, 7, 2, 3, 8, 4, 5],
      [12, 9, 10, 11],
    ]);
  });
});
