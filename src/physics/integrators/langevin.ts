import type { Values } from '../parameters.ts';
import type { Integrator, IntegratorContext, IntegratorPart } from '../types.ts';
import { createReals, createSampleReader, timeOf } from './shared.ts';
import { langevinDeclaration } from './declarations/langevin.ts';

/**
 * The field in a bath,  W'' + γ(t) W' + ∂C/∂W = sqrt(2γT) ξ  by BAOAB:
 *    B  V ← V − h/2 ∂C;  A  W ← W + h/2 V;  O  V ← E V + sqrt(T (1 − E²)) N;  A;  B,  E = exp(−∫γ) of the whole step
 *  N are independent normal numbers from the run's own stream `noise` (math/random.ts: xoroshiro128+, Marsaglia's polar
 *  method, one per weight in the order of the weights, none at T = 0 or E = 1); their state is the track's, saved with it.
 *  For any history the Gibbs measure exp(−(V²/2 + C)/T) is stationary. Of one harmonic mode at constant γ the steps have
 *    ⟨W²⟩ = T/λ **exact** for every stable h,  ⟨V²⟩ = T (1 − h²λ/4),  ⟨WV⟩ = 0
 *  Without friction E = 1: velocity Verlet, no bath, whatever T. At T = 0 it is the damped motion with E as its friction.
 *  At a big bang E = 0: the first step begins and ends with kicks h f ∂C, f the response of the history there, so
 *  that a start from rest is followed to second order; with T > 0 infinite friction has drawn V from the bath at once.
 *  Order 2 at T = 0, measured; from a big bang the error falls as h² ln(1/h), for γh is not small there (measured).
 *  Stable for h < 2/√λ; slow motion is too fast by γh/2 coth γh/2, so keep γh below 1.
 *  One gradient a step, two where the samples change from step to step.
 *  Source: Leimkuhler and Matthews 2013, arXiv:1203.5428; physics.md 4.2.
 */
function create(
  _values: Values<typeof langevinDeclaration.parameters>,
  context: IntegratorContext,
): Integrator {
  const { kernels, force, expansion, random, temperature } = context;
  const gradient = createReals(context);
  const samples = createSampleReader();
  const damping = new Float64Array(2);
  let dissipated = new Float64Array(0);
  let heat = new Float64Array(0);
  return {
    advance(weights, velocity, clock, schedule, count, squares) {
      if (heat.length < count) {
        dissipated = new Float64Array(count);
        heat = new Float64Array(count);
      }
      const half = clock.dt / 2;
      let fresh = false;
      for (let k = 0; k < count; k++) {
        const t = timeOf(clock, k);
        const next = timeOf(clock, k + 1);
        const batch = samples.read(schedule, k);
        if (!fresh) force.gradient(weights, batch, context.stiffness(t), gradient);
        const kick = expansion.gamma(t) === Infinity ? clock.dt * expansion.initialResponse(t) : half;
        const before = kernels.push(weights, velocity, -kick, gradient, half, false);
        expansion.kick(t, next, damping, 0);
        const [E] = damping;
        const spread = Math.sqrt(temperature * (1 - E * E));
        const after = kernels.stir(weights, velocity, E, spread, random, half);
        dissipated[k] = 0.5 * (1 - E * E) * before;
        heat[k] = 0.5 * (after - E * E * before);
        force.gradient(weights, batch, context.stiffness(next), gradient);
        // Noise lets nothing decay.
        squares[2 * k] = 0.5 * (before + after);
        squares[2 * k + 1] = kernels.push(null, velocity, -kick, gradient, 0, !(spread > 0));
        if (!(squares[2 * k + 1] < Infinity)) return k;
        fresh = k + 1 < count && samples.same(schedule, k, k + 1);
      }
      return count;
    },
    settle() {},
    eta: () => null,
    bath: { dissipated: (k) => dissipated[k], heat: (k) => heat[k] },
    stability(dt, gamma, curvature) {
      if (!Number.isFinite(gamma) || !(curvature > 0)) return null;
      const largest = 2 / Math.sqrt(curvature);
      return { step: dt, largest, rule: 'verlet', follows: true, resolved: 1 / gamma };
    },
  };
}

/** {@link langevinDeclaration} with its steps. */
export const langevin: IntegratorPart<typeof langevinDeclaration.parameters> = {
  ...langevinDeclaration,
  create,
};
