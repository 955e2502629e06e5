/**
 * Numbers as the screen shows them: three significant digits, a true minus sign, exponents as ×10⁻⁵.
 * Pure, and independent of the browser's locale, so that every picture and every test reads the same.
 */

const MINUS = '\u2212';
const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const MISSING = '–';

/** Below the first and from the second on, numbers are written with a power of ten. */
const PLAIN_FROM = 1e-3;
const PLAIN_BELOW = 1e5;

/** Writes a whole number with raised digits: −5 becomes ⁻⁵. */
export function superscript(exponent: number): string {
  const digits = [...String(Math.abs(exponent))].map((digit) => SUPERSCRIPTS[Number(digit)]);
  return (exponent < 0 ? '⁻' : '') + digits.join('');
}

/**
 * Writes a number with `digits` significant digits; whole digits before the point are never cut.
 *    0.0262, 5.59, −0.500, 1234, 1.23×10⁻⁵
 *  @returns '–' where there is no number, '∞' where it is not finite
 */
export function formatNumber(value: number | null | undefined, digits = 3): string {
  if (value === null || value === undefined || Number.isNaN(value)) return MISSING;
  const sign = value < 0 ? MINUS : '';
  const size = Math.abs(value);
  if (size === Infinity) return `${sign}∞`;
  if (size === 0) return (0).toFixed(digits - 1);
  // toExponential rounds first, so that 0.0009996 counts as 0.001 and 9.996 as 10.0.
  const [mantissa, power] = size.toExponential(digits - 1).split('e');
  const exponent = Number(power);
  const rounded = Number(`${mantissa}e${exponent}`);
  if (rounded < PLAIN_FROM || rounded >= PLAIN_BELOW) {
    return `${sign}${mantissa}×10${superscript(exponent)}`;
  }
  return sign + size.toFixed(Math.max(0, digits - 1 - exponent));
}

/** Most digits that a Float64 needs to be told from its neighbours. */
const ALL_DIGITS = 17;

/** Digits, from three on, that it takes to see that one number is not the other. */
function digitsApart(one: number, other: number): number {
  let digits = 3;
  if (one === other) return digits;
  while (digits < ALL_DIGITS && formatNumber(one, digits) === formatNumber(other, digits)) digits++;
  return digits;
}

/** Two numbers side by side, told apart. */
export function formatApart(one: number, other: number): readonly [string, string] {
  const digits = digitsApart(one, other);
  return [formatNumber(one, digits), formatNumber(other, digits)];
}

/** As formatApart, each as short as formatShort: 2 beside 2.0001. */
export function formatShortApart(one: number, other: number): readonly [string, string] {
  const digits = digitsApart(one, other);
  return [formatShort(one, digits), formatShort(other, digits)];
}

/** As formatNumber, with a plus sign before positive numbers. */
export function formatSigned(value: number | null | undefined, digits = 3): string {
  const shown = formatNumber(value, digits);
  return typeof value === 'number' && value > 0 ? `+${shown}` : shown;
}

/** Writes a whole number, its thousands apart by a thin space from five digits on: 12 345. */
export function formatInteger(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return MISSING;
  const digits = String(Math.abs(Math.round(value)));
  const grouped = digits.length < 5 ? digits : digits.replace(/\B(?=(\d{3})+$)/g, '\u2009');
  return (value < 0 ? MINUS : '') + grouped;
}

/** Writes the number as short as it can be told apart from its neighbours: 0.5, 1, 0.0625. */
export function formatShort(value: number, digits = 3): string {
  const shown = formatNumber(value, digits);
  if (!shown.includes('.')) return shown;
  return shown.replace(/\.?0+(?=×|$)/, '');
}
