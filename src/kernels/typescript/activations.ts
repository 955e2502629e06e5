import { cos, sigmoid, sin, softplus, tanh } from '../elementary.ts';
import type { KernelActivation } from '../types.ts';

/**
 * Applies an activation: h = σ(z), with σ'(z) and, where asked, σ''(z).
 * relu: σ'(0) = 0 and σ'' = 0 everywhere.
 * @param z      first `count` entries are read
 * @param value    h, from valueAt on; may be z itself, at 0
 * @param slope  σ'
 * @param bend   σ'' or null
 * Allocates nothing.
 */
export function activate(
  activation: KernelActivation,
  z: Float64Array,
  count: number,
  value: Float64Array,
  valueAt: number,
  slope: Float64Array,
  bend: Float64Array | null,
): void {
  const { p, q, r } = activation;
  switch (activation.kind) {
    case 'linear':
      if (value !== z) for (let n = 0; n < count; n++) value[valueAt + n] = z[n];
      slope.fill(1, 0, count);
      bend?.fill(0, 0, count);
      return;
    case 'affine':
      for (let n = 0; n < count; n++) value[valueAt + n] = p * z[n] + q;
      slope.fill(p, 0, count);
      bend?.fill(0, 0, count);
      return;
    case 'quadratic':
      for (let n = 0; n < count; n++) {
        const u = z[n];
        value[valueAt + n] = (p * u + q) * u + r;
        slope[n] = 2 * p * u + q;
      }
      bend?.fill(2 * p, 0, count);
      return;
    case 'relu':
      for (let n = 0; n < count; n++) {
        slope[n] = z[n] > 0 ? 1 : 0;
        value[valueAt + n] = z[n] > 0 ? z[n] : 0;
      }
      bend?.fill(0, 0, count);
      return;
    case 'tanh':
      for (let n = 0; n < count; n++) {
        const h = tanh(z[n]);
        value[valueAt + n] = h;
        slope[n] = 1 - h * h;
        if (bend) bend[n] = -2 * h * slope[n];
      }
      return;
    case 'sigmoid':
      for (let n = 0; n < count; n++) {
        const h = sigmoid(z[n]);
        value[valueAt + n] = h;
        slope[n] = h * (1 - h);
        if (bend) bend[n] = slope[n] * (1 - 2 * h);
      }
      return;
    case 'softplus':
      for (let n = 0; n < count; n++) {
        const s = sigmoid(z[n]);
        value[valueAt + n] = softplus(z[n]);
        slope[n] = s;
        if (bend) bend[n] = s * (1 - s);
      }
      return;
    case 'sin':
      for (let n = 0; n < count; n++) {
        const h = sin(z[n]);
        slope[n] = cos(z[n]);
        value[valueAt + n] = h;
        if (bend) bend[n] = -h;
      }
      return;
  }
}
