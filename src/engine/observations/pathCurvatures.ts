import type { Reals } from '../../kernels/types.ts';
import type { System } from '../../physics/types.ts';
import type { WalkedStep } from './pathWalk.ts';

/** What is known of a cost without where the weights are. */
interface CostFacts {
  readonly quadratic: boolean;
  /** Quadratic, and never stretched: its Hessian is the same always. */
  readonly steady: boolean;
  /** C₀, which no wiggle feels; 0 where the cost is not quadratic. */
  readonly floor: number;
}

/** Systems are asked once for their couplings. */
const known = new WeakMap<System, CostFacts>();

export function factsOf(system: System): CostFacts {
  const found = known.get(system);
  if (found !== undefined) return found;
  const couplings = system.couplings(null);
  const quadratic = couplings !== null;
  const facts = {
    quadratic,
    steady: quadratic && system.gradientEnergy === undefined,
    floor: couplings?.constant ?? 0,
  };
  known.set(system, facts);
  return facts;
}

/** Whether both costs at a state are the full batch's of one system. */
export function isOne({ settings: [a, b] }: WalkedStep): boolean {
  return a.system === b.system && a.batch === null && b.batch === null;
}

/** Part of the largest weight by which forces of samples are differenced. */
const DIFFERENCE = 1e-5;

/** Curvatures along one direction u at the states of a path: p_n uᵀH(W_n)u, each found once. */
export class Curvatures {
  private readonly pulls = new WeakMap<WalkedStep, number>();
  private readonly steady = new WeakMap<System, number>();

  /** Those of another direction. */
  other(): Curvatures {
    return new Curvatures();
  }

  pull(step: WalkedStep, vector: Float64Array): number {
    const found = this.pulls.get(step);
    if (found !== undefined) return found;
    const { settings, shares } = step;
    const pull = isOne(step)
      ? (shares[0] + shares[1]) * this.lambda(settings[1], step, vector)
      : shares[0] * this.lambda(settings[0], step, vector) +
        shares[1] * this.lambda(settings[1], step, vector);
    this.pulls.set(step, pull);
    return pull;
  }

  private lambda(
    { system, batch, scale }: WalkedStep['settings'][0],
    { weights, stiffness }: WalkedStep,
    vector: Float64Array,
  ): number {
    if (batch !== null) return scale * differenced(system, batch, weights, stiffness, vector);
    const { steady } = factsOf(system);
    const found = steady ? this.steady.get(system) : undefined;
    if (found !== undefined) return found;
    const out = new Float64Array(vector.length);
    system.hessianVector(weights, vector, stiffness, out);
    const lambda = dot(vector, out);
    if (steady) this.steady.set(system, lambda);
    return lambda;
  }
}

/** uᵀHu of the cost of some samples, by central differences of their force: **exact** for quadratic costs, else O(δ²). */
function differenced(
  system: System,
  batch: Int32Array,
  weights: Reals,
  stiffness: number,
  vector: Float64Array,
): number {
  let size = 1;
  for (const weight of weights) size = Math.max(size, Math.abs(weight));
  const delta = factsOf(system).quadratic ? size : DIFFERENCE * size;
  const forceAt = (sign: number): number => {
    const moved = Float64Array.from(weights, (weight, i) => weight + sign * delta * vector[i]);
    const out = new Float64Array(moved.length);
    system.force.gradient(moved, batch, stiffness, out);
    return dot(vector, out);
  };
  return (forceAt(1) - forceAt(-1)) / (2 * delta);
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
