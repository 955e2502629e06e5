import type { Sheet } from '../../engine/protocol.ts';
import { formatShort } from '../../messages/format.ts';
import { text } from '../../messages/index.ts';
import type { Label } from '../scene/labelLayer.ts';
import type { SourceLayout } from './sourceLayout.ts';
import type { FieldState } from './state.ts';

type Worded = Pick<Label, 'parts' | 'look' | 'value'>;

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
      },
      K: {
        parts: [
          { text: `${text('view.field.coupling')} ` },
          { symbol: 'K' },
          // On a chain both are thinned alike, and stand beside each other.
          { text: form === 'lines' ? thinned(every) : '' },
        ],
        look: 'role-K',
      },
    };
  }
  return {
    J: {
      parts: [{ symbol: 'J', sub: '1' }, { text: `${text('view.field.slope')}${thinned(every)}` }],
      look: 'role-J with-scale',
      value: heightWords(sheets, () => state.drive?.fullJ, `${text('view.field.current')}\n`),
    },
    K: {
      parts: [
        { symbol: 'J', sub: '2' },
        { text: everyK === 0 ? text('view.field.noBend') : text('view.field.bend') },
        { text: everyK > 1 ? text('view.field.everyBar', { every: everyK }) : '' },
      ],
      look: 'role-K with-scale',
      value: heightWords(sheets, () => state.drive?.fullK),
    },
  };
}

/** Full heights in words, of every sheet that has one; made anew only when they are others. */
function heightWords(
  sheets: readonly Sheet[],
  read: () => readonly number[] | undefined,
  before = '',
): () => string {
  let known: readonly number[] | undefined;
  let words = '';
  return () => {
    const now = read();
    if (now === known) return words;
    known = now;
    const named = (now ?? []).map((height, n) => ({ height, name: sheets[n].name.replace(/[⁽⁾]/g, '') }));
    const list = named
      .filter(({ height }) => height > 0)
      .map(({ height, name }) => (named.length > 1 ? `${name} ` : '') + formatShort(height))
      .join(', ');
    words = list === '' ? '' : before + text('view.field.full', { list });
    return words;
  };
}
