import { exp, expm1, log, log1p } from '../math/elementary.ts';
import type { Formula } from '../formula.ts';
import type { Expansion } from '../types.ts';
import { powerScaleFactor } from './scaleFactors.ts';

/**
 * Makes a history of friction that fades as 1/t: a learning rate that warms up.
 *    γ = n/t,  a = t^{n/d},  H = n/(d t),  a = 1 at t = 1;  w_eff = −1 + 2/n. **exact**
 *  Kick: with L = ln(t1/t2), E = e^{nL} and c = t2 (1 − e^{(n+1)L})/(n + 1), which is
 *  (t2 − t1 E)/(n + 1) without its cancellation at late times; regular at t1 = 0: E = 0, c = t2/(n + 1).
 *  At the big bang γ = Infinity, velocity must be 0, and V' = −∂C/∂W/(n + 1).
 *  @param n  ≥ 0; 0 is static space
 *  Source: physics.md 3.3, 3.5, 4.1.
 */
export function powerHistory(n: number, dimension: number): Expansion {
  return {
    dimension,
    gamma: (t) => (n === 0 ? 0 : t === 0 ? Infinity : n / t),
    logScaleFactor: (t) => (n === 0 ? 0 : (n / dimension) * log(t)),
    equationOfState: () => (n === 0 ? null : -1 + 2 / n),
    kick(t1, t2, out, at) {
      if (n === 0) {
        out[at] = 1;
        out[at + 1] = t2 - t1;
      } else if (t1 <= 0) {
        // Nothing was before the big bang.
        out[at] = 0;
        out[at + 1] = t2 / (n + 1);
      } else {
        const ratio = log1p(-(t2 - t1) / t2);
        out[at] = exp(n * ratio);
        out[at + 1] = (-t2 * expm1((n + 1) * ratio)) / (n + 1);
      }
    },
    smallestGamma: () => 0,
    initialResponse: (t) => (t === 0 ? 1 / (n + 1) : 1),
  };
}

/** What a part of the law γ = n/t has. @param exponent  n, which may depend on the dimension */
export function powerLawOf<V>(exponent: (values: V, dimension: number) => number) {
  return {
    create: (values: V, dimension: number): Expansion => powerHistory(exponent(values, dimension), dimension),
    power: exponent,
    scaleFactor: (values: V, _start: number, dimension: number): readonly Formula[] => [
      powerScaleFactor(exponent(values, dimension), dimension),
    ],
  };
}
