const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';
/** Hyphens, dashes and minus signs that stand for a minus in what people paste. */
const DASHES = /[\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]/g;
/** Spaces of every width, and the apostrophes that set thousands apart in Switzerland. */
const SPACES = /[\s'\u2019]+/g;

/**
 * Reads what a hand types or pastes: 0.5, 0,5, −3, –3, １．５, 1,234.5, 1.234,5, 1e-4, 1.2×10⁻⁴, 2·10^-1, 10⁻³.
 * Of a comma and a point the last is the decimal sign, the other sets thousands apart; one comma before exactly three
 * digits may be either.
 *  @returns 'ambiguous' for 1,000 and its kind; null where it is not one finite number
 */
export function parseNumber(text: string): number | 'ambiguous' | null {
  const plain = text
    .trim()
    .replaceAll('⁻', '-')
    .replace(/(\d)(-?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)/g, '$1^$2')
    .replace(/[⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (digit) => String(SUPERSCRIPTS.indexOf(digit)))
    .normalize('NFKC')
    .replace(DASHES, '-')
    .replace(SPACES, '')
    .replace(/(?<=[\d.,])[×x*·⋅∙]10(?:\^|(?=-))/i, 'e')
    .replace(/^([+-]?)10\^/, '$11e');
  const parts = /^([+-]?)([\d.,]*\d[\d.,]*)(e[+-]?\d+)?$/i.exec(plain);
  if (parts === null) return null;
  const [, sign, digits, power = ''] = parts;
  const decimal = decimalOf(digits);
  if (decimal === null || decimal === 'ambiguous') return decimal;
  const value = Number(sign + decimal + power);
  return Number.isFinite(value) ? value : null;
}

/** Digits with a decimal point alone, or 'ambiguous'; null where they are grouped otherwise than by thousands. */
function decimalOf(digits: string): string | null {
  const commas = digits.split(',').length - 1;
  const points = digits.split('.').length - 1;
  if (commas === 0 && points <= 1) return digits;
  if (commas === 1 && points === 0) {
    // A group of thousands never begins with 0.
    return /^[1-9]\d{0,2},\d{3}$/.test(digits) ? 'ambiguous' : digits.replace(',', '.');
  }
  const last = digits.lastIndexOf(',') > digits.lastIndexOf('.') ? ',' : '.';
  const other = last === ',' ? '.' : ',';
  const both = commas > 0 && points > 0;
  const [whole, fraction] = both ? split(digits, last) : [digits, ''];
  const group = both ? other : last;
  const groups = whole.split(group);
  const fits =
    /^\d{1,3}$/.test(groups[0]) &&
    groups.slice(1).every((each) => /^\d{3}$/.test(each)) &&
    /^\d*$/.test(fraction);
  return fits ? `${groups.join('')}.${fraction}` : null;
}

function split(digits: string, sign: string): readonly [string, string] {
  const at = digits.lastIndexOf(sign);
  return [digits.slice(0, at), digits.slice(at + 1)];
}
