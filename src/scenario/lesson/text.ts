/** A piece of a step's text. */
export interface TextPiece {
  readonly kind: 'text' | 'strong' | 'math';
  /** Plain text, or TeX. */
  readonly text: string;
}

/** Takes a text apart: $TeX$, **bold**, and plain text between them. Nothing in it is ever markup. */
export function textPieces(text: string): readonly TextPiece[] {
  const pieces: TextPiece[] = [];
  for (const [index, part] of text.split(/\$([^$]*)\$|\*\*([^*]+)\*\*/).entries()) {
    if (part === undefined || part === '') continue;
    const kind = (['text', 'math', 'strong'] as const)[index % 3];
    pieces.push({ kind, text: part });
  }
  return pieces;
}

/** Words as a reader counts them: a formula is one. */
export function wordCount(text: string): number {
  return text
    .replaceAll(/\$[^$]*\$/g, 'x')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
}
