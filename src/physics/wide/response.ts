import { activate } from '../../kernels/typescript/activations.ts';
import { lazy } from '../lattice/layout.ts';
import { activationAtZero, kernelActivation, singularityOf } from '../networks/activations.ts';
import type { ActivationValue } from '../parameters.ts';
import { bentResponse } from './bent.ts';
import { fineRule, trapezoid } from './quadrature.ts';

/** Means of an activation over weighted sums that are normal, z ~ N(0, q). */
export interface Moments {
  /** ⟨φ²⟩ */
  readonly square: number;
  /** ⟨φ′²⟩ */
  readonly slope: number;
  /** ⟨φφ″⟩; d⟨φ²⟩/dq = ⟨φ′²⟩ + ⟨φφ″⟩ by parts. */
  readonly bend: number;
  /** ⟨φ⁴⟩ */
  readonly fourth: number;
}

/** What a wide layer does to the lengths and angles of its inputs. */
export interface Response {
  /** @param q  variance, >= 0 */
  moments(q: number): Moments;
  /** ⟨φ(u₁)φ(u₂)⟩ of two sums of variances q₁, q₂ and correlation c in [−1, 1]. */
  pair(q1: number, q2: number, c: number): number;
  /** φ(0) */
  readonly atZero: number;
  /** φ(λz) = λφ(z) for every λ > 0: all lengths are alike to it. */
  readonly scaleFree: boolean;
  /** ⟨φ′²⟩ is this at every length; null where it depends on it. */
  readonly steadySlope: number | null;
}

/** Numbers at which straightness is looked at; powers of 2, so that straight halves are straight to the bit. */
const LOOKED = [0.25, 0.5, 2, 4];
/** Reach of the rule in two dimensions; beyond it the weight is below 3e-18. */
const PAIR_REACH = 9;
/** e^{−32} is 1e-14. */
const ROUND_OFF_EXPONENT = 32;

/** φ at some numbers. */
function at(activation: ActivationValue, z: readonly number[]): Float64Array {
  const out = Float64Array.from(z);
  activate(kernelActivation(activation), out, z.length, out, 0, new Float64Array(z.length), null);
  return out;
}

/**
 * The response of an activation. One that is straight on both sides of 0 (found by looking at it) has closed forms,
 * **exact**; any other has to be analytic round the real axis and is integrated by the trapezoid rule, to round-off as
 * long as √q is small against the distance of its singularities: e^{−2πd/h√q}.
 */
export function responseOf(activation: ActivationValue): Response {
  const atZero = activationAtZero(activation);
  const sides = [1, -1].map((side) => {
    const rise = at(activation, [side])[0] - atZero;
    const others = at(
      activation,
      LOOKED.map((z) => side * z),
    );
    return { rise, straight: LOOKED.every((z, k) => others[k] === atZero + z * rise) };
  });
  if (sides.every(({ straight }) => straight)) return bentResponse(atZero, sides[0].rise, -sides[1].rise);
  return smoothResponse(activation, atZero);
}

/** The fine rule, and with its step halved again and again: for long sums, of which the nodes see singularities near. */
const rules = Array.from({ length: 7 }, (_, k) =>
  lazy(() => trapezoid(fineRule.reach, fineRule.step / (1 << k))),
);

function smoothResponse(activation: ActivationValue, atZero: number): Response {
  const kernel = kernelActivation(activation);
  let [z, h, slope, bend] = Array.from({ length: 4 }, () => new Float64Array(0));
  const { distance } = singularityOf(activation);
  /** Largest step to round-off at a variance q: singularities are √q times nearer, and φ⁴ swings 4√q times faster. */
  const stepAt = (q: number): number =>
    2 * Math.PI * Math.min(distance / (ROUND_OFF_EXPONENT * Math.sqrt(q)), 1 / (4 * Math.sqrt(q) + 9));
  let rule = trapezoid(PAIR_REACH, 0.1);
  let room = new Float64Array(rule.nodes.length);

  /** The rule in two dimensions for sums of variance q, as coarse as round-off allows. */
  function pairRule(q: number): typeof rule {
    const step = Math.max(
      0.02,
      Math.min(0.1, (2 * Math.PI * distance) / (ROUND_OFF_EXPONENT * Math.sqrt(q))),
    );
    const now = rule.nodes[1] - rule.nodes[0];
    if (step < 0.99 * now || step > 1.5 * now) {
      rule = trapezoid(PAIR_REACH, step);
      room = new Float64Array(rule.nodes.length);
    }
    return rule;
  }

  return {
    atZero,
    scaleFree: false,
    steadySlope: null,
    moments(q) {
      const root = Math.sqrt(q);
      const wanted = stepAt(q);
      let finer = 0;
      while (finer + 1 < rules.length && fineRule.step / (1 << finer) > wanted) finer++;
      const { nodes, weights } = rules[finer]();
      if (z.length < nodes.length) {
        [z, h, slope, bend] = Array.from({ length: 4 }, () => new Float64Array(nodes.length));
      }
      for (let k = 0; k < nodes.length; k++) z[k] = root * nodes[k];
      activate(kernel, z, nodes.length, h, 0, slope, bend);
      const sum = { square: 0, slope: 0, bend: 0, fourth: 0 };
      for (let k = 0; k < nodes.length; k++) {
        const square = h[k] * h[k];
        sum.square += weights[k] * square;
        sum.slope += weights[k] * slope[k] * slope[k];
        sum.bend += weights[k] * h[k] * bend[k];
        sum.fourth += weights[k] * square * square;
      }
      return sum;
    },
    pair(q1, q2, c) {
      const { nodes: grid, weights: share } = pairRule(Math.max(q1, q2));
      const count = grid.length;
      const [first, second] = [new Float64Array(count), new Float64Array(count)];
      for (let k = 0; k < count; k++) first[k] = Math.sqrt(q1) * grid[k];
      activate(kernel, first, count, first, 0, room, null);
      const [along, across] = [Math.sqrt(q2) * c, Math.sqrt(q2 * Math.max(0, 1 - c * c))];
      let total = 0;
      for (let i = 0; i < count; i++) {
        for (let k = 0; k < count; k++) second[k] = along * grid[i] + across * grid[k];
        activate(kernel, second, count, second, 0, room, null);
        let inner = 0;
        for (let k = 0; k < count; k++) inner += share[k] * second[k];
        total += share[i] * first[i] * inner;
      }
      return total;
    },
  };
}
