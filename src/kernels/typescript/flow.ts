import type { FlowPolynomial, FlowSteps, Force, Reals } from '../types.ts';
import { floorOf, floorSmall } from './floor.ts';

/** One application of the Hessian in a step of a flow: out ← ((c g + α H b) − β b) − m old. */
export interface FlowStage {
  c: number;
  alpha: number;
  beta: number;
  /** 0 or 1 */
  m: number;
  /** b is the gradient itself; else what the stage before made. */
  first: boolean;
  /** out is taken off the weights. */
  final: boolean;
}

const stage: FlowStage = { c: 0, alpha: 0, beta: 0, m: 0, first: false, final: false };

/**
 * Stage n = 1, 2, ... of a polynomial by Clenshaw's recurrence b_k = c_k τg + 2x b_{k+1} − b_{k+2}, which ends in
 * c_0 τg + x b_1 − b_2 after one stage less than it has coefficients. x = (2τH − to − from)/(to − from).
 * The first b, c_n τg, is never written: it stands in the coefficients of the two stages that need it.
 * @returns the same object every time
 */
export function flowStage({ from, to, end }: FlowPolynomial, tau: number, n: number): FlowStage {
  const last = end.length - 1;
  const k = last - n;
  const twice = k === 0 ? 1 : 2;
  const start = n === 1 ? tau * end[last] : 1;
  stage.c = n === 2 ? tau * (end[k] - end[last]) : tau * end[k];
  stage.alpha = ((2 * twice * tau) / (to - from)) * start;
  stage.beta = ((twice * (to + from)) / (to - from)) * start;
  stage.m = n < 3 ? 0 : 1;
  stage.first = n === 1;
  stage.final = k === 0;
  return stage;
}

/**
 * Steps of a flow of any force. Without a Hessian H b = (∂C(W) − ∂C(W − δb))/δ: **exact** for quadratic costs; for others the
 * whole is a Runge-Kutta method of second order (Σb = 1, Σbc = 1/2), and δ keeps its stages within a stable step of gradient
 * descent. Chebyshev's recurrence never outgrows the gradient by much, so that no stage is lost to round-off.
 * One gradient or H b a stage, and the gradient at the end.
 */
export function flow(force: Force, single: boolean): FlowSteps {
  const { size, hessian } = force;
  const reals = (): Reals =>
    force.reals?.(single) ?? (single ? new Float32Array(size) : new Float64Array(size));
  let g = reals();
  let bent = reals();
  const moved = reals();
  const [odd, even] = [new Float64Array(size), new Float64Array(size)];
  let squares = 0;

  /** bent = H b */
  function bend(b: Reals, delta: number, weights: Reals, batch: Int32Array | null, stiffness: number): void {
    if (hessian !== undefined && batch === null) {
      hessian(b, stiffness, bent);
      return;
    }
    for (let i = 0; i < size; i++) moved[i] = weights[i] - delta * b[i];
    force.gradient(moved, batch, stiffness, bent);
    for (let i = 0; i < size; i++) bent[i] = (g[i] - bent[i]) / delta;
  }

  return {
    begin(weights, batch, stiffness) {
      force.gradient(weights, batch, stiffness, g);
    },
    step(polynomial, tau, weights, velocity, batch, stiffness, after, eta) {
      for (let n = 1; n < polynomial.end.length; n++) {
        const { c, alpha, beta, m, first, final } = flowStage(polynomial, tau, n);
        const out = n % 2 === 1 ? odd : even;
        const b = first ? g : n % 2 === 1 ? even : odd;
        // What H is applied to is as large as the gradient in the first stage, as τ times it in the others. A step
        // of no length goes nowhere.
        const delta = Math.min(1, 2 / polynomial.to) * (first ? tau : 1) || 1;
        bend(b, delta, weights, batch, stiffness);
        const old = m === 0 ? g : out;
        for (let i = 0; i < size; i++) out[i] = c * g[i] + alpha * bent[i] - beta * b[i] - m * old[i];
        if (final) for (let i = 0; i < size; i++) weights[i] -= out[i];
      }
      floorSmall(weights);
      force.gradient(weights, batch, stiffness, bent);
      let middle = 0;
      for (let i = 0; i < size; i++) middle += g[i] * bent[i];
      [g, bent] = [bent, g];
      if (after !== stiffness) force.gradient(weights, batch, after, g);
      const floor = floorOf(velocity);
      squares = 0;
      for (let i = 0; i < size; i++) {
        const v = -eta * g[i];
        velocity[i] = Math.abs(v) < floor ? 0 : v;
        squares += velocity[i] * velocity[i];
      }
      return Math.max(0, middle);
    },
    squares: () => squares,
  };
}
