import type { Sheet } from '../../engine/protocol.ts';
import { text } from '../../messages/index.ts';
import type { Label } from '../scene/labelLayer.ts';
import { localParts, type LocalParts } from './localParts.ts';
import type { SourceLayout } from './sourceLayout.ts';
import type { FieldState } from './state.ts';

type Worded = Pick<Label, 'parts' | 'look' | 'value' | 'term'>;

/**
 * What the sources are called where they stand, J's and K's. About the current point: their formulas, and under them the
 * value of full height, without which bars of a scale of their own would say nothing.
 */
export function sourceNames(
  { form, every, everyK }: SourceLayout,
  sheets: readonly Sheet[],
  state: FieldState,
): { readonly J: Worded; readonly K: Worded } {
  const thinned = (apart: number): string => (apart === 1 ? '' : text('view.field.every', { every: apart }));
  if (form !== 'bars') {
    return {
      J: {
        parts: [{ text: `${text('view.field.source')} ` }, { symbol: 'J' }, { text: thinned(every) }],
        look: 'role-J',
        term: 'J',
      },
      K: {
        parts: [
          { text: `${text('view.field.coupling')} ` },
          { symbol: 'K' },
          // On a chain both are thinned alike, and stand beside each other.
          { text: form === 'lines' ? thinned(every) : '' },
        ],
        look: 'role-K',
        term: 'K',
      },
    };
  }
  return {
    J: {
      parts: [{ symbol: 'J', sub: '1' }, { text: `${text('view.field.slope')}${thinned(every)}` }],
      look: 'role-J with-scale',
      value: heights(({ heightWords }) => heightWords(sheets, () => state.drive?.fullJ, true)),
    },
    K: {
      parts: [
        { symbol: 'J', sub: '2' },
        { text: everyK === 0 ? text('view.field.noBend') : text('view.field.bend') },
        { text: everyK > 1 ? text('view.field.everyBar', { every: everyK }) : '' },
      ],
      look: 'role-K with-scale',
      value: heights(({ heightWords }) => heightWords(sheets, () => state.drive?.fullK, false)),
    },
  };
}

/** Full heights in words, once the words are there. */
function heights(read: (words: LocalParts) => () => string): () => string {
  let known: (() => string) | null = null;
  return () => {
    const parts = localParts();
    if (known === null && parts !== null) known = read(parts);
    return known?.() ?? '';
  };
}
