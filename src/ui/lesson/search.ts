import { searchPalette } from '../dialogs/paletteSearch.ts';

/** Lessons whose title or sentence has every word of a query, in the order of the list; all for an empty one. */
export function searchLessons<Entry extends { readonly title: string; readonly about: string }>(
  list: readonly Entry[],
  query: string,
): readonly Entry[] {
  const items = list.map(({ title, about }, at) => ({
    id: String(at),
    kind: 'scenario' as const,
    label: title,
    hint: '',
    keywords: about,
  }));
  const found = new Set(searchPalette(items, query).map(({ id }) => id));
  return list.filter((_, at) => found.has(String(at)));
}
