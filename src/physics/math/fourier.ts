import { cos, sin } from './elementary.ts';

/** A list of complex numbers. */
export interface Complex {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/** Transforms lists of one length; what depends on the length alone is made once. */
export interface FourierTransform {
  readonly size: number;
  /**
   * Transforms in place.
   *    X_m = Σ_n x_n e^{−2πi mn/N}. **exact** to round-off, about 1e-15 √log N of |x|
   *  Cost O(N log N) for every N; allocates nothing.
   */
  apply(re: Float64Array, im: Float64Array): void;
}

/**
 * The discrete Fourier transform of N numbers, for any N >= 1.
 *  Powers of two by radix 2, other lengths as a convolution of a power of two.
 *  Source: Cooley and Tukey, Math. Comput. 19, 297 (1965); Bluestein, IEEE Trans. Audio 18, 451 (1970).
 */
export function fourierTransform(size: number): FourierTransform {
  return (size & (size - 1)) === 0 ? radixTwo(size) : bluestein(size);
}

/** e^{−2πi n/N} for n = 0 … count−1. */
function roots(count: number, size: number): Complex {
  const angle = (n: number): number => (2 * Math.PI * n) / size;
  const indices = Float64Array.from({ length: count }, (_, n) => n);
  return { re: indices.map((n) => cos(angle(n))), im: indices.map((n) => -sin(angle(n))) };
}

function radixTwo(size: number): FourierTransform {
  const turn = roots(size >> 1, size);
  const reversed = new Int32Array(size);
  for (let n = 1; n < size; n++) reversed[n] = (reversed[n >> 1] >> 1) | (n & 1 ? size >> 1 : 0);
  return {
    size,
    apply(re, im) {
      for (let n = 0; n < size; n++) {
        const m = reversed[n];
        if (m <= n) continue;
        const keptRe = re[n];
        const keptIm = im[n];
        re[n] = re[m];
        im[n] = im[m];
        re[m] = keptRe;
        im[m] = keptIm;
      }
      for (let half = 1; half < size; half *= 2) {
        const stride = size / (2 * half);
        for (let from = 0; from < size; from += 2 * half) {
          for (let k = 0; k < half; k++) {
            const a = from + k;
            const b = a + half;
            const c = turn.re[k * stride];
            const s = turn.im[k * stride];
            const x = re[b] * c - im[b] * s;
            const y = re[b] * s + im[b] * c;
            re[b] = re[a] - x;
            im[b] = im[a] - y;
            re[a] += x;
            im[a] += y;
          }
        }
      }
    },
  };
}

/** mn = (m² + n² − (m − n)²)/2: a chirp, a convolution with its conjugate, and the chirp again. */
function bluestein(size: number): FourierTransform {
  let length = 1;
  while (length < 2 * size - 1) length *= 2;
  const inner = radixTwo(length);
  const all = roots(2 * size, 2 * size);
  // n² modulo 2N, for the angle πn²/N keeps its digits so.
  const chirp = (n: number): number => (n * n) % (2 * size);
  const kernelRe = new Float64Array(length);
  const kernelIm = new Float64Array(length);
  for (let n = 0; n < size; n++) {
    kernelRe[n] = kernelRe[(length - n) % length] = all.re[chirp(n)];
    kernelIm[n] = kernelIm[(length - n) % length] = -all.im[chirp(n)];
  }
  inner.apply(kernelRe, kernelIm);
  const x = new Float64Array(length);
  const y = new Float64Array(length);
  return {
    size,
    apply(re, im) {
      x.fill(0);
      y.fill(0);
      for (let n = 0; n < size; n++) {
        const c = all.re[chirp(n)];
        const s = all.im[chirp(n)];
        x[n] = re[n] * c - im[n] * s;
        y[n] = re[n] * s + im[n] * c;
      }
      inner.apply(x, y);
      // The inverse transform is the transform of the conjugate, conjugated, over its length.
      for (let m = 0; m < length; m++) {
        const product = x[m] * kernelRe[m] - y[m] * kernelIm[m];
        y[m] = -(x[m] * kernelIm[m] + y[m] * kernelRe[m]);
        x[m] = product;
      }
      inner.apply(x, y);
      for (let n = 0; n < size; n++) {
        const real = x[n] / length;
        const imaginary = -y[n] / length;
        const c = all.re[chirp(n)];
        const s = all.im[chirp(n)];
        re[n] = real * c - imaginary * s;
        im[n] = real * s + imaginary * c;
      }
    },
  };
}

/** Transforms a grid of rows × columns in place: X_{lm} = Σ x_{rc} e^{−2πi (lr/rows + mc/columns)}. */
export function gridTransform(rows: number, columns: number): FourierTransform {
  const along = fourierTransform(columns);
  if (rows === 1) return along;
  const across = fourierTransform(rows);
  const re = new Float64Array(Math.max(rows, columns));
  const im = new Float64Array(re.length);
  return {
    size: rows * columns,
    apply(real, imaginary) {
      for (let r = 0; r < rows; r++) {
        const from = r * columns;
        along.apply(real.subarray(from, from + columns), imaginary.subarray(from, from + columns));
      }
      for (let c = 0; c < columns; c++) {
        for (let r = 0; r < rows; r++) {
          re[r] = real[r * columns + c];
          im[r] = imaginary[r * columns + c];
        }
        across.apply(re, im);
        for (let r = 0; r < rows; r++) {
          real[r * columns + c] = re[r];
          imaginary[r * columns + c] = im[r];
        }
      }
    },
  };
}
