/** One thing the palette can find. */
export interface PaletteItem {
  readonly id: string;
  readonly kind: 'command' | 'scenario' | 'parameter';
  readonly label: string;
  /** Shown behind the label: a key, or a value. */
  readonly hint: string;
  /** Further words by which it is found: symbol, path, sentence. */
  readonly keywords: string;
}

/** Lower case, without accents; signs become spaces. */
function plain(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Scores: the label itself, its start, the start of a word of it, within it, in the keywords. */
const SCORE = { whole: 100, start: 60, word: 40, within: 20, keyword: 8, keywordWithin: 3 } as const;
/** Among equals, what does something comes before where it can be done. */
const KIND = { command: 2, parameter: 1, scenario: 0 } as const;

function scoreOf(word: string, label: string, keywords: string): number {
  if (label === word) return SCORE.whole;
  if (label.startsWith(word)) return SCORE.start;
  if (` ${label}`.includes(` ${word}`)) return SCORE.word;
  if (label.includes(word)) return SCORE.within;
  if (` ${keywords}`.includes(` ${word}`)) return SCORE.keyword;
  return keywords.includes(word) ? SCORE.keywordWithin : 0;
}

/**
 * Finds what fits a query: every word of it must be found somewhere; the best fit first, then as listed.
 *  @returns everything, as listed, for an empty query
 */
export function searchPalette(items: readonly PaletteItem[], query: string): readonly PaletteItem[] {
  const words = plain(query)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return items;
  const whole = words.join(' ');
  const found = items.flatMap((item, index) => {
    const label = plain(item.label);
    const keywords = plain(item.keywords);
    const scores = words.map((word) => scoreOf(word, label, keywords));
    if (scores.includes(0)) return [];
    const together = label === whole ? SCORE.whole : 0;
    const score = together + scores.reduce((sum, one) => sum + one, 0) + KIND[item.kind];
    return [{ item, score, index }];
  });
  found.sort((a, b) => b.score - a.score || a.index - b.index);
  return found.map(({ item }) => item);
}
