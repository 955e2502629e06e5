import { describe, expect, it } from 'vitest';
import { fourierTransform, gridTransform } from '../../../src/physics/math/fourier.ts';
import { createRandom } from '../../../src/physics/math/random.ts';

const random = createRandom(11, 'data');
const normals = (count: number) => Float64Array.from({ length: count }, () => random.normal());
const square = (values: Float64Array) => values.reduce((sum, value) => sum + value * value, 0);

/** X_{lm} = Σ x_{rc} e^{−2πi (lr/rows + mc/columns)}, term by term. */
function defined(rows: number, columns: number, re: Float64Array, im: Float64Array) {
  const out = { re: new Float64Array(re.length), im: new Float64Array(re.length) };
  for (let wave = 0; wave < re.length; wave++) {
    for (let site = 0; site < re.length; site++) {
      const turns =
        ((Math.floor(wave / columns) * Math.floor(site / columns)) % rows) / rows +
        (((wave % columns) * (site % columns)) % columns) / columns;
      const [c, s] = [Math.cos(2 * Math.PI * turns), -Math.sin(2 * Math.PI * turns)];
      out.re[wave] += c * re[site] - s * im[site];
      out.im[wave] += c * im[site] + s * re[site];
    }
  }
  return out;
}

describe('Fourier transform', () => {
  it.each([
    [1, 1],
    [1, 2],
    [1, 3],
    [1, 8],
    [1, 12],
    [1, 31],
    [1, 96],
    [1, 128],
    [3, 5],
    [4, 8],
    [6, 7],
  ])('%d × %d complex numbers: its definition to 1e-13 of the largest, and Parseval', (rows, columns) => {
    const [re, im] = [normals(rows * columns), normals(rows * columns)];
    const expected = defined(rows, columns, re, im);
    const power = square(re) + square(im);
    gridTransform(rows, columns).apply(re, im);
    const scale = Math.sqrt(square(expected.re) + square(expected.im));
    for (let wave = 0; wave < re.length; wave++) {
      expect(Math.abs(re[wave] - expected.re[wave])).toBeLessThan(1e-13 * scale);
      expect(Math.abs(im[wave] - expected.im[wave])).toBeLessThan(1e-13 * scale);
    }
    expect((square(re) + square(im)) / re.length / power).toBeCloseTo(1, 13);
  });
  it('a transform is used again: the second list does not feel the first', () => {
    for (const size of [16, 15]) {
      const transform = fourierTransform(size);
      const first = [normals(size), normals(size)] as const;
      transform.apply(...first);
      const [re, im] = [normals(size), normals(size)];
      const [again, imAgain] = [re.slice(), im.slice()];
      transform.apply(re, im);
      fourierTransform(size).apply(again, imAgain);
      expect([...re, ...im]).toEqual([...again, ...imAgain]);
    }
  });
  it('10007 numbers, a prime: one plane wave is one line, all else below 1e-12 of it', () => {
    const N = 10007;
    const re = Float64Array.from({ length: N }, (_, n) => Math.cos((2 * Math.PI * ((17 * n) % N)) / N));
    const im = Float64Array.from({ length: N }, (_, n) => Math.sin((2 * Math.PI * ((17 * n) % N)) / N));
    fourierTransform(N).apply(re, im);
    expect(re[17] / N).toBeCloseTo(1, 12);
    re[17] = 0;
    for (let m = 0; m < N; m++) expect(Math.hypot(re[m], im[m])).toBeLessThan(1e-12 * N);
  });
});
