import { describe, expect, it } from 'vitest';
import { spacing } from '../../../src/engine/studies/spacing.ts';
import type { StudyFindings } from '../../../src/engine/studies/types.ts';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { parseRunDocument } from '../../../src/scenario/document.ts';
import { studyObstacle } from '../../../src/scenario/studies.ts';
import { documentOf } from '../../helpers/run.ts';
import { shipped } from '../../helpers/shipped.ts';

function studied(id: string): StudyFindings {
  const { scenario } = parseRunDocument(shipped[id]);
  const run = spacing.run(scenario, typescriptKernels);
  let before = 0;
  for (;;) {
    const next = run.next();
    if (next.done === true) return next.value;
    expect(next.value.done, 'progress never goes back').toBeGreaterThanOrEqual(before);
    before = next.value.done;
  }
}

describe('study of the lattice spacing', () => {
  it.each(['becoming-a-field', 'springs'])('%s: the difference falls as a², measured slope 2 ± 0.2', (id) => {
    const [{ points, fit, expected }] = studied(id).series;
    expect(points.map(({ x }) => 1 / x)).toEqual([16, 32, 64, 128, 256]);
    expect(expected).toBe(2);
    expect(Math.abs((fit?.slope ?? NaN) - 2)).toBeLessThan(0.2);
    expect(points[4].y).toBeLessThan(1e-2);
  });

  it('never-a-field: the difference does not fall at all, measured slope 0 ± 0.1, and is of order 1 (E1)', () => {
    const [{ points, fit, expected }] = studied('never-a-field').series;
    expect(expected).toBe(0);
    expect(Math.abs(fit?.slope ?? NaN)).toBeLessThan(0.1);
    for (const { y } of points) expect(y).toBeGreaterThan(0.3);
  });

  it('says where it cannot be made', () => {
    const obstacle = (sections: Readonly<Record<string, unknown>>): unknown =>
      studyObstacle('spacing', documentOf(sections).scenario);
    expect(obstacle({ system: { kind: 'torus-shared' } })).toBe('no-continuum');
    expect(obstacle({ system: { kind: 'ring-two-layer' } })).toBe('no-continuum');
    expect(obstacle({ system: { kind: 'ring-shared' }, data: { kind: 'smooth-random' } })).toBe(
      'not-refinable',
    );
    const batch = { kind: 'sequence', indices: [0] };
    expect(obstacle({ system: { kind: 'ring-shared' }, batch })).toBe('changing-samples');
    const torus = documentOf({ system: { kind: 'torus-shared' } }).scenario;
    expect(() => spacing.run(torus, typescriptKernels).next()).toThrow('no-continuum');
  });
});
