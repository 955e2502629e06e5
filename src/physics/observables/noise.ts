import type { Reals, System } from '../types.ts';
import { observable } from './types.ts';

/** Products that the covariance's own spectrum may take: some ten milliseconds. */
const MOST_PRODUCTS = 4e7;

/** How the gradients of single samples scatter about their mean. */
export interface SampleScatter {
  /** Σ_l ∂c_l = ∂C [P], stiffness 1. */
  readonly force: Float64Array;
  /** Standard deviation over the samples of ∂c_l/∂W_n [P]. */
  readonly perSite: Float64Array;
  /** sqrt(Σ_n perSite²) = sqrt(tr Cov), the r.m.s. length of a sample gradient's deviation. */
  readonly total: number;
  /**
   * In how many directions they scatter: (tr Cov)²/tr Cov², 1 for one and P for equal noise in all, as a temperature
   * has it. At most L − 1. null where it takes too long, or where nothing scatters.
   */
  readonly directions: number | null;
}

/**
 * Covariance of the sample gradients where the weights are.
 *    Cov = (1/L) Σ_l (∂c_l − ∂C/L)(∂c_l − ∂C/L)ᵀ
 *  A step of `size` draws of scale s feels a force of mean s·size/L ∂C and covariance s²·size Cov, draw by draw
 *  independent of the others. **exact**
 *  @returns null without samples
 *  Cost O(P·L), and O(P L min(P, L)) for `directions`. Source: physics.md 4.2, contract.md.
 */
export function scatterOf(system: System, weights: Reals): SampleScatter | null {
  const { sampleCount: L, weightCount: P, force } = system;
  if (L === 0) return null;
  const rows = new Float64Array(L * P);
  const one = new Float64Array(P);
  const mean = new Float64Array(P);
  const batch = new Int32Array(1);
  for (let l = 0; l < L; l++) {
    batch[0] = l;
    force.gradient(weights, batch, 1, one);
    rows.set(one, l * P);
    for (let n = 0; n < P; n++) mean[n] += one[n] / L;
  }
  const perSite = new Float64Array(P);
  let trace = 0;
  for (let l = 0; l < L; l++) {
    for (let n = 0; n < P; n++) {
      const off = (rows[l * P + n] -= mean[n]);
      perSite[n] += (off * off) / L;
    }
  }
  for (let n = 0; n < P; n++) {
    trace += perSite[n];
    perSite[n] = Math.sqrt(perSite[n]);
  }
  const whole = new Float64Array(P);
  force.gradient(weights, null, 1, whole);
  return { force: whole, perSite, total: Math.sqrt(trace), directions: directionsOf(rows, L, P, trace) };
}

/** (tr Cov)²/tr Cov²; tr Cov² = Σ_ll' (δ_l·δ_l')²/L² = Σ_nm Cov_nm², whichever sum is shorter. */
function directionsOf(rows: Float64Array, L: number, P: number, trace: number): number | null {
  const [outer, inner] = L <= P ? [L, P] : [P, L];
  if (!(trace > 0) || outer * outer * inner > MOST_PRODUCTS) return null;
  const at = L <= P ? (i: number, k: number) => rows[i * P + k] : (i: number, k: number) => rows[k * P + i];
  let squares = 0;
  for (let i = 0; i < outer; i++) {
    for (let j = 0; j <= i; j++) {
      let dot = 0;
      for (let k = 0; k < inner; k++) dot += at(i, k) * at(j, k);
      squares += (i === j ? 1 : 2) * dot * dot;
    }
  }
  return (trace * trace) / (squares / (L * L));
}

/** Size of a vector. */
function norm(x: Float64Array): number {
  let sum = 0;
  for (const value of x) sum += value * value;
  return Math.sqrt(sum);
}

/** Strength of the noise that drawn samples make: the scatter of their gradients beside the full one. **exact** */
export const noise = observable({
  id: 'noise',
  shape: '{ meanForce, perSite: [P], total }',
  cost: 'O(P·samples)',
  cadence: 'frame',
  compute({ system, weights }) {
    const scatter = scatterOf(system, weights);
    if (scatter === null) return null;
    const { force, perSite, total } = scatter;
    return { meanForce: norm(force), perSite, total };
  },
});

/** The force of a step whose samples are drawn. */
export interface ForceNoise {
  /** Samples a step and their weight; of the full batch nothing is drawn, and one sample a step is told. */
  readonly drawn: boolean;
  readonly size: number;
  readonly scale: number;
  /** L. */
  readonly samples: number;
  /** [P] ⟨∂c⟩ over the draws, its standard deviation, and ∂c of the samples at work, each weighted. */
  readonly mean: Float64Array;
  readonly deviation: Float64Array;
  readonly atWork: Float64Array;
  readonly directions: number | null;
}

/** The force of the step's samples as a random one, site by site: what it is on average, and how it scatters. **exact** */
export const forceNoise = observable({
  id: 'force-noise',
  shape: '{ drawn, size, scale, samples, mean: [P], deviation: [P], atWork: [P], directions }',
  cost: 'O(P·samples)',
  cadence: 'frame',
  compute({ system, weights, batch, batchScale: scale }): ForceNoise | null {
    const scatter = scatterOf(system, weights);
    if (scatter === null) return null;
    const { force, perSite, directions } = scatter;
    const samples = system.sampleCount;
    // Of the full batch nothing is drawn; what one sample a step would do is told.
    const size = batch === null ? 1 : batch.length;
    const atWork = new Float64Array(system.weightCount);
    system.force.gradient(weights, batch, 1, atWork);
    return {
      drawn: batch !== null,
      size,
      scale,
      samples,
      mean: force.map((value) => (scale * size * value) / samples),
      deviation: perSite.map((value) => scale * Math.sqrt(size) * value),
      atWork: atWork.map((value) => (batch === null ? value : scale * value)),
      directions,
    };
  },
});
