import { expect, it } from 'vitest';
import { createData } from '../../../src/engine/parts.ts';
import { sameData } from '../../../src/engine/studies/ofWidths.ts';
import { widths } from '../../../src/engine/studies/widths.ts';
import type { StudyFindings } from '../../../src/engine/studies/types.ts';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { studyObstacle } from '../../../src/scenario/studies.ts';
import { documentOf } from '../../helpers/run.ts';

function studied(activation: unknown): StudyFindings {
  const { scenario } = documentOf({
    seed: 1,
    system: { kind: 'dense', sizes: [1, 3, 1], activation, outputActivation: 'linear' },
    data: { kind: 'sine', samples: 12, frequency: 4, noise: 0, testSamples: 6 },
    initial: { kind: 'random', scale: 2 },
    dynamics: { kind: 'second-order', dt: 'auto' },
    expansion: { kind: 'de-sitter', gamma: 1 },
  });
  const run = widths.run(scenario, typescriptKernels);
  for (let before = 0; ;) {
    const next = run.next();
    if (next.done === true) return next.value;
    expect(next.value.done, 'progress never goes back').toBeGreaterThanOrEqual(before);
    before = next.value.done;
  }
}

it('tanh: two swings of a sine are out of reach of one unit and within reach of eight', () => {
  const [training, test] = studied('tanh').series;
  const at = (x: number): number => training.points.find((point) => point.x === x)?.y ?? NaN;
  expect(at(1)).toBeGreaterThan(0.05);
  expect(at(8)).toBeLessThan(0.01 * at(1));
  expect(test.points).toHaveLength(training.points.length);
});

it('parabolas: of any number of units the best parabola, least squares in 1, x, x²', () => {
  const x = Float64Array.from({ length: 12 }, (_, l) => -1 + (2 * l) / 11);
  // sin 4x is odd on an even grid: of the parabola a + bx + cx² only b helps.
  const y = x.map((at) => Math.sin(4 * at));
  const xx = x.reduce((sum, at) => sum + at * at, 0);
  const xy = x.reduce((sum, at, l) => sum + at * y[l], 0);
  const best = (y.reduce((sum, at) => sum + at * at, 0) - (xy * xy) / xx) / 12;
  const { points } = studied({ kind: 'quadratic', p: 1, q: 1, r: 0 }).series[0];
  for (const { x: width, y: reached } of points) {
    expect(reached).toBeGreaterThan(best * (1 - 1e-12));
    if (width >= 8) expect(reached).toBeLessThan(best * 1.001);
  }
});

it('refused where the width is that of the data, or the start is not drawn', () => {
  const obstacle = (sections: Readonly<Record<string, unknown>>): unknown =>
    studyObstacle('widths', documentOf(sections).scenario);
  expect(obstacle({ system: { kind: 'deep-ring', N: 8 } })).toBe('not-widened');
  expect(obstacle({ system: { kind: 'scalar-field-1d', N: 8 } })).toBe('not-widened');
  const dense = { system: { kind: 'dense', sizes: [2, 3, 1] }, data: { kind: 'xor' } };
  expect(obstacle({ ...dense, initial: { kind: 'random' } })).toBeNull();
  expect(obstacle({ ...dense, initial: { kind: 'zero' } }), 'three starts would be one').toBe('not-widened');
});

it('a run whose samples are noisy, or a teacher’s: every width and start learns the same ones', () => {
  const system = { kind: 'dense', sizes: [1, 2, 1], activation: 'tanh', outputActivation: 'linear' };
  for (const data of [
    { kind: 'sine', samples: 5, frequency: 3, noise: 0.5, testSamples: 3 },
    { kind: 'teacher', samples: 5, testSamples: 3 },
  ]) {
    const { scenario } = documentOf({ seed: 4, system, data, initial: { kind: 'random' } });
    const wanted = createData(scenario, typescriptKernels);
    const samples = sameData(wanted);
    for (const [seed, sizes] of [
      [4, [1, 2, 1]],
      [5, [1, 9, 1]],
    ] as const) {
      const other = { ...scenario, seed, system: { ...scenario.system, sizes }, data: samples };
      expect(createData(other, typescriptKernels)).toEqual(wanted);
      // The case has teeth: made anew they would be others.
      if (seed === 5)
        expect(createData({ ...other, data: scenario.data }, typescriptKernels)).not.toEqual(wanted);
    }
  }
});
