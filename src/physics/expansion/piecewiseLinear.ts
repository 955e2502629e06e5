import { exp, expm1, log, log1p } from '../math/elementary.ts';
import type { Expansion } from '../types.ts';
import { addKick, scheduleHistory } from './scheduleHistory.ts';

/** ∫ dt/η over a stretch of length Δ from one rate to another, with slope s: ln(η₂/η₁)/s, 1 + sΔ/η₁ = η₂/η₁. */
function elapsed(from: number, to: number, slope: number, delta: number): number {
  if (slope === 0) return delta / from;
  const growth = (slope * delta) / from;
  // Near 0 the logarithm of a quotient near 1 would lose digits, far from it 1 + growth would.
  return (Math.abs(growth) < 0.5 ? log1p(growth) : log(to / from)) / slope;
}

/**
 * Makes the history of a learning rate that runs straight from knot to knot and is constant before and after.
 *    Each stretch is a power law about a time of its own, γ = n/(t − t*), n = 1/s, s = dη/dt.
 *    Kick over one stretch, m = ∫γ:  E = e^{−m},  c = η₂ (1 − e^{−(1+s)m})/(1 + s);  kicks add up across
 *    knots. **exact**, regular also where η starts from 0 (E = 0, c = η₂/(1 + s)).
 *  @param t    [n] rising times, n ≥ 1
 *  @param eta  [n] rates there, > 0; the first may be 0 at t = 0, where time then begins
 *  Source: physics.md 3.3, 4.1.
 */
export function piecewiseLinear(t: ArrayLike<number>, eta: ArrayLike<number>, dimension: number): Expansion {
  const last = t.length - 1;
  /** ∫ dt/η from the first knot where η > 0. */
  const sums = new Float64Array(last + 1);
  const slopes = new Float64Array(last + 1);
  for (let k = 0; k < last; k++) {
    const length = t[k + 1] - t[k];
    slopes[k] = (eta[k + 1] - eta[k]) / length;
    sums[k + 1] = sums[k] + (eta[k] === 0 ? 0 : elapsed(eta[k], eta[k + 1], slopes[k], length));
  }
  /** Knot before t, −1 before the first; t at a knot belongs to what follows. */
  const knotBefore = (time: number): number => {
    let low = -1;
    let high = last + 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (t[middle] <= time) low = middle;
      else high = middle;
    }
    return low;
  };
  const slopeAt = (knot: number): number => (knot < 0 ? 0 : slopes[knot]);
  /** η in the stretch after a knot, counted from its nearer end, so that a rate near 0 keeps its digits. */
  const rateFrom = (knot: number, time: number): number => {
    if (knot < 0) return eta[0];
    if (knot === last) return eta[last];
    return time - t[knot] <= t[knot + 1] - time
      ? eta[knot] + slopes[knot] * (time - t[knot])
      : eta[knot + 1] - slopes[knot] * (t[knot + 1] - time);
  };
  const sumTo = (time: number): number => {
    const knot = knotBefore(time);
    if (knot < 0) return (time - t[0]) / eta[0];
    // Out of a rate of 0 the sum is counted backwards from the next knot: −Infinity at the knot itself.
    if (eta[knot] === 0) {
      const here = rateFrom(knot, time);
      return here === 0 ? -Infinity : -elapsed(here, eta[knot + 1], slopes[knot], t[knot + 1] - time);
    }
    return sums[knot] + elapsed(eta[knot], rateFrom(knot, time), slopes[knot], time - t[knot]);
  };
  const born = eta[0] === 0;
  const origin = born ? 0 : sumTo(0);
  return scheduleHistory(
    dimension,
    {
      eta: (time) => (born && time < t[0] ? NaN : rateFrom(knotBefore(time), time)),
      slope: (time) => slopeAt(knotBefore(time)),
      integral: (time) => sumTo(time) - origin,
      largest(time) {
        const knot = knotBefore(time);
        let most = rateFrom(knot, time);
        for (let k = knot + 1; k <= last; k++) most = Math.max(most, eta[k]);
        return most;
      },
      initialResponse: (time) => (born && time === t[0] ? slopes[0] / (1 + slopes[0]) : 1),
    },
    (t1, t2, out, at) => {
      out[at] = 1;
      out[at + 1] = 0;
      let from = t1;
      for (let knot = knotBefore(t1); from < t2; knot++) {
        const to = knot < last ? Math.min(t2, t[knot + 1]) : t2;
        const slope = slopeAt(knot);
        const start = rateFrom(knot, from);
        const end = rateFrom(knot, to);
        const m = start === 0 ? Infinity : elapsed(start, end, slope, to - from);
        const x = (1 + slope) * m;
        // Near s = −1 the quotient tends to m.
        addKick(exp(-m), Math.abs(x) < 1e-16 ? end * m : (-end * expm1(-x)) / (1 + slope), out, at);
        from = to;
      }
    },
  );
}
