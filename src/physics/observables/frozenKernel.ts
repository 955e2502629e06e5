import { exp } from '../math/elementary.ts';
import { dampedMode } from '../exactModes.ts';
import { symmetricEigen } from '../math/symmetricEigen.ts';
import type { Expansion } from '../types.ts';

/** How the weights move, as far as the frozen kernel has to know it. */
export interface FrozenMotion {
  readonly expansion: Expansion;
  /** γ is the same at all times. */
  readonly steady: boolean;
  /** Learning rate of a run without inertia; null with inertia. */
  readonly eta: ((t: number) => number) | null;
  /** Its steps are jumps of textbook descent, not a flow. */
  readonly jumps: boolean;
  /** Length of one step. */
  readonly dt: number;
}

/** Most of a mode's phase or decay, √κ h, in one step where there is no closed form. */
const FINE = 0.02;

/**
 * The outputs under a tangent kernel that stays as it is, at squared cost, the right side of Eq. 7 left out:
 *    Z″ + γ Z′ + 2Θ₀ (Z − Y) = 0:  damped modes along the eigenvectors of 2Θ₀
 *  In closed form for constant γ, flow (e^{−κ∫η}, by Simpson's rule over every step) and descent (Π(1 − κη Δt)), **exact** then;
 *  other histories by kick-drift-kick with √κ h ≤ 0.02, order 2. As a prediction of the outputs **approximate**: as good as Θ is constant, which
 *  wide networks of the ntk parametrisation approach and systems linear in their weights reach.
 *  Source: Jacot et al., arXiv:1806.07572; Lee et al., arXiv:1902.06720; physics.md 5.
 */
export class FrozenKernel {
  private readonly motion: FrozenMotion;
  private readonly targets: Float64Array;
  /** κ_k, eigenvalues of 2Θ₀, ascending. */
  private readonly kappa: Float64Array;
  private readonly vectors: Float64Array;
  /** Modes of Z − Y and of Z′ at the start, and at the time reached. */
  private readonly start: {
    readonly time: number;
    readonly amplitude: Float64Array;
    readonly rate: Float64Array;
  };
  private readonly amplitude: Float64Array;
  private readonly rate: Float64Array;
  private readonly kick = new Float64Array(4);
  /** Steps of the run from the start that were gone one by one, and ∫η over them. */
  private steps = 0;
  private tau = 0;

  /**
   *  @param kernel   Θ₀ [S × S]; not modified
   *  @param targets  Y [S]
   *  @param outputs  Z [S] at the start, and Z′ there
   */
  constructor(
    kernel: Float64Array,
    targets: Float64Array,
    outputs: Float64Array,
    velocity: Float64Array,
    time: number,
    motion: FrozenMotion,
  ) {
    const size = targets.length;
    const { values, vectors } = symmetricEigen(kernel, size);
    // Θ₀ is positive: what is below 0 is round-off.
    this.kappa = values.map((value) => Math.max(0, 2 * value));
    this.vectors = vectors;
    this.targets = targets;
    this.motion = motion;
    const along = (of: (n: number) => number): Float64Array =>
      Float64Array.from({ length: size }, (_, k) => {
        let sum = 0;
        for (let n = 0; n < size; n++) sum += vectors[k * size + n] * of(n);
        return sum;
      });
    this.amplitude = along((n) => outputs[n] - targets[n]);
    this.rate = along((n) => velocity[n]);
    this.start = { time, amplitude: this.amplitude.slice(), rate: this.rate.slice() };
  }

  /** Eigenvalues of Θ₀, ascending. */
  get values(): Float64Array {
    return this.kappa.map((kappa) => kappa / 2);
  }

  /**
   * Goes to a time, a whole number of the run's steps from the start: on from where it is, or from the start again. What it
   * comes to is the same to the last bit whatever the way.
   */
  advance(to: number): void {
    const { eta, jumps, steady, dt, expansion } = this.motion;
    const { time: from, amplitude } = this.start;
    const steps = Math.max(0, Math.round((to - from) / dt));
    if (steps < this.steps) this.restart();
    if (eta === null && steady) {
      this.swing(expansion.gamma(from), to - from);
      return;
    }
    for (; this.steps < steps; this.steps++) {
      const t = from + this.steps * dt;
      if (eta === null) this.step(t, dt);
      else if (jumps) {
        for (let k = 0; k < this.kappa.length; k++) this.amplitude[k] *= 1 - this.kappa[k] * eta(t) * dt;
      } else this.tau += (dt / 6) * (eta(t) + 4 * eta(t + dt / 2) + eta(t + dt));
    }
    if (eta !== null && !jumps) {
      for (let k = 0; k < this.kappa.length; k++) {
        this.amplitude[k] = amplitude[k] * exp(-this.kappa[k] * this.tau);
      }
    }
  }

  private restart(): void {
    this.steps = 0;
    this.tau = 0;
    this.amplitude.set(this.start.amplitude);
    this.rate.set(this.start.rate);
  }

  private swing(gamma: number, t: number): void {
    const { kappa, start } = this;
    for (let k = 0; k < kappa.length; k++) {
      const { w, v } = dampedMode(kappa[k], gamma, start.amplitude[k], start.rate[k], t);
      this.amplitude[k] = w;
      this.rate[k] = v;
    }
  }

  /** One step of the run from a time, in parts that are fine enough. */
  private step(from: number, dt: number): void {
    const { kappa, amplitude, rate, kick } = this;
    const count = Math.max(1, Math.ceil((Math.sqrt(kappa.at(-1) ?? 0) * dt) / FINE));
    const h = dt / count;
    for (let n = 0; n < count; n++) {
      const start = from + n * h;
      this.motion.expansion.kick(start, start + h / 2, kick, 0);
      this.motion.expansion.kick(start + h / 2, start + h, kick, 2);
      for (let k = 0; k < kappa.length; k++) {
        const half = kick[0] * rate[k] - kick[1] * kappa[k] * amplitude[k];
        amplitude[k] += h * half;
        rate[k] = kick[2] * half - kick[3] * kappa[k] * amplitude[k];
      }
    }
  }

  /** Z at the time reached, out [S]. */
  outputs(out: Float64Array): void {
    const { targets, vectors, amplitude } = this;
    const size = targets.length;
    out.set(targets);
    for (let k = 0; k < size; k++) {
      for (let n = 0; n < size; n++) out[n] += vectors[k * size + n] * amplitude[k];
    }
  }

  /**
   * Some of the outputs over times, rising, from the start on; what was reached is left.
   *  @param lines  places of the outputs
   *  @returns      [times × lines]
   */
  course(times: Float64Array, lines: Int32Array): Float64Array {
    const { amplitude, rate, targets, vectors, steps, tau } = this;
    const reached = { amplitude: amplitude.slice(), rate: rate.slice() };
    const out = new Float64Array(times.length * lines.length);
    times.forEach((to, row) => {
      this.advance(to);
      lines.forEach((line, n) => {
        let Z = targets[line];
        for (let k = 0; k < amplitude.length; k++) Z += vectors[k * amplitude.length + line] * amplitude[k];
        out[row * lines.length + n] = Z;
      });
    });
    amplitude.set(reached.amplitude);
    rate.set(reached.rate);
    this.steps = steps;
    this.tau = tau;
    return out;
  }
}
