/** A piece of an equation in plain text: letters as they are, or a number in their place. */
export interface Piece {
  readonly text: string;
  /** Symbol of the parameter whose number stands here; null: letters. */
  readonly symbol: string | null;
}

/**
 * Cuts an equation where a letter is a number of the run: 'ẅₙ + γ ẇₙ' at γ, 'Σ Jₙ wₙ²' at Jₙ. A letter with a number below it
 * is one of many, and stays.
 *  @param symbols  single letters
 */
export function piecesOf(plain: string, symbols: readonly string[]): readonly Piece[] {
  if (symbols.length === 0) return [{ text: plain, symbol: null }];
  const at = new RegExp(`(${symbols.join('|')})(?![₀-₉])[ₙₘ]*`, 'gu');
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of plain.matchAll(at)) {
    const before = plain.slice(from, match.index);
    // Beside a number, or a digit, 5.00 would be read as another number.
    const times = before === '' ? pieces.length > 0 : /\d$/u.test(before);
    if (before !== '' || times) pieces.push({ text: times ? `${before}·` : before, symbol: null });
    pieces.push({ text: match[0], symbol: match[1] });
    from = match.index + match[0].length;
  }
  if (from < plain.length) pieces.push({ text: plain.slice(from), symbol: null });
  return pieces;
}

/** Whether all are the same, to the last digits of a frame's 32 bits. Nothing is not. */
export function isFlat(values: ArrayLike<number>): boolean {
  if (values.length === 0) return false;
  const [first] = [values[0]];
  for (let i = 1; i < values.length; i++) {
    if (!(Math.abs(values[i] - first) <= 1e-6 * Math.abs(first))) return false;
  }
  return true;
}
