/** Texts that a visitor brings (titles, sentences, names of files) in any direction of writing, among ours. */

/** Letters that are written from right to left: Hebrew, Arabic, Syriac, Thaana, NKo and their forms. */
const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;
/** A number with its sign and what belongs to it. */
const NUMBER = /[-+−±]?\d(?:[\d.,]*\d)?(?:(?:[eE]|×10)[-+−⁻]?[\d⁰¹²³⁴-⁹]+)?%?/g;

const LTR = '\u2066';
const FIRST_STRONG = '\u2068';
const END = '\u2069';

/**
 * A text that stands by itself between others: it has its own direction and its numbers keep their signs in front. Texts
 * without letters from right to left stay as they are.
 *  Source: Unicode Bidirectional Algorithm (UAX 9), isolates.
 */
export function isolated(text: string): string {
  if (!RIGHT_TO_LEFT.test(text)) return text;
  const plain = text.replace(/[\u2066-\u2069]/g, '');
  return `${FIRST_STRONG}${plain.replace(NUMBER, `${LTR}$&${END}`)}${END}`;
}

/** The text without its isolates: as it is kept. */
export function unisolated(text: string): string {
  return text.replace(/[\u2066-\u2069]/g, '');
}
