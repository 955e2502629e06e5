import { activate } from '../../kernels/typescript/activations.ts';
import { atan } from '../math/elementary.ts';
import { kernelActivation, singularityOf } from '../networks/activations.ts';
import { bentMean, bentSlope, type Bent } from './bent.ts';
import { nextLength, type Spread } from './meanField.ts';
import { largestStep, trapezoid } from './quadrature.ts';
import type { Response } from './response.ts';

/** Reach of the rule in two dimensions; beyond it the weight is below 3e-18. */
const REACH = 9;
/** The rule is as coarse as round-off allows between these steps. */
const STEPS = { least: 0.02, most: 0.1 } as const;

/**
 * ⟨φ(u₁)φ(u₂)⟩ of two sums of variances q₁, q₂ and correlation c in [−1, 1].
 *    bent: b² + b(μ₁ + μ₂) + √q₁q₂ [Ac + (a₊ − a₋)² (√(1 − c²) − c arccos c)/2π], **exact**;
 *    else the trapezoid rule in two dimensions, to round-off: some 30 000 values of φ.
 *  Source: physics.md 8; Cho and Saul 2009, NIPS 22, the kernel of degree 1.
 */
export function pairMean(response: Response, q1: number, q2: number, c: number): number {
  const { bent, atZero } = response;
  return bent === null ? smoothPair(response, q1, q2, c) : bentPair(bent, atZero, q1, q2, c);
}

function bentPair(bent: Bent, b: number, q1: number, q2: number, c: number): number {
  const kink = bent.above - bent.below;
  const across = Math.sqrt(Math.max(0, 1 - c * c));
  // arccos c = 2 arctan √((1 − c)/(1 + c))
  const angle = c <= -1 ? Math.PI : 2 * atan(Math.sqrt(Math.max(0, 1 - c) / (1 + c)));
  const folded = (kink * kink * (across - c * angle)) / (2 * Math.PI);
  const means = b * (bentMean(bent, q1) + bentMean(bent, q2));
  return b * b + means + Math.sqrt(q1 * q2) * (bentSlope(bent) * c + folded);
}

let rule = trapezoid(REACH, STEPS.most);
let step: number = STEPS.most;

function smoothPair({ activation }: Response, q1: number, q2: number, c: number): number {
  const kernel = kernelActivation(activation);
  const { distance } = singularityOf(activation);
  const wanted = Math.max(STEPS.least, Math.min(STEPS.most, largestStep(distance, Math.max(q1, q2))));
  // Of two steps that are nearly alike the one at hand will do.
  if (step > wanted || step < 0.7 * wanted) [step, rule] = [wanted, trapezoid(REACH, wanted)];
  const { nodes, weights } = rule;
  const count = nodes.length;
  const [first, second, slopes] = Array.from({ length: 3 }, () => new Float64Array(count));
  for (let k = 0; k < count; k++) first[k] = Math.sqrt(q1) * nodes[k];
  activate(kernel, first, count, first, 0, slopes, null);
  const [along, across] = [Math.sqrt(q2) * c, Math.sqrt(q2 * Math.max(0, 1 - c * c))];
  let total = 0;
  for (let i = 0; i < count; i++) {
    for (let k = 0; k < count; k++) second[k] = along * nodes[i] + across * nodes[k];
    activate(kernel, second, count, second, 0, slopes, null);
    let inner = 0;
    for (let k = 0; k < count; k++) inner += weights[k] * second[k];
    total += weights[i] * first[i] * inner;
  }
  return total;
}

/** Lengths and correlation of two inputs, of the weighted sums of one layer. */
export interface Angles {
  readonly q1: number;
  readonly q2: number;
  /** In [−1, 1]. */
  readonly c: number;
}

/**
 * One layer of the correlation map:
 *    c′ = [σ_w²⟨φ(u₁)φ(u₂)⟩ + σ_b²]/√q₁′q₂′. **exact** at infinite width
 *  Where a length is 0 there is no angle: c = 1.
 */
export function nextAngles(response: Response, spread: Spread, { q1, q2, c }: Angles): Angles {
  const { sigmaW, sigmaB } = spread;
  const [next1, next2] = [nextLength(response, spread, q1), nextLength(response, spread, q2)];
  const product = sigmaW * sigmaW * pairMean(response, q1, q2, c) + sigmaB * sigmaB;
  const size = Math.sqrt(next1 * next2);
  return { q1: next1, q2: next2, c: size > 0 ? Math.max(-1, Math.min(1, product / size)) : 1 };
}
