import { largestStableFlowStep } from '../curvature.ts';
import type { Values } from '../parameters.ts';
import type { FlowSteps } from '../../kernels/types.ts';
import type {
  Clock,
  FlowPlan,
  Integrator,
  IntegratorContext,
  IntegratorPart,
  Reals,
  Schedule,
} from '../types.ts';
import { createReals, createSampleReader, learningRate, timeOf } from './shared.ts';
import { flowPolynomials, LARGEST_Z } from './flowPolynomial.ts';
import { gradientFlowDeclaration } from './declarations/gradientFlow.ts';

/** "auto" keeps h η λ of a classical sub-step below this: stability ends at 2.78, accuracy before it. */
const LARGEST_STIFFNESS = 1;
/** Most sub-steps of "auto": beyond, the run is told to be unstable rather than made to crawl. */
const MOST_SUBSTEPS = 1000;
/** Most polynomials of one step: beyond, the step is not taken, and the run is told to have failed rather than made to crawl. */
const MOST_PARTS = 100;
/** Most that −ηλh of a growing mode is in one polynomial: beside e⁴ the decaying ones keep their digits. */
const MOST_GROWTH = 4;

/**
 * Gradient flow  W' = −η(t) ∂C/∂W, the high-viscosity limit of the field.
 *  The classical Runge-Kutta method: order 4, measured, also from t = 0 of a power law (η = t/n is 0 there); stable for
 *  h η λ < 2.785; four gradients a sub-step. "auto" takes sub-steps of h η λ ≤ 1 by the curvature at the start,
 *  or, where a bound on the curvature holds everywhere, as of quadratic costs, Chebyshev stages:
 *  a polynomial of e^{−τH}, τ = ∫η dt by Simpson's rule (flowPolynomial.ts, and `flow` of the kernels). It is stable up to
 *  z = τλ of 300 000, where it takes 100 polynomials, and refuses larger steps; every mode errs by at most 1/1000 of its amplitude in a step, and by less than z³/5 where z = τλ is small:
 *  order 2, measured. One gradient a stage: 3 for z = 1/2, 7 for 4, 13 for 16, growing as √z. Stretched space has the K of
 *  the middle of a step throughout it, **approximate** to second order.
 *  Velocity reports −η ∂C/∂W at the new state, with the samples of the step that led there.
 *  Source: arXiv:2503.08827, Eq. 4; Kutta (1901); Tal-Ezer, SIAM J. Numer. Anal. 26 (1989) 1 for Chebyshev's series of
 *  e^{−τH}; van der Houwen and Sommeijer, Z. Angew. Math. Mech. 60 (1980) 479 for second order by such stages.
 */
function create(
  values: Values<typeof gradientFlowDeclaration.parameters>,
  context: IntegratorContext,
): Integrator {
  const { kernels, force } = context;
  const rate = learningRate(values.eta, context.expansion);
  const samples = createSampleReader();

  const spectrum = values.substeps === 'auto' ? context.spectrum() : null;
  const stages = spectrum === null ? null : kernels.flow(force, context.singlePrecision);
  const gradient = createReals(context);
  const [stage, next] = stages === null ? [createReals(context), createReals(context)] : [gradient, gradient];

  /** One Runge-Kutta step from `gradient` at its start to that at its end. @returns (η ∂C)² in the middle, its first guess */
  function classicalStep(
    weights: Reals,
    batch: Int32Array | null,
    start: number,
    middle: number,
    end: number,
    h: number,
  ): number {
    const etaStart = rate(start);
    const etaMiddle = rate(middle);
    const etaEnd = rate(end);
    const middleStiffness = context.stiffness(middle);
    kernels.combine(weights, (-h / 6) * etaStart, gradient, next);
    kernels.combine(weights, (-h / 2) * etaStart, gradient, stage);
    force.gradient(stage, batch, middleStiffness, gradient);
    kernels.addScaled(next, (-h / 3) * etaMiddle, gradient);
    kernels.combine(weights, (-h / 2) * etaMiddle, gradient, stage);
    force.gradient(stage, batch, middleStiffness, gradient);
    const squares = etaMiddle * etaMiddle * kernels.sumOfSquares(gradient);
    kernels.addScaled(next, (-h / 3) * etaMiddle, gradient);
    kernels.combine(weights, -h * etaMiddle, gradient, stage);
    force.gradient(stage, batch, context.stiffness(end), gradient);
    kernels.combine(next, (-h / 6) * etaEnd, gradient, weights);
    kernels.floorSmall(weights);
    force.gradient(weights, batch, context.stiffness(end), gradient);
    return squares;
  }

  /** A step of the clock in classical steps. @returns Σ V² in its middle */
  function classical(
    weights: Reals,
    batch: Int32Array | null,
    clock: Clock,
    k: number,
    count: number,
  ): number {
    const h = clock.dt / count;
    let squares = 0;
    for (let j = 0; j < count; j++) {
      const start = timeOf(clock, k, j / count);
      if (2 * j === count) squares = rate(start) * rate(start) * kernels.sumOfSquares(gradient);
      const half = timeOf(clock, k, (j + 0.5) / count);
      const middle = classicalStep(weights, batch, start, half, timeOf(clock, k, (j + 1) / count), h);
      if (2 * j + 1 === count) squares = middle;
    }
    return squares;
  }

  const largest = spectrum?.largest ?? 0;
  const lowest = largest > 0 ? Math.max(-1, Math.min(0, (spectrum?.smallest ?? 0) / largest)) : 0;
  const polynomialOf = flowPolynomials(lowest);

  /** Classical sub-steps of the step from t to `next`: a function of time alone. */
  function countOf(t: number, next: number): number {
    if (values.substeps !== 'auto') return Math.max(1, Math.round(values.substeps));
    const stiffness = (next - t) * Math.max(rate(t), rate(next)) * context.curvature;
    return Math.min(MOST_SUBSTEPS, Math.max(1, Math.ceil(stiffness / LARGEST_STIFFNESS)));
  }

  function planOf(start: number, middle: number, end: number, dt: number): FlowPlan | null {
    const whole = (dt / 6) * (rate(start) + 4 * rate(middle) + rate(end));
    const z = largest * whole;
    const parts = Math.max(1, Math.ceil((-lowest * z) / MOST_GROWTH), Math.ceil(z / LARGEST_Z));
    if (!(parts <= MOST_PARTS)) return null;
    const tau = whole / parts;
    return { parts, tau, polynomial: polynomialOf(tau * largest) };
  }

  /**
   * A step of the clock by a polynomial, or by several where modes grow or decay much in it, from the gradient at its start
   * to that at its end. Writes the velocity there.
   *  @returns Σ V² in its middle; NaN where it would take too many
   */
  function polynomial(
    flow: FlowSteps,
    weights: Reals,
    velocity: Reals,
    batch: Int32Array | null,
    clock: Clock,
    k: number,
  ): number {
    const start = timeOf(clock, k);
    const end = timeOf(clock, k + 1);
    const middle = timeOf(clock, k, 0.5);
    const eta = rate(middle);
    const plan = planOf(start, middle, end, clock.dt);
    if (plan === null) return NaN;
    const { parts, tau, polynomial: shape } = plan;
    const K = context.stiffness(middle);
    if (K !== context.stiffness(start)) flow.begin(weights, batch, K);
    let squares = 0;
    for (let part = 0; part < parts; part++) {
      if (2 * part === parts) squares = flow.squares();
      const last = part + 1 === parts;
      const after = last ? context.stiffness(end) : K;
      // Between parts the velocity says ∂C.
      const within = flow.step(shape, tau, weights, velocity, batch, K, after, last ? rate(end) : 1);
      if (2 * part + 1 === parts) squares = within;
    }
    return eta * eta * squares;
  }

  /** Steps of the clock by polynomials. @returns steps done */
  function flowOn(
    flow: FlowSteps,
    weights: Reals,
    velocity: Reals,
    clock: Clock,
    schedule: Schedule,
    count: number,
    squares: Float64Array,
  ): number {
    let fresh = false;
    for (let k = 0; k < count; k++) {
      const batch = samples.read(schedule, k);
      if (!fresh) flow.begin(weights, batch, context.stiffness(timeOf(clock, k)));
      squares[2 * k] = polynomial(flow, weights, velocity, batch, clock, k);
      if (Number.isNaN(squares[2 * k])) return k;
      squares[2 * k + 1] = flow.squares();
      if (!(squares[2 * k + 1] < Infinity)) return k;
      fresh = k + 1 < count && samples.same(schedule, k, k + 1);
    }
    return count;
  }

  return {
    advance(weights, velocity, clock, schedule, count, squares) {
      if (stages !== null) return flowOn(stages, weights, velocity, clock, schedule, count, squares);
      let fresh = false;
      for (let k = 0; k < count; k++) {
        const batch = samples.read(schedule, k);
        if (!fresh) force.gradient(weights, batch, context.stiffness(timeOf(clock, k)), gradient);
        const substeps = countOf(timeOf(clock, k), timeOf(clock, k + 1));
        squares[2 * k] = classical(weights, batch, clock, k, substeps);
        velocity.fill(0);
        kernels.addScaled(velocity, -rate(timeOf(clock, k + 1)), gradient);
        kernels.floorSmall(velocity);
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
    ...(stages === null ? { classicalSteps: countOf } : { polynomials: planOf }),
    stability(dt, gamma, curvature) {
      const eta = values.eta ?? 1 / gamma;
      const bounded = eta > 0 && eta < Infinity && curvature > 0;
      if (values.substeps === 'auto' || !bounded) return null;
      const step = dt / Math.max(1, Math.round(values.substeps));
      return { step, largest: largestStableFlowStep(1 / eta, curvature), rule: 'runge-kutta', follows: true };
    },
  };
}

/** {@link gradientFlowDeclaration} with its steps. */
export const gradientFlow: IntegratorPart<typeof gradientFlowDeclaration.parameters> = {
  ...gradientFlowDeclaration,
  create,
};
