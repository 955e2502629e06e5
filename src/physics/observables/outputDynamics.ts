import type { Expansion } from '../types.ts';
import { observable, type Instant } from './types.ts';

/** The terms of the outputs' equation of motion, [L × outputs] each, row l·outputs + o. */
export interface OutputTerms {
  /** Z′ = J W′ */
  readonly velocity: Float64Array;
  /** Z″ = J W″ + W′ᵀ(∂²Z/∂W²)W′ */
  readonly acceleration: Float64Array;
  /** γ Z′; without inertia Z′/η. */
  readonly friction: Float64Array;
  /** Θ ∂C/∂Z of the samples at work. */
  readonly force: Float64Array;
  /** W′ᵀ(∂²Z/∂W²)W′: what keeps the outputs from a motion of their own. */
  readonly rhs: Float64Array;
  /** Z″ + γZ′ + Θ ∂C/∂Z − rhs; without inertia Z′/η + Θ ∂C/∂Z. */
  readonly residual: Float64Array;
}

/** What of an instant decides how outputs move. */
type Moving = Pick<
  Instant,
  'system' | 'weights' | 'velocity' | 'batch' | 'batchScale' | 'expansion' | 'time' | 'stiffness' | 'eta'
>;

/** Half the width of the differences along the motion, of the largest weight. */
const STEP = 1e-5;

/** dη/dt of a first-order run: that of 1/γ where η follows the history, 0 where it was given. */
function rateOfEta(expansion: Expansion, time: number, eta: number): number {
  const follows = Math.abs(eta * expansion.gamma(time) - 1) < 1e-9;
  const w = follows ? expansion.equationOfState(time) : null;
  return w === null ? 0 : (w + 1) / 2;
}

/** W″ of a run without inertia: d/dt(−η ∂C/∂W), out [P]. */
function descentAcceleration(instant: Moving, eta: number, gradient: Float64Array, out: Float64Array): void {
  const { system, weights, velocity, batch, batchScale, expansion, time, stiffness } = instant;
  const size = system.weightCount;
  if (batch === null) {
    system.hessianVector(weights, Float64Array.from(velocity), stiffness, out);
  } else {
    // H v of drawn samples, by differences of their force.
    let largest = 0;
    for (let n = 0; n < size; n++) largest = Math.max(largest, Math.abs(velocity[n]));
    const s = largest === 0 ? 1 : STEP / largest;
    const [up, down] = [s, -s].map((by) => {
      const force = new Float64Array(size);
      const at = Float64Array.from(weights, (w, n) => w + by * velocity[n]);
      system.force.gradient(at, batch, stiffness, force);
      return force;
    });
    for (let n = 0; n < size; n++) out[n] = (batchScale * (up[n] - down[n])) / (2 * s);
  }
  const change = rateOfEta(expansion, time, eta);
  for (let n = 0; n < size; n++) out[n] = -eta * out[n] - change * gradient[n];
}

/**
 * How the outputs move, Eq. 7 of arXiv:2503.08827 with the sign of its friction and its right side put right (E11):
 *    Z″ + γ Z′ + Θ ∂C/∂Z = W′ᵀ (∂²Z/∂W²) W′,  Θ = J Jᵀ
 *  **exact** at every instant of the motion through this state, whatever the width: by forward jets to second order, so that
 *  the residual is round-off. Of a bath without its noise, whose push J ξ would stand on the right. Without inertia
 *  W′ = −η ∂C/∂W, what holds is Z′ = −η Θ ∂C/∂Z, and Z″ is the flow's own, of order η². At a big bang γW′ is its limit.
 *  @returns null for fields, which have no outputs
 *  O(P·samples). Source: Krippendorf and Spannowsky, arXiv:2202.11104; physics.md 5.
 */
export function outputTerms(instant: Moving): OutputTerms | null {
  const { system, weights, velocity, batch, batchScale, expansion, time, stiffness, eta } = instant;
  const { derivatives } = system;
  if (derivatives === undefined) return null;
  const size = system.weightCount;
  const S = system.sampleCount * system.outputCount;
  const gradient = new Float64Array(size);
  system.force.gradient(weights, batch, stiffness, gradient);
  for (let n = 0; n < size; n++) gradient[n] *= batchScale;

  // γ W′, and W″ that leaves no force over.
  const gamma = expansion.gamma(time);
  const drag = new Float64Array(size);
  const turn = new Float64Array(size);
  if (eta !== null) {
    for (let n = 0; n < size; n++) drag[n] = eta > 0 ? velocity[n] / eta : -gradient[n];
    descentAcceleration(instant, eta, gradient, turn);
  } else {
    const response = expansion.initialResponse(time);
    for (let n = 0; n < size; n++) {
      drag[n] = gamma < Infinity ? gamma * velocity[n] : (response - 1) * gradient[n];
      turn[n] = -drag[n] - gradient[n];
    }
  }

  const along = (direction: Float64Array, second: Float64Array | null): Float64Array => {
    const first = new Float64Array(S);
    derivatives.alongDirection(weights, direction, first, second);
    return first;
  };
  const slopes = new Float64Array(S);
  derivatives.slopes(weights, batch, slopes);
  for (let n = 0; n < S; n++) slopes[n] *= batchScale;
  const pulled = new Float64Array(size);
  derivatives.transposed(weights, slopes, pulled);

  const rhs = new Float64Array(S);
  const outward = along(Float64Array.from(velocity), rhs);
  const acceleration = along(turn, null);
  const friction = along(drag, null);
  const force = along(pulled, null);
  const residual = new Float64Array(S);
  for (let n = 0; n < S; n++) {
    const inertia = eta === null ? acceleration[n] : 0;
    residual[n] = inertia + friction[n] + force[n];
    acceleration[n] += rhs[n];
  }
  return { velocity: outward, acceleration, friction, force, rhs, residual };
}

/** Sizes of the terms: Euclidean norms over all samples and outputs. */
export interface OutputNorms {
  readonly acceleration: number;
  readonly friction: number;
  readonly force: number;
  readonly rhs: number;
  readonly residual: number;
  /** ρ = ‖rhs‖/(‖Z″‖ + ‖γZ′‖ + ‖Θ ∂C/∂Z‖): 0 where the outputs obey an equation of their own. */
  readonly ratio: number;
}

export function outputNorms(terms: OutputTerms): OutputNorms {
  const norm = (of: Float64Array): number => Math.sqrt(of.reduce((sum, value) => sum + value * value, 0));
  const [acceleration, friction, force] = [terms.acceleration, terms.friction, terms.force].map(norm);
  const [rhs, residual] = [norm(terms.rhs), norm(terms.residual)];
  const all = acceleration + friction + force;
  return { acceleration, friction, force, rhs, residual, ratio: rhs === 0 ? 0 : rhs / all };
}

/** {@link outputTerms}, as the contract has them. */
export const outputDynamics = observable({
  id: 'output-dynamics',
  shape:
    '{ velocity, acceleration, rhs, residual: [samples·outputs] each, flat l·outputs + i } of Eq. 7; null for fields',
  cost: 'O(P·samples)',
  cadence: 'frame',
  compute(instant) {
    const terms = outputTerms(instant);
    if (terms === null) return null;
    const { velocity, acceleration, rhs, residual } = terms;
    return { velocity, acceleration, rhs, residual };
  },
});
