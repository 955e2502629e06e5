/** Takes words with symbols between asterisks apart: 'cost *C*' is 'cost ' and the symbol C. */
export function wordsOf(words: string): readonly { readonly text: string; readonly symbol: boolean }[] {
  return words
    .split('*')
    .map((text, index) => ({ text, symbol: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

/** The same without the marks, for screen readers and files. */
export function plainWords(words: string): string {
  return words.replaceAll('*', '');
}

const LOWERED = '₀₁₂₃₄₅₆₇₈₉';

/** Digits below the line: '12' is ₁₂. */
export function lowered(index: string): string {
  return index.replace(/\d/g, (digit) => LOWERED[Number(digit)]).replaceAll(' ', '\u2009');
}
