/** A lesson of two steps: the first asks, the second changes friction and waits for it. */
export const twoSteps = {
  version: 1,
  kind: 'lesson',
  id: 'two-steps',
  title: 'Two steps',
  about: 'For tests.',
  language: 'en',
  steps: [
    {
      id: 'one',
      title: 'The first',
      text: 'It **rings** at $\\omega$.',
      claim: 'exact',
      open: 'underdamped',
      predict: { ask: 'Does it?', choices: ['Yes', 'No'], answer: 0, reveal: 'It does.' },
    },
    {
      id: 'two',
      title: 'The second',
      text: 'More friction.',
      claim: 'approximate',
      patch: [{ path: 'expansion.gamma', value: 2 }],
    },
  ],
};

/** Local storage in memory. @param room  characters that it takes */
export function memoryStorage(room = Infinity): {
  readonly held: Map<string, string>;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;
} {
  const held = new Map<string, string>();
  return {
    held,
    storage: {
      getItem: (key) => held.get(key) ?? null,
      setItem(key, value) {
        if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
        held.set(key, value);
      },
      removeItem: (key) => void held.delete(key),
      key: (at) => [...held.keys()][at] ?? null,
      get length() {
        return held.size;
      },
    },
  };
}
