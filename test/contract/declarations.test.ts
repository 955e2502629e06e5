import { describe, expect, it } from 'vitest';
import { integratorDeclarations } from '../../src/physics/integrators/declarations.ts';
import { integrators } from '../../src/physics/integrators/index.ts';
import { systems } from '../../src/physics/systems.ts';

it.each(Object.entries(systems))('system %s: stands in the registry under its own kind', (kind, part) => {
  expect(part.kind).toBe(kind);
});

describe('integrators: what is known of one without making it', () => {
  it('both registries have the same kinds in the same order', () => {
    expect(Object.keys(integratorDeclarations)).toEqual(Object.keys(integrators));
  });

  it.each(Object.entries(integratorDeclarations))(
    '%s: the part is its declaration and `create`, nothing twice',
    (kind, declaration) => {
      const part = Object.entries(integrators).find(([name]) => name === kind)?.[1];
      expect(declaration.kind).toBe(kind);
      expect(part).toEqual({ ...declaration, create: expect.any(Function) });
      expect(part?.parameters).toBe(declaration.parameters);
    },
  );
});
