import type { Reals, System } from '../types.ts';
import { observable } from './types.ts';

/** Weights above which curvatures along every one of them take too long: J₂ is then left out unless some are named. */
const MOST_CURVATURES = 1024;
/** Step of the central differences of a gradient, in units of the weight or 1. */
const STEP = 1e-5;

/**
 * What drives the weights. `couplings`: K per drawn bond and J per site of a quadratic cost, **exact**.
 * `expansion`: of other costs, about the current point, J₁ = ∂c/∂W per weight, **exact**, and in place of K the diagonal of
 * J₂, ½ ∂²c/∂W_n² per weight (`bendsInPieces`); empty where it takes too long.
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
  system: System,
  weights: Reals,
  batch: Int32Array | null,
  scale: number,
  stiffness: number,
  along: readonly number[] | null,
): Sources {
  const { weightCount: P } = system;
  const J = slopesOf(system, weights, batch, scale, stiffness);
  const all = Array.from({ length: P <= MOST_CURVATURES ? P : 0 }, (_, n) => n);
  const work = bendsInPieces(system, weights, batch, scale, stiffness, along ?? all);
  let next = work.next();
  while (next.done !== true) next = work.next();
  return { form: 'expansion', J, K: next.value };
}

/** J₁ = s ∂c/∂W of a batch [P]. **exact** */
export function slopesOf(
  { weightCount, force }: System,
  weights: Reals,
  batch: Int32Array | null,
  scale: number,
  stiffness: number,
): Float64Array {
  const out = new Float64Array(weightCount);
  force.gradient(weights, batch, stiffness, out);
  for (let n = 0; n < weightCount; n++) out[n] *= scale;
  return out;
}

/**
 * Diagonal of J₂, s/2 ∂²c/∂W_n², along one weight after the other. Of all samples **exact** (H e_n); of a batch
 * **approximate** (central differences of its gradient, to 1e-7 or so).
 *  @param weights  [P]; may change between two pieces: a copy is kept
 *  @returns        [along]
 *  Cost of a piece: one product with the Hessian, or two gradients.
 */
export function* bendsInPieces(
  system: System,
  weights: Reals,
  batch: Int32Array | null,
  scale: number,
  stiffness: number,
  along: readonly number[],
): Generator<void, Float64Array> {
  const { weightCount: P, force } = system;
  const out = new Float64Array(along.length);
  const at = Float64Array.from(weights);
  const ahead = new Float64Array(P);
  const behind = new Float64Array(P);
  const unit = new Float64Array(P);
  for (const [k, n] of along.entries()) {
    if (batch === null) {
      unit[n] = 1;
      system.hessianVector(at, unit, stiffness, ahead);
      unit[n] = 0;
      out[k] = 0.5 * scale * ahead[n];
    } else {
      const here = at[n];
      const step = STEP * Math.max(1, Math.abs(here));
      at[n] = here + step;
      force.gradient(at, batch, stiffness, ahead);
      at[n] = here - step;
      force.gradient(at, batch, stiffness, behind);
      at[n] = here;
      out[k] = (scale * (ahead[n] - behind[n])) / (4 * step);
    }
    yield;
  }
  return out;
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
