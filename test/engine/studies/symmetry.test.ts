import { describe, expect, it } from 'vitest';
import { symmetry } from '../../../src/engine/studies/symmetry.ts';
import type { StudyFindings } from '../../../src/engine/studies/types.ts';
import { typescriptKernels } from '../../../src/kernels/index.ts';
import { documentOf } from '../../helpers/run.ts';

const sections = {
  system: { kind: 'ring-shared', N: 64 },
  data: { kind: 'uniform-bonds', K: 4, J: 0.25 },
  initial: { kind: 'packet', width: 8, speed: 0.6 },
  expansion: { kind: 'flat' },
};

function found(initial: object = sections.initial): StudyFindings {
  const study = symmetry.run(documentOf({ ...sections, initial }).scenario, typescriptKernels);
  let next = study.next();
  while (next.done !== true) next = study.next();
  return next.value;
}

describe('study of symmetry', () => {
  const { series, facts } = found();
  const pointsOf = (id: string) => series.find((one) => one.id === id)?.points ?? [];
  const fact = (name: string): number => facts.find((one) => one.name === name)?.value ?? NaN;

  it('loss of covariance: as a², as γT and as δ, each to 0.1', () => {
    expect(series.map(({ id }) => id)).toEqual(['lattice', 'friction', 'uneven']);
    for (const { id, fit, expected } of series) {
      expect(Math.abs((fit?.slope ?? NaN) - (expected ?? NaN)), id).toBeLessThan(0.1);
    }
  });

  it('friction: a little more than (γT/2)(1 − 1/Γ), what is lost at the middle, by the same factor whatever γ', () => {
    for (const { x, y } of pointsOf('friction')) {
      const ratio = y / ((x / 2) * (1 - 0.8));
      expect(ratio).toBeGreaterThan(1.15);
      expect(ratio).toBeLessThan(1.22);
    }
  });

  it('on the finest lattice: energy runs at βc to 1 %, the moving clock is slower by Γ to 1 %', () => {
    expect(fact('factor')).toBeCloseTo(1.25, 12);
    expect(Math.abs(fact('run') / 0.6 - 1)).toBeLessThan(0.01);
    expect(Math.abs(fact('clock') / 1.25 - 1)).toBeLessThan(0.01);
  });

  it('no packet, or one at rest: refused', () => {
    expect(() => found({ kind: 'bump' })).toThrow('no-packet');
    expect(() => found({ kind: 'packet', speed: 0 })).toThrow('no-packet');
  });
});
