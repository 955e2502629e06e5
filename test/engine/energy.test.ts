import { expect, it } from 'vitest';
import { energyBudget } from '../../src/physics/observables/energy.ts';
import type { EnergyBudget } from '../../src/physics/observables/types.ts';
import { simulate } from '../helpers/run.ts';

const ring = {
  system: { kind: 'ring-shared', N: 16 },
  data: { kind: 'uniform-bonds', K: 1.2, J: 0.3 },
  initial: { kind: 'bump', center: 5, width: 2, amplitude: 1 },
};
const budgetAt = (sections: Record<string, unknown>, time: number): EnergyBudget => {
  const simulation = simulate(sections);
  simulation.advance(Math.round(time / simulation.dt));
  return energyBudget.compute(simulation.instant());
};

it.each([
  ['de-sitter', { kind: 'de-sitter', gamma: 0.7 }],
  ['flat', { kind: 'flat' }],
  ['power law from its big bang', { kind: 'power-law', n: 3, t0: 0 }],
])("energy law: dE/dt = -gamma W'^2 in %s, residual falls 4 times per halving of dt", (_name, expansion) => {
  const residual = (dt: number): number =>
    Math.abs(budgetAt({ ...ring, dynamics: { kind: 'second-order', dt }, expansion }, 4).residual);
  const coarse = residual(1 / 32);
  const fine = residual(1 / 64);
  expect(fine).toBeLessThan(1e-4);
  expect(coarse / fine).toBeGreaterThan(3.6);
  expect(coarse / fine).toBeLessThan(4.4);
});

it('energy law: at gamma = 0 nothing is dissipated and energy is conserved to 1e-4', () => {
  const budget = budgetAt(
    { ...ring, dynamics: { kind: 'second-order', dt: 1 / 64 }, expansion: { kind: 'flat' } },
    20,
  );
  expect(budget.dissipated).toBe(0);
  expect(Math.abs(budget.residual)).toBeLessThan(1e-4);
});

it('energy law: gradient flow loses exactly what friction takes, residual below 1e-6', () => {
  const budget = budgetAt(
    { ...ring, dynamics: { kind: 'gradient-flow', dt: 1 / 256 }, expansion: { kind: 'de-sitter', gamma: 2 } },
    3,
  );
  expect(budget.dissipated).toBeGreaterThan(0.1);
  expect(Math.abs(budget.residual)).toBeLessThan(1e-6);
});

it('energy law: with samples in turn the injected energy is the jump of the sources', () => {
  const sections = {
    ...ring,
    batch: { kind: 'sequence', indices: [0, 1] },
    expansion: { kind: 'de-sitter', gamma: 0.5 },
  };
  const at = (dt: number): EnergyBudget =>
    budgetAt({ ...sections, dynamics: { kind: 'second-order', dt } }, 2);
  const budget = at(1 / 64);
  expect(Math.abs(budget.injected)).toBeGreaterThan(1e-3);
  expect(Math.abs(budget.residual)).toBeLessThan(5e-3);
  expect(Math.abs(at(1 / 128).residual)).toBeLessThan(Math.abs(budget.residual));
});
