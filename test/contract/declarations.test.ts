import { describe, expect, it } from 'vitest';
import { integratorKinds, integrators } from '../../src/physics/integrators/index.ts';
import { integratorDeclarations } from '../../src/physics/integrators/declarations/index.ts';
import { systemDeclarations } from '../../src/physics/declarations.ts';
import { systems } from '../../src/physics/systems.ts';
import { simulate } from '../helpers/run.ts';

it.each(Object.entries(systems))('system %s: stands in the registry under its own kind', (kind, part) => {
  expect(part.kind).toBe(kind);
});

describe('integrators: what is known of one without making it', () => {
  it.each(integratorKinds)(
    '%s: says the bound of its step where it has one, and plays a part of its order',
    (kind) => {
      const { bound, firstOrder, role } = { bound: undefined, ...integrators[kind] };
      const system = { kind: 'ring-shared', N: 8 };
      const [track] = simulate({ system, dynamics: { kind, dt: 0.125 } }).tracks;
      const told = track.limits.stability(0.125, 0.3, 4);
      expect(told !== null).toBe(bound !== undefined);
      expect(role === 'second').toBe(!firstOrder);
      if (told === null) return;
      // At the largest step the rule that is shown turns into an equality.
      const h = told.largest;
      const rule = bound?.(0.3).plain;
      const eta = 1 / 0.3;
      if (rule === 'h tanh(γh/2) < 2γ/λ') expect(h * Math.tanh(0.15 * h)).toBeCloseTo(0.6 / 4, 12);
      else if (rule === 'h < 2/√λ') expect(h * h * 4).toBeCloseTo(4, 12);
      else expect(h * eta * 4).toBeCloseTo(Number(/< ([\d.]+)$/.exec(rule ?? '')?.[1]), 1);
    },
  );

  it.each(Object.entries(integrators))('%s: stands in the registry under its own kind', (kind, part) => {
    expect(part.kind).toBe(kind);
  });
});

it.each([
  ['system', systemDeclarations, systems],
  ['integrator', integratorDeclarations, integrators],
])(
  'every %s is declared, in order, and no declaration carries what makes it',
  (_name, declarations, parts) => {
    const withoutEquations = Object.entries(parts).map(([kind, part]) => [
      kind,
      Object.fromEntries(Object.entries(part).filter(([name]) => name !== 'create')),
    ]);
    expect(Object.keys(declarations)).toEqual(Object.keys(parts));
    expect(declarations).toEqual(Object.fromEntries(withoutEquations));
  },
);
