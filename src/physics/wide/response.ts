import { activate } from '../../kernels/typescript/activations.ts';
import { lazy } from '../lattice/layout.ts';
import { activationAtZero, kernelActivation, singularityOf } from '../networks/activations.ts';
import type { ActivationValue } from '../parameters.ts';
import { bentMoments, bentSlope, type Bent } from './bent.ts';
import { fineRule, largestStep, trapezoid } from './quadrature.ts';

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

/** What a wide layer does to the lengths of its inputs. */
export interface Response {
  readonly activation: ActivationValue;
  /** φ(0) */
  readonly atZero: number;
  /** Its slopes on both sides of 0, where it is straight there; else null. */
  readonly bent: Bent | null;
  /** ⟨φ′²⟩ is this at every length; null where it depends on it. */
  readonly steadySlope: number | null;
  /** @param q  variance, >= 0 */
  moments(q: number): Moments;
}

/** Numbers at which straightness is looked at; powers of 2, so that straight halves are straight to the bit. */
const LOOKED = [1, 0.25, 0.5, 2, 4];

/** φ on one side of 0: its slope where it is straight, else null. */
function straightSlope(activation: ActivationValue, atZero: number, side: number): number | null {
  const values = Float64Array.from(LOOKED, (z) => side * z);
  activate(
    kernelActivation(activation),
    values,
    values.length,
    values,
    0,
    new Float64Array(LOOKED.length),
    null,
  );
  const rise = values[0] - atZero;
  return values.every((value, k) => value === atZero + LOOKED[k] * rise) ? side * rise : null;
}

/**
 * The response of an activation. One that is straight on both sides of 0 (found by looking at it) has closed forms,
 * **exact**; any other has to be analytic round the real axis, and is integrated to round-off.
 */
export function responseOf(activation: ActivationValue): Response {
  const atZero = activationAtZero(activation);
  const above = straightSlope(activation, atZero, 1);
  const below = straightSlope(activation, atZero, -1);
  if (above === null || below === null) {
    return { activation, atZero, bent: null, steadySlope: null, moments: smoothMoments(activation) };
  }
  const bent = { above, below };
  return {
    activation,
    atZero,
    bent,
    steadySlope: bentSlope(bent),
    moments: (q) => bentMoments(atZero, bent, q),
  };
}

/** The fine rule, and with its step halved again and again: to long sums singularities are near. */
const rules = Array.from({ length: 7 }, (_, k) =>
  lazy(() => trapezoid(fineRule.reach, fineRule.step / (1 << k))),
);

function smoothMoments(activation: ActivationValue): Response['moments'] {
  const kernel = kernelActivation(activation);
  const { distance } = singularityOf(activation);
  let [z, h, slope, bend] = Array.from({ length: 4 }, () => new Float64Array(0));
  return (q) => {
    const root = Math.sqrt(q);
    const wanted = largestStep(distance, q);
    let finer = 0;
    while (finer + 1 < rules.length && fineRule.step / (1 << finer) > wanted) finer++;
    const { nodes, weights } = rules[finer]();
    const count = nodes.length;
    if (z.length < count) [z, h, slope, bend] = Array.from({ length: 4 }, () => new Float64Array(count));
    for (let k = 0; k < count; k++) z[k] = root * nodes[k];
    activate(kernel, z, count, h, 0, slope, bend);
    const sum = { square: 0, slope: 0, bend: 0, fourth: 0 };
    for (let k = 0; k < count; k++) {
      const square = h[k] * h[k];
      sum.square += weights[k] * square;
      sum.slope += weights[k] * slope[k] * slope[k];
      sum.bend += weights[k] * h[k] * bend[k];
      sum.fourth += weights[k] * square * square;
    }
    return sum;
  };
}
