import type { Instant } from '../observables/types.ts';
import { isLayered, LayersInMotion } from './motion.ts';

/** Where kinetic energy is in the layers, and how it goes from one to the next; in units of cost. */
export interface LayerEnergies {
  /** [M] T_m = ½‖Ẇ⁽ᵐ⁾‖² + ½‖ḃ⁽ᵐ⁾‖² */
  readonly kinetic: Float64Array;
  /** [M + 1] P_m, the power that enters layer m from below; P_0 comes from the inputs, P_M = dC/dt at fixed targets. */
  readonly flux: Float64Array;
  /** [M] Ṫ_m as the equation of motion has it, Ẇ·Ẅ summed over a layer. */
  readonly rate: Float64Array;
  /** [M] 2γT_m, what friction takes. */
  readonly friction: Float64Array;
  /** Largest |Ṫ_m + 2γT_m − P_m + P_{m+1}| over the largest term; round-off. */
  readonly residual: number;
}

/** Multiplications of one look at all layers, of the samples at work. **estimate** */
export function layerWork({ system, batch }: Pick<Instant, 'system' | 'batch'>): number {
  return 5 * system.layout.synapses.count * (batch?.length ?? system.sampleCount);
}

/**
 * Energy of the layers and its currents.
 *    Ṫ_m = −2γT_m + P_m − P_{m+1},  P_m = Σ_l ∂C/∂h⁽ᵐ⁾·ḣ⁽ᵐ⁾
 *  which is Σ_l δ⁽ᵐ⁾·ż⁽ᵐ⁾ where no residual wire goes past a layer (δ = ∂C/∂z). Ṫ_m is found apart from the currents,
 *  from the gradient of the run's own loops: Ẇ·Ẅ, Ẅ = −γẆ − ∂C/∂W. Of the samples at work, weighted. Of motion without inertia
 *  Ṫ_m is what inertia would make of it: with η = 1/γ nothing, all power goes into friction.
 *  @returns null where the system is not seen layer by layer
 *  **exact**. Source: physics.md 6, derived there.
 */
export function layerEnergies(instant: Instant): LayerEnergies | null {
  const { system, weights, velocity, batch, batchScale: scale, expansion, time } = instant;
  if (!isLayered(system)) return null;
  const motion = new LayersInMotion(system);
  const { layers } = motion.chain;
  const depth = layers.length;
  const flux = new Float64Array(depth + 1);
  const count = batch?.length ?? system.sampleCount;
  for (let b = 0; b < count; b++) {
    const sample = batch === null ? b : batch[b];
    motion.follow(weights, velocity, sample);
    motion.goBack(weights, sample, scale);
    motion.levels.forEach(({ back, rate }, m) => {
      for (let i = 0; i < back.length; i++) flux[m] += back[i] * rate[i];
    });
  }
  const gradient = new Float64Array(system.weightCount);
  system.force.gradient(weights, batch, instant.stiffness, gradient);
  const gamma = expansion.gamma(time);
  const kinetic = new Float64Array(depth);
  const rate = new Float64Array(depth);
  const friction = new Float64Array(depth);
  let [worst, largest] = [0, 0];
  layers.forEach(({ weights: own, biases }, m) => {
    let power = 0;
    for (const list of [own, biases]) {
      for (const n of list) {
        kinetic[m] += velocity[n] * velocity[n] * 0.5;
        power -= scale * velocity[n] * gradient[n];
      }
    }
    // At a big bang friction is without bound and everything rests.
    friction[m] = kinetic[m] === 0 ? 0 : 2 * gamma * kinetic[m];
    rate[m] = power - friction[m];
    worst = Math.max(worst, Math.abs(power - flux[m] + flux[m + 1]));
    largest = Math.max(largest, friction[m], Math.abs(power), Math.abs(flux[m]), Math.abs(flux[m + 1]));
  });
  return { kinetic, flux, rate, friction, residual: largest === 0 ? 0 : worst / largest };
}
