import { describe, expect, it } from 'vitest';
import { denseHessian } from '../../../src/physics/denseHessian.ts';
import { stateIn } from '../../../src/physics/layers/decomposition.ts';
import { BulkBoundary, TERMS, type OutputCost } from '../../../src/physics/layers/lagrangian.ts';
import { countedTerms, localityOf } from '../../../src/physics/layers/locality.ts';
import { isLayered, LayersInMotion } from '../../../src/physics/layers/motion.ts';
import { pointCost, pointSlope } from '../../../src/kernels/typescript/costs.ts';
import { finish } from '../../helpers/finish.ts';
import { simulate } from '../../helpers/run.ts';

const sections = {
  system: { kind: 'dense', sizes: [2, 3, 4, 3, 1], parameterization: 'ntk', sigmaW: 1.2, sigmaB: 0.7 },
  data: { kind: 'explicit', X: [[0.3, -0.8]], Xdot: [[0.5, 0.9]], Y: [[0.4]] },
  initial: { kind: 'random', velocityScale: 1 },
  dynamics: { kind: 'second-order', dt: 0.01 },
};
const instant = simulate(sections).instant();

/** What the theory of one sample is made of, open to be moved. */
function opened() {
  const { system, weights, velocity } = instant;
  if (!isLayered(system)) throw new Error('no layers');
  const motion = new LayersInMotion(system);
  motion.follow(weights, velocity, 0);
  const { targets } = system.layers.data;
  const cost: OutputCost = (Z, slope) => {
    pointSlope('squared', Z, 0, 1, targets, 0, 1, slope);
    return pointCost('squared', Z, 0, 1, targets, 0, 1);
  };
  return {
    theory: new BulkBoundary(motion.chain, motion.laws),
    state: stateIn(motion, instant),
    cost,
    motion,
  };
}

describe('slopes of the terms of L in (W, z) and their velocities', () => {
  it.each(Array.from({ length: TERMS }, (_, term) => term))(
    'term %i: every slope is that of the term, by differences to 1e-8',
    (term) => {
      const { theory, state, cost, motion } = opened();
      const chosen = countedTerms(term + 1);
      const out = {
        weights: new Float64Array(state.weights.length),
        velocity: new Float64Array(state.weights.length),
        z: state.z.map((row) => new Float64Array(row.length)),
        zRate: state.z.map((row) => new Float64Array(row.length)),
      };
      theory.slopes(state, cost, chosen, out);
      const terms = new Float64Array(TERMS);
      const differenced = (values: { [n: number]: number }, n: number): number => {
        const here = values[n];
        const side = (h: number): number => {
          values[n] = here + h;
          theory.terms(state, cost, terms);
          values[n] = here;
          return terms[term];
        };
        return (side(1e-5) - side(-1e-5)) / 2e-5;
      };
      let largest = 0;
      const compare = (
        values: { [n: number]: number },
        slopes: Float64Array,
        list: Iterable<number>,
      ): void => {
        for (const n of list) {
          largest = Math.max(largest, Math.abs(slopes[n]));
          expect(Math.abs(differenced(values, n) - slopes[n])).toBeLessThan(1e-8);
        }
      };
      motion.chain.layers.forEach(({ weights, rows }, m) => {
        const all = Array.from({ length: rows }, (_, i) => i);
        compare(state.weights, out.weights, weights);
        compare(state.velocity, out.velocity, weights);
        compare(state.z[m], out.z[m], all);
        compare(state.zRate[m], out.zRate[m], all);
      });
      expect(largest).toBeGreaterThan(1e-2);
    },
  );
});

/** Blocks that are coupled, by their names. */
function coupled(blocks: Float64Array, depth: number): readonly string[] {
  const names = Array.from({ length: depth }, (_, m) => [`W${m}`, `z${m + 1}`]).flat();
  return names.flatMap((row, r) =>
    names.flatMap((column, c) => (r <= c && blocks[r * names.length + c] > 0 ? [`${row} ${column}`] : [])),
  );
}

const pairs = (...lines: readonly string[]): readonly string[] => lines.flatMap((line) => line.split(', '));
const found = (term: number) => finish(localityOf(instant, countedTerms(term)));

describe('which layers are coupled', () => {
  it('L in (W, z): neighbours alone, to the bit: block-tridiagonal in the layers, and no W of two layers', () => {
    const { local, depth } = found(0);
    expect(coupled(local ?? expect.fail('not split'), depth)).toEqual(
      pairs(
        'W0 W0, W0 z1, z1 z1, z1 W1, z1 z2, W1 W1, W1 z2, z2 z2, z2 W2, z2 z3',
        'W2 W2, W2 z3, z3 z3, z3 W3, z3 z4, W3 W3, W3 z4, z4 z4',
      ),
    );
  });

  it('terms: kinetic ones couple nothing with another; the squares no z ahead; ℓ the last z alone', () => {
    const of = (term: number) => coupled(found(term).local ?? expect.fail('not split'), 4);
    expect(of(1)).toEqual(['W0 W0', 'W1 W1', 'W2 W2', 'W3 W3']);
    expect(of(2)).toEqual(['z1 z1', 'z2 z2', 'z3 z3', 'z4 z4']);
    expect(of(4)).toEqual(pairs('z1 z1, z1 W1, W1 W1, z2 z2, z2 W2, W2 W2, z3 z3, z3 W3, W3 W3'));
    expect(of(5)).toEqual(['W0 W0']);
    expect(of(6)).toEqual(['W0 z1']);
    expect(of(7)).toEqual(['z4 z4']);
  });

  it('blocks are symmetric: second derivatives either way round agree to 1e-7', () => {
    const { local, depth } = found(0);
    const blocks = local ?? expect.fail('not split');
    const size = 2 * depth;
    for (let r = 0; r < size; r++) {
      for (let c = 0; c < r; c++) {
        expect(Math.abs(blocks[r * size + c] - blocks[c * size + r])).toBeLessThan(1e-7);
      }
    }
  });

  it('the cost in (W, b) couples every pair of layers: norms of the blocks of H to 1e-7', () => {
    const { dense, depth } = found(0);
    const size = 2 * depth;
    expect(dense.every((norm) => norm > 1e-6)).toBe(true);
    const { system, weights } = instant;
    const P = system.weightCount;
    const hessian = denseHessian(system, weights, 1);
    const { layers } = opened().motion.chain;
    const lists = layers.flatMap(({ weights: own, biases }) => [own, biases]);
    lists.forEach((rows, r) => {
      lists.forEach((columns, c) => {
        let squares = 0;
        for (const i of rows) for (const j of columns) squares += hessian[i * P + j] * hessian[i * P + j];
        expect(Math.abs(dense[r * size + c] - Math.sqrt(squares))).toBeLessThan(1e-7);
      });
    });
  });

  it('where L is not split the cost alone is told, with the reason', () => {
    const shared = simulate({
      system: { kind: 'conv-ring', N: 5, channels: [2], reach: 1 },
      data: { kind: 'sinusoid', samples: 1, modes: 1 },
      initial: { kind: 'random' },
    });
    const seen = finish(localityOf(shared.instant(), countedTerms(0)));
    expect(seen).toMatchObject({ obstacle: 'shared', local: null, depth: 2 });
    expect(seen.dense.length).toBe(16);
    const full = simulate({ ...sections, data: { kind: 'xor' } });
    expect(finish(localityOf(full.instant(), countedTerms(0)))).toMatchObject({
      obstacle: 'batch',
      local: null,
    });
  });
});
