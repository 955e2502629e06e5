import { expect, it } from 'vitest';
import { worstRelative } from '../helpers/reference.ts';
import { bits, simulate } from '../helpers/run.ts';

const ring = {
  system: { kind: 'ring-shared', N: 16 },
  data: { kind: 'uniform-bonds', K: 1.2, J: 0.3 },
  initial: { kind: 'random', scale: 1, velocityScale: 0.5 },
  dynamics: { kind: 'second-order', dt: 1 / 64 },
};
const theory = (kind: string): object => ({ id: 'theory', role: 'theory', sections: { dynamics: { kind } } });

it.each([
  ['de-sitter underdamped', { kind: 'de-sitter', gamma: 0.4 }],
  ['de-sitter overdamped', { kind: 'de-sitter', gamma: 9 }],
  ['flat', { kind: 'flat' }],
])('exact track: agrees with the reference integrator to 1e-9 in %s', (_name, expansion) => {
  const simulation = simulate({ ...ring, expansion }, [
    theory('exact'),
    { ...theory('reference'), id: 'rk' },
  ]);
  simulation.advance(640);
  const [main, exact, reference] = simulation.tracks;
  expect(worstRelative(exact.weights, reference.weights)).toBeLessThan(1e-9);
  expect(worstRelative(exact.velocity, reference.velocity)).toBeLessThan(1e-9);
  // The run itself is of second order: near, and not the same.
  expect(worstRelative(main.weights, exact.weights)).toBeGreaterThan(1e-8);
  expect(worstRelative(main.weights, exact.weights)).toBeLessThan(1e-2);
});

it('exact track: shifted vacuum and flat directions of a rank-deficient start are kept', () => {
  const sections = {
    system: { kind: 'ring-perceptron', N: 5, p: 0.8, q: 0.1 },
    data: { kind: 'explicit', X: [[1, 2, -1, 0.5, 0.3]], Y: [[0.2, -1, 0.4, 1, 0]] },
    initial: { kind: 'random', scale: 1, velocityScale: 0 },
    dynamics: { kind: 'second-order', dt: 1 / 64 },
    expansion: { kind: 'de-sitter', gamma: 1 },
  };
  const simulation = simulate(sections, [theory('exact'), { ...theory('reference'), id: 'rk' }]);
  simulation.advance(320);
  expect(worstRelative(simulation.tracks[1].weights, simulation.tracks[2].weights)).toBeLessThan(1e-9);
});

it('exact track: bits do not depend on slices', () => {
  const whole = simulate(ring, [theory('exact')]);
  const cut = simulate(ring, [theory('exact')]);
  whole.advance(100);
  for (let step = 0; step < 100; step++) cut.advance(1);
  expect(bits(cut.tracks[1].weights)).toBe(bits(whole.tracks[1].weights));
});

it('exact track: refused where the cost is not quadratic or friction changes', () => {
  const dense = { system: { kind: 'dense', sizes: [2, 3, 1] }, data: { kind: 'xor' } };
  expect(() => simulate(dense, [theory('exact')])).toThrow(/quadratic/);
  const bang = { ...ring, expansion: { kind: 'power-law', n: 2, t0: 1 } };
  expect(() => simulate(bang, [theory('exact')])).toThrow(/constant friction/);
});

it('textbook steps: on a finer clock they fall on whole times and are those of plain gradient descent', () => {
  const sections = { ...ring, expansion: { kind: 'de-sitter', gamma: 20 } };
  const steps = { id: 'steps', role: 'descent', sections: { dynamics: { kind: 'gradient-descent', dt: 1 } } };
  const simulation = simulate(sections, [steps]);
  const plain = simulate({ ...sections, dynamics: { kind: 'gradient-descent', dt: 1 } });
  for (let time = 1; time <= 5; time++) {
    simulation.advance(63);
    const before = bits(simulation.tracks[1].weights);
    expect(before).toBe(bits(plain.tracks[0].weights));
    simulation.advance(1);
    plain.advance(1);
    expect(bits(simulation.tracks[1].weights)).toBe(bits(plain.tracks[0].weights));
  }
});
