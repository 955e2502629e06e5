import type { Kernels } from '../../kernels/types.ts';
import { dampedMode } from '../../physics/exactModes.ts';
import { denseSpectrum, latticeSpectrum } from '../../physics/spectrum.ts';
import type { Reals, System } from '../../physics/types.ts';
import { worstRelative } from './errors.ts';
import { autoStep, integratorParts, simulationOf, steadyParts, systemParts, type Setup } from './runs.ts';
import { isQuadratic, smallSettings } from './systems.ts';
import { bounded, type Check, type Trial } from './types.ts';

/** ω² and γ: underdamped, critical, overdamped, growing. */
const REGIMES = [
  [4, 0.5],
  [1, 2],
  [0.3, 3],
  [-0.5, 1],
] as const;

/** A closed form of w″ + γ w′ + ω² w = 0, as `dampedMode`. */
export type ClosedForm = typeof dampedMode;

/** |w″ + γw′ + ω²w| and |w′ − v| of a closed form at t = 1.3, by differences of fourth order. */
export function equationError(mode: ClosedForm, omega2: number, gamma: number): number {
  const e = 1e-3;
  const at = (s: number): { w: number; v: number } => mode(omega2, gamma, 0.7, -0.4, 1.3 + s);
  const slope = (name: 'w' | 'v'): number =>
    (8 * (at(e)[name] - at(-e)[name]) - (at(2 * e)[name] - at(-2 * e)[name])) / (12 * e);
  const { w, v } = at(0);
  const error = Math.abs(slope('v') + gamma * v + omega2 * w);
  return Math.max(error, Math.abs(slope('w') - v));
}

/** The method of highest order with inertia: what closed forms are compared with. */
const yardstick = integratorParts
  .filter((part) => part.order !== 'exact' && !part.firstOrder)
  .sort((a, b) => Number(b.order) - Number(a.order))[0];

const STEPS = 64;

function weightsAt(setup: Setup, kernels: Kernels): Reals {
  const simulation = simulationOf(setup, kernels);
  simulation.advance(STEPS);
  return simulation.tracks[0].weights;
}

/** How far a closed form is from small steps of high order, in parts of the largest weight. */
export function closedFormError(setup: Setup, kernels: Kernels): number {
  // The same clock for both: "auto" of the method whose step is bounded.
  const dt = autoStep({ system: setup.system, expansion: setup.expansion }, kernels);
  const dynamics = { dt };
  const closed = weightsAt({ ...setup, dynamics }, kernels);
  return worstRelative(closed, weightsAt({ ...setup, integrator: yardstick, dynamics }, kernels));
}

/** Closed form of a uniform lattice's curvatures against those of its Hessian, relative to the largest; NaN: not uniform. */
export function dispersionError(system: System, closed = latticeSpectrum(system)): number {
  if (closed === null) return NaN;
  const { kappa: values } = denseSpectrum(system, new Float64Array(system.weightCount));
  return worstRelative(
    closed.kappa.map((kappa) => closed.mass + kappa),
    values,
  );
}

export const modeEquation: Check = {
  id: 'mode-equation',
  label: 'Closed form of a mode',
  help: 'The closed form solves w″ + γw′ + ω²w = 0: what is left of it, by differences.',
  trials: () =>
    REGIMES.map(([omega2, gamma]): Trial => {
      const subject = `ω² = ${omega2}, γ = ${gamma}`;
      return { subject, measure: () => bounded(subject, equationError(dampedMode, omega2, gamma), 1e-9) };
    }),
};

export const exactModes: Check = {
  id: 'exact-modes',
  label: 'Exact modes',
  help: 'Every quadratic system, mode by mode in closed form, against many small Runge-Kutta steps after 64 steps of the clock; relative to the largest weight.',
  trials: ({ kernels }) =>
    systemParts
      .filter((system) => isQuadratic(system, smallSettings(system)))
      .flatMap((system) =>
        steadyParts.flatMap((expansion) =>
          integratorParts
            .filter(({ order }) => order === 'exact')
            .map((integrator): Trial => {
              const subject = `${system.kind}, ${expansion.kind}`;
              const setup = { system, expansion, integrator };
              return { subject, measure: () => bounded(subject, closedFormError(setup, kernels), 1e-8) };
            }),
        ),
      ),
};

export const dispersion: Check = {
  id: 'dispersion',
  label: 'Dispersion of waves',
  help: 'ω² = J + Σ 4K sin²(ka/2) over the directions of every uniform lattice, K the stiffness of its bonds, against the eigenvalues of its Hessian; relative to the largest.',
  trials: ({ kernels }) =>
    systemParts.flatMap((part): readonly Trial[] => {
      const { system } = simulationOf({ system: part }, kernels).tracks[0];
      if (latticeSpectrum(system) === null) return [];
      return [{ subject: part.kind, measure: () => bounded(part.kind, dispersionError(system), 1e-12) }];
    }),
};
