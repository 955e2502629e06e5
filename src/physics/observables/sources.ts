import type { Reals, System } from '../types.ts';
import { observable } from './types.ts';

/** Weights above which curvatures along every one of them take too long: J₂ is then left out unless some are named. */
const MOST_CURVATURES = 1024;
/** Step of the central differences of a gradient, in units of the largest weight or 1. */
const STEP = 1e-5;

/**
 * What drives the weights. `couplings`: K per drawn bond and J per site of a quadratic cost, **exact**.
 * `expansion`: of other costs, about the current point, J₁ = ∂c/∂W per weight, **exact**, and in place of K the diagonal of
 * J₂, ½ ∂²c/∂W_n² per weight, **approximate** (central differences, to 1e-7 or so); empty where it takes too long.
 */
export interface Sources {
  readonly form: 'couplings' | 'expansion';
  readonly J: Float64Array;
  readonly K: Float64Array;
}

/**
 * Sources that a batch makes where the weights are.
 *  @param batch  samples at work; null is the full batch
 *  @param scale  factor on their cost
 *  @param along  weights along which J₂ is wanted; null is all of them. Of couplings K is whole.
 *  Source: physics.md 1.1 and 7; arXiv:2503.08827, Eq. 11.
 */
export function sourcesOf(
  system: System,
  weights: Reals,
  batch: Int32Array | null,
  scale: number,
  stiffness = 1,
  along: readonly number[] | null = null,
): Sources {
  const found = drawnCouplings(system, batch);
  if (found === null) return expansionOf(system, weights, batch, scale, stiffness, along);
  const J = found.J.map((value) => scale * value);
  return { form: 'couplings', J, K: found.K.map((value) => scale * stiffness * value) };
}

/** K per bond of the layout and J per site of a batch, unweighted; null where the cost is not quadratic. */
export function drawnCouplings(
  system: System,
  batch: Int32Array | null,
): { readonly K: Float64Array; readonly J: Float64Array } | null {
  const couplings = system.couplings(batch);
  if (couplings === null) return null;
  if (couplings.bonds === undefined) return { K: couplings.K, J: couplings.J };
  // The cost couples other pairs than the drawn bonds: a drawn bond shows the K of its own pair.
  const { bonds: drawn } = system.layout;
  const byPair = new Map<string, number>();
  for (const [index, [i, j]] of couplings.bonds.entries()) byPair.set(pairOf(i, j), couplings.K[index]);
  const K = Float64Array.from(
    { length: drawn.length / 2 },
    (_, b) => byPair.get(pairOf(drawn[2 * b], drawn[2 * b + 1])) ?? 0,
  );
  return { K, J: couplings.J };
}

function pairOf(i: number, j: number): string {
  return `${Math.min(i, j)},${Math.max(i, j)}`;
}

function expansionOf(
  { weightCount: P, force }: System,
  weights: Reals,
  batch: Int32Array | null,
  scale: number,
  stiffness: number,
  along: readonly number[] | null,
): Sources {
  const J = new Float64Array(P);
  force.gradient(weights, batch, stiffness, J);
  const K = new Float64Array(along?.length ?? (P <= MOST_CURVATURES ? P : 0));
  const at = Float64Array.from(weights);
  const ahead = new Float64Array(P);
  const behind = new Float64Array(P);
  for (let k = 0; k < K.length; k++) {
    const n = along === null ? k : along[k];
    const step = STEP * Math.max(1, Math.abs(at[n]));
    const here = at[n];
    at[n] = here + step;
    force.gradient(at, batch, stiffness, ahead);
    at[n] = here - step;
    force.gradient(at, batch, stiffness, behind);
    at[n] = here;
    K[k] = (scale * (ahead[n] - behind[n])) / (4 * step);
  }
  for (let n = 0; n < P; n++) J[n] *= scale;
  return { form: 'expansion', J, K };
}

/** Sources of the samples at work, those of all samples, and the force −s ∂c/∂W that those at work exert. */
export const sources = observable({
  id: 'sources',
  shape: '{ form, samples, scale, J [P], K [bonds] or [P], force [P], full: { J, K } }',
  cost: 'O(P·samples); O(P²·samples) where the cost is not quadratic',
  cadence: 'frame',
  compute({ system, weights, batch, batchScale, stiffness }) {
    const { form, J, K } = sourcesOf(system, weights, batch, batchScale, stiffness);
    const all = sourcesOf(system, weights, null, 1, stiffness);
    const force = new Float64Array(system.weightCount);
    system.force.gradient(weights, batch, stiffness, force);
    return {
      form,
      samples: batch === null ? null : Array.from(batch),
      scale: batchScale,
      J,
      K,
      force: force.map((value) => -batchScale * value),
      full: { J: all.J, K: all.K },
    };
  },
});
