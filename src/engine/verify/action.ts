import type { Kernels } from '../../kernels/types.ts';
import { sin } from '../../physics/math/elementary.ts';
import { heavyBall } from '../../physics/observables/momentum.ts';
import type { RunDocument } from '../../scenario/types.ts';
import { partOf } from '../../scenario/sections.ts';
import { History } from '../history.ts';
import { PathWalk } from '../observations/pathWalk.ts';
import { createSimulation } from '../simulation.ts';
import { autoStep, simulationOf, systemParts, type Setup } from './runs.ts';
import { isQuadratic, smallSettings } from './systems.ts';
import { bounded, compare, type Check, type Finding, type Trial } from './types.ts';

const STEPS = 64;

/** How far a run's own path is from obeying the Euler-Lagrange equation of its action: largest residual over largest term. */
export function stationarityOf(document: RunDocument, kernels: Kernels): number {
  const simulation = createSimulation(document, kernels, { tracks: 'main' });
  simulation.advance(STEPS);
  const walk = new PathWalk({ simulation, history: new History() }, kernels);
  while (walk.pending && walk.walk(() => true));
  return walk.step === STEPS ? (walk.read()?.stationarity ?? NaN) : NaN;
}

/**
 * S(ε) of a run's path plus ε sin(πn/N) along its first weight, summed step by step from costs alone:
 *    S_d = Σ_n μ⁻ⁿ [½(W_{n+1} − W_n)² − η C(W_n)]
 *  Source: physics.md 3.6.
 */
function bentAction(setup: Setup, kernels: Kernels): (epsilon: number) => number {
  const dt = autoStep(setup, kernels);
  const simulation = simulationOf({ ...setup, dynamics: { dt, substeps: 1 } }, kernels);
  const [{ system, expansion, weights }] = simulation.tracks;
  const { mu, eta } = heavyBall(expansion.gamma(0), dt);
  const path = [Float64Array.from(weights)];
  for (let n = 0; n < STEPS; n++) {
    simulation.advance(1);
    path.push(Float64Array.from(weights));
  }
  return (epsilon) => {
    const bent = path.map((at, n) => {
      const moved = at.slice();
      moved[0] += epsilon * sin((Math.PI * n) / STEPS);
      return moved;
    });
    let sum = 0;
    let weight = 1;
    for (let n = 0; n < STEPS; n++) {
      let squares = 0;
      for (let i = 0; i < bent[n].length; i++) squares += (bent[n + 1][i] - bent[n][i]) ** 2;
      sum += weight * (squares / 2 - eta * system.cost(bent[n], null, 1));
      weight /= mu;
    }
    return sum;
  };
}

/**
 * What a quadratic cost makes of S(ε): a parabola about the run's path, so that S(ε) − S(−ε) is 0, and at a path that is
 * bent by ε the slope is ε δ²S, not 0. **exact**
 */
export function parabolaFindings(setup: Setup, kernels: Kernels, subject: string): readonly Finding[] {
  const action = bentAction(setup, kernels);
  const [here, up, down] = [action(0), action(1), action(-1)];
  const curvature = up + down - 2 * here;
  const slope = (action(1.5) - action(0.5)) / curvature;
  return [
    bounded(`${subject}, its own path`, (up - down) / curvature, 1e-8),
    compare(`${subject}, bent by 1`, slope, 1, 1e-8),
  ];
}

export const action: Check = {
  id: 'action',
  label: 'Stationary action',
  help: 'The action Σ μ⁻ⁿ[½(W₊ − W)² − ηC] is stationary along a run: its Euler-Lagrange equation holds in every shipped run with inertia and without heat, over 64 steps, relative to its largest term. Summed from costs alone, along the path of every quadratic system and the same path bent: dS/dε over δ²S is 0 on its own path, and 1 where it is bent by 1.',
  trials: ({ kernels, shipped }) => [
    ...shipped
      .filter(({ document }) => {
        const { firstOrder, noise } = partOf('dynamics', document.scenario.dynamics.kind);
        return !firstOrder && noise === undefined;
      })
      .map(({ id, document }): Trial => ({
        subject: id,
        measure: () => bounded(id, stationarityOf(document, kernels), 1e-12),
      })),
    ...systemParts
      .filter((system) => isQuadratic(system, smallSettings(system)))
      .map((system): Trial => ({
        subject: system.kind,
        measure: () => parabolaFindings({ system }, kernels, system.kind),
      })),
  ],
};
