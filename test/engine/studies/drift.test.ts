import { expect, it } from 'vitest';
import { drift } from '../../../src/engine/studies/drift.ts';
import type { StudyFindings } from '../../../src/engine/studies/types.ts';
import { fastestKernels } from '../../../src/kernels/simd/index.ts';
import { studyObstacle } from '../../../src/scenario/studies.ts';
import { documentOf } from '../../helpers/run.ts';

const sections = {
  seed: 2,
  system: { kind: 'dense', sizes: [1, 8, 1], parameterization: 'ntk', sigmaW: 2, sigmaB: 0.5 },
  data: { kind: 'sine', samples: 8 },
  initial: { kind: 'random' },
  dynamics: { kind: 'second-order', dt: 'auto' },
  expansion: { kind: 'de-sitter', gamma: 1 },
};

function studied(): StudyFindings {
  const run = drift.run(documentOf(sections).scenario, fastestKernels);
  for (let before = 0; ;) {
    const next = run.next();
    if (next.done === true) return next.value;
    expect(next.value.done, 'progress never goes back').toBeGreaterThanOrEqual(before);
    before = next.value.done;
  }
}

it('the kernel of the ntk parametrisation drifts less in wider networks; the fit has an error and no theory beside it', () => {
  const { series } = studied();
  expect(series.map(({ id }) => id)).toEqual(['drift', 'ratio']);
  for (const { id, points, fit, expected } of series) {
    expect(
      points.map(({ x }) => x),
      id,
    ).toEqual([8, 16, 32, 64, 128, 256]);
    expect(points[5].y, id).toBeLessThan(0.4 * points[0].y);
    expect(fit?.slope, id).toBeLessThan(-0.2);
    expect(fit?.slope, id).toBeGreaterThan(-1.5);
    expect(fit?.error, id).toBeGreaterThan(0);
    expect(expected, id).toBeNull();
  }
});

it('needs hidden layers that can be wider', () => {
  const ring = documentOf({ system: { kind: 'ring-shared', N: 8 } }).scenario;
  expect(studyObstacle('drift', ring)).toBe('not-widened');
});
