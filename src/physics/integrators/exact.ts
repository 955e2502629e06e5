import { dampedMode } from '../exactModes.ts';
import { ParameterError } from '../parameters.ts';
import type { Integrator, IntegratorContext, IntegratorPart, Reals } from '../types.ts';
import { exactDeclaration } from './declarations/exact.ts';

/** How one mode moves in half a step: (w, v) ← (ww w + wv v, vw w + vv v). */
interface Propagator {
  readonly ww: Float64Array;
  readonly wv: Float64Array;
  readonly vw: Float64Array;
  readonly vv: Float64Array;
}

function propagator(lambda: Float64Array, gamma: number, h: number): Propagator {
  const size = lambda.length;
  const made = {
    ww: new Float64Array(size),
    wv: new Float64Array(size),
    vw: new Float64Array(size),
    vv: new Float64Array(size),
  };
  for (let k = 0; k < size; k++) {
    const position = dampedMode(lambda[k], gamma, 1, 0, h);
    const motion = dampedMode(lambda[k], gamma, 0, 1, h);
    made.ww[k] = position.w;
    made.vw[k] = position.v;
    made.wv[k] = motion.w;
    made.vv[k] = motion.v;
  }
  return made;
}

/**
 * The theory's motion in closed form, mode by mode:
 *    W = W* + Σ_k w_k(t) u_k,  w_k'' + γ w_k' + λ_k w_k = 0 (dampedMode)
 *  Each step goes from weights to modes and back, so that bits do not depend on how steps are cut; round-off
 *  grows as the square root of the count of steps.
 *  **exact** for quadratic costs, constant friction and the full batch.
 *  @throws ParameterError when the cost is not quadratic (or too large to diagonalise) or γ changes in time
 *  Cost O(P²) a step; nothing allocated in a step.
 *  Source: physics.md 3.1.
 */
function create(_values: object, context: IntegratorContext): Integrator {
  const { expansion, kernels } = context;
  const modes = context.modes();
  if (modes === null) {
    throw new ParameterError(
      'kind',
      'exact',
      'another kind: modes need a quadratic cost of at most 512 weights',
    );
  }
  const gamma = expansion.gamma(0);
  if (gamma !== expansion.gamma(1) || gamma !== expansion.smallestGamma(0)) {
    throw new ParameterError(
      'kind',
      'exact',
      'another kind: modes need constant friction (de-sitter or flat)',
    );
  }
  const { values, vectors, shift } = modes;
  const size = values.length;
  const w = new Float64Array(size);
  const v = new Float64Array(size);
  let halfStep = NaN;
  let half = propagator(values, gamma, 0);

  function toModes(weights: Reals, velocity: Reals): void {
    for (let k = 0; k < size; k++) {
      let position = 0;
      let motion = 0;
      for (let i = 0, at = k * size; i < size; i++, at++) {
        position += vectors[at] * (weights[i] - shift[i]);
        motion += vectors[at] * velocity[i];
      }
      w[k] = position;
      v[k] = motion;
    }
  }

  function fromModes(weights: Reals, velocity: Reals): void {
    weights.set(shift);
    velocity.fill(0);
    for (let k = 0; k < size; k++) {
      const position = w[k];
      const motion = v[k];
      for (let i = 0, at = k * size; i < size; i++, at++) {
        weights[i] += vectors[at] * position;
        velocity[i] += vectors[at] * motion;
      }
    }
  }

  /** Moves every mode by half a step. @returns Σ v² */
  function move(): number {
    let squares = 0;
    for (let k = 0; k < size; k++) {
      const position = half.ww[k] * w[k] + half.wv[k] * v[k];
      const motion = half.vw[k] * w[k] + half.vv[k] * v[k];
      w[k] = position;
      v[k] = motion;
      squares += motion * motion;
    }
    return squares;
  }

  return {
    advance(weights, velocity, clock, schedule, count, squares) {
      if (schedule.samples !== null) {
        throw new ParameterError('kind', 'exact', 'another kind: changing samples move the modes');
      }
      if (clock.dt / 2 !== halfStep) {
        halfStep = clock.dt / 2;
        half = propagator(values, gamma, halfStep);
      }
      for (let k = 0; k < count; k++) {
        toModes(weights, velocity);
        squares[2 * k] = move();
        squares[2 * k + 1] = move();
        fromModes(weights, velocity);
        kernels.floorSmall(weights);
        kernels.floorSmall(velocity);
        if (!(squares[2 * k + 1] < Infinity)) return k;
      }
      return count;
    },
    settle() {},
    eta: () => null,
  };
}

/** {@link exactDeclaration} with its steps. */
export const exact: IntegratorPart<typeof exactDeclaration.parameters> = { ...exactDeclaration, create };
