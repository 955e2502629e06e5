import { exp, log, sigmoid, softplus } from '../elementary.ts';
import type { CostKind } from '../types.ts';

/**
 * Cost of one sample, in units of target squared (squared), of target (absolute) or in nats.
 *   squared        Σ (Z − Y)²                        the theory's
 *   absolute       Σ |Z − Y|
 *   cross-entropy  one output:  softplus(Z) − Y Z,   Z the logit of "1", Y in [0, 1]
 *                  more:        Σ_i Y_i ln(Σ_j e^{Z_j}) − Σ Y_i Z_i,   Z logits, Y probabilities
 * @param Z       outputs; output o of the sample stands at zAt + o·stride
 * @param Y       targets; target o stands at yAt + o
 * @param count   number of outputs
 */
export function pointCost(
  kind: CostKind,
  Z: Float64Array,
  zAt: number,
  stride: number,
  Y: Float64Array,
  yAt: number,
  count: number,
): number {
  let cost = 0;
  if (kind === 'squared') {
    for (let o = 0; o < count; o++) {
      const error = Z[zAt + o * stride] - Y[yAt + o];
      cost += error * error;
    }
    return cost;
  }
  if (kind === 'absolute') {
    for (let o = 0; o < count; o++) cost += Math.abs(Z[zAt + o * stride] - Y[yAt + o]);
    return cost;
  }
  if (count === 1) return softplus(Z[zAt]) - Y[yAt] * Z[zAt];
  const normaliser = logSumExp(Z, zAt, stride, count);
  for (let o = 0; o < count; o++) cost += Y[yAt + o] * (normaliser - Z[zAt + o * stride]);
  return cost;
}

/** ∂C/∂Z of one sample, written where Z stands: arguments as in `pointCost`. */
export function pointSlope(
  kind: CostKind,
  Z: Float64Array,
  zAt: number,
  stride: number,
  Y: Float64Array,
  yAt: number,
  count: number,
  out: Float64Array,
): void {
  if (kind === 'cross-entropy') {
    if (count === 1) {
      out[zAt] = sigmoid(Z[zAt]) - Y[yAt];
      return;
    }
    const normaliser = logSumExp(Z, zAt, stride, count);
    let total = 0;
    for (let o = 0; o < count; o++) total += Y[yAt + o];
    for (let o = 0; o < count; o++) {
      const at = zAt + o * stride;
      out[at] = total * exp(Z[at] - normaliser) - Y[yAt + o];
    }
    return;
  }
  if (kind === 'squared') {
    for (let o = 0, at = zAt; o < count; o++, at += stride) out[at] = 2 * (Z[at] - Y[yAt + o]);
    return;
  }
  for (let o = 0, at = zAt; o < count; o++, at += stride) out[at] = Math.sign(Z[at] - Y[yAt + o]);
}

/**
 * (∂²C/∂Z²) v of one sample, v and the result where Z stands: arguments as in `pointCost`.
 * `absolute` has none except at its kinks.
 */
export function pointCurvature(
  kind: CostKind,
  Z: Float64Array,
  zAt: number,
  stride: number,
  Y: Float64Array,
  yAt: number,
  count: number,
  vector: Float64Array,
  out: Float64Array,
): void {
  const end = zAt + count * stride;
  if (kind !== 'cross-entropy') {
    for (let at = zAt; at < end; at += stride) out[at] = kind === 'squared' ? 2 * vector[at] : 0;
    return;
  }
  if (count === 1) {
    const s = sigmoid(Z[zAt]);
    out[zAt] = s * (1 - s) * vector[zAt];
    return;
  }
  const normaliser = logSumExp(Z, zAt, stride, count);
  let total = 0;
  let mean = 0;
  for (let o = 0; o < count; o++) {
    const at = zAt + o * stride;
    total += Y[yAt + o];
    mean += exp(Z[at] - normaliser) * vector[at];
  }
  for (let at = zAt; at < end; at += stride) out[at] = total * exp(Z[at] - normaliser) * (vector[at] - mean);
}

/** ln Σ e^Z, shifted by the largest so that nothing overflows. */
function logSumExp(Z: Float64Array, at: number, stride: number, count: number): number {
  let largest = -Infinity;
  for (let o = 0; o < count; o++) largest = Math.max(largest, Z[at + o * stride]);
  let sum = 0;
  for (let o = 0; o < count; o++) sum += exp(Z[at + o * stride] - largest);
  return largest + log(sum);
}
