import { exp, log } from '../math/elementary.ts';
import type { Reals } from '../types.ts';

/** S, kept as value · e^{logScale}. */
export interface Action {
  /** ln of the weight of the last step. */
  readonly logScale: number;
  /** S e^{−logScale}. */
  readonly value: number;
  /** Largest residual of the Euler-Lagrange equation over its largest term, over all steps. */
  readonly stationarity: number;
}

/** The two half kicks of W′ that meet at a state, V ← E V − c ∂C each: of the step that ends there, and of the one that begins. */
export interface Meeting {
  readonly before: { readonly E: number; readonly c: number };
  readonly after: { readonly E: number; readonly c: number };
}

/** One term of the discrete action, of the step that leads from W_n to W_{n+1}. */
export interface ActionTerm {
  /** ln w_n */
  readonly logWeight: number;
  /** |W_{n+1} − W_n|²/2h: the kinetic energy of the step, times h. */
  readonly kinetic: number;
  /** p_n = E c₁ + c₂, about h: what the cost at W_n counts. */
  readonly share: number;
  /** E c₁ C₁ + c₂ C₂; C₁ = C₂ = C(W_n) but where samples or parameters change there. */
  readonly potential: number;
}

/**
 * The discrete action of a run, gathered step by step:
 *    S = Σ_n w_n [|W_{n+1} − W_n|²/2h − p_n C(W_n)],  w_0 = 1,  w_n = w_{n−1}/μ_n,  μ_n = E₂E₁,  p_n = E₂c₁ + c₂
 *  which is S_d/h with η_n = h p_n. Its Euler-Lagrange equation
 *    (W_{n+1} − W_n)/h = μ_n (W_n − W_{n−1})/h − p_n ∂C(W_n)
 *  is kick-drift-kick's, to round-off, for any friction and any cost: **exact**. As h → 0 it is
 *  ∫ e^{∫γ} (T − C) dt up to O(h), with the weight 1 at the start (at a big bang: on the first step).
 *  Weights are kept as logarithms, the sum in units of the last one: nothing overflows.
 *  Where a hand set weights or velocity the sum goes on, and there is no such equation at that state.
 *  Source: arXiv:2503.08827, Eqs. 8 to 10; physics.md 3.6, 4.1.
 */
export class DiscreteAction {
  /** W_n, and (W_n − W_{n−1})/h of the step before. */
  private readonly at: Float64Array;
  private readonly rate: Float64Array;
  /** What the equation says of the step to come. */
  private readonly predicted: Float64Array;
  private h = 0;
  private lost = false;
  private residual = 0;
  private largest = 0;
  private sum = 0;
  private logWeight = 0;
  private term: ActionTerm | null = null;
  /** ln of the weight that the sum is in units of. */
  private scale: number | null = null;

  constructor(size: number) {
    this.at = new Float64Array(size);
    this.rate = new Float64Array(size);
    this.predicted = new Float64Array(size);
  }

  /**
   * Leaves a state.
   *  @param weights  W_n [P]
   *  @param h        length of the step that begins
   *  @param meeting  the half kicks before and after it
   *  @param costs    C of the kick before and of the kick after, at W_n
   *  @param forces   their gradients [P]; not modified
   *  @param free     whether nothing but these kicks acted: not the first state, nor one that a hand set
   */
  leave(
    weights: Reals,
    h: number,
    { before, after }: Meeting,
    costs: readonly [number, number],
    forces: readonly [Reals, Reals],
    free: boolean,
  ): void {
    const first = this.term === null;
    // In two logarithms: the product of two small factors may be 0.
    if (!first) this.logWeight -= log(before.E) + log(after.E);
    if (this.logWeight === Infinity) this.lost = true;
    const mu = before.E * after.E;
    const c1 = after.E * before.c;
    const c2 = after.c;
    for (let i = 0; i < weights.length; i++) {
      this.at[i] = weights[i];
      const inertia = mu * this.rate[i];
      const force = c1 * forces[0][i] + c2 * forces[1][i];
      this.predicted[i] = free ? inertia - force : NaN;
      if (free) this.largest = Math.max(this.largest, h * Math.abs(inertia), h * Math.abs(force));
    }
    this.h = h;
    this.term = {
      logWeight: this.logWeight,
      kinetic: 0,
      share: c1 + c2,
      potential: c1 * costs[0] + c2 * costs[1],
    };
  }

  /** Arrives at W_{n+1} [P]. @returns the step's term of the sum */
  arrive(weights: Reals): ActionTerm {
    const { h, term, at, predicted } = this;
    if (term === null) throw new RangeError('a path that arrives before it left');
    let squares = 0;
    for (let i = 0; i < weights.length; i++) {
      const rate = (weights[i] - at[i]) / h;
      squares += rate * rate;
      this.rate[i] = rate;
      const off = h * Math.abs(rate - predicted[i]);
      // Not a number: no equation holds there.
      if (off !== off) continue;
      if (off > this.residual) this.residual = off;
      if (h * Math.abs(rate) > this.largest) this.largest = h * Math.abs(rate);
    }
    const made = { ...term, kinetic: (h * squares) / 2 };
    const shrink = this.scale === null ? 0 : exp(this.scale - made.logWeight);
    this.sum = this.sum * shrink + made.kinetic - made.potential;
    this.scale = made.logWeight;
    return made;
  }

  /** S so far; null where a step lost all memory of the one before (μ = 0: textbook descent has no such action). */
  read(): Action | null {
    if (this.lost) return null;
    const stationarity = this.largest === 0 ? 0 : this.residual / this.largest;
    return { logScale: this.scale ?? 0, value: this.sum, stationarity };
  }
}
