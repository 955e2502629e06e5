import type { Kernels, NetworkKernel, NetworkRates, Reals } from '../../../kernels/types.ts';

export interface TwoLayerShape {
  readonly N: number;
  readonly p: number;
  readonly q: number;
  readonly r: number;
}

/**
 * Loops of Example 2 (physics.md 2.1), σ(u) = p u² + q u + r, weights W1 [2N] then W2 [2N], modulo 2N:
 *   u_k = W1[2k−1] X_{k−1} + W1[2k] X_k,  Z_i = W2[2i] σ(u_i) + W2[2i+1] σ(u_{i+1})
 * One sample at a time: sites are innermost.
 */
export function ringTwoLayerKernel({ N, p, q, r }: TwoLayerShape, kernels: Kernels): NetworkKernel {
  const size = 4 * N;
  const second = 2 * N;
  const loops = kernels.rows(size, 10 * (N + 1));
  const row = (): Float64Array => loops.room(N);
  const [sigmaSlope, outputs, slope] = Array.from({ length: 3 }, row);
  const inputRoom = row();
  /** The sample at work, where it stands. */
  let X = inputRoom;
  // With the first site once more behind the last.
  const hidden = loops.room(N + 1);
  let made: NetworkRates | undefined;

  const forward = (weights: Reals): void => {
    loops.pairNeurons(weights, 0, X, N, p, q, r, hidden, sigmaSlope);
    loops.pairSums(weights, second, hidden, N, outputs, 0);
  };
  const backward = (weights: Reals, _width: number, out: Reals): void => {
    loops.pairsBack(weights, X, hidden, sigmaSlope, slope, N, out);
  };

  function createRates(): NetworkRates {
    const [uRate, hRate, first, secondRate, slopeRate] = Array.from({ length: 5 }, row);
    return {
      first,
      second: secondRate,
      slopeRate,
      forward(weights, direction, _width, twice) {
        forward(weights);
        for (let k = 0; k < N; k++) {
          const j = k === 0 ? N - 1 : k - 1;
          uRate[k] = direction[2 * j + 1] * X[j] + direction[2 * k] * X[k];
          hRate[k] = sigmaSlope[k] * uRate[k];
        }
        for (let i = 0; i < N; i++) {
          const j = i === N - 1 ? 0 : i + 1;
          const even = second + 2 * i;
          const left = direction[even] * hidden[i] + weights[even] * hRate[i];
          first[i] = left + direction[even + 1] * hidden[j] + weights[even + 1] * hRate[j];
        }
        if (!twice) return;
        for (let i = 0; i < N; i++) {
          const j = i === N - 1 ? 0 : i + 1;
          const even = second + 2 * i;
          const moved = direction[even] * hRate[i] + direction[even + 1] * hRate[j];
          const bent = weights[even] * uRate[i] * uRate[i] + weights[even + 1] * uRate[j] * uRate[j];
          secondRate[i] = 2 * (p * bent + moved);
        }
      },
      backward(weights, direction, _width, out) {
        for (let i = 0; i < N; i++) {
          const j = i === N - 1 ? 0 : i + 1;
          const even = second + 2 * i;
          out[even] += slopeRate[i] * hidden[i] + slope[i] * hRate[i];
          out[even + 1] += slopeRate[i] * hidden[j] + slope[i] * hRate[j];
        }
        for (let k = 0; k < N; k++) {
          const j = k === 0 ? N - 1 : k - 1;
          const even = second + 2 * k;
          const odd = second + 2 * j + 1;
          const back = slope[k] * weights[even] + slope[j] * weights[odd];
          const moved = slope[k] * direction[even] + slope[j] * direction[odd];
          const backRate = slopeRate[k] * weights[even] + slopeRate[j] * weights[odd] + moved;
          const rate = backRate * sigmaSlope[k] + back * 2 * p * uRate[k];
          out[2 * j + 1] += rate * X[j];
          out[2 * k] += rate * X[k];
        }
      },
    };
  }

  return {
    size,
    reals: loops.reals,
    sequence: loops.sequence,
    outputCount: N,
    tile: 1,
    outputs,
    slope,
    load(inputs, batch, first, _width, fixed = false) {
      X = loops.sample(inputs, N, batch === null ? first : batch[first], inputRoom, fixed);
    },
    forward,
    squaredSlope(targets, batch, first) {
      const row = loops.sample(targets, N, batch === null ? first : batch[first], slope, true);
      loops.doubleErrors(outputs, row, N, slope);
    },
    backward,
    neurons(out) {
      out.set(X.subarray(0, N));
      out.set(hidden.subarray(0, N), N);
      out.set(outputs, 2 * N);
    },
    rates: () => (made ??= createRates()),
  };
}
