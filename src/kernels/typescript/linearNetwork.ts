import type { NetworkKernel, Reals } from '../types.ts';
import type { BondWires } from './sources.ts';
import { sparseRows } from './sparseRows.ts';
import type { SparseRows } from './sparseRows.ts';

/** Z = p A_l w + q of a sample, A_l given by its products: A_l w, and out ← out + A_lᵀ g. */
interface LinearMap {
  readonly inputCount: number;
  readonly weightCount: number;
  readonly outputCount: number;
  /** Takes a sample of a set [L × inputs]. */
  take(inputs: Float64Array, sample: number): void;
  /** out ← scale · A_l w + shift, [outputs]. */
  apply(flat: Reals, scale: number, shift: number, out: Float64Array): void;
  /** out ← out + scale · A_lᵀ g, [P]. */
  addTransposed(slope: Float64Array, scale: number, out: Reals): void;
}

/** Loops of a network whose outputs are linear in its weights, one sample at a time. */
function linearKernel(p: number, q: number, map: LinearMap): NetworkKernel {
  const { inputCount, outputCount } = map;
  const row = (): Float64Array => new Float64Array(outputCount);
  const [outputs, slope, first, second, slopeRate] = Array.from({ length: 5 }, row);
  let X = row();
  let at = 0;
  const forward = (weights: Reals): void => map.apply(weights, p, q, outputs);
  return {
    size: map.weightCount,
    outputCount,
    tile: 1,
    outputs,
    slope,
    load(inputs, batch, place) {
      const sample = batch === null ? place : batch[place];
      X = inputs;
      at = sample * inputCount;
      map.take(inputs, sample);
    },
    forward,
    backward: (_weights, _width, out) => map.addTransposed(slope, p, out),
    neurons(out) {
      out.set(X.subarray(at, at + inputCount));
      out.set(outputs, inputCount);
    },
    rates: () => ({
      first,
      // Z is linear: it has no second derivative.
      second,
      slopeRate,
      forward(weights, direction) {
        forward(weights);
        map.apply(direction, p, 0, first);
      },
      backward: (_weights, _direction, _width, out) => map.addTransposed(slopeRate, p, out),
    }),
  };
}

/** Loops of a network whose outputs are bonds: Z_o = p (s X_i W_a + s' X_j W_b) + q. */
export function bondNetwork(p: number, q: number, wires: BondWires): NetworkKernel {
  const { weight, input, sign, inputCount, weightCount } = wires;
  let X: Float64Array = new Float64Array(0);
  let at = 0;
  return linearKernel(p, q, {
    inputCount,
    weightCount,
    outputCount: wires.bond.length,
    take(inputs, sample) {
      X = inputs;
      at = sample * inputCount;
    },
    apply(flat, scale, shift, out) {
      for (let n = 0; n < weight.length; n += 2) {
        const left = sign[n] * X[at + input[n]] * flat[weight[n]];
        const right = sign[n + 1] * X[at + input[n + 1]] * flat[weight[n + 1]];
        out[n >> 1] = scale * (left + right) + shift;
      }
    },
    addTransposed(slope, scale, out) {
      for (let n = 0; n < weight.length; n++) {
        out[weight[n]] += scale * slope[n >> 1] * sign[n] * X[at + input[n]];
      }
    },
  });
}

/** Loops of one linear neuron, Z = p Σ_i W_i X_i + q: zeros of the inputs cost nothing. */
export function neuronNetwork(p: number, q: number, N: number): NetworkKernel {
  const known = new WeakMap<Float64Array, SparseRows>();
  let rows = sparseRows(new Float64Array(0), N);
  let from = 0;
  let end = 0;
  return linearKernel(p, q, {
    inputCount: N,
    weightCount: N,
    outputCount: 1,
    take(inputs, sample) {
      const made = known.get(inputs) ?? sparseRows(inputs, N);
      known.set(inputs, made);
      rows = made;
      from = made.start[sample];
      end = made.start[sample + 1];
    },
    apply(flat, scale, shift, out) {
      let sum = 0;
      for (let k = from; k < end; k++) sum += rows.value[k] * flat[rows.column[k]];
      out[0] = scale * sum + shift;
    },
    addTransposed(slope, scale, out) {
      for (let k = from; k < end; k++) out[rows.column[k]] += scale * slope[0] * rows.value[k];
    },
  });
}
