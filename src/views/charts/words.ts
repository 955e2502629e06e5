import type { CostUnit } from '../../engine/protocol.ts';
import { text, type MessageId } from '../../messages/index.ts';

const units: Readonly<Record<CostUnit, MessageId>> = {
  'target^2': 'unit.target2',
  target: 'unit.target',
  nat: 'unit.nat',
  '1': 'unit.none',
};

/** Units of cost and energy for an axis; of several, where they are not the same, that each has its own. */
export function unitWords(unit: CostUnit, tracks: readonly { readonly unit?: CostUnit }[] = []): string {
  return tracks.some((track) => (track.unit ?? unit) !== unit) ? text('unit.own') : text(units[unit]);
}

export type Face = 'plain' | 'symbol' | 'sub' | 'sup';

/** Symbols between asterisks, and what stands below and above the line in braces. */
const MARKED = /\*([^*]*)\*|_\{([^}]*)\}|\^\{([^}]*)\}/g;

/** Takes marked words apart: 'weight *w*_{5}' is 'weight ', the symbol w, and a lowered 5. */
export function wordsOf(words: string): readonly { readonly text: string; readonly face: Face }[] {
  const parts: { text: string; face: Face }[] = [];
  let from = 0;
  for (const match of words.matchAll(MARKED)) {
    parts.push({ text: words.slice(from, match.index), face: 'plain' });
    const [, symbol, sub, sup] = match;
    if (symbol !== undefined) parts.push({ text: symbol, face: 'symbol' });
    else if (sub !== undefined) parts.push({ text: sub, face: 'sub' });
    else parts.push({ text: sup, face: 'sup' });
    from = match.index + match[0].length;
  }
  parts.push({ text: words.slice(from), face: 'plain' });
  return parts.filter(({ text }) => text !== '');
}

/** The same without the marks, for screen readers and files: 'weight w 5'. */
export function plainWords(words: string): string {
  return wordsOf(words)
    .map(({ text, face }) => (face === 'sub' ? ` ${text}` : text))
    .join('');
}
