import type { TableII, TrainingData } from '../types.ts';

/** First and second differences of samples along the cells, as Table II and Eq. 19 need them. */
export interface CellSlopes {
  /** a X′ [L × N] */
  readonly slope: Float64Array;
  /** a² X″ [L × N] */
  readonly bend: Float64Array;
}

/**
 * Differences of inputs that stand 4a apart on a ring:
 *   a X′ = (X_{i+1} − X_{i−1})/8,  a² X″ = (X_{i+1} − 2X_i + X_{i−1})/16
 * @param inputs  X [L × N]
 */
export function cellSlopes(inputs: Float64Array, N: number): CellSlopes {
  const slope = new Float64Array(inputs.length);
  const bend = new Float64Array(inputs.length);
  for (let at = 0; at < inputs.length; at += N) {
    for (let i = 0; i < N; i++) {
      const left = inputs[at + (i === 0 ? N - 1 : i - 1)];
      const right = inputs[at + (i === N - 1 ? 0 : i + 1)];
      slope[at + i] = (right - left) / 8;
      bend[at + i] = (right - 2 * inputs[at + i] + left) / 16;
    }
  }
  return { slope, bend };
}

/**
 * Couplings and sources of Eq. 19 in every cell, with the paper's prefactor 1/a (L = −c/a):
 *   m² = 8 N_l r²/a, J₁ = ΣY²/a, J₂ = −4r ΣY/a, J₃ = −8q Σ(X + 4a²X″)Y/a, K₁ = −48aq ΣYX′, K₂ = 4a N_l r²,
 *   K₃ = −20aq ΣXY, K₄ = −16aq ΣXY, K₅ = −16aq ΣYX′, K₆ = −2ra ΣY, K₇ = −4aq ΣXY
 * **exact** within the ansatz of one smooth field per layer; that ansatz is **approximate** (erratum E6).
 * @param spacing  a, distance of neighbouring neurons; cells stand 4a apart
 * Source: Table II. Differs: J₂, J₃, K₁, K₃ … K₇ have the opposite sign (erratum E4). physics.md 2.2.
 */
export function tableIIOf(q: number, r: number, N: number, spacing: number, data: TrainingData): TableII {
  const { inputs, targets, sampleCount } = data;
  const { slope, bend } = cellSlopes(inputs, N);
  const [Y, Y2, XY, slopeY, bendY] = Array.from({ length: 5 }, () => new Float64Array(N));
  for (let n = 0; n < targets.length; n++) {
    const i = n % N;
    const y = targets[n];
    Y[i] += y;
    Y2[i] += y * y;
    XY[i] += inputs[n] * y;
    slopeY[i] += slope[n] * y;
    bendY[i] += bend[n] * y;
  }
  const a = spacing;
  const stiffness = sampleCount * r * r;
  return {
    m2: new Float64Array(N).fill((8 * stiffness) / a),
    J1: Y2.map((value) => value / a),
    J2: Y.map((value) => (-4 * r * value) / a),
    J3: XY.map((value, i) => (-8 * q * (value + 4 * bendY[i])) / a),
    K1: slopeY.map((value) => -48 * q * value),
    K2: new Float64Array(N).fill(4 * a * stiffness),
    K3: XY.map((value) => -20 * a * q * value),
    K4: XY.map((value) => -16 * a * q * value),
    K5: slopeY.map((value) => -16 * q * value),
    K6: Y.map((value) => -2 * r * a * value),
    K7: XY.map((value) => -4 * a * q * value),
  };
}
