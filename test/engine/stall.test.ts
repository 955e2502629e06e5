import { describe, expect, it } from 'vitest';
import { History } from '../../src/engine/history.ts';
import { Observers } from '../../src/engine/observations/observers.ts';
import { typescriptKernels } from '../../src/kernels/index.ts';
import type { Stall } from '../../src/physics/layers/stall.ts';
import { simulate } from '../helpers/run.ts';

// Corners of a square: H = 2 Σ x xᵀ = 8 · 1 for both weights and the bias, so that η λ = 8/γ.
const linear = {
  system: { kind: 'dense', sizes: [2, 1] },
  data: {
    kind: 'explicit',
    X: [
      [-1, -1],
      [-1, 1],
      [1, -1],
      [1, 1],
    ],
    Y: [[1], [2], [3], [4]],
  },
  initial: { kind: 'explicit', weights: [0.1, 0, 0] },
};
const other = {
  id: 'b',
  role: 'descent',
  sections: { dynamics: { kind: 'gradient-descent', eta: 1, dt: 1 } },
};

function reason(dynamics: object, gamma: number, tracks: readonly unknown[] = []): string {
  const simulation = simulate({ ...linear, dynamics, expansion: { kind: 'de-sitter', gamma } }, tracks);
  const observers = new Observers({ simulation, history: new History(), kernels: typescriptKernels });
  observers.subscribe({ key: 1, id: 'stall', query: {} });
  return (observers.value(1) as Stall).reason;
}

describe('observation stall: the step of the run itself', () => {
  const descent = { kind: 'gradient-descent', dt: 1 };

  it('textbook descent is beyond its bound above η λ = 2, and below it is not', () => {
    expect(reason(descent, 3.9)).toBe('unstable');
    expect(reason(descent, 4.1)).toBe('none');
  });

  it('whatever another run on the clock is bounded by', () => {
    expect(reason(descent, 3.9, [other])).toBe('unstable');
    expect(reason(descent, 4.1, [other])).toBe('none');
  });
});
