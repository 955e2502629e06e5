/** Exponentials to 60 digits, by whole numbers: n stands for n / 2^BITS. */

const BITS = 256n;
const ONE = 1n << BITS;

/** A double, exactly. */
function fixed(x: number): bigint {
  let [value, shift] = [x, 0];
  while (!Number.isInteger(value)) [value, shift] = [value * 2, shift + 1];
  return (BigInt(value) << BITS) >> BigInt(shift);
}

/** ln 2 = Σ 1/(n 2ⁿ). */
const LN2 = ((): bigint => {
  let sum = 0n;
  for (let n = 1n; n <= BITS; n++) sum += (ONE >> n) / n;
  return sum;
})();

/** e^x = mantissa / 2^BITS · 2^power. */
function expParts(x: number): { readonly mantissa: bigint; readonly power: bigint } {
  const whole = fixed(x);
  const power = whole / LN2 - (whole < 0n ? 1n : 0n);
  const rest = whole - power * LN2;
  let [term, sum] = [ONE, ONE];
  for (let n = 1n; term !== 0n; n++) {
    term = ((term * rest) >> BITS) / n;
    sum += term;
  }
  return { mantissa: sum, power };
}

/** |value / (above / below) − 1| of a double and a fraction. */
function relativeError(value: number, above: bigint, below: bigint): number {
  const own = fixed(Math.abs(value));
  const difference = own * below - (above << BITS);
  const size = difference < 0n ? -difference : difference;
  return Number((size << 80n) / (above << BITS)) / 2 ** 80;
}

/** e^x as a fraction; x from −100 to 100. */
function exponential(x: number): readonly [bigint, bigint] {
  const { mantissa, power } = expParts(x);
  return power < 0n ? [mantissa, ONE << -power] : [mantissa << power, ONE];
}

/** Relative error of a value of e^x, of tanh x or of 1/(1 + e^−x); x from −100 to 100, not 0 for tanh. */
export const errorOf = {
  exp(x: number, value: number): number {
    return relativeError(value, ...exponential(x));
  },
  tanh(x: number, value: number): number {
    const [e, one] = exponential(2 * Math.abs(x));
    return relativeError(value, e - one, e + one);
  },
  sigmoid(x: number, value: number): number {
    const [e, one] = exponential(x);
    return relativeError(value, e, e + one);
  },
};
