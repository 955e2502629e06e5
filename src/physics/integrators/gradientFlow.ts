import { largestStableFlowStep } from '../curvature.ts';
import type { Values } from '../parameters.ts';
import type { Integrator, IntegratorContext, IntegratorPart } from '../types.ts';
import { createReals, createSampleReader, learningRate, timeOf } from './shared.ts';
import { flow } from './motion.ts';
import { dt, eta, precision, substeps } from './parameters.ts';

const parameters = {
  dt,
  eta,
  substeps,
  precision,
};

/** "auto" keeps h η λ below this in every sub-step: stability ends at 2.78, accuracy before it. */
const LARGEST_STIFFNESS = 1;
/** Most sub-steps of "auto": beyond, the run is told to be unstable rather than made to crawl. */
const MOST_SUBSTEPS = 1000;

/**
 * Gradient flow  W' = −η(t) ∂C/∂W, the high-viscosity limit of the field, by the classical Runge-Kutta
 * method.
 *  Velocity reports −η ∂C/∂W at the new state, with the samples of the step that led there.
 *  Order 4, measured, also from t = 0 of a power law (η = t/n is 0 there). Stable for h η λ < 2.78.
 *  Four gradients a sub-step.
 *  Source: arXiv:2503.08827, Eq. 4; Kutta (1901).
 */
function create(values: Values<typeof parameters>, context: IntegratorContext): Integrator {
  const { kernels, force } = context;
  const rate = learningRate(values.eta, context.expansion);
  const gradient = createReals(context);
  const stage = createReals(context);
  const next = createReals(context);
  const samples = createSampleReader();

  /** Sub-steps of the step from t to `next`: a function of time alone. */
  function substepsOf(t: number, next: number): number {
    if (values.substeps !== 'auto') return Math.max(1, Math.round(values.substeps));
    const stiffness = (next - t) * Math.max(rate(t), rate(next)) * context.curvature;
    return Math.min(MOST_SUBSTEPS, Math.max(1, Math.ceil(stiffness / LARGEST_STIFFNESS)));
  }

  return {
    advance(weights, velocity, clock, schedule, count, squares) {
      let fresh = false;
      for (let k = 0; k < count; k++) {
        const substeps = substepsOf(timeOf(clock, k), timeOf(clock, k + 1));
        const h = clock.dt / substeps;
        const half = substeps / 2;
        const batch = samples.read(schedule, k);
        for (let j = 0; j < substeps; j++) {
          const start = timeOf(clock, k, j / substeps);
          const middle = timeOf(clock, k, (j + 0.5) / substeps);
          const end = timeOf(clock, k, (j + 1) / substeps);
          const etaStart = rate(start);
          const etaMiddle = rate(middle);
          const etaEnd = rate(end);
          const middleStiffness = context.stiffness(middle);
          if (!fresh) force.gradient(weights, batch, context.stiffness(start), gradient);
          if (j === half) squares[2 * k] = etaStart * etaStart * kernels.sumOfSquares(gradient);
          kernels.combine(weights, (-h / 6) * etaStart, gradient, next);
          kernels.combine(weights, (-h / 2) * etaStart, gradient, stage);
          force.gradient(stage, batch, middleStiffness, gradient);
          kernels.addScaled(next, (-h / 3) * etaMiddle, gradient);
          kernels.combine(weights, (-h / 2) * etaMiddle, gradient, stage);
          force.gradient(stage, batch, middleStiffness, gradient);
          if (j + 0.5 === half) squares[2 * k] = etaMiddle * etaMiddle * kernels.sumOfSquares(gradient);
          kernels.addScaled(next, (-h / 3) * etaMiddle, gradient);
          kernels.combine(weights, -h * etaMiddle, gradient, stage);
          force.gradient(stage, batch, context.stiffness(end), gradient);
          kernels.combine(next, (-h / 6) * etaEnd, gradient, weights);
          force.gradient(weights, batch, context.stiffness(end), gradient);
          fresh = true;
        }
        velocity.fill(0);
        kernels.addScaled(velocity, -rate(timeOf(clock, k + 1)), gradient);
        squares[2 * k + 1] = kernels.sumOfSquares(velocity);
        if (!(squares[2 * k + 1] < Infinity)) return k;
        fresh = k + 1 < count && samples.same(schedule, k, k + 1);
      }
      return count;
    },
    settle(weights, velocity, t, batch) {
      force.gradient(weights, batch, context.stiffness(t), gradient);
      velocity.fill(0);
      kernels.addScaled(velocity, -rate(t), gradient);
    },
    eta: rate,
    stability(dt, gamma, curvature) {
      const eta = values.eta ?? 1 / gamma;
      const bounded = eta > 0 && eta < Infinity && curvature > 0;
      if (values.substeps === 'auto' || !bounded) return null;
      const step = dt / Math.max(1, Math.round(values.substeps));
      return { step, largest: largestStableFlowStep(1 / eta, curvature), rule: 'runge-kutta', follows: true };
    },
  };
}

/** The high-viscosity limit. */
export const gradientFlow: IntegratorPart<typeof parameters> = {
  kind: 'gradient-flow',
  label: 'Gradient flow',
  help: 'The field without inertia: weights flow down the gradient at the rate η.',
  source: 'Eq. 4',
  order: 4,
  firstOrder: true,
  role: 'ghost',
  motion: (_jump, cost) => flow(cost),
  bound: () => ({ id: 'runge-kutta', tex: 'h\\,\\eta\\,\\lambda_{\\max} < 2.785', plain: 'h η λ < 2.785' }),
  parameters,
  create,
};
