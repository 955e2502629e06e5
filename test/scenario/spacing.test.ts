import { describe, expect, it } from 'vitest';
import { siteSpacing } from '../../src/scenario/spacing.ts';
import { parseScenario } from '../../src/scenario/validate.ts';

const spacingOf = (system: Record<string, unknown>): number =>
  siteSpacing(parseScenario({ version: 1, system }).system);

describe('distance of neighbouring sites at a = 1', () => {
  it('a scalar field says its own', () => {
    expect(spacingOf({ kind: 'scalar-field-1d', N: 12, spacing: 0.25 })).toBe(0.25);
    expect(spacingOf({ kind: 'scalar-field-2d', rows: 4, columns: 6, spacing: 0.5 })).toBe(0.5);
  });

  it.each([1, 2, 3])('two fields have %i points in a cell of four spacings: once round is 4aN', (mesh) => {
    const spacing = spacingOf({ kind: 'two-field-1d', N: 12, spacing: 0.5, mesh });
    expect(spacing * 12 * mesh).toBeCloseTo(4 * 0.5 * 12, 12);
  });

  it('networks count in sites', () => {
    expect(spacingOf({ kind: 'ring-shared', N: 12 })).toBe(1);
    expect(spacingOf({ kind: 'torus-shared', rows: 4, columns: 6 })).toBe(1);
  });
});
