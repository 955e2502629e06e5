import { describe, expect, it } from 'vitest';
import { integratorDeclarations } from '../../src/physics/integrators/declarations.ts';
import { integrators } from '../../src/physics/integrators/index.ts';
import { systemDeclarations } from '../../src/physics/systemDeclarations.ts';
import { systems } from '../../src/physics/systems.ts';

describe('declarations: what is known of a part without making it', () => {
  it.each([
    ['systems', systemDeclarations, systems],
    ['integrators', integratorDeclarations, integrators],
  ])('%s: both registries have the same kinds in the same order', (_name, declared, made) => {
    expect(Object.keys(declared)).toEqual(Object.keys(made));
  });

  it.each([
    ...Object.entries(systemDeclarations).map(([kind, part]) => [kind, part, systems] as const),
    ...Object.entries(integratorDeclarations).map(([kind, part]) => [kind, part, integrators] as const),
  ])('%s: the part is its declaration and `create`, nothing twice', (kind, declaration, registry) => {
    const part = Object.entries(registry).find(([name]) => name === kind)?.[1];
    expect(declaration.kind).toBe(kind);
    expect(part).toEqual({ ...declaration, create: expect.any(Function) });
    expect(part?.parameters).toBe(declaration.parameters);
  });
});
